#pragma once

/* Declared by unistd.h only where GNU extensions are asked for before the first include (syncfs(2)). */
int syncfs(int descriptor);

/* The same for stdio.h (renameat2(2)); the flag exchanges two names in one step. */
int renameat2(int old_directory, const char *old_path, int new_directory, const char *new_path,
              unsigned int flags);
enum { EXCHANGE_NAMES = 2 };

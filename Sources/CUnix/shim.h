#pragma once

/* Declared by unistd.h only where GNU extensions are asked for before the first include (syncfs(2)). */
int syncfs(int descriptor);

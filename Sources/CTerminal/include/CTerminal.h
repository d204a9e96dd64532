// What must work inside a signal handler, where Swift may not run: giving the terminal back.
#pragma once
#include <stddef.h>

/// Saves the terminal's settings, makes it raw, and from now on gives it back on every signal that ends the program.
/// `leave` is written before the settings return; at most 256 bytes. 0, or an errno.
int kiosk_terminal_enter(int in, int out, const char *leave, size_t length);

/// Gives the terminal back; does nothing the second time.
void kiosk_terminal_leave(void);

/// A descriptor that becomes readable when the window changed or somebody called `kiosk_terminal_wake`.
int kiosk_terminal_wakeups(void);

/// Wakes whoever waits for `kiosk_terminal_wakeups`; safe on every thread.
void kiosk_terminal_wake(void);

/// Columns, rows and, where known, pixels of the window; 0, or an errno.
int kiosk_terminal_size(int out, unsigned short *columns, unsigned short *rows, unsigned short *width,
                        unsigned short *height);

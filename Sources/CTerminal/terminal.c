#define _GNU_SOURCE
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

static struct termios saved;
static char farewell[256];
static size_t farewell_length;
static int input = -1, output = -1;
static volatile sig_atomic_t raw;
static int pipe_ends[2] = {-1, -1};

// Every signal that ends a program unasked; SIGILL and SIGTRAP are what a Swift trap raises.
static const int deadly[] = {SIGHUP, SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,
                             SIGFPE, SIGSEGV, SIGTERM, SIGXCPU, SIGXFSZ, SIGSYS,  SIGALRM};

// Only write() and tcsetattr(): both are async-signal-safe (POSIX.1-2017, 2.4.3).
void kiosk_terminal_leave(void) {
  if (!raw) return;
  raw = 0;
  int before = errno;
  // A terminal that has gone away takes nothing; a slow one is given what it takes at once.
  for (size_t done = 0; done < farewell_length;) {
    ssize_t count = write(output, farewell + done, farewell_length - done);
    if (count > 0) done += (size_t)count;
    else if (errno != EINTR) break;
  }
  tcsetattr(input, TCSANOW, &saved);
  errno = before;
}

static void die(int number) {
  kiosk_terminal_leave();
  signal(number, SIG_DFL);
  raise(number);
}

static void resized(int number) {
  (void)number;
  kiosk_terminal_wake();
}

void kiosk_terminal_wake(void) {
  int before = errno;
  if (pipe_ends[1] >= 0 && write(pipe_ends[1], "", 1) < 0) { /* Full: the reader will wake anyway. */ }
  errno = before;
}

int kiosk_terminal_wakeups(void) { return pipe_ends[0]; }

static void catch_signals(void) {
  // A stack that has run over cannot carry the handler: it gets a stack of its own.
  static char spare[32768];
  stack_t stack = {.ss_sp = spare, .ss_size = sizeof spare, .ss_flags = 0};
  sigaltstack(&stack, NULL);
  struct sigaction action;
  memset(&action, 0, sizeof action);
  sigemptyset(&action.sa_mask);
  action.sa_handler = die;
  action.sa_flags = SA_NODEFER | SA_ONSTACK;
  for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++) sigaction(deadly[i], &action, NULL);
  action.sa_handler = resized;
  action.sa_flags = SA_RESTART;
  sigaction(SIGWINCH, &action, NULL);
  signal(SIGPIPE, SIG_IGN);
  signal(SIGTSTP, SIG_IGN);
  signal(SIGTTOU, SIG_IGN);
}

int kiosk_terminal_enter(int in, int out, const char *leave, size_t length) {
  if (length > sizeof farewell) return EINVAL;
  if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) < 0) return errno;
  struct termios wanted;
  if (tcgetattr(in, &wanted) < 0) return errno;
  if (!raw) saved = wanted;
  memcpy(farewell, leave, length);
  farewell_length = length;
  input = in;
  output = out;
  catch_signals();
  raw = 1;
  cfmakeraw(&wanted);
  // A read that finds nothing returns at once; poll() does the waiting.
  wanted.c_cc[VMIN] = 0;
  wanted.c_cc[VTIME] = 0;
  return tcsetattr(in, TCSADRAIN, &wanted) < 0 ? errno : 0;
}

int kiosk_terminal_size(int out, unsigned short *columns, unsigned short *rows, unsigned short *width,
                        unsigned short *height) {
  struct winsize size;
  if (ioctl(out, TIOCGWINSZ, &size) < 0) return errno;
  *columns = size.ws_col;
  *rows = size.ws_row;
  *width = size.ws_xpixel;
  *height = size.ws_ypixel;
  return 0;
}

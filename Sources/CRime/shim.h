#pragma once
// Declarations only: the library is opened at run time, so that the program starts without it too.
#include <rime_api.h>

#pragma once
#include <stdint.h>
#include <freexl.h>

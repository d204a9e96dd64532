#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What ZXing found in one picture; made by `czxing_read`, given back by `czxing_free`.
typedef struct czxing_codes czxing_codes;

/// Looks for codes in a picture of one byte of brightness a pixel; NULL when nothing was found or memory is short.
czxing_codes *czxing_read(const uint8_t *pixels, int32_t width, int32_t height, int32_t stride, int only_qr, int most);

size_t czxing_count(const czxing_codes *codes);

/// The name of the kind of code; valid until `czxing_free`, as is the text.
const char *czxing_symbology(const czxing_codes *codes, size_t index);

/// The text in UTF-8, with its length in bytes; a zero byte may be in it.
const char *czxing_text(const czxing_codes *codes, size_t index, size_t *length);

/// x and y of a corner: 0 is the symbol's top left, then clockwise.
int32_t czxing_x(const czxing_codes *codes, size_t index, size_t corner);
int32_t czxing_y(const czxing_codes *codes, size_t index, size_t corner);

void czxing_free(czxing_codes *codes);

#ifdef __cplusplus
}
#endif

#include "CDigests.h"

#include <string.h>

#include "rounds.h"

// T(j) turned left by j (5.3.3): 79cc4519 for sixteen rounds, 7a879d8a for the others.
static const uint32_t constants[64] = {
  0x79cc4519, 0xf3988a32, 0xe7311465, 0xce6228cb, 0x9cc45197, 0x3988a32f, 0x7311465e, 0xe6228cbc,
  0xcc451979, 0x988a32f3, 0x311465e7, 0x6228cbce, 0xc451979c, 0x88a32f39, 0x11465e73, 0x228cbce6,
  0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
  0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
  0x7a879d8a, 0xf50f3b14, 0xea1e7629, 0xd43cec53, 0xa879d8a7, 0x50f3b14f, 0xa1e7629e, 0x43cec53d,
  0x879d8a7a, 0x0f3b14f5, 0x1e7629ea, 0x3cec53d4, 0x79d8a7a8, 0xf3b14f50, 0xe7629ea1, 0xcec53d43,
  0x9d8a7a87, 0x3b14f50f, 0x7629ea1e, 0xec53d43c, 0xd8a7a879, 0xb14f50f3, 0x629ea1e7, 0xc53d43ce,
  0x8a7a879d, 0x14f50f3b, 0x29ea1e76, 0x53d43cec, 0xa7a879d8, 0x4f50f3b1, 0x9ea1e762, 0x3d43cec5,
};

static const uint32_t beginning[8] = {
  0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600, 0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e,
};

// Sixteen bytes at any address.
typedef uint32_t quad __attribute__((vector_size(16)));
typedef quad loose_quad __attribute__((aligned(1), may_alias));

#define QUAD(message, at) ((quad)*(const loose_quad *)(messages[message] + (at)))
#define SIDE_BY_SIDE(x, y, ...) __builtin_shufflevector(x, y, __VA_ARGS__)

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define SWAPPED(x) ((ROL(x, 8) & 0x00ff00ff) | (ROL(x, 24) & 0xff00ff00))
#else
#define SWAPPED(x) (x)
#endif

// Which words of two vectors of n words follow each other, for the four words from b on.
#define LOW_WORDS(b, n) b, b + n, b + 1, b + n + 1
#define HIGH_WORDS(b, n) b + 2, b + n + 2, b + 3, b + n + 3
#define LOW_PAIRS(b, n) b, b + 1, b + n, b + n + 1
#define HIGH_PAIRS(b, n) b + 2, b + 3, b + n + 2, b + n + 3

#define LANES 4
#define NAME compress_four
#define TARGET
#define QUADS(list) list(0, 4)
#include "lanes.h"

#if defined(__x86_64__)
#define LANES 8
#define NAME compress_eight
#define TARGET __attribute__((target("avx2")))
#define QUADS(list) list(0, 8), list(4, 8)
#include "lanes.h"

#define LANES 16
#define NAME compress_sixteen
#define TARGET __attribute__((target("avx512f")))
#define QUADS(list) list(0, 16), list(4, 16), list(8, 16), list(12, 16)
#include "lanes.h"
#endif

#define WORD uint32_t

void csm3_compress_lane(csm3_words *words, size_t lane, const uint8_t *message, size_t count) {
  uint32_t state[8], w[16];
  for (int i = 0; i < 8; i++) state[i] = words[i * CSM3_LANES + lane];
  for (size_t block = 0; block < count; block++) {
    memcpy(w, message + 64 * block, sizeof w);
    for (int i = 0; i < 16; i++) w[i] = SWAPPED(w[i]);
    COMPRESS_BLOCK(state)
  }
  for (int i = 0; i < 8; i++) words[i * CSM3_LANES + lane] = state[i];
}

int csm3_has(csm3_path path) {
#if defined(__x86_64__)
  if (path == CSM3_EIGHT) return __builtin_cpu_supports("avx2") != 0;
  if (path == CSM3_SIXTEEN) return __builtin_cpu_supports("avx512f") != 0;
#endif
  return path == CSM3_PLAIN || path == CSM3_FOUR;
}

void csm3_begin(csm3_words *words, size_t lane) {
  for (int i = 0; i < 8; i++) words[i * CSM3_LANES + lane] = beginning[i];
}

void csm3_compress(csm3_path path, csm3_words *words, const uint8_t *const *messages, size_t count) {
  switch (path) {
    case CSM3_PLAIN: csm3_compress_lane(words, 0, messages[0], count); break;
    case CSM3_FOUR: compress_four(words, messages, count); break;
#if defined(__x86_64__)
    case CSM3_EIGHT: compress_eight(words, messages, count); break;
    case CSM3_SIXTEEN: compress_sixteen(words, messages, count); break;
#else
    default: break;
#endif
  }
}

void csm3_end(const csm3_words *words, size_t lane, uint8_t *digest) {
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(words[i / 4 * CSM3_LANES + lane] >> (24 - 8 * (i % 4)));
}

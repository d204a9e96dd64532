#include "CDigests.h"

#include <stdlib.h>
#include <string.h>

static const uint32_t beginning[8] = {
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
};

void csha256_begin(uint32_t *state) { memcpy(state, beginning, sizeof beginning); }

void csha256_end(const uint32_t *state, uint8_t *digest) {
  for (int i = 0; i < 32; i++) digest[i] = (uint8_t)(state[i / 4] >> (24 - 8 * (i % 4)));
}

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

// K (FIPS 180-4, 4.2.2).
static const uint32_t constants[64] __attribute__((aligned(16))) = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

#define TARGET __attribute__((target("sha,sse4.1"), always_inline)) static inline

// A message on its way: its state as the instructions want it, and the last sixteen words of its schedule.
typedef struct {
  __m128i abef, cdgh, w[4];
} course;

TARGET void load(course *c, const uint32_t *state) {
  __m128i cdab = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
  __m128i efgh = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
  c->abef = _mm_alignr_epi8(cdab, efgh, 8);
  c->cdgh = _mm_blend_epi16(efgh, cdab, 0xf0);
}

TARGET void store(const course *c, uint32_t *state) {
  __m128i feba = _mm_shuffle_epi32(c->abef, 0x1b), dchg = _mm_shuffle_epi32(c->cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(feba, dchg, 0xf0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(dchg, feba, 8));
}

TARGET void take(course *c, const uint8_t *block) {
  const __m128i swap = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  for (int i = 0; i < 4; i++) {
    c->w[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(block + 16 * i)), swap);
  }
}

// Rounds 4 r to 4 r + 3 (6.2.2), and the schedule's words for the four rounds sixteen further on.
TARGET void four_rounds(course *c, int r) {
  __m128i *w = c->w, sum = _mm_add_epi32(w[r & 3], _mm_load_si128((const __m128i *)(constants + 4 * r)));
  c->cdgh = _mm_sha256rnds2_epu32(c->cdgh, c->abef, sum);
  if (r < 12) {
    __m128i next = _mm_sha256msg1_epu32(w[r & 3], w[(r + 1) & 3]);
    next = _mm_add_epi32(next, _mm_alignr_epi8(w[(r + 3) & 3], w[(r + 2) & 3], 4));
    w[r & 3] = _mm_sha256msg2_epu32(next, w[(r + 3) & 3]);
  }
  c->abef = _mm_sha256rnds2_epu32(c->abef, c->cdgh, _mm_shuffle_epi32(sum, 0x0e));
}

TARGET void add(course *c, const course *before) {
  c->abef = _mm_add_epi32(c->abef, before->abef);
  c->cdgh = _mm_add_epi32(c->cdgh, before->cdgh);
}

__attribute__((target("sha,sse4.1")))
void csha256_compress(uint32_t *state, const uint8_t *message, size_t count) {
  course c;
  load(&c, state);
  for (size_t block = 0; block < count; block++) {
    course before = c;
    take(&c, message + 64 * block);
#pragma unroll
    for (int r = 0; r < 16; r++) four_rounds(&c, r);
    add(&c, &before);
  }
  store(&c, state);
}

__attribute__((target("sha,sse4.1")))
void csha256_compress_two(uint32_t *one, const uint8_t *message, uint32_t *other, const uint8_t *second, size_t count) {
  course c, d;
  load(&c, one);
  load(&d, other);
  for (size_t block = 0; block < count; block++) {
    course before = c, earlier = d;
    take(&c, message + 64 * block);
    take(&d, second + 64 * block);
    // What one round's result is waited for, the other message's round is worked.
#pragma unroll
    for (int r = 0; r < 16; r++) {
      four_rounds(&c, r);
      four_rounds(&d, r);
    }
    add(&c, &before);
    add(&d, &earlier);
  }
  store(&c, one);
  store(&d, other);
}

int csha256_has(void) {
  unsigned a, b, c, d;
  return __builtin_cpu_supports("sse4.1") && __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
}

#else

int csha256_has(void) { return 0; }

void csha256_compress(uint32_t *state, const uint8_t *message, size_t count) { abort(); }

void csha256_compress_two(uint32_t *one, const uint8_t *message, uint32_t *other, const uint8_t *second, size_t count) {
  abort();
}

#endif

// Included once for each width, with `LANES`, `NAME`, `TARGET` and `QUADS` defined: one function that compresses
// blocks of `LANES` messages, each in a lane of its own.

#define JOIN_(x, y) x##y
#define JOIN(x, y) JOIN_(x, y)
#define WORD JOIN(words_, LANES)

typedef uint32_t WORD __attribute__((vector_size(4 * LANES)));

// Sixteen bytes of each fourth message from `first` on, side by side.
#if LANES == 4
#define ROW(first, at) QUAD(first, at)
#elif LANES == 8
#define ROW(first, at) SIDE_BY_SIDE(QUAD(first, at), QUAD(first + 4, at), 0, 1, 2, 3, 4, 5, 6, 7)
#else
#define HALF(first, at) SIDE_BY_SIDE(QUAD(first, at), QUAD(first + 4, at), 0, 1, 2, 3, 4, 5, 6, 7)
#define ROW(first, at) \
  SIDE_BY_SIDE(HALF(first, at), HALF(first + 8, at), 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
#endif

TARGET static void NAME(csm3_words *words, const uint8_t *const *messages, size_t count) {
  WORD state[8], w[16];
  for (int i = 0; i < 8; i++) memcpy(&state[i], words + i * CSM3_LANES, sizeof state[i]);
  for (size_t block = 0; block < count; block++) {
    for (int i = 0; i < 16; i += 4) {
      size_t at = 64 * block + 4 * (size_t)i;
      WORD r0 = ROW(0, at), r1 = ROW(1, at), r2 = ROW(2, at), r3 = ROW(3, at);
      r0 = SWAPPED(r0), r1 = SWAPPED(r1), r2 = SWAPPED(r2), r3 = SWAPPED(r3);
      // Rows of messages become rows of words, four by four.
      WORD low01 = SIDE_BY_SIDE(r0, r1, QUADS(LOW_WORDS)), high01 = SIDE_BY_SIDE(r0, r1, QUADS(HIGH_WORDS));
      WORD low23 = SIDE_BY_SIDE(r2, r3, QUADS(LOW_WORDS)), high23 = SIDE_BY_SIDE(r2, r3, QUADS(HIGH_WORDS));
      w[i] = SIDE_BY_SIDE(low01, low23, QUADS(LOW_PAIRS));
      w[i + 1] = SIDE_BY_SIDE(low01, low23, QUADS(HIGH_PAIRS));
      w[i + 2] = SIDE_BY_SIDE(high01, high23, QUADS(LOW_PAIRS));
      w[i + 3] = SIDE_BY_SIDE(high01, high23, QUADS(HIGH_PAIRS));
    }
    COMPRESS_BLOCK(state)
  }
  for (int i = 0; i < 8; i++) memcpy(words + i * CSM3_LANES, &state[i], sizeof state[i]);
}

#undef ROW
#undef HALF
#undef WORD
#undef LANES
#undef NAME
#undef TARGET
#undef QUADS

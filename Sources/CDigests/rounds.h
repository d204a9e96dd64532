// The compression function (GB/T 32905-2016, 5.3) on `WORD`: one number, or a vector with a message in each lane.
// The macros work on the state `A`…`H` and the last sixteen words `w` of the expanded message.

#define ROL(x, n) (((x) << (n)) | ((x) >> (32 - (n))))
#define P0(x) ((x) ^ ROL(x, 9) ^ ROL(x, 17))
#define P1(x) ((x) ^ ROL(x, 15) ^ ROL(x, 23))
#define PARITY(x, y, z) ((x) ^ (y) ^ (z))
#define MAJORITY(x, y, z) (((x) & (y)) | (((x) | (y)) & (z)))
#define CHOICE(x, y, z) ((((y) ^ (z)) & (x)) ^ (z))

// Word j of the expanded message (5.3.2), for j from 16 on, in the place of word j - 16.
#define EXPAND(j) \
  { \
    WORD mixed = w[(j) & 15] ^ w[((j) + 7) & 15] ^ ROL(w[((j) + 13) & 15], 15); \
    w[(j) & 15] = P1(mixed) ^ ROL(w[((j) + 3) & 15], 7) ^ w[((j) + 10) & 15]; \
  }

// One round (5.3.3). In place of moving the eight words on, the next round gets them under other names.
#define ROUND(FF, GG, a, b, c, d, e, f, g, h, j, t) \
  { \
    WORD turned = ROL(a, 12), sum = turned + e + (t)[j], one = ROL(sum, 7); \
    d = FF(a, b, c) + d + (one ^ turned) + (w[(j) & 15] ^ w[((j) + 4) & 15]); \
    h = GG(e, f, g) + h + one + w[(j) & 15]; \
    b = ROL(b, 9); \
    f = ROL(f, 19); \
    h = P0(h); \
  }

// Four rounds, after which the names are as before. Round j needs word j + 4: `READY` makes it.
#define FOUR_ROUNDS(FF, GG, READY, j, t) \
  READY((j) + 4) ROUND(FF, GG, A, B, C, D, E, F, G, H, (j), t) \
  READY((j) + 5) ROUND(FF, GG, D, A, B, C, H, E, F, G, (j) + 1, t) \
  READY((j) + 6) ROUND(FF, GG, C, D, A, B, G, H, E, F, (j) + 2, t) \
  READY((j) + 7) ROUND(FF, GG, B, C, D, A, F, G, H, E, (j) + 3, t)

#define GIVEN(j)

// All 64 rounds on the block whose sixteen words stand in `w`, and the sum with the state before (5.3.3).
#define COMPRESS_BLOCK(state) \
  { \
    WORD A = state[0], B = state[1], C = state[2], D = state[3]; \
    WORD E = state[4], F = state[5], G = state[6], H = state[7]; \
    FOUR_ROUNDS(PARITY, PARITY, GIVEN, 0, constants) \
    FOUR_ROUNDS(PARITY, PARITY, GIVEN, 4, constants) \
    FOUR_ROUNDS(PARITY, PARITY, GIVEN, 8, constants) \
    FOUR_ROUNDS(PARITY, PARITY, EXPAND, 12, constants) \
    for (int sixteen = 16; sixteen < 64; sixteen += 16) { \
      const uint32_t *t = constants + sixteen; \
      FOUR_ROUNDS(MAJORITY, CHOICE, EXPAND, 0, t) \
      FOUR_ROUNDS(MAJORITY, CHOICE, EXPAND, 4, t) \
      FOUR_ROUNDS(MAJORITY, CHOICE, EXPAND, 8, t) \
      FOUR_ROUNDS(MAJORITY, CHOICE, EXPAND, 12, t) \
    } \
    state[0] ^= A, state[1] ^= B, state[2] ^= C, state[3] ^= D; \
    state[4] ^= E, state[5] ^= F, state[6] ^= G, state[7] ^= H; \
  }

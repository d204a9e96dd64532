// Hash functions of several messages side by side: SM3 (GB/T 32905-2016) in the lanes of vectors, and SHA-256
// (FIPS 180-4) by a processor's own instructions.
#pragma once
#include <stddef.h>
#include <stdint.h>

/// The most lanes that any path has.
#define CSM3_LANES 16

/// How blocks are worked; the value is the number of lanes.
typedef enum {
  /// One message at a time, without vectors.
  CSM3_PLAIN = 1,
  /// Vectors of 128 bits, which every processor of the last twenty years has.
  CSM3_FOUR = 4,
  /// AVX2.
  CSM3_EIGHT = 8,
  /// AVX-512F.
  CSM3_SIXTEEN = 16,
} csm3_path;

/// Whether this processor, and this build, has a path.
int csm3_has(csm3_path path);

/// The inner states of all lanes: word by word, each word of all lanes together; 8 × CSM3_LANES words.
typedef uint32_t csm3_words;

/// Begins a message in a lane.
void csm3_begin(csm3_words *state, size_t lane);

/// Takes in `count` blocks of 64 bytes of every lane of a path, from as many pointers as the path has lanes.
void csm3_compress(csm3_path path, csm3_words *state, const uint8_t *const *messages, size_t count);

/// Takes in `count` blocks of one lane, without vectors.
void csm3_compress_lane(csm3_words *state, size_t lane, const uint8_t *message, size_t count);

/// Writes the 32 bytes of a lane's state, big end first.
void csm3_end(const csm3_words *state, size_t lane, uint8_t *digest);

/// Whether this processor, and this build, has instructions for SHA-256.
int csha256_has(void);

/// Begins a message; its inner state are eight words.
void csha256_begin(uint32_t *state);

/// Takes in `count` blocks of 64 bytes. Only where `csha256_has`, as the next one.
void csha256_compress(uint32_t *state, const uint8_t *message, size_t count);

/// Takes in `count` blocks of each of two messages, which may be the same bytes. Takes little longer than one.
void csha256_compress_two(uint32_t *one, const uint8_t *message, uint32_t *other, const uint8_t *second, size_t count);

/// Writes the 32 bytes of a state, big end first.
void csha256_end(const uint32_t *state, uint8_t *digest);

// SPDX-License-Identifier: MIT
// Sixteen rounds are written out at a time with the eight words renamed instead of moved, and the message schedule kept in sixteen words.
#include "core/base/sha256.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace npscope {
namespace {

/// First 32 bits of the fractional parts of the cube roots of the first 64 primes.
constexpr std::array<uint32_t, 64> kRounds = {
    0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5, 0xD807AA98, 0x12835B01,
    0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174, 0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC,
    0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA, 0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147,
    0x06CA6351, 0x14292967, 0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
    0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070, 0x19A4C116, 0x1E376C08,
    0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3, 0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208,
    0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2};

uint32_t big_endian(const char* at) {
  uint32_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return std::endian::native == std::endian::little ? std::byteswap(word) : word;
}

/// Words a to h stand at place 0 to 7 less the number of the round, modulo 8.
template <int Round>
[[gnu::always_inline]] inline void one_round(std::array<uint32_t, 8>& words, std::array<uint32_t, 16>& schedule, size_t first) {
  constexpr auto kAt = [](int word) { return static_cast<size_t>((word - Round % 8 + 8) % 8); };
  constexpr auto kBack = [](int rounds) { return static_cast<size_t>((Round - rounds + 16) % 16); };
  if (first != 0) {
    const uint32_t two = schedule[kBack(2)];
    const uint32_t fifteen = schedule[kBack(15)];
    schedule[Round] += (std::rotr(two, 17) ^ std::rotr(two, 19) ^ two >> 10) + schedule[kBack(7)] +
                       (std::rotr(fifteen, 7) ^ std::rotr(fifteen, 18) ^ fifteen >> 3);
  }
  const uint32_t a = words[kAt(0)];
  const uint32_t b = words[kAt(1)];
  const uint32_t c = words[kAt(2)];
  const uint32_t e = words[kAt(4)];
  const uint32_t f = words[kAt(5)];
  const uint32_t g = words[kAt(6)];
  const uint32_t change = words[kAt(7)] + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) + (g ^ (e & (f ^ g))) +
                          kRounds[first + Round] + schedule[Round];
  words[kAt(3)] += change;
  words[kAt(7)] = change + (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) | (c & (a | b)));
}

template <size_t... Rounds>
[[gnu::always_inline]] inline void sixteen_rounds(std::array<uint32_t, 8>& words, std::array<uint32_t, 16>& schedule,
                                                  size_t first, std::index_sequence<Rounds...> /*rounds*/) {
  (one_round<static_cast<int>(Rounds)>(words, schedule, first), ...);
}

}  // namespace

void Sha256::take_blocks(const char* from, size_t count) {
  std::array<uint32_t, 8> state = state_;
  for (; count > 0; --count, from += kBlock) {
    std::array<uint32_t, 16> schedule;
    for (size_t i = 0; i < 16; ++i) schedule[i] = big_endian(from + 4 * i);
    std::array<uint32_t, 8> words = state;
    constexpr auto kSixteen = std::make_index_sequence<16>();
    sixteen_rounds(words, schedule, 0, kSixteen);
    sixteen_rounds(words, schedule, 16, kSixteen);
    sixteen_rounds(words, schedule, 32, kSixteen);
    sixteen_rounds(words, schedule, 48, kSixteen);
    for (size_t i = 0; i < 8; ++i) state[i] += words[i];
  }
  state_ = state;
}

void Sha256::add(std::string_view bytes) {
  const size_t held = size_ % kBlock;
  size_ += bytes.size();
  if (held != 0) {
    const size_t more = std::min(bytes.size(), kBlock - held);
    std::ranges::copy(bytes.substr(0, more), rest_.data() + held);
    bytes.remove_prefix(more);
    if (held + more < kBlock) return;
    take_blocks(rest_.data(), 1);
  }
  take_blocks(bytes.data(), bytes.size() / kBlock);
  bytes.remove_prefix(bytes.size() / kBlock * kBlock);
  std::ranges::copy(bytes, rest_.data());
}

std::string Sha256::hex() const {
  constexpr size_t kSizeAt = kBlock - sizeof size_;
  // One bit, zeros, and the number of bits in the last eight bytes of a block.
  Sha256 last = *this;
  std::array<char, kBlock> padding{};
  padding[0] = static_cast<char>(0x80);
  const size_t held = size_ % kBlock;
  last.add({padding.data(), held < kSizeAt ? kSizeAt - held : kSizeAt + kBlock - held});
  std::array<char, sizeof size_> bits{};
  for (size_t i = 0; i < bits.size(); ++i) bits[i] = static_cast<char>(size_ * 8 >> (56 - 8 * i));
  last.add({bits.data(), bits.size()});
  std::string out;
  for (const uint32_t word : last.state_) {
    for (int shift = 28; shift >= 0; shift -= 4) out.push_back("0123456789abcdef"[word >> shift & 15]);
  }
  return out;
}

}  // namespace npscope

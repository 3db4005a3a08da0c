// SPDX-License-Identifier: MIT
// Open addressing with linear probing; eight bytes a step in the hash, because most category texts are short.
#include "core/table/dictionary.h"

#include <cstring>

namespace npscope {
namespace {

constexpr uint64_t kFactor = 0x9E3779B97F4A7C15ULL;

uint64_t load(const char* at, size_t size) {
  uint64_t word = 0;
  std::memcpy(&word, at, size);
  return word;
}

uint64_t mix(uint64_t hash) {
  hash *= kFactor;
  return hash ^ (hash >> 29);
}

/// Texts of up to eight bytes by two overlapping loads of fixed size, longer ones in steps of eight.
uint64_t hash_of(std::string_view text) {
  const char* at = text.data();
  const size_t size = text.size();
  uint64_t hash = size * kFactor;
  if (size >= 8) {
    for (size_t i = 0; i + 8 < size; i += 8) hash = mix(hash ^ load(at + i, 8));
    return mix(mix(hash ^ load(at + size - 8, 8)));
  }
  if (size >= 4) return mix(mix(hash ^ (load(at, 4) << 32 | load(at + size - 4, 4))));
  for (const char c : text) hash = hash << 8 ^ static_cast<unsigned char>(c);
  return mix(mix(hash));
}

}  // namespace

Dictionary::Dictionary() : slots_(64) {}

uint32_t Dictionary::code(std::string_view text) {
  const uint64_t hash = hash_of(text);
  const auto tag = static_cast<uint32_t>(hash >> 32);
  const size_t mask = slots_.size() - 1;
  for (size_t i = hash & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.code == kNoCode) return add(text, hash);
    if (slot.tag == tag && texts_[slot.code] == text) return slot.code;
  }
}

uint32_t Dictionary::add(std::string_view text, uint64_t hash) {
  if (texts_.size() >= kMost) return kNoCode;
  if (texts_.size() * 2 >= slots_.size()) grow();
  const auto code = static_cast<uint32_t>(texts_.size());
  texts_.emplace_back(text);
  hashes_.push_back(hash);
  const size_t mask = slots_.size() - 1;
  size_t i = hash & mask;
  while (slots_[i].code != kNoCode) i = (i + 1) & mask;
  slots_[i] = {static_cast<uint32_t>(hash >> 32), code};
  return code;
}

void Dictionary::grow() {
  std::vector<Slot> larger(slots_.size() * 4);
  const size_t mask = larger.size() - 1;
  for (uint32_t code = 0; code < texts_.size(); ++code) {
    size_t i = hashes_[code] & mask;
    while (larger[i].code != kNoCode) i = (i + 1) & mask;
    larger[i] = {static_cast<uint32_t>(hashes_[code] >> 32), code};
  }
  slots_.swap(larger);
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Open addressing with linear probing. Most category texts are short, so up to sixteen bytes are kept in the slot itself, as two
// words that may overlap: equal words and equal size mean equal texts.
#include "core/table/dictionary.h"

#include <cstring>

namespace npscope {
namespace {

constexpr uint64_t kFactor = 0x9E3779B97F4A7C15ULL;
constexpr size_t kInSlot = 16;

uint64_t load8(const char* at) {
  uint64_t word = 0;
  std::memcpy(&word, at, 8);
  return word;
}

uint64_t load4(const char* at) {
  uint32_t word = 0;
  std::memcpy(&word, at, 4);
  return word;
}

uint64_t mix(uint64_t hash) {
  hash *= kFactor;
  return hash ^ (hash >> 29);
}

}  // namespace

Dictionary::Dictionary(uint32_t most) : most_(most), slots_(64) {}

Dictionary::Key Dictionary::key_of(std::string_view text) {
  const char* at = text.data();
  const size_t size = text.size();
  Key key;
  if (size >= 8) {
    key.head = load8(at);
    key.tail = load8(at + size - 8);
  } else if (size >= 4) {
    key.head = load4(at) << 32 | load4(at + size - 4);
  } else {
    for (const char c : text) key.head = key.head << 8 | static_cast<unsigned char>(c);
  }
  key.hash = mix(mix(size * kFactor ^ key.head) ^ key.tail);
  for (size_t i = 8; i + 8 < size; i += 8) key.hash = mix(key.hash ^ load8(at + i));
  key.hash = mix(key.hash);
  return key;
}

uint32_t Dictionary::code(std::string_view text) {
  const Key key = key_of(text);
  const size_t mask = slots_.size() - 1;
  for (size_t i = key.hash & mask;; i = (i + 1) & mask) {
    const Slot& slot = slots_[i];
    if (slot.code == kNoCode) return add(text, key);
    if (slot.key.head != key.head || slot.key.tail != key.tail || slot.size != text.size()) continue;
    if (text.size() <= kInSlot || texts_[slot.code] == text) return slot.code;
  }
}

uint32_t Dictionary::add(std::string_view text, const Key& key) {
  if (texts_.size() >= most_) return kNoCode;
  if (texts_.size() * 2 >= slots_.size()) grow();
  const auto code = static_cast<uint32_t>(texts_.size());
  texts_.emplace_back(text);
  const size_t mask = slots_.size() - 1;
  size_t i = key.hash & mask;
  while (slots_[i].code != kNoCode) i = (i + 1) & mask;
  slots_[i] = {key, static_cast<uint32_t>(text.size()), code};
  return code;
}

void Dictionary::grow() {
  std::vector<Slot> larger(slots_.size() * 4);
  const size_t mask = larger.size() - 1;
  for (const Slot& slot : slots_) {
    if (slot.code == kNoCode) continue;
    size_t i = slot.key.hash & mask;
    while (larger[i].code != kNoCode) i = (i + 1) & mask;
    larger[i] = slot;
  }
  slots_.swap(larger);
}

}  // namespace npscope

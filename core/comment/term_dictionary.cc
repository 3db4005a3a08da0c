// SPDX-License-Identifier: MIT
// Two tables with open addressing: words by a part of their hash, pairs by their two numbers.
#include "core/comment/term_dictionary.h"

#include <algorithm>
#include <cstring>

#include "core/base/check.h"
#include "core/base/text_hash.h"
#include "core/comment/letters.h"

namespace npscope {
namespace {

constexpr size_t kFirstSlots = 1024;
constexpr uint64_t kOverlaps = uint64_t{1} << 63;

uint64_t key_of(uint32_t first, uint32_t second, bool overlaps) {
  return uint64_t{first} << 32 | second | (overlaps ? kOverlaps : 0);
}

size_t place_of(uint64_t pair) {
  pair *= 0x9E3779B97F4A7C15ULL;
  return static_cast<size_t>(pair ^ (pair >> 32));
}

template <class Part>
uint64_t part_at(std::string_view text, size_t at) {
  Part part;
  std::memcpy(&part, text.data() + at, sizeof(Part));
  return part;
}

/// The whole word, when it has up to eight bytes (no word has the byte 0); else its first seven and a byte that no UTF-8 has. The same
/// on every machine that we build for: all are little-endian.
uint64_t start_of(std::string_view word) {
  constexpr uint64_t kLonger = uint64_t{0xFF} << 56;
  const size_t size = word.size();
  if (size > 8) return part_at<uint64_t>(word, 0) | kLonger;
  // Two loads that overlap.
  if (size >= 4) return part_at<uint32_t>(word, 0) | part_at<uint32_t>(word, size - 4) << (size - 4) * 8;
  if (size >= 2) return part_at<uint16_t>(word, 0) | part_at<uint16_t>(word, size - 2) << (size - 2) * 8;
  return size == 0 ? 0 : part_at<uint8_t>(word, 0);
}

bool is_longer(uint64_t start) { return start >> 56 == 0xFF; }

/// Of two longer words whose first seven bytes are the same.
bool same_rest(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  return a.size() <= 15 ? part_at<uint64_t>(a, a.size() - 8) == part_at<uint64_t>(b, b.size() - 8) : a == b;
}

uint32_t hash_of(std::string_view word, uint64_t start) {
  uint64_t hash = is_longer(start) ? text_hash(word) : start;
  hash *= 0x9E3779B97F4A7C15ULL;
  hash ^= hash >> 32;
  hash *= 0x94D049BB133111EBULL;
  return static_cast<uint32_t>(hash ^ (hash >> 29));
}

/// Without its first letter and the marks on that.
std::string_view without_first(std::string_view word) {
  do {
    word.remove_prefix(first_code_point(word).size);
  } while (!word.empty() && letter_of(first_code_point(word).value).kind == LetterKind::kMark);
  return word;
}

}  // namespace

uint32_t TermDictionary::word(std::string_view text) {
  if (ends_.size() * 2 >= word_slots_.size()) grow_words();
  const uint64_t start = start_of(text);
  const uint32_t hash = hash_of(text, start);
  Slot& slot = word_slots_[word_slot(text, start, hash)];
  if (slot.number == 0) {
    NPS_CHECK(ends_.size() < UINT32_MAX / 2);
    texts_ += text;
    ends_.push_back(texts_.size());
    hashes_.push_back(hash);
    slot = {start, hash, static_cast<uint32_t>(ends_.size())};
  }
  return slot.number - 1;
}

uint32_t TermDictionary::find_word(std::string_view text) const {
  if (ends_.empty()) return kNone;
  const uint64_t start = start_of(text);
  const uint32_t number = word_slots_[word_slot(text, start, hash_of(text, start))].number;
  return number == 0 ? kNone : number - 1;
}

/// Where the word is, or where it would go. REQUIRES: some slot is free.
size_t TermDictionary::word_slot(std::string_view text, uint64_t start, uint32_t hash) const {
  const size_t mask = word_slots_.size() - 1;
  size_t i = hash & mask;
  for (; word_slots_[i].number != 0; i = (i + 1) & mask) {
    const Slot& slot = word_slots_[i];
    if (slot.hash == hash && slot.start == start && (!is_longer(start) || same_rest(word_text(slot.number - 1), text))) break;
  }
  return i;
}

uint32_t TermDictionary::pair(uint32_t first, uint32_t second, bool overlaps) {
  if (pairs_.size() * 2 >= pair_slots_.size()) grow_pairs();
  const uint64_t key = key_of(first, second, overlaps);
  const size_t slot = pair_slot(key);
  if (pair_slots_[slot] == 0) {
    NPS_CHECK(pairs_.size() < kNone - 1);
    pairs_.push_back(key);
    pair_slots_[slot] = static_cast<uint32_t>(pairs_.size());
  }
  return pair_slots_[slot] - 1;
}

uint32_t TermDictionary::find_pair(uint32_t first, uint32_t second, bool overlaps) const {
  if (pairs_.empty()) return kNone;
  const uint32_t number = pair_slots_[pair_slot(key_of(first, second, overlaps))];
  return number == 0 ? kNone : number - 1;
}

/// Where the pair is, or where it would go. REQUIRES: some slot is free.
size_t TermDictionary::pair_slot(uint64_t key) const {
  const size_t mask = pair_slots_.size() - 1;
  size_t i = place_of(key) & mask;
  while (pair_slots_[i] != 0 && pairs_[pair_slots_[i] - 1] != key) i = (i + 1) & mask;
  return i;
}

std::string_view TermDictionary::word_text(uint32_t word) const {
  const uint64_t start = word == 0 ? 0 : ends_[word - 1];
  return std::string_view(texts_).substr(start, ends_[word] - start);
}

TermDictionary::Pair TermDictionary::pair_of(uint32_t pair) const {
  const uint64_t key = pairs_[pair];
  return {static_cast<uint32_t>((key & ~kOverlaps) >> 32), static_cast<uint32_t>(key), (key & kOverlaps) != 0};
}

std::string TermDictionary::pair_text(uint32_t pair) const {
  const Pair both = pair_of(pair);
  std::string text(word_text(both.first));
  const std::string_view second = word_text(both.second);
  if (both.overlaps) return text += without_first(second);
  if (!text.ends_with('\'')) text += ' ';
  return text += second;
}

TermDictionary::Numbers TermDictionary::merge(const TermDictionary& other) {
  Numbers numbers;
  numbers.words.reserve(other.words());
  numbers.pairs.reserve(other.pairs());
  for (uint32_t i = 0; i < other.words(); ++i) numbers.words.push_back(word(other.word_text(i)));
  for (uint32_t i = 0; i < other.pairs(); ++i) {
    const Pair both = other.pair_of(i);
    numbers.pairs.push_back(pair(numbers.words[both.first], numbers.words[both.second], both.overlaps));
  }
  return numbers;
}

void TermDictionary::grow_words() {
  std::vector<Slot> larger(std::max(kFirstSlots, word_slots_.size() * 2));
  const size_t mask = larger.size() - 1;
  for (const Slot& slot : word_slots_) {
    if (slot.number == 0) continue;
    size_t i = slot.hash & mask;
    while (larger[i].number != 0) i = (i + 1) & mask;
    larger[i] = slot;
  }
  word_slots_.swap(larger);
}

void TermDictionary::grow_pairs() {
  std::vector<uint32_t> larger(std::max(kFirstSlots, pair_slots_.size() * 2));
  const size_t mask = larger.size() - 1;
  for (uint32_t number = 1; number <= pairs_.size(); ++number) {
    size_t i = place_of(pairs_[number - 1]) & mask;
    while (larger[i] != 0) i = (i + 1) & mask;
    larger[i] = number;
  }
  pair_slots_.swap(larger);
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// After Unicode Standard Annex 15. Only stretches that the quick check doubts are taken apart and put together again; they end where
// nothing can join over the border.
#include "core/base/nfc.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <vector>

#include "core/base/packed_numbers.h"
#include "core/base/simd.h"
#include "core/base/utf8.h"

namespace npscope {
namespace {

#include "core/base/nfc_tables.inc"

/// Below this lead byte stand the code points before U+0300, none of which NFC changes.
constexpr unsigned char kFirstLead = 0xCC;

constexpr uint32_t kNone = 0xFFFFFFFF;

// Hangul by arithmetic: Unicode Standard, 3.12.
constexpr uint32_t kLeading = 0x1100;
constexpr uint32_t kVowel = 0x1161;
constexpr uint32_t kTrailing = 0x11A7;  // one before the first
constexpr uint32_t kSyllable = 0xAC00;
constexpr uint32_t kLeadings = 19;
constexpr uint32_t kVowels = 21;
constexpr uint32_t kTrailings = 28;
constexpr uint32_t kSyllables = kLeadings * kVowels * kTrailings;

/// What the quick check wants to know of a code point: the rank of its combining class (0: none), and whether it may change at all.
constexpr uint8_t kDoubt = 0x80;

class Tables {
 public:
  struct Decomposition {
    uint32_t character = 0;
    uint32_t first = 0;
    uint32_t second = kNone;
  };

  Tables() : pages_(kPages, 0), properties_(kPageSize, 0) {
    read_decompositions();
    PackedNumbers runs(kClasses);
    for (uint32_t at = 0; runs.more();) {
      at += runs.next();
      for (const uint32_t end = at + runs.next(), rank = runs.next(); at < end; ++at) {
        property(at) = static_cast<uint8_t>(property(at) | rank);
      }
    }
    for (uint32_t c = kVowel; c < kVowel + kVowels; ++c) property(c) |= kDoubt;
    for (uint32_t c = kTrailing + 1; c < kTrailing + kTrailings; ++c) property(c) |= kDoubt;
  }

  [[nodiscard]] uint8_t of(uint32_t c) const { return properties_[pages_[c / kPageSize] * kPageSize + c % kPageSize]; }

  [[nodiscard]] const Decomposition* decomposition(uint32_t c) const {
    const auto found = std::ranges::lower_bound(decompositions_, c, {}, &Decomposition::character);
    return found != decompositions_.end() && found->character == c ? &*found : nullptr;
  }

  /// The character of both, or kNone.
  [[nodiscard]] uint32_t composed(uint32_t first, uint32_t second) const {
    if (first - kLeading < kLeadings && second - kVowel < kVowels) {
      return kSyllable + ((first - kLeading) * kVowels + (second - kVowel)) * kTrailings;
    }
    if (first - kSyllable < kSyllables && (first - kSyllable) % kTrailings == 0 && second - kTrailing - 1 < kTrailings - 1) {
      return first + (second - kTrailing);
    }
    const auto found = std::ranges::lower_bound(compositions_, key(first, second), {}, key_of);
    return found != compositions_.end() && key_of(*found) == key(first, second) ? found->character : kNone;
  }

 private:
  static constexpr size_t kPageSize = 128;
  static constexpr size_t kPages = 0x110000 / kPageSize;

  static uint64_t key(uint32_t first, uint32_t second) { return uint64_t{first} << 32 | second; }
  static uint64_t key_of(const Decomposition& pair) { return key(pair.first, pair.second); }

  uint8_t& property(uint32_t c) {
    uint8_t& page = pages_[c / kPageSize];
    if (page == 0) {
      page = static_cast<uint8_t>(properties_.size() / kPageSize);
      properties_.resize(properties_.size() + kPageSize, 0);
    }
    return properties_[page * kPageSize + c % kPageSize];
  }

  void read_decompositions() {
    PackedNumbers characters(kCharacters);
    PackedNumbers firsts(kFirsts);
    PackedNumbers seconds(kSeconds);
    Decomposition last{0, 0, 0};
    while (characters.more()) {
      const uint32_t step = characters.next();
      last.character += step / 4;
      last.first = firsts.next_from(last.first);
      if ((step & 2) != 0) last.second = seconds.next_from(last.second);
      decompositions_.push_back({last.character, last.first, (step & 2) != 0 ? last.second : kNone});
      if ((step & 1) != 0) {
        compositions_.push_back(last);
        property(last.second) |= kDoubt;
      } else {
        property(last.character) |= kDoubt;
      }
    }
    // Less code than sort(), and it runs once.
    std::ranges::make_heap(compositions_, {}, key_of);
    std::ranges::sort_heap(compositions_, {}, key_of);
  }

  std::vector<uint8_t> pages_;
  std::vector<uint8_t> properties_;
  std::vector<Decomposition> decompositions_;
  std::vector<Decomposition> compositions_;
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

/// The code point of a valid sequence of `length` bytes.
uint32_t decoded(const char* at, size_t length) {
  constexpr std::array<uint8_t, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  uint32_t c = static_cast<unsigned char>(*at) & kLeadBits[length];
  for (size_t i = 1; i < length; ++i) c = c << 6 | (static_cast<unsigned char>(at[i]) & 0x3F);
  return c;
}

/// The first byte from U+0300 on.
size_t plain_size(std::string_view text) {
  size_t at = 0;
#if NPSCOPE_SIMD
  const simd::Bytes16 highest = simd::splat(static_cast<char>(kFirstLead - 1));
  const simd::Bytes16 zero = simd::splat(0);
  for (; at + 16 <= text.size(); at += 16) {
    const simd::Bytes16 above = simd::subtract_saturated(simd::load(text.data() + at), highest);
    const uint32_t plain = simd::high_bits(simd::equal(above, zero));
    if (plain != 0xFFFF) return at + static_cast<size_t>(std::countr_one(plain));
  }
#endif
  while (at < text.size() && static_cast<unsigned char>(text[at]) < kFirstLead) ++at;
  return at;
}

class Walk {
 public:
  Walk(std::string_view text, size_t at) : text_(text), at_(at) {}

  /// True until the end; then `character` (kNone: a byte that is no text), `size` and `property` are those at at().
  bool look() {
    if (at_ == text_.size()) return false;
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte < 0x80) {
      character = byte, size = 1, property = 0;
      return true;
    }
    size = utf8_sequence_length(text_.substr(at_));
    character = size == 0 ? kNone : decoded(text_.data() + at_, size);
    property = byte < kFirstLead || size == 0 ? 0 : tables_.of(character);
    size = std::max<size_t>(size, 1);
    return true;
  }
  void step() { at_ += size; }
  [[nodiscard]] size_t at() const { return at_; }

  uint32_t character = kNone;
  size_t size = 0;
  uint8_t property = 0;

 private:
  const Tables& tables_ = tables();
  std::string_view text_;
  size_t at_;
};

/// A stretch between two places over which nothing joins.
class Stretch {
 public:
  void add(uint32_t c) {
    if (c - kSyllable < kSyllables) {
      const uint32_t index = c - kSyllable;
      keep(kLeading + index / (kVowels * kTrailings));
      keep(kVowel + index / kTrailings % kVowels);
      if (index % kTrailings != 0) keep(kTrailing + index % kTrailings);
      return;
    }
    const Tables::Decomposition* const parts = tables_.decomposition(c);
    if (parts == nullptr) return keep(c);
    add(parts->first);
    if (parts->second != kNone) add(parts->second);
  }

  /// Appends the stretch in NFC, and is empty again.
  void write(std::string& out) {
    order();
    compose();
    for (const Mark& mark : marks_) append_code_point(out, mark.character);
    marks_.clear();
  }

 private:
  struct Mark {
    uint32_t character = 0;
    uint8_t rank = 0;
  };

  void keep(uint32_t c) { marks_.push_back({c, static_cast<uint8_t>(tables_.of(c) & ~kDoubt)}); }

  void order() {
    const auto is_starter = [](const Mark& mark) { return mark.rank == 0; };
    for (auto from = marks_.begin(); from != marks_.end();) {
      from = std::find_if_not(from, marks_.end(), is_starter);
      const auto to = std::find_if(from, marks_.end(), is_starter);
      sort_by_rank({from, to});
      from = to;
    }
  }

  /// By counting: it is stable, and linear for a letter with very many marks.
  static void sort_by_rank(std::span<Mark> marks) {
    if (marks.size() < 2) return;
    std::array<size_t, kDoubt + 1> places{};
    for (const Mark& mark : marks) ++places[mark.rank + 1U];
    for (size_t rank = 1; rank < places.size(); ++rank) places[rank] += places[rank - 1];
    std::vector<Mark> sorted(marks.size());
    for (const Mark& mark : marks) sorted[places[mark.rank]++] = mark;
    std::ranges::copy(sorted, marks.begin());
  }

  /// Joins each mark to the last starter when no mark of its rank or above, and no other starter, stands between.
  void compose() {
    size_t kept = 0;
    size_t starter = marks_.size();
    uint8_t blocked = 0;
    for (const Mark mark : marks_) {
      const bool next_to = kept == starter + 1;
      if (starter < kept && (next_to || blocked < mark.rank)) {
        const uint32_t composed = tables_.composed(marks_[starter].character, mark.character);
        if (composed != kNone) {
          marks_[starter].character = composed;
          continue;
        }
      }
      if (mark.rank == 0) starter = kept;
      blocked = mark.rank;
      marks_[kept++] = mark;
    }
    marks_.resize(kept);
  }

  const Tables& tables_ = tables();
  std::vector<Mark> marks_;
};

struct Doubt {
  /// Where the first doubt is, and the last place before it over which nothing joins. Both the size of the text: there is none.
  size_t at = 0;
  size_t border = 0;
};

Doubt find_doubt(std::string_view text) {
  size_t start = plain_size(text);
  if (start == text.size()) return {start, start};
  // The character before may be what the first one joins.
  size_t border = start;
  if (border > 0) --border;
  while (border > 0 && (text[border] & 0xC0) == 0x80) --border;
  uint8_t last = 0;
  for (Walk walk(text, start); walk.look(); walk.step()) {
    const auto rank = static_cast<uint8_t>(walk.property & ~kDoubt);
    if ((walk.property & kDoubt) != 0 || (rank != 0 && rank < last)) return {walk.at(), border};
    if (rank == 0) border = walk.at();
    last = rank;
  }
  return {text.size(), text.size()};
}

}  // namespace

bool is_nfc(std::string_view text) {
  const Doubt doubt = find_doubt(text);
  if (doubt.at == text.size()) return true;
  std::string scratch;
  return nfc(text, scratch) == text;
}

std::string_view nfc(std::string_view text, std::string& scratch) {
  const Doubt doubt = find_doubt(text);
  if (doubt.at == text.size()) return text;
  scratch.assign(text.substr(0, doubt.border));
  Stretch stretch;
  for (Walk walk(text, doubt.border); walk.look(); walk.step()) {
    if (walk.property == 0) stretch.write(scratch);
    if (walk.character == kNone) {
      scratch += text[walk.at()];
    } else {
      stretch.add(walk.character);
    }
  }
  stretch.write(scratch);
  return scratch;
}

}  // namespace npscope

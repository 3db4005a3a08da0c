// SPDX-License-Identifier: MIT
// The runs are unpacked into pages at the first text that asks; a page of one value is shared by all that look the same.
#include "core/comment/letters.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "core/base/packed_numbers.h"
#include "core/base/utf8.h"

namespace npscope {
namespace {

#include "core/comment/letter_tables.inc"

constexpr uint32_t kCodePoints = 0x110000;
constexpr uint8_t kFoldsBit = 0x80;

struct FoldRun {
  uint32_t first = 0;
  uint32_t last = 0;
  uint32_t step = 1;
  /// Added with wrapping.
  uint32_t distance = 0;
};

class Tables {
 public:
  Tables() : pages_(kCodePoints / kPageSize, 0), values_(kPageSize, 0) {
    PackedNumbers runs(kProperties);
    for (uint32_t at = 0; runs.more();) {
      const uint32_t first = at + runs.next();
      at = first + runs.next();
      set_run(first, at, static_cast<uint8_t>(runs.next()));
    }
    PackedNumbers folds(kFolds);
    for (uint32_t before = 0; folds.more();) {
      FoldRun run;
      run.first = before + folds.next();
      const uint32_t more = folds.next();
      run.step = 1 + (more & 1);
      run.last = before = run.first + more / 2 * run.step;
      const uint32_t distance = folds.next();
      run.distance = (distance & 1) == 0 ? distance / 2 : ~(distance / 2);
      folds_.push_back(run);
      for (uint32_t c = run.first; c <= run.last; c += run.step) value(c) |= kFoldsBit;
    }
  }

  [[nodiscard]] uint8_t of(uint32_t c) const {
    return c < kCodePoints ? values_[pages_[c / kPageSize] * kPageSize + c % kPageSize] : 0;
  }

  [[nodiscard]] uint32_t folded(uint32_t c) const {
    const auto run = std::ranges::lower_bound(folds_, c, {}, &FoldRun::last);
    const bool folds = run != folds_.end() && c >= run->first && (c - run->first) % run->step == 0;
    return folds ? c + run->distance : c;
  }

 private:
  static constexpr size_t kPageSize = 128;

  void set_run(uint32_t first, uint32_t end, uint8_t value_of_run) {
    while (first < end) {
      if (first % kPageSize == 0 && end - first >= kPageSize) {
        pages_[first / kPageSize] = page_of(value_of_run);
        first += kPageSize;
      } else {
        value(first++) = value_of_run;
      }
    }
  }

  uint16_t new_page(uint8_t of) {
    values_.resize(values_.size() + kPageSize, of);
    return static_cast<uint16_t>(values_.size() / kPageSize - 1);
  }

  uint16_t page_of(uint8_t of) {
    if (whole_[of] == 0) whole_[of] = new_page(of);
    return whole_[of];
  }

  /// For writing: never in a shared page.
  uint8_t& value(uint32_t c) {
    uint16_t& page = pages_[c / kPageSize];
    const uint8_t of = values_[page * kPageSize];
    if (page == 0) {
      page = new_page(0);
    } else if (whole_[of] == page) {
      page = new_page(of);
    }
    return values_[page * kPageSize + c % kPageSize];
  }

  std::vector<uint16_t> pages_;
  std::vector<uint8_t> values_;
  /// The shared page of each value; 0: there is none yet.
  std::array<uint16_t, 256> whole_{};
  std::vector<FoldRun> folds_;
};

const Tables& tables() {
  static const Tables kTables;
  return kTables;
}

}  // namespace

Letter letter_of(uint32_t code_point) {
  const uint8_t value = tables().of(code_point);
  return {static_cast<LetterKind>(value >> 4 & 7), static_cast<Script>(value & 15), (value & kFoldsBit) != 0};
}

uint32_t fold_case(uint32_t code_point) { return tables().folded(code_point); }

CodePoint first_code_point(std::string_view text) {
  const auto byte = static_cast<unsigned char>(text.front());
  if (byte < 0x80) return {byte, 1};
  constexpr std::array<uint8_t, 5> kLeadBits = {0, 0x7F, 0x1F, 0x0F, 0x07};
  const size_t size = utf8_sequence_length(text);
  if (size == 0) return {};
  uint32_t c = byte & kLeadBits[size];
  for (size_t i = 1; i < size; ++i) c = c << 6 | (static_cast<unsigned char>(text[i]) & 0x3F);
  return {c, static_cast<uint32_t>(size)};
}

}  // namespace npscope

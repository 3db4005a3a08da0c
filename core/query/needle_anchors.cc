// SPDX-License-Identifier: MIT
// Around each boundary between two code points: the bytes behind it as far as all forms are of one size, and one byte before it.
#include "core/query/needle_anchors.h"

#include <algorithm>
#include <limits>
#include <string_view>
#include <vector>

namespace npscope {
namespace {

using Anchor = NeedleAnchors::Anchor;

constexpr size_t kMostPoints = 48;
/// In cycles: one comparison of sixteen bytes, by byte, and a place that has to be looked at.
constexpr double kCompare = 0.06;
constexpr double kLookAt = 30;

void add_byte(Anchor& anchor, char byte) {
  if (anchor.may_be(byte)) return;
  if (anchor.count < anchor.bytes.size()) anchor.bytes[anchor.count] = byte;
  ++anchor.count;
}

void add_anchor(std::vector<Anchor>& anchors, Anchor anchor) {
  if (anchor.count == 0 || anchor.count > anchor.bytes.size()) return;
  std::fill(anchor.bytes.begin() + static_cast<ptrdiff_t>(anchor.count), anchor.bytes.end(), anchor.bytes[anchor.count - 1]);
  anchors.push_back(anchor);
}

/// Ascending by offset.
std::vector<Anchor> anchors_around(const std::vector<FoldedNeedle::Point>& points, size_t pivot) {
  std::vector<Anchor> anchors;
  if (pivot > 0) {
    Anchor before{-1, {}, 0};
    for (const FoldedNeedle::Form& form : points[pivot - 1].forms) add_byte(before, form.last());
    add_anchor(anchors, before);
  }
  int offset = 0;
  for (size_t i = pivot; i < points.size() && i < kMostPoints; ++i) {
    const FoldedNeedle::Point& point = points[i];
    const bool fixed = point.has_one_size();
    const size_t bytes = fixed ? point.forms.front().size : 1;
    for (size_t b = 0; b < bytes; ++b) {
      Anchor anchor{offset++, {}, 0};
      for (const FoldedNeedle::Form& form : point.forms) add_byte(anchor, form.bytes[b]);
      add_anchor(anchors, anchor);
    }
    if (!fixed) break;
  }
  return anchors;
}

class Chooser {
 public:
  explicit Chooser(const ByteFrequencies& frequencies) : frequencies_(frequencies) {
    for (const uint32_t frequency : frequencies) total_ += frequency;
  }

  void offer(size_t pivot, const std::vector<Anchor>& anchors) {
    for (size_t i = 0; i < anchors.size(); ++i) {
      for (size_t j = i; j < anchors.size(); ++j) {
        const double share = i == j ? share_of(anchors[i]) : share_of(anchors[i]) * share_of(anchors[j]);
        const double cost = kLookAt * share + kCompare * static_cast<double>(anchors[i].count + anchors[j].count);
        if (cost >= least_) continue;
        least_ = cost;
        best_ = NeedleAnchors{pivot, anchors[i], anchors[j]};
      }
    }
  }

  [[nodiscard]] std::optional<NeedleAnchors> best() const { return best_; }

 private:
  [[nodiscard]] double share_of(const Anchor& anchor) const {
    double sum = 0.5;
    for (size_t i = 0; i < anchor.count; ++i) sum += frequencies_[static_cast<unsigned char>(anchor.bytes[i])];
    return sum / (total_ + 1);
  }

  const ByteFrequencies& frequencies_;
  double total_ = 0;
  double least_ = std::numeric_limits<double>::max();
  std::optional<NeedleAnchors> best_;
};

ByteFrequencies european() {
  constexpr std::string_view kLetters = "etaoinsrhldcumfpgwybvkxjqz";
  ByteFrequencies frequencies{};
  frequencies.fill(2);
  frequencies[' '] = 160;
  for (size_t i = 0; i < kLetters.size(); ++i) {
    const auto letter = static_cast<unsigned char>(kLetters[i]);
    frequencies[letter] = static_cast<uint32_t>(100 * (kLetters.size() - i) / kLetters.size());
    frequencies[letter - 'a' + 'A'] = 4;
  }
  // What begins letters beyond ASCII.
  for (const unsigned lead : {0xC3U, 0xCEU, 0xCFU, 0xD0U, 0xD1U, 0xE2U, 0xE3U, 0xE4U, 0xE5U}) frequencies[lead] = 30;
  return frequencies;
}

}  // namespace

bool Anchor::may_be(char byte) const {
  const auto end = bytes.begin() + static_cast<ptrdiff_t>(std::min(count, bytes.size()));
  return std::find(bytes.begin(), end, byte) != end;
}

const ByteFrequencies& usual_frequencies() {
  static const ByteFrequencies kUsual = european();
  return kUsual;
}

std::optional<NeedleAnchors> choose_anchors(const FoldedNeedle& needle, const ByteFrequencies& frequencies) {
  if (needle.has_replacement()) return std::nullopt;
  Chooser chooser(frequencies);
  for (size_t pivot = 0; pivot <= std::min(needle.points().size(), kMostPoints); ++pivot)
    chooser.offer(pivot, anchors_around(needle.points(), pivot));
  return chooser.best();
}

}  // namespace npscope

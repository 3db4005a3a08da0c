// SPDX-License-Identifier: MIT
// One scan over a stretch of bytes for both uses: a single text, and all neighbours in a block whose texts are wanted.
#include "core/query/text_search.h"

#include <algorithm>
#include <array>
#include <bit>

#include "core/base/check.h"
#include "core/base/simd_block.h"
#include "core/comment/letters.h"

namespace npscope {
namespace {

/// So many bytes of a column say what its texts are made of.
constexpr size_t kSample = size_t{64} << 10;
/// Texts that are not asked for are read over when they are this short: going on costs less than beginning anew.
constexpr ptrdiff_t kShortGap = 256;

#if NPSCOPE_SIMD
using simd::Bytes16;

/// kBytes: how many different bytes each anchor may be at most.
template <size_t kBytes>
class Pairs {
 public:
  explicit Pairs(const NeedleAnchors& anchors) : distance_(anchors.second.offset - anchors.first.offset) {
    for (size_t i = 0; i < kBytes; ++i) {
      first_[i] = simd::splat(anchors.first.bytes[i]);
      second_[i] = simd::splat(anchors.second.bytes[i]);
    }
  }

  /// The high bit of each byte: it may be the first anchor, and the one at the distance the second.
  [[nodiscard]] Bytes16 at(const char* place) const {
    return simd::both(any_of(simd::load(place), first_), any_of(simd::load(place + distance_), second_));
  }

  [[nodiscard]] uint64_t in_block(const char* place) const {
    const Bytes16 a = at(place);
    const Bytes16 b = at(place + 16);
    const Bytes16 c = at(place + 32);
    const Bytes16 d = at(place + 48);
    if (!simd::any(simd::either(simd::either(a, b), simd::either(c, d)))) return 0;
    const uint64_t low = simd::high_bits(a) | simd::high_bits(b) << 16;
    const uint64_t high = simd::high_bits(c) | simd::high_bits(d) << 16;
    return low | high << 32;
  }

 private:
  static Bytes16 any_of(Bytes16 bytes, const std::array<Bytes16, kBytes>& wanted) {
    Bytes16 found = simd::equal(bytes, wanted[0]);
    for (size_t i = 1; i < kBytes; ++i) found = simd::either(found, simd::equal(bytes, wanted[i]));
    return found;
  }

  ptrdiff_t distance_;
  std::array<Bytes16, kBytes> first_;
  std::array<Bytes16, kBytes> second_;
};

/// Takes whole blocks and sixteens; returns where it has stopped, and `stop` when `take` has said so.
template <size_t kBytes, class Take>
const char* take_wide(const char* at, const char* end, const NeedleAnchors& anchors, bool& stop, const Take& take) {
  const Pairs<kBytes> pairs(anchors);
  const auto take_bits = [&](uint64_t bits) {
    for (; bits != 0 && !stop; bits &= bits - 1) stop = take(at + std::countr_zero(bits));
  };
  for (; end - at >= 64 && !stop; at += 64) take_bits(pairs.in_block(at));
  for (; end - at >= 16 && !stop; at += 16) take_bits(simd::high_bits(pairs.at(at)));
  return at;
}
#endif

/// Calls `take` with each place in [begin, end) of a byte that may be the first anchor while the second is at its distance before `end`,
/// ascending, until it says true.
template <class Take>
void scan(const char* begin, const char* end, const NeedleAnchors& anchors, const Take& take) {
  const ptrdiff_t distance = anchors.second.offset - anchors.first.offset;
  if (end - begin <= distance) return;
  const char* const stop_at = end - distance;
  const char* at = begin;
  bool stop = false;
#if NPSCOPE_SIMD
  const bool few = anchors.first.count <= 2 && anchors.second.count <= 2;
  at = few ? take_wide<2>(at, stop_at, anchors, stop, take)
           : take_wide<NeedleAnchors::kMostBytes>(at, stop_at, anchors, stop, take);
#endif
  for (; at < stop_at && !stop; ++at) {
    if (anchors.first.may_be(*at) && anchors.second.may_be(at[distance])) stop = take(at);
  }
}

/// Bytes of a sample of the texts.
ByteFrequencies frequencies_of(const TextColumn& column) {
  ByteFrequencies frequencies{};
  size_t bytes = 0;
  for (size_t i = 0; i < column.size() && bytes < kSample; ++i) {
    const std::string_view text = column.text(i).substr(0, kSample);
    for (const char c : text) ++frequencies[static_cast<unsigned char>(c)];
    bytes += text.size();
  }
  return frequencies;
}

/// Texts that stand behind each other in memory, from the response `first` to the response `last`.
struct Stretch {
  size_t first = 0;
  size_t last = 0;
  const char* begin = nullptr;
  const char* end = nullptr;
};

Stretch stretch_from(const TextColumn& column, const Selection& among, size_t first) {
  const std::string_view text = column.text(first);
  Stretch stretch{first, first, text.data(), text.data() + text.size()};
  const char* behind = stretch.end;
  for (size_t i = first + 1; i < column.size(); ++i) {
    const std::string_view next = column.text(i);
    if (next.empty()) continue;
    if (next.data() != behind) break;
    behind += next.size();
    if (among[i] != 0) {
      stretch.last = i;
      stretch.end = behind;
    } else if (behind - stretch.end > kShortGap) {
      break;
    }
  }
  return stretch;
}

void find_in_stretch(const TextColumn& column, const Selection& among, const Stretch& stretch, const FoldedNeedle& needle,
                     const NeedleAnchors& anchors, Selection& hits) {
  size_t response = stretch.first;
  std::string_view text = column.text(response);
  // Everything before is decided.
  const char* done = stretch.begin;
  scan(stretch.begin, stretch.end, anchors, [&](const char* place) {
    if (place < done) return false;
    while (text.empty() || place >= text.data() + text.size()) text = column.text(++response);
    const ptrdiff_t at = place - text.data() - anchors.first.offset;
    const bool inside = at >= 0 && at <= static_cast<ptrdiff_t>(text.size());
    if (among[response] != 0 && inside && needle.match(text, static_cast<size_t>(at), anchors.pivot)) hits[response] = 1;
    if (among[response] == 0 || hits[response] != 0) done = text.data() + text.size();
    return false;
  });
}

}  // namespace

TextSearch::TextSearch(std::string_view needle) : needle_(needle), usual_(choose_anchors(needle_, usual_frequencies())) {}

std::optional<TextSearch::Found> TextSearch::plainly(std::string_view text, size_t from) const {
  for (size_t at = from;; at += first_code_point(text.substr(at)).size) {
    const std::optional<FoldedNeedle::Place> place = needle_.match(text, at, 0);
    if (place) return Found{place->from, place->to - place->from};
    if (at >= text.size()) return std::nullopt;
  }
}

std::optional<TextSearch::Found> TextSearch::first_in(std::string_view text, size_t from) const {
  if (!usual_) return plainly(text, from);
  const std::string_view rest = text.substr(from);
  std::optional<Found> found;
  scan(rest.data(), rest.data() + rest.size(), *usual_, [&](const char* place) {
    const ptrdiff_t at = place - rest.data() - usual_->first.offset;
    if (at < 0 || at > static_cast<ptrdiff_t>(rest.size())) return false;
    const std::optional<FoldedNeedle::Place> match = needle_.match(rest, static_cast<size_t>(at), usual_->pivot);
    if (match) found = Found{from + match->from, match->to - match->from};
    return match.has_value();
  });
  return found;
}

Selection TextSearch::in_texts(const TextColumn& column, const Selection& among) const {
  NPS_CHECK(column.size() == among.size());
  Selection hits(among.size());
  const std::optional<NeedleAnchors> anchors = choose_anchors(needle_, frequencies_of(column));
  for (size_t i = 0; i < among.size(); ++i) {
    if (among[i] == 0) continue;
    if (!anchors) {
      hits[i] = plainly(column.text(i), 0) ? 1 : 0;
    } else if (!column.text(i).empty()) {
      const Stretch stretch = stretch_from(column, among, i);
      find_in_stretch(column, among, stretch, needle_, *anchors, hits);
      i = stretch.last;
    }
  }
  return hits;
}

}  // namespace npscope

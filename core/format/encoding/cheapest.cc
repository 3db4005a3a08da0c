// SPDX-License-Identifier: MIT
// The encodings in competition: an excerpt of the sample is charged in each, and the distance to the next one that gives another
// text is the confidence.
#include <algorithm>
#include <array>

#include "core/format/encoding/single_byte.h"
#include "core/format/encoding/text_cost.h"

namespace npscope {
namespace {

/// So much text decides; more would only take time.
constexpr size_t kExcerpt = 16 << 10;
/// ASCII that is kept on both sides of other bytes.
constexpr size_t kAround = 12;

/// Bits, times ten, that an encoding costs because it is rare in files of today.
struct Prior {
  Encoding encoding;
  int64_t cost;
};

constexpr auto kPriors =
    std::to_array<Prior>({{Encoding::kWindows1252, 0},     {Encoding::kWindows1250, 20},    {Encoding::kWindows1251, 20},
                          {Encoding::kGb18030, 20},        {Encoding::kBig5, 20},           {Encoding::kShiftJis, 20},
                          {Encoding::kEucKr, 20},          {Encoding::kWindows1253, 30},    {Encoding::kWindows1254, 30},
                          {Encoding::kWindows1255, 30},    {Encoding::kWindows1256, 30},    {Encoding::kWindows1257, 30},
                          {Encoding::kWindows874, 30},     {Encoding::kIso8859Part2, 40},   {Encoding::kEucJp, 40},
                          {Encoding::kKoi8r, 40},          {Encoding::kIbm866, 40},         {Encoding::kIso8859Part7, 40},
                          {Encoding::kMacintosh, 50},      {Encoding::kKoi8u, 50},          {Encoding::kIso8859Part5, 50},
                          {Encoding::kIso8859Part6, 50},   {Encoding::kIso8859Part15, 60},  {Encoding::kIso8859Part8, 60},
                          {Encoding::kWindows1258, 60},    {Encoding::kMacCyrillic, 70},    {Encoding::kIso8859Part13, 80},
                          {Encoding::kIso8859Part4, 150},  {Encoding::kIso8859Part16, 150}, {Encoding::kIso8859Part3, 150},
                          {Encoding::kIso8859Part10, 150}, {Encoding::kIso8859Part14, 150}});

/// Good text in the encoding that most files of one byte a character have is read as such, though marked as uncertain, when a few
/// letters of another language let a neighbour come close.
constexpr double kUsualConfidence = 0.45;
constexpr double kGoodQuality = 0.6;

/// What a declaration in the text is worth.
constexpr int64_t kDeclared = 400;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// The parts of the sample that are not ASCII, with a little of what stands around them; line ends where something was left out.
std::string excerpt_of(std::string_view sample) {
  std::string excerpt;
  size_t at = 0;
  while (at < sample.size() && excerpt.size() < kExcerpt) {
    const auto high = std::find_if(sample.begin() + static_cast<std::ptrdiff_t>(at), sample.end(), is_high);
    if (high == sample.end()) break;
    const auto first = static_cast<size_t>(high - sample.begin());
    if (first > at + kAround) {
      excerpt += '\n';
      at = first - kAround;
    }
    size_t end = first + 1;
    for (size_t last = first; end < sample.size() && end - last <= kAround && end - at < kExcerpt; ++end) {
      if (is_high(sample[end])) last = end;
    }
    excerpt += sample.substr(at, end - at);
    at = end;
  }
  return excerpt;
}

using Bytes128 = std::array<bool, 128>;

Bytes128 high_bytes_of(std::string_view sample) {
  Bytes128 seen = {};
  for (const char c : sample) {
    if (is_high(c)) seen[static_cast<unsigned char>(c) - 0x80] = true;
  }
  return seen;
}

/// True when both give the same text for these bytes.
bool same_text(Encoding a, Encoding b, const Bytes128& seen) {
  if (!is_single_byte(a) || !is_single_byte(b)) return a == b;
  const std::u16string_view of_a = upper_half(a);
  const std::u16string_view of_b = upper_half(b);
  for (size_t i = 0; i < seen.size(); ++i) {
    if (seen[i] && of_a[i] != of_b[i]) return false;
  }
  return true;
}

/// From bits of distance to a share of certainty: 7 bits are a half, 20 bits nine tenths.
double certainty(int64_t distance) {
  const double bits = static_cast<double>(std::max<int64_t>(distance, 0)) / 10;
  return bits * bits / (bits * bits + 49);
}

/// 1 for text, 0 for what costs as much as meaningless bytes.
double quality(const TextCost& cost) {
  if (cost.garbage <= 0) return 0;
  const double share = static_cast<double>(cost.cost) / static_cast<double>(cost.garbage);
  return std::clamp((0.94 - share) / 0.14, 0.0, 1.0);
}

struct Candidate {
  Encoding encoding;
  int64_t cost;  // with the prior
  TextCost text;
};

}  // namespace

EncodingGuess cheapest_encoding(std::string_view sample, std::optional<Encoding> declared) {
  constexpr size_t kAlternatives = 5;
  const std::string excerpt = excerpt_of(sample);
  if (declared == Encoding::kGbk) declared = Encoding::kGb18030;
  std::vector<Candidate> candidates;
  for (const Prior& row : kPriors) {
    const TextCost text =
        is_single_byte(row.encoding) ? single_byte_cost(excerpt, row.encoding) : double_byte_cost(excerpt, row.encoding);
    candidates.push_back({row.encoding, text.cost + (declared == row.encoding ? -kDeclared : row.cost), text});
  }
  std::ranges::stable_sort(candidates, {}, &Candidate::cost);
  const Candidate& best = candidates.front();
  const Bytes128 seen = high_bytes_of(sample);
  EncodingGuess guess{best.encoding, quality(best.text), 0, {}};
  std::vector<Encoding> texts = {best.encoding};
  for (const Candidate& other : candidates) {
    const auto is_same = [&](Encoding known) { return same_text(known, other.encoding, seen); };
    if (std::ranges::any_of(texts, is_same)) continue;
    const double ahead = certainty(other.cost - best.cost);
    if (texts.size() == 1) guess.confidence *= ahead;
    texts.push_back(other.encoding);
    guess.alternatives.push_back({other.encoding, (1 - ahead) * quality(other.text) / 2});
    if (guess.alternatives.size() == kAlternatives) break;
  }
  const bool usual = best.encoding == Encoding::kWindows1252 && quality(best.text) >= kGoodQuality;
  if (usual) guess.confidence = std::max(guess.confidence, kUsualConfidence);
  return guess;
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Sixty-four bytes at a time: four compares, the quoted region by prefix-xor, then the set bits written out as positions.
#include <algorithm>
#include <bit>
#include <cstring>

#include "core/base/simd_block.h"
#include "core/format/csv/scan.h"

namespace npscope::csv {

#if NPSCOPE_SIMD
namespace {

using simd::Block;
using simd::Bytes16;

/// Writes `position + bit + 1` for each set bit; may write up to three values more than there are bits.
uint32_t* write_positions(uint32_t* out, uint64_t bits, uint32_t position) {
  const int count = std::popcount(bits);
  for (int done = 0; done < count; done += 4) {
    for (int i = 0; i < 4; ++i) {
      out[done + i] = position + static_cast<uint32_t>(std::countr_zero(bits)) + 1;
      bits &= bits - 1;
    }
  }
  return out + count;
}

class Scanner {
 public:
  Scanner(Punctuation marks, Separators out)
      : quote_(simd::splat(marks.quote)),
        delimiter_(simd::splat(marks.delimiter)),
        line_feed_(simd::splat('\n')),
        carriage_return_(simd::splat('\r')),
        out_(out) {}

  /// `next_is_line_feed`: the byte after the block, for a carriage return at its end. `valid`: the bytes that count.
  /// Inlined, so that the state of the scan lives in registers.
  [[gnu::always_inline]] void add(const char* at, uint32_t position, bool next_is_line_feed, uint64_t valid) {
    const Block block(at);
    const uint64_t quotes = block.where(quote_) & valid;
    const uint64_t line_feeds = block.where(line_feed_) & valid;
    const uint64_t returns = block.has(carriage_return_) ? block.where(carriage_return_) & valid : 0;
    const uint64_t lone = returns & ~(line_feeds >> 1 | (next_is_line_feed ? uint64_t{1} << 63 : 0));
    const uint64_t inside = simd::prefix_xor(quotes) ^ inside_;
    inside_ = static_cast<uint64_t>(static_cast<int64_t>(inside) >> 63);
    all_line_ends_ += static_cast<uint64_t>(std::popcount(line_feeds | lone));
    const uint64_t line_ends = (line_feeds | lone) & ~inside;
    const uint64_t separators = ((block.where(delimiter_) & valid) & ~inside) | line_ends;
    // An opening quote stands after a separator or a quote; a closing one before a separator, a line end or a quote.
    const uint64_t edge = separators | quotes;
    irregular_ |= quotes & inside & ~(edge << 1 | after_edge_);
    irregular_ |= (((quotes & ~inside) << 1) | after_close_) & ~(edge | returns) & valid;
    after_edge_ = edge >> 63;
    after_close_ = (quotes & ~inside) >> 63;
    write(separators, line_ends, position);
  }

  [[nodiscard]] bool open_quote() const { return inside_ != 0; }
  [[nodiscard]] bool irregular() const { return irregular_ != 0; }
  [[nodiscard]] uint64_t all_line_ends() const { return all_line_ends_; }
  [[nodiscard]] size_t cells() const { return cells_; }
  [[nodiscard]] size_t records() const { return records_; }

 private:
  [[gnu::always_inline]] void write(uint64_t separators, uint64_t line_ends, uint32_t position) {
    if (cells_ + 72 > out_.ends.size()) out_.ends.resize(std::max<size_t>(out_.ends.size() * 2, 4096));
    uint32_t* from = out_.ends.data() + cells_;
    if (line_ends != 0) {
      if (records_ + 64 > out_.stops.size()) out_.stops.resize(std::max<size_t>(out_.stops.size() * 2, 1024));
      for (uint64_t bits = line_ends; bits != 0; bits &= bits - 1) {
        const uint64_t up_to = bits ^ (bits - 1);
        out_.stops[records_++] = static_cast<uint32_t>(cells_) + static_cast<uint32_t>(std::popcount(separators & up_to)) - 1;
      }
    }
    cells_ = static_cast<size_t>(write_positions(from, separators, position) - out_.ends.data());
  }

  Bytes16 quote_, delimiter_, line_feed_, carriage_return_;
  Separators out_;
  uint64_t inside_ = 0;
  uint64_t after_edge_ = 1;
  uint64_t after_close_ = 0;
  uint64_t irregular_ = 0;
  uint64_t all_line_ends_ = 0;
  size_t cells_ = 1;
  size_t records_ = 1;
};

}  // namespace

ScanOutcome scan_simd(std::string_view text, Punctuation marks, bool final, Separators out) {
  // A carriage return at the end of what is known may belong to a line feed that is not here yet.
  size_t size = text.size();
  if (!final && size > 0 && text[size - 1] == '\r') --size;
  if (out.ends.empty()) out.ends.resize(4096);
  if (out.stops.empty()) out.stops.resize(1024);
  out.ends[0] = 0;
  out.stops[0] = 0;
  Scanner scanner(marks, out);
  size_t at = 0;
  for (; at + 64 < size; at += 64)
    scanner.add(text.data() + at, static_cast<uint32_t>(at), text[at + 64] == '\n', ~uint64_t{0});
  if (at < size) {
    char rest[64] = {};
    std::memcpy(rest, text.data() + at, size - at);
    const uint64_t valid = size - at == 64 ? ~uint64_t{0} : (uint64_t{1} << (size - at)) - 1;
    scanner.add(rest, static_cast<uint32_t>(at), size < text.size() && text[size] == '\n', valid);
  }
  out.ends.resize(scanner.cells());
  out.stops.resize(scanner.records());
  const bool ended = out.ends[out.stops.back()] == size || (out.stops.size() == 1 && size == 0);
  if (final && !scanner.open_quote() && !ended) {
    out.ends.push_back(static_cast<uint32_t>(size) + 1);
    out.stops.push_back(static_cast<uint32_t>(out.ends.size()) - 1);
  }
  return {.open_quote = scanner.open_quote(), .irregular = scanner.irregular(), .line_ends = scanner.all_line_ends()};
}

bool has_simd() { return true; }

#else

ScanOutcome scan_simd(std::string_view text, Punctuation marks, bool final, Separators out) {
  std::vector<RecordRemark> remarks;
  ScanOutcome outcome = scan_scalar(text, marks, final, static_cast<size_t>(-1), out, remarks);
  outcome.irregular = !remarks.empty();
  outcome.line_ends = count_line_ends(text.substr(0, text.size() - (!final && text.ends_with('\r') ? 1 : 0)));
  return outcome;
}

bool has_simd() { return false; }

#endif

}  // namespace npscope::csv

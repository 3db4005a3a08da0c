// SPDX-License-Identifier: MIT
// The depth scan over blocks of sixty-four bytes. Brackets are looked at one by one only in blocks that may touch depth 0 or the
// limit.
#include <bit>
#include <cstring>

#include "core/base/simd_block.h"
#include "core/format/json/split.h"

namespace npscope::json {

#if NPSCOPE_SIMD
namespace {

using simd::Block;
using simd::Bytes16;

/// Sets bit 5: '[' (5B) becomes '{' (7B) and ']' (5D) becomes '}' (7D), and nothing else does.
void fold(Block& block) {
  const Bytes16 bit = simd::splat(0x20);
  block.a = simd::either(block.a, bit), block.b = simd::either(block.b, bit);
  block.c = simd::either(block.c, bit), block.d = simd::either(block.d, bit);
}

class Scanner {
 public:
  Scanner(uint32_t most_depth, DepthState state)
      : most_depth_(most_depth), depth_(state.depth), inside_(state.in_string ? ~uint64_t{0} : 0), escaped_(state.escaped) {}

  /// False when the scan ends in this block. `valid`: the bytes that count, the lowest ones.
  [[gnu::always_inline]] bool add(const char* at, size_t position, uint64_t valid) {
    Block block(at);
    uint64_t quotes = block.where('"') & valid;
    if (escaped_ != 0 || block.has('\\')) [[unlikely]]
      quotes &= ~escaped_bytes(block.where('\\') & valid, valid);
    const uint64_t inside = simd::prefix_xor(quotes) ^ inside_;
    const uint64_t outside = ~(inside | quotes) & valid;
    const uint64_t commas = block.where(',') & outside;
    fold(block);
    const uint64_t opens = block.where('{') & outside;
    const uint64_t closes = block.where('}') & outside;
    const uint64_t marks = commas | opens | closes;
    if (marks != 0) {
      marks_ = marks;
      marks_position_ = position;
    }
    const auto up = static_cast<uint32_t>(std::popcount(opens));
    const auto down = static_cast<uint32_t>(std::popcount(closes));
    if (depth_ > down && depth_ + up <= most_depth_) {
      depth_ += up - down;
    } else if ((opens | closes) != 0 && !walk(at, position, opens, closes)) {
      return false;
    }
    inside_ = static_cast<uint64_t>(static_cast<int64_t>(inside << std::countl_zero(valid)) >> 63);
    return true;
  }

  [[nodiscard]] DepthFindings findings() const {
    DepthFindings found = found_;
    if (marks_ != 0 && !found.stopped()) found.last_mark = marks_position_ + 64 - static_cast<size_t>(std::countl_zero(marks_));
    return found;
  }
  [[nodiscard]] DepthState state() const { return {.depth = depth_, .in_string = inside_ != 0, .escaped = escaped_ != 0}; }

 private:
  /// The bytes that a backslash before them escapes; a backslash that is escaped itself escapes nothing.
  [[gnu::noinline]] uint64_t escaped_bytes(uint64_t backslashes, uint64_t valid) {
    uint64_t escaped = escaped_;
    backslashes &= ~escaped_;
    uint64_t carry = 0;
    while (backslashes != 0) {
      const uint64_t first = backslashes & (~backslashes + 1);
      const uint64_t next = first << 1;
      if (next == 0 || (next & valid) == 0) {
        carry = 1;
        break;
      }
      escaped |= next;
      backslashes &= ~(first | next);
    }
    escaped_ = carry;
    return escaped;
  }

  /// Brackets one by one.
  [[gnu::noinline]] bool walk(const char* at, size_t position, uint64_t opens, uint64_t closes) {
    for (uint64_t bits = opens | closes; bits != 0; bits &= bits - 1) {
      const auto i = static_cast<size_t>(std::countr_zero(bits));
      if ((opens >> i & 1) != 0) {
        if (depth_ == 0 && at[i] == '{') ++found_.objects;
        if (++depth_ > most_depth_) {
          found_.too_deep = true;
          return false;
        }
      } else if (depth_ == 0) {
        found_.end = position + i + 1;
        return false;
      } else if (--depth_ == 0) {
        found_.last_close = position + i + 1;
      }
    }
    return true;
  }
  uint32_t most_depth_;
  uint32_t depth_;
  uint64_t inside_;
  uint64_t escaped_;
  uint64_t marks_ = 0;
  size_t marks_position_ = 0;
  DepthFindings found_;
};

}  // namespace

DepthFindings scan_depth(std::string_view text, uint32_t most_depth, DepthState& state) {
  Scanner scanner(most_depth, state);
  size_t at = 0;
  bool goes_on = true;
  for (; goes_on && at + 64 <= text.size(); at += 64) goes_on = scanner.add(text.data() + at, at, ~uint64_t{0});
  if (goes_on && at < text.size()) {
    char rest[64] = {};
    std::memcpy(rest, text.data() + at, text.size() - at);
    (void)scanner.add(rest, at, (uint64_t{1} << (text.size() - at)) - 1);
  }
  const DepthFindings found = scanner.findings();
  state = found.stopped() ? DepthState{} : scanner.state();
  return found;
}

#else

DepthFindings scan_depth(std::string_view text, uint32_t most_depth, DepthState& state) {
  return scan_depth_scalar(text, most_depth, state);
}

#endif

}  // namespace npscope::json

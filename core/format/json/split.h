// SPDX-License-Identifier: MIT
// DepthScan: where JSON values end, found by counting brackets outside strings; no other rule of the grammar is looked at. It cuts a
// text that comes in pieces into stretches of whole values, which a parser then reads.
//
// Sixty-four bytes at a time where there is SIMD: strings by prefix-xor of the quotes that no backslash escapes (Langdale and
// Lemire, "Parsing gigabytes of JSON per second", 2019); blocks that cannot reach the level of interest cost two counts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace npscope::json {

/// Containers inside one another, as simdjson's default.
inline constexpr size_t kMaxDepth = 1024;
inline constexpr size_t kNowhere = static_cast<size_t>(-1);

/// Where a scan stands between two pieces of text.
struct DepthState {
  /// Open containers, counted from where the scan began.
  uint32_t depth = 0;
  bool in_string = false;
  /// The next byte is escaped by a backslash.
  bool escaped = false;
  bool operator==(const DepthState&) const = default;
};

/// What a scan of one piece found. Positions are those behind the byte they are about.
struct DepthFindings {
  /// The last close that came back to depth 0, i.e. the end of the last whole container; 0: none.
  size_t last_close = 0;
  /// The last comma or bracket outside strings; 0: none, or the scan stopped. No token reaches over it.
  size_t last_mark = 0;
  /// The first close below depth 0; the scan stops there. kNowhere: none.
  size_t end = kNowhere;
  /// Objects that were opened at depth 0.
  uint64_t objects = 0;
  /// Containers were deeper than allowed; the scan stopped.
  bool too_deep = false;
  /// The rest of the text was not looked at.
  [[nodiscard]] bool stopped() const { return too_deep || end != kNowhere; }
  bool operator==(const DepthFindings&) const = default;
};

/// Scans `text`, going on from `state`. `most_depth`: containers that may be open at once.
[[nodiscard]] [[gnu::noinline]] DepthFindings scan_depth(std::string_view text, uint32_t most_depth, DepthState& state);

/// The same, byte by byte.
[[nodiscard]] DepthFindings scan_depth_scalar(std::string_view text, uint32_t most_depth, DepthState& state);

}  // namespace npscope::json

// SPDX-License-Identifier: MIT
// The depth scan: what it finds in small texts, and that SIMD, the scalar twin and every way to cut a text agree.
#include "core/format/json/split.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>

namespace npscope::json {
namespace {

struct Row {
  const char* rule;
  std::string text;
  size_t last_close;
  uint64_t objects;
  size_t end;
};

TEST(Split, FindsWhereValuesEnd) {
  const Row rows[] = {
      {"an object ends with its brace", R"({"a":1})", 7, 1, kNowhere},
      {"brackets in strings are text", R"({"a":"}]"})", 10, 1, kNowhere},
      {"an escaped quote closes nothing", R"({"a":"\"}"} )", 11, 1, kNowhere},
      {"an escaped backslash escapes nothing", R"({"a":"\\"}})", 10, 1, 11},
      {"inner objects are not counted", R"({"a":{"b":{}}},{},)", 17, 2, kNowhere},
      {"an array has an end but is no object", R"([1,2] )", 5, 0, kNowhere},
      {"the end is the first close that nothing opened", R"({"a":1}] ])", 7, 1, 8},
      {"what is open has no end", R"({"a":[1,2])", 0, 1, kNowhere},
      {"an open string hides everything", R"("{}{})", 0, 0, kNowhere},
  };
  for (const Row& row : rows) {
    DepthState state;
    const DepthFindings found = scan_depth(row.text, kMaxDepth, state);
    EXPECT_EQ(found.last_close, row.last_close) << row.rule;
    EXPECT_EQ(found.objects, row.objects) << row.rule;
    EXPECT_EQ(found.end, row.end) << row.rule;
  }
}

TEST(Split, StopsBelowTheDeepestAllowed) {
  for (const size_t depth : {1, 63, 64, 65, 1024}) {
    const std::string text(depth, '[');
    DepthState state;
    EXPECT_FALSE(scan_depth(text, static_cast<uint32_t>(depth), state).too_deep) << depth;
    EXPECT_EQ(state.depth, depth);
    state = {};
    EXPECT_TRUE(scan_depth(text, static_cast<uint32_t>(depth - 1), state).too_deep) << depth;
  }
}

std::string storm(std::mt19937& random, size_t size) {
  static constexpr std::string_view kBytes = R"({}[]"\\,:a1 {}[]""\)";
  std::string text(size, ' ');
  for (char& c : text) c = random() % 4 == 0 ? kBytes[random() % kBytes.size()] : 'x';
  return text;
}

TEST(Split, SimdAndScalarAgreeOnAnyBytes) {
  std::mt19937 random(7);
  for (int round = 0; round < 4000; ++round) {
    const std::string text = storm(random, random() % 300);
    const uint32_t most = round % 3 == 0 ? 3 : kMaxDepth;
    const DepthState start{.depth = round % 2 == 0 ? 0U : 2U, .in_string = random() % 8 == 0, .escaped = random() % 8 == 0};
    DepthState simd = start;
    DepthState scalar = start;
    EXPECT_EQ(scan_depth(text, most, simd), scan_depth_scalar(text, most, scalar)) << text;
    EXPECT_EQ(simd, scalar) << text;
  }
}

TEST(Split, CutsDoNotShow) {
  std::mt19937 random(11);
  for (int round = 0; round < 200; ++round) {
    const std::string text = storm(random, 150);
    DepthState whole_state;
    const DepthFindings whole = scan_depth(text, kMaxDepth, whole_state);
    for (size_t cut = 0; cut <= text.size(); ++cut) {
      DepthState state;
      const DepthFindings head = scan_depth(std::string_view(text).substr(0, cut), kMaxDepth, state);
      if (head.stopped()) {
        EXPECT_EQ(head.end, whole.end) << cut << ' ' << text;
        continue;
      }
      const DepthFindings tail = scan_depth(std::string_view(text).substr(cut), kMaxDepth, state);
      EXPECT_EQ(state, whole_state) << cut << ' ' << text;
      EXPECT_EQ(tail.end == kNowhere ? kNowhere : tail.end + cut, whole.end) << cut << ' ' << text;
      EXPECT_EQ(head.objects + tail.objects, whole.objects) << cut << ' ' << text;
      EXPECT_EQ(tail.last_close > 0 ? tail.last_close + cut : head.last_close, whole.last_close) << cut << ' ' << text;
    }
  }
}

}  // namespace
}  // namespace npscope::json

// SPDX-License-Identifier: MIT
// Values of cells: which numbers pass without being parsed.
#include "core/format/sheet/cell_value.h"

#include <gtest/gtest.h>

#include <string>

#include "core/base/number_parse.h"
#include "core/base/number_text.h"

namespace npscope::sheet {
namespace {

TEST(SheetCellValue, NumbersThatPassAsTheyAreAreWrittenThatWay) {
  const std::string digits[] = {"0", "1", "9", "10", "05", "123456789", "123456789012345", "1234567890123456"};
  const std::string tails[] = {"", ".", ".0", ".5", ".50", ".05", ".000001", ".0000001", ".12345678901234", ".00000012345"};
  size_t passed = 0;
  for (const std::string sign : {"", "-"}) {
    for (const std::string& whole : digits) {
      for (const std::string& tail : tails) {
        std::string text = sign;
        text.append(whole).append(tail);
        if (!is_canonical_number(text)) continue;
        ++passed;
        std::string written;
        append_double(written, parse_number(text).value_or(-1));
        EXPECT_EQ(written, text);
      }
    }
  }
  EXPECT_GT(passed, 50U);
}

}  // namespace
}  // namespace npscope::sheet

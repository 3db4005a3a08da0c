// SPDX-License-Identifier: MIT
// Which number formats show dates, and which date a serial is: after ECMA-376 part 1, 18.8.30, and what Excel shows.
#include "core/format/sheet/number_format.h"

#include <gtest/gtest.h>

#include <string>

namespace npscope::sheet {
namespace {

struct FormatCase {
  const char* code;
  NumberFormat shows;
};

constexpr FormatCase kFormats[] = {
    {"General", NumberFormat::kNumber},
    {"GENERAL", NumberFormat::kNumber},
    {"Standard", NumberFormat::kNumber},
    {"", NumberFormat::kNumber},
    {"0", NumberFormat::kNumber},
    {"0.00", NumberFormat::kNumber},
    {"#,##0.00\\ \"\xE2\x82\xAC\"", NumberFormat::kNumber},
    {"0.00E+00", NumberFormat::kNumber},
    {"##0.0E+0", NumberFormat::kNumber},
    {"0%", NumberFormat::kNumber},
    {"# ?/?", NumberFormat::kNumber},
    {"@", NumberFormat::kNumber},
    {"0.00 \"d\"", NumberFormat::kNumber},
    {"0\\d", NumberFormat::kNumber},
    {"0_d", NumberFormat::kNumber},
    {"[Red]0.00", NumberFormat::kNumber},
    {"[$-809]0.00", NumberFormat::kNumber},
    {"[$USD] #,##0", NumberFormat::kNumber},
    {"#,##0;[Red]-d", NumberFormat::kNumber},
    {"_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ", NumberFormat::kNumber},
    {"yyyy-mm-dd", NumberFormat::kDate},
    {"dd\\.mm\\.yyyy", NumberFormat::kDate},
    {"m/d/yy h:mm", NumberFormat::kDate},
    {"D", NumberFormat::kDate},
    {"mmm", NumberFormat::kDate},
    {"mm", NumberFormat::kDate},
    {"[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", NumberFormat::kDate},
    {"[$-411]ggge\"\xE5\xB9\xB4\"", NumberFormat::kDate},
    {"[$-409]mmm\\-yy;@", NumberFormat::kDate},
    {"h:mm", NumberFormat::kTime},
    {"hh:mm:ss.000", NumberFormat::kTime},
    {"mm:ss.0;@", NumberFormat::kTime},
    {"h:mm AM/PM", NumberFormat::kTime},
    {"[$-F400]h:mm:ss\\ AM/PM", NumberFormat::kTime},
    {"[h]:mm:ss", NumberFormat::kDuration},
    {"[HH]:MM", NumberFormat::kDuration},
    {"[mm]:ss", NumberFormat::kDuration},
    {"[ss]", NumberFormat::kDuration},
    {"[Red][h]:mm", NumberFormat::kDuration},
    {"\"unclosed d", NumberFormat::kNumber},
    {"[unclosed", NumberFormat::kNumber},
    {"0\\", NumberFormat::kNumber},
};

TEST(NumberFormat, WrittenOutFormats) {
  for (const FormatCase& c : kFormats) EXPECT_EQ(number_format_of(c.code), c.shows) << c.code;
}

TEST(NumberFormat, BuiltInFormats) {
  for (const uint32_t id : {0U, 1U, 4U, 11U, 13U, 37U, 44U, 48U, 49U, 59U, 164U, 4'000'000'000U})
    EXPECT_EQ(built_in_number_format(id), NumberFormat::kNumber) << id;
  for (const uint32_t id : {14U, 15U, 16U, 17U, 22U, 27U, 36U, 50U, 58U})
    EXPECT_EQ(built_in_number_format(id), NumberFormat::kDate) << id;
  for (const uint32_t id : {18U, 19U, 20U, 21U, 45U, 47U}) EXPECT_EQ(built_in_number_format(id), NumberFormat::kTime) << id;
  EXPECT_EQ(built_in_number_format(46), NumberFormat::kDuration);
}

struct SerialCase {
  const char* rule;
  double serial;
  NumberFormat format;
  bool date_1904;
  CellKind kind;
  const char* text;
};

constexpr auto kDate = NumberFormat::kDate;
constexpr auto kTime = NumberFormat::kTime;
constexpr auto kDuration = NumberFormat::kDuration;

constexpr SerialCase kSerials[] = {
    {"the first day", 1, kDate, false, CellKind::kDate, "1900-01-01"},
    {"the day before the one that never was", 59, kDate, false, CellKind::kDate, "1900-02-28"},
    {"29 February 1900 never was", 60, kDate, false, CellKind::kDate, "1900-02-28"},
    {"the day after it", 61, kDate, false, CellKind::kDate, "1900-03-01"},
    {"unix day 0", 25569, kDate, false, CellKind::kDate, "1970-01-01"},
    {"a leap day", 45351, kDate, false, CellKind::kDate, "2024-02-29"},
    {"the last day", 2958465, kDate, false, CellKind::kDate, "9999-12-31"},
    {"no day behind the last", 2958466, kDate, false, CellKind::kNumber, "2958466"},
    {"no day before the first", -1, kDate, false, CellKind::kNumber, "-1"},
    {"1904: day 1", 1, kDate, true, CellKind::kDate, "1904-01-02"},
    {"1904: 2014-12-23", 40534, kDate, true, CellKind::kDate, "2014-12-23"},
    {"1904: the last day", 2957003, kDate, true, CellKind::kDate, "9999-12-31"},
    {"noon", 45351.5, kDate, false, CellKind::kDate, "2024-02-29T12:00:00"},
    {"rounded to the millisecond, up to the minute", 43098.5909722222, kDate, false, CellKind::kDate, "2017-12-29T14:11:00"},
    {"milliseconds", 41827.3961887234, kDate, false, CellKind::kDate, "2014-07-07T09:30:30.706"},
    {"rounded up to the next day", 45351.9999999999, kDate, false, CellKind::kDate, "2024-03-01"},
    {"a time of day", 0.6875, kTime, false, CellKind::kTime, "16:30:00"},
    {"a time of day with milliseconds", 0.11523263888888889, kTime, false, CellKind::kTime, "02:45:56.100"},
    {"a time format on a day and a time", 1.0180555555555555, kTime, false, CellKind::kDate, "1900-01-01T00:26:00"},
    {"a date format on a time alone", 0.25, kDate, false, CellKind::kTime, "06:00:00"},
    {"zero", 0, kDate, false, CellKind::kTime, "00:00:00"},
    {"a duration beyond a day", 10.6320601851852, kDuration, false, CellKind::kTime, "255:10:10"},
    {"a duration of a date", 45000, kDuration, false, CellKind::kTime, "1080000:00:00"},
    {"a negative duration", -0.5, kDuration, false, CellKind::kNumber, "-0.5"},
    {"a duration beyond all", 1e300, kDuration, false, CellKind::kNumber, "1e+300"},
    {"a whole number", 1e15, NumberFormat::kNumber, false, CellKind::kNumber, "1000000000000000"},
    {"negative zero", -0.0, NumberFormat::kNumber, false, CellKind::kNumber, "0"},
    {"a fraction", 0.1, NumberFormat::kNumber, false, CellKind::kNumber, "0.1"},
};

TEST(NumberFormat, SerialsAsDatesTimesAndNumbers) {
  for (const SerialCase& c : kSerials) {
    std::string text = "x";
    EXPECT_EQ(append_number(c.serial, c.format, c.date_1904, text), c.kind) << c.rule;
    EXPECT_EQ(text, std::string("x") + c.text) << c.rule;
  }
}

}  // namespace
}  // namespace npscope::sheet

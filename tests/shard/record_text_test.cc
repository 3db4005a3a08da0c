// SPDX-License-Identifier: MIT
// What a conversion writes: CSV that RFC 4180 readers read back, objects by name, and raw cells with their kinds.
#include "core/shard/record_text.h"

#include <gtest/gtest.h>

#include <string>

#include "core/format/csv/reader.h"
#include "core/format/record_builder.h"

namespace npscope {
namespace {

/// A batch of a sheet with one cell of each kind.
std::string written(Mode mode) {
  RecordBatch batch;
  RecordBuilder builder;
  builder.start(batch, 1);
  builder.begin_record(3);
  for (const char* name : {"t", "n", "b", "d", "m", "h", "e", "t"}) builder.cell(CellKind::kText, name);
  builder.end_record();
  builder.begin_record(5);
  builder.cell(CellKind::kText, "say \"hi\", all");
  builder.cell(CellKind::kNumber, "-9.5");
  builder.cell(CellKind::kBoolean, "true");
  builder.cell(CellKind::kDate, "2024-01-02");
  builder.cell(CellKind::kDate, "2024-01-02T03:04:05.678");
  builder.cell(CellKind::kTime, "06:34:00");
  builder.cell(CellKind::kError, "#N/A");
  builder.cell(CellKind::kEmpty, "");
  builder.cell(CellKind::kText, "\xFF");
  builder.end_record();
  RecordText text(mode, '\0');
  text.set_names({"t", "n", "b", "d", "m", "h", "e", "t"}, 1);
  text.add(batch);
  return text.text();
}

TEST(RecordText, RawLinesSayWhereACellStandsAndWhatItHolds) {
  EXPECT_EQ(
      written(Mode::kConvertRaw),
      "{\"row\":2,\"cells\":[{\"s\":\"t\"},{\"s\":\"n\"},{\"s\":\"b\"},{\"s\":\"d\"},{\"s\":\"m\"},{\"s\":\"h\"},{\"s\":\"e\"},"
      "{\"s\":\"t\"}]}\n"
      "{\"row\":4,\"cells\":[{\"s\":\"say \\\"hi\\\", all\"},{\"n\":-9.5},{\"b\":true},{\"d\":\"2024-01-02T00:00:00\"},"
      "{\"d\":\"2024-01-02T03:04:05.678\"},{\"t\":23640},{\"e\":\"#N/A\"},null,{\"s\":\"\xEF\xBF\xBD\"}]}\n");
}

TEST(RecordText, ObjectsHaveTheNamesAndNoHeaderRecord) {
  EXPECT_EQ(written(Mode::kConvertNdjson),
            "{\"t\":\"say \\\"hi\\\", all\",\"n\":-9.5,\"b\":true,\"d\":\"2024-01-02\",\"m\":\"2024-01-02T03:04:05.678\","
            "\"h\":\"06:34:00\",\"e\":\"#N/A\",\"t (2)\":null,\"column 9\":\"\xEF\xBF\xBD\"}\n");
}

TEST(RecordText, CsvQuotesWhatNeedsIt) {
  EXPECT_EQ(written(Mode::kConvertCsv),
            "t,n,b,d,m,h,e,t\r\n"
            "\"say \"\"hi\"\", all\",-9.5,true,2024-01-02,2024-01-02T03:04:05.678,06:34:00,#N/A,,\xEF\xBF\xBD\r\n");
}

TEST(RecordText, ARecordOfOneEmptyCellIsNoBlankLine) {
  RecordBatch batch;
  RecordBuilder builder;
  builder.start(batch, 1);
  builder.begin_record(1);
  builder.cell(CellKind::kText, "");
  builder.end_record();
  RecordText text(Mode::kConvertCsv, '\0');
  text.add(batch);
  EXPECT_EQ(text.text(), "\"\"\r\n");
}

TEST(RecordText, DelimitedTextIsUnquotedOnTheWay) {
  const std::string source = "a;\"b \"\"c\"\"\"\n;\"x\ny\"\n";
  csv::Reader reader({';', '"'});
  RecordBatch batch;
  ASSERT_EQ(reader.next(source, true, batch), source.size());
  RecordText text(Mode::kConvertRaw, '"');
  text.add(batch);
  EXPECT_EQ(text.text(),
            "{\"row\":0,\"cells\":[{\"s\":\"a\"},{\"s\":\"b \\\"c\\\"\"}]}\n"
            "{\"row\":1,\"cells\":[{\"s\":\"\"},{\"s\":\"x\\ny\"}]}\n");
}

}  // namespace
}  // namespace npscope

// SPDX-License-Identifier: MIT
// What a file is, by its first bytes: the signatures of the formats' own specifications, and texts that only look like them.
#include "core/format/detect.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace npscope {
namespace {

using namespace std::string_literals;

struct FormatRow {
  std::string what;
  std::string bytes;
  std::string format;
};

TEST(DetectFormat, KnowsTheSignatures) {
  const std::vector<FormatRow> rows = {{"PNG", "\x89PNG\r\n\x1A\n\0\0\0\rIHDR"s, "png"},
                                       {"JPEG", "\xFF\xD8\xFF\xE0\0\x10JFIF"s, "jpeg"},
                                       {"GIF", "GIF89a\x01\0\x01\0"s, "gif"},
                                       {"PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "pdf"},
                                       {"OLE2", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0"s, "xls"},
                                       {"gzip", "\x1F\x8B\x08\0\0"s, "gzip"},
                                       {"empty zip", "PK\x05\x06" + std::string(18, '\0'), "zip"},
                                       {"zip", "PK\x03\x04\x14\0\0\0"s + "readme.txt", "zip"},
                                       {"SQLite", "SQLite format 3\0"s, "sqlite"},
                                       {"Parquet", "PAR1\x15\x04", "parquet"},
                                       {"7-Zip", "7z\xBC\xAF\x27\x1C\0\x04"s, "7z"},
                                       {"a bare BIFF8 stream", "\x09\x08\x10\0\0\x06\x05\0"s, "biff"},
                                       {"an executable", "\x7F"s + "ELF\x02\x01\x01" + std::string(60, '\0'), "binary"},
                                       {"control characters", std::string(100, '\x01'), "binary"}};
  for (const FormatRow& row : rows) EXPECT_EQ(detect_format(row.bytes), row.format) << row.what;
}

TEST(DetectTextFormat, KnowsMarkupAndJson) {
  const std::vector<FormatRow> rows = {
      {"HTML", "<!DOCTYPE html><html>", "html"},
      {"an Excel file that is a web page", "\n <html xmlns:x=\"urn:x\">", "html"},
      {"a table alone", "<TABLE><tr>", "html"},
      {"XHTML", "<?xml version=\"1.0\"?>\n<!DOCTYPE html>\n<html>", "html"},
      {"SpreadsheetML", "<?xml version=\"1.0\"?>\n<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">",
       "spreadsheetml"},
      {"other XML", "<?xml version=\"1.0\"?><survey/>", "xml"},
      {"JSON object", " {\"score\": 9}", "json"},
      {"an empty object", "{}", "json"},
      {"JSON array", "[\n  {\"score\": 9}]", "json"},
      {"an array of numbers", "[1, 2]", "json"},
      {"an array that is cut off", "[", "json"},
      {"an array of literals", "[ true]", "json"}};
  for (const FormatRow& row : rows) EXPECT_EQ(detect_text_format(row.bytes), row.format) << row.what;
}

TEST(DetectTextFormat, EverythingElseIsDelimited) {
  const std::vector<FormatRow> rows = {{"a table", "id,score\n1,9\n", "csv"},
                                       {"blank lines", "\n\n\n", "csv"},
                                       {"a cell in brackets", "[a],b\n1,2\n", "csv"},
                                       {"a cell in braces", "{a},b\n", "csv"},
                                       {"less than", "<5,score\n", "csv"},
                                       {"a word that begins like a literal", "[trust],b\n", "csv"},
                                       {"nothing", "", "csv"}};
  for (const FormatRow& row : rows) EXPECT_EQ(detect_text_format(row.bytes), row.format) << row.what;
}

TEST(DetectFormat, EverythingElseThatIsNotBinaryIsText) {
  const std::vector<FormatRow> rows = {{"a table", "id,score\n1,9\n", "text"},
                                       {"a BOM", "\xEF\xBB\xBFid,score\n", "text"},
                                       {"UTF-16", "\xFF\xFEi\0d\0,\0s\0"s, "text"},
                                       {"UTF-16 without a mark", "i\0d\0,\0s\0c\0o\0r\0e\0\n\0"s, "text"},
                                       {"western letters", "Gr\xF6\xDF\x65,9\n", "text"},
                                       {"a few NULs", "id,score\n1,\0\n2,9\n3,10\n4,8\n5,7\n"s, "text"},

                                       {"PK without the rest", "PK,score\n1,9\n", "text"},
                                       {"GIF as a word", "GIF,score\n", "text"},
                                       {"nothing", "", "text"}};
  for (const FormatRow& row : rows) EXPECT_EQ(detect_format(row.bytes), row.format) << row.what;
}

}  // namespace
}  // namespace npscope

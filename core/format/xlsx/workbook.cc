// SPDX-License-Identifier: MIT
// Only what decides how a cell is read is kept of the two parts.
#include "core/format/xlsx/workbook.h"

#include <algorithm>
#include <string_view>

#include "core/format/xlsx/package.h"

namespace npscope::xlsx {
namespace {

constexpr size_t kMostSheets = 4096;
constexpr size_t kLongestSheetName = 1024;
/// Spreadsheets allow about 65,000 styles.
constexpr size_t kMostStyles = 1 << 17;

uint32_t small_number(std::string_view text) {
  uint32_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9' || number > 100'000'000) return 0;
    number = number * 10 + static_cast<uint32_t>(c - '0');
  }
  return number;
}

}  // namespace

std::optional<Failure> Workbook::take(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.kind != xml::TokenKind::kStart) return std::nullopt;
  if (tokens.depth() == 1 && token.local != "workbook") {
    if (token.local == "document") return Failure{Code::kUnsupportedFormat, "docx"};
    if (token.local == "presentation") return Failure{Code::kUnsupportedFormat, "pptx"};
    return Failure{Code::kDamagedFile, "workbook"};
  }
  if (token.local == "workbookPr" && tokens.depth() == 2) {
    date_1904_ = attribute_flag(tokens, "date1904");
  } else if (token.local == "sheet" && tokens.depth() == 3) {
    SheetEntry& sheet = sheets_.emplace_back();
    sheet.name = attribute_text(tokens, "name");
    sheet.relationship = attribute_text(tokens, "id");
    const std::string_view state = tokens.attribute("state");
    sheet.hidden = state == "hidden" || state == "veryHidden";
    const bool too_long = sheet.name.size() > kLongestSheetName || sheet.relationship.size() > kLongestSheetName;
    if (sheets_.size() > kMostSheets || too_long) return Failure{Code::kLimitExceeded, "sheets"};
  }
  return std::nullopt;
}

std::optional<Failure> Styles::take(const xml::Token& token, const xml::Tokenizer& tokens) {
  if (token.local == "cellXfs") in_cells_ = token.kind == xml::TokenKind::kStart;
  if (token.kind == xml::TokenKind::kEnd && tokens.depth() == 1) finish();
  if (token.kind != xml::TokenKind::kStart) return std::nullopt;
  if (token.local == "numFmt" && tokens.depth() == 3) {
    const std::string code = attribute_text(tokens, "formatCode");
    written_.emplace_back(small_number(tokens.attribute("numFmtId")), sheet::number_format_of(code));
  } else if (token.local == "xf" && in_cells_ && tokens.depth() == 3) {
    cell_formats_.push_back(small_number(tokens.attribute("numFmtId")));
  }
  if (written_.size() > kMostStyles || cell_formats_.size() > kMostStyles) return Failure{Code::kLimitExceeded, "styles"};
  return std::nullopt;
}

/// A written-out format comes before the built-in one with its number; of several with one number the last.
void Styles::finish() {
  std::ranges::stable_sort(written_, {}, &std::pair<uint32_t, sheet::NumberFormat>::first);
  for (const uint32_t id : cell_formats_) {
    const auto behind = std::ranges::upper_bound(written_, id, {}, &std::pair<uint32_t, sheet::NumberFormat>::first);
    const bool found = behind != written_.begin() && std::prev(behind)->first == id;
    cells_.push_back(found ? std::prev(behind)->second : sheet::built_in_number_format(id));
  }
}

}  // namespace npscope::xlsx

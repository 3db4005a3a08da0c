// SPDX-License-Identifier: MIT
// Records of the globals substream ([MS-XLS] 2.1.7.20.3); what says nothing about values is passed over.
#include "core/format/xls/workbook.h"

#include <algorithm>

#include "core/base/little_endian.h"
#include "core/format/xls/records.h"

namespace npscope::xls {
namespace {

constexpr size_t kMostXfs = 65536;  // cells name their XF by 16 bits

}  // namespace

bool Workbook::fail(Code code, std::string_view detail) {
  failure_ = Failure{code, std::string(detail)};
  return false;
}

bool Workbook::take(const Record& record) {
  const std::string_view body = record.body;
  if (version_ == 0) return record.type == kBof ? begin(body) : fail(Code::kDamagedFile, "workbook");
  const bool continues = in_strings_ && record.type == kContinue;
  in_strings_ = continues || record.type == kSst;
  if (in_strings_) return strings_.take(body, continues) || fail(Code::kLimitExceeded, "strings");
  switch (record.type) {
    case kEof:
      return end();
    case kFilePass:
      return fail(Code::kPasswordProtected, {});
    case kBoundSheet:
      return take_sheet(body);
    case kFormat:
      return take_format(body);
    case kXf:
      if (body.size() >= 4 && xf_formats_.size() < kMostXfs) xf_formats_.push_back(load16(body, 2));
      return true;
    case kCodePage:
      if (body.size() >= 2) code_page_.set(load16(body, 0));
      return true;
    case kDate1904:
      if (body.size() >= 2) date_1904_ = load16(body, 0) == 1;
      return true;
    default:
      return true;
  }
}

bool Workbook::begin(std::string_view body) {
  if (body.size() < 4) return fail(Code::kDamagedFile, "workbook");
  const uint16_t version = load16(body, 0);
  if (version == 0x0200) return fail(Code::kUnsupportedFormat, "biff2");
  if (version == 0x0300) return fail(Code::kUnsupportedFormat, "biff3");
  if (version == 0x0400) return fail(Code::kUnsupportedFormat, "biff4");
  if (version != kVersion5 && version != kVersion8) return fail(Code::kDamagedFile, "workbook");
  if (load16(body, 2) != kGlobals) return fail(Code::kDamagedFile, "workbook");
  version_ = version == kVersion8 ? 8 : 5;
  return true;
}

bool Workbook::end() {
  std::ranges::stable_sort(written_formats_, {}, &WrittenFormat::id);
  formats_.reserve(xf_formats_.size());
  for (const uint16_t id : xf_formats_) {
    const auto after = std::ranges::upper_bound(written_formats_, id, {}, &WrittenFormat::id);
    const bool found = after != written_formats_.begin() && after[-1].id == id;
    formats_.push_back(found ? after[-1].shows : sheet::built_in_number_format(id));
  }
  end_places();
  return false;
}

void Workbook::end_places() {
  std::vector<uint64_t> starts;
  starts.reserve(places_.size());
  for (const SheetPlace& place : places_) starts.push_back(place.position);
  std::ranges::sort(starts);
  for (SheetPlace& place : places_) {
    const auto same = std::ranges::equal_range(starts, place.position);
    if (same.size() > 1) place.position = kNowhere;
    if (same.end() != starts.end()) place.end = *same.end();
  }
}

bool Workbook::take_sheet(std::string_view body) {
  if (body.size() < 7) return fail(Code::kDamagedFile, "workbook");
  const unsigned state = load8(body, 4) & 3U;
  const bool is_worksheet = load8(body, 5) == 0;
  const size_t ordinal = sheets_++;
  if (!is_worksheet) return true;
  std::optional<std::string> name = text(body.substr(6), 1);
  if (!name) return fail(Code::kEncodingUnknown, "cp" + std::to_string(code_page_.number()));
  tables_.push_back({std::move(*name), state != 0});
  places_.push_back({.position = load32(body, 0), .ordinal = ordinal});
  return true;
}

bool Workbook::take_format(std::string_view body) {
  if (body.size() < 3) return true;
  const uint16_t id = load16(body, 0);
  // Dates are told by ASCII letters, which every code page has at the same places.
  const std::string code = is_biff8() ? text(body.substr(2), 2).value_or(std::string()) : std::string(body.substr(3));
  written_formats_.push_back({id, sheet::number_format_of(code)});
  return true;
}

/// A text that stands in one record; nothing when its code page is not known.
std::optional<std::string> Workbook::text(std::string_view bytes, size_t count_size) const {
  std::string out;
  if (is_biff8()) {
    UnicodeText reader;
    reader.start(count_size);
    reader.take(bytes, false, out);
    return out;
  }
  if (bytes.size() < count_size) return out;
  const size_t count = count_size == 1 ? load8(bytes, 0) : load16(bytes, 0);
  if (code_page_.append(bytes.substr(count_size, count), out) == CodePage::Outcome::kUnknown) return std::nullopt;
  return out;
}

}  // namespace npscope::xls

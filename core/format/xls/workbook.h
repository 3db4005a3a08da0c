// SPDX-License-Identifier: MIT
// Workbook: what the globals substream says for all sheets: names and places, texts, number formats, the calendar.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"
#include "core/format/sheet/number_format.h"
#include "core/format/table_source.h"
#include "core/format/xls/record_reader.h"
#include "core/format/xls/shared_strings.h"
#include "core/format/xls/text.h"

namespace npscope::xls {

/// No place in a stream.
inline constexpr uint64_t kNowhere = static_cast<uint64_t>(-1);

struct SheetPlace {
  uint64_t position = 0;    // of its BOF record, as stated; kNowhere when another sheet claims the same
  uint64_t end = kNowhere;  // the next one of another sheet: no byte of the stream is read for two sheets
  size_t ordinal = 0;       // among all sheets, charts and macros too
};

class Workbook {
 public:
  /// Takes the records of the substream in order, the BOF first. False: it is over, or failed.
  [[gnu::noinline]] bool take(const Record& record);
  [[nodiscard]] const std::optional<Failure>& failure() const { return failure_; }

  /// Worksheets only.
  [[nodiscard]] const std::vector<TableInfo>& tables() const { return tables_; }
  /// As tables().
  [[nodiscard]] const std::vector<SheetPlace>& places() const { return places_; }
  [[nodiscard]] const SharedStrings& strings() const { return strings_; }
  [[nodiscard]] bool is_biff8() const { return version_ == 8; }
  [[nodiscard]] const CodePage& code_page() const { return code_page_; }
  [[nodiscard]] bool date_1904() const { return date_1904_; }
  /// What cells with this XF show.
  [[nodiscard]] sheet::NumberFormat format_of(uint16_t xf) const { return xf < formats_.size() ? formats_[xf] : kNone; }

 private:
  static constexpr auto kNone = sheet::NumberFormat::kNumber;
  struct WrittenFormat {
    uint16_t id;
    sheet::NumberFormat shows;
  };

  bool fail(Code code, std::string_view detail);
  bool begin(std::string_view body);
  bool end();
  void end_places();
  bool take_sheet(std::string_view body);
  bool take_format(std::string_view body);
  [[nodiscard]] std::optional<std::string> text(std::string_view bytes, size_t count_size) const;

  std::optional<Failure> failure_;
  int version_ = 0;  // 5 or 8; 0: BOF has not come
  CodePage code_page_;
  bool date_1904_ = false;
  bool in_strings_ = false;  // the last record was of the SST
  size_t sheets_ = 0;        // of all kinds
  std::vector<TableInfo> tables_;
  std::vector<SheetPlace> places_;
  std::vector<WrittenFormat> written_formats_;
  std::vector<uint16_t> xf_formats_;          // number format by XF
  std::vector<sheet::NumberFormat> formats_;  // by XF, after the end
  SharedStrings strings_;
};

}  // namespace npscope::xls

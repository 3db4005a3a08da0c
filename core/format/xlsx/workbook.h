// SPDX-License-Identifier: MIT
// The workbook part: which sheets there are and how dates count; and the styles part: which cells show dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/result.h"
#include "core/format/sheet/number_format.h"
#include "core/format/xml/tokenizer.h"

namespace npscope::xlsx {

struct SheetEntry {
  std::string name;
  /// Of the relationship that leads to the sheet's part.
  std::string relationship;
  bool hidden = false;
};

/// Reads the workbook part. Fails with `unsupported-format` ("docx", "pptx") when it is another kind of document.
class Workbook {
 public:
  [[nodiscard]] [[gnu::noinline]] std::optional<Failure> take(const xml::Token& token, const xml::Tokenizer& tokens);

  [[nodiscard]] const std::vector<SheetEntry>& sheets() const { return sheets_; }
  [[nodiscard]] bool date_1904() const { return date_1904_; }

 private:
  std::vector<SheetEntry> sheets_;
  bool date_1904_ = false;
};

/// Reads the styles part.
class Styles {
 public:
  [[nodiscard]] [[gnu::noinline]] std::optional<Failure> take(const xml::Token& token, const xml::Tokenizer& tokens);

  /// What the cells of a style (`s` of a cell) show; numbers when there is no such style. After the end of the part.
  [[nodiscard]] sheet::NumberFormat format_of(uint32_t style) const {
    return style < cells_.size() ? cells_[style] : sheet::NumberFormat::kNumber;
  }

 private:
  void finish();

  std::vector<std::pair<uint32_t, sheet::NumberFormat>> written_;  // by number of the format
  std::vector<uint32_t> cell_formats_;                             // number of the format of each style
  std::vector<sheet::NumberFormat> cells_;
  bool in_cells_ = false;
};

}  // namespace npscope::xlsx

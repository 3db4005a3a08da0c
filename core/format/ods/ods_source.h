// SPDX-License-Identifier: MIT
// OpenDocument spreadsheets (ODF 1.3 part 3) as a source of records, see core/format/table_source.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/format/table_source.h"
#include "core/format/zip/archive.h"

namespace npscope::ods {

/// Fails with `password-protected`, `damaged-file` ("content": no spreadsheet in it), `limit-exceeded` ("rows": content beyond row
/// 1,048,576; "repeated-cells": a small file that means a huge one), or as the archive's entries and xml::Tokenizer do.
class OdsSource {
 public:
  static constexpr NamesFrom kNames = NamesFrom::kHeaderRecords;

  /// `entries`: the archive's directory, which was read already; they and `budget` must outlive this.
  OdsSource(const std::vector<zip::Entry>& entries, uint64_t file_size, zip::Budget& budget);
  ~OdsSource();
  OdsSource(OdsSource&&) noexcept;

  [[nodiscard]] Step step(RecordBatch& batch);
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  [[nodiscard]] const Failure& failure() const;
  [[nodiscard]] const std::vector<TableInfo>& tables() const;
  void open_table(size_t index);
  /// Cells from this column on are not in the batches; those with something in them are remarked `kCellOutsideTable`. Holds from
  /// the next open_table() on.
  void set_width(size_t columns);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace npscope::ods

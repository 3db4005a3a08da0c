// SPDX-License-Identifier: MIT
// XLSX and XLSM workbooks (ECMA-376, strict and transitional) as a source of records, see core/format/table_source.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/format/table_source.h"
#include "core/format/zip/archive.h"

namespace npscope::xlsx {

class XlsxSource {
 public:
  static constexpr NamesFrom kNames = NamesFrom::kHeaderRecords;

  /// `entries`: the archive's directory, which was read already; they and `budget` must outlive this.
  XlsxSource(const std::vector<zip::Entry>& entries, uint64_t file_size, zip::Budget& budget);
  ~XlsxSource();
  XlsxSource(XlsxSource&&) noexcept;

  [[nodiscard]] Step step(RecordBatch& batch);
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  [[nodiscard]] const Failure& failure() const;
  [[nodiscard]] const std::vector<TableInfo>& tables() const;
  void open_table(size_t index);
  /// Cells from this column on are not in the batches; those with something in them are remarked `kCellOutsideTable`. Holds from
  /// the next open_table() on.
  void set_width(size_t columns);
  /// Only the texts of these columns are needed, from the next open_table() on; cells of the others may come without theirs, and
  /// their kinds say no more than that there is something. A text with faults comes in any case.
  void set_wanted(std::vector<bool> columns);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace npscope::xlsx

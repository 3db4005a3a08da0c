// SPDX-License-Identifier: MIT
// XLS workbooks (BIFF8 and BIFF5/7 in a compound file, bare BIFF2 to 5 streams are refused by name) as a source of records,
// see core/format/table_source.h. After [MS-XLS] and [MS-CFB].
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/format/table_source.h"

namespace npscope::xls {

class XlsSource {
 public:
  static constexpr NamesFrom kNames = NamesFrom::kHeaderRecords;

  explicit XlsSource(uint64_t file_size);
  ~XlsSource();
  XlsSource(XlsSource&&) noexcept;

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

}  // namespace npscope::xls

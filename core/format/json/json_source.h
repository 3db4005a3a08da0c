// SPDX-License-Identifier: MIT
// JSON documents and JSON lines as a source of records, see core/format/table_source.h. Each object is a record; its members,
// nested ones under dotted names, are the cells.
//
// Every value is validated, whether a column is wanted or not. Numbers keep their digits as text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/encoding.h"
#include "core/format/table_source.h"

namespace npscope::json {

/// `kLines`: objects one after the other, one a line or not.
enum class Shape : uint8_t { kDocument, kLines };

class JsonSource {
 public:
  static constexpr NamesFrom kNames = NamesFrom::kSource;

  /// The file is text in `encoding` behind a mark of `mark_size` bytes; `tables`, for its Decoder, must outlive this.
  JsonSource(Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables = nullptr);
  ~JsonSource();
  JsonSource(JsonSource&&) noexcept;

  [[nodiscard]] Step step(RecordBatch& batch);
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  [[nodiscard]] const Failure& failure() const;
  [[nodiscard]] const std::vector<TableInfo>& tables() const;
  void open_table(size_t index);

  /// Known after the first kEnd.
  [[nodiscard]] Shape shape() const;
  /// The columns so far, in the order in which they first came. They grow until freeze_columns(); a record's cells are in this
  /// order and end with its last column that has a value.
  [[nodiscard]] const std::vector<std::string>& names() const;
  /// From the next open_table() on the columns are these: members that are none of them are remarked `kLateColumn` (once a
  /// record), and only columns marked in `wanted` have text, all others are empty though they are validated.
  void freeze_columns(std::vector<bool> wanted);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace npscope::json

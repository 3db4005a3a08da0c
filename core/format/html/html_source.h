// SPDX-License-Identifier: MIT
// Tables in HTML and SpreadsheetML 2003, the two texts that often bear the name .xls, as a source of records, see
// core/format/table_source.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "core/format/encoding.h"
#include "core/format/table_source.h"

namespace npscope::html {

enum class Markup : uint8_t { kHtml, kSpreadsheetMl };

/// Fails with `no-table`, `limit-exceeded` ("tables": more than 256) or, of SpreadsheetML, as xml::Tokenizer does.
class HtmlSource {
 public:
  static constexpr NamesFrom kNames = NamesFrom::kHeaderRecords;

  /// The file is text in `encoding` behind a mark of `mark_size` bytes; `tables`, for its Decoder, must outlive this.
  HtmlSource(Markup markup, Encoding encoding, size_t mark_size, uint64_t file_size, const DoubleByteTables* tables = nullptr);
  ~HtmlSource();
  HtmlSource(HtmlSource&&) noexcept;

  [[nodiscard]] Step step(RecordBatch& batch);
  [[nodiscard]] ByteRange want() const;
  void take(std::string_view bytes);
  [[nodiscard]] const Failure& failure() const;
  [[nodiscard]] const std::vector<TableInfo>& tables() const;
  void open_table(size_t index);
  void set_width(size_t columns);

 private:
  struct Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace npscope::html

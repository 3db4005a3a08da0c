// SPDX-License-Identifier: MIT
// ColumnSink: one more pass over a file that is read already. The same plan finds the same records again; of those that are responses the
// cells of some columns are kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/format/record_batch.h"
#include "core/query/columns.h"
#include "core/survey/cleaning.h"
#include "core/survey/mapping.h"
#include "core/survey/response_store.h"
#include "core/survey/rules.h"
#include "core/table/dictionary.h"

namespace npscope {

/// What the pass over one file has to know. Everything it points to must outlive the pass.
struct ColumnTask {
  /// The content hash; a file that has another one by now has changed.
  std::string hash;
  /// Indices of columns, each once.
  std::vector<size_t> codes;
  std::vector<size_t> texts;
  const ResponseStore* responses = nullptr;
  CleaningSet cleaning;
  /// Gets the columns when the pass is complete.
  FileColumns* columns = nullptr;
};

class ColumnSink {
 public:
  /// `quote`: of delimited text, 0 for other formats. `mapping` and `task` must outlive this.
  ColumnSink(const Mapping& mapping, char quote, const ColumnTask& task);

  void take(const RecordBatch& batch);
  /// All records have come; false: some response was not among them, so the source is another one.
  [[nodiscard]] bool finish();

 private:
  /// One column that is read as codes.
  struct Coding {
    size_t column = 0;
    CodeColumn values;
    Dictionary raw{CodeColumn::kNone};
    /// By code of `raw`.
    std::vector<uint32_t> value_of_raw;
    Dictionary cleaned{CodeColumn::kNone};
  };
  struct Writing {
    size_t column = 0;
    TextColumn values;
  };

  [[nodiscard]] std::string_view raw_cell(const RecordBatch& batch, size_t record, size_t column) const;
  [[nodiscard]] std::string_view cleaned_cell(std::string_view raw, TextUse use);
  [[nodiscard]] uint32_t code_of(Coding& coding, std::string_view raw);

  const ColumnTask& task_;
  char quote_;
  std::vector<Coding> codings_;
  std::vector<Writing> writings_;
  /// The response whose record comes next.
  size_t next_ = 0;
  std::string unquoted_;
  std::string text_;
};

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Few cells differ, so each is unquoted and cleaned once.
#include "core/shard/group_codes.h"

#include "core/base/text.h"

namespace npscope {

uint32_t GroupCodes::value_code(std::string_view raw, bool& kept) {
  CleaningSet changed;
  const std::string_view cell = cell_text(raw, quote_, scratch_);
  const std::string_view text = trimmed(clean_text(cell, cleaning_, TextUse::kValue, cleaned_, changed));
  if (text.empty()) return kNoGroup;
  const uint32_t code = values_.code(text);
  kept = code != Dictionary::kNoCode;
  return kept ? code : kNoGroup;
}

void GroupCodes::add(const RecordBatch& batch, size_t first, std::span<const Code> reasons, NarrowCodes& out,
                     std::vector<uint32_t>& odd) {
  for (size_t i = 0; i < reasons.size(); ++i) {
    if (reasons[i] != Code::kNone) continue;
    const size_t record = first + i;
    const bool present = column_ && *column_ < batch.cell_count(record);
    const std::string_view raw = present ? batch.raw_cell(record, *column_) : std::string_view();
    const uint32_t known = raw_.code(raw);
    bool kept = true;
    uint32_t code = kNoGroup;
    if (known == Dictionary::kNoCode) {
      code = value_code(raw, kept);
    } else {
      if (known == value_of_raw_.size()) value_of_raw_.push_back(value_code(raw, kept));
      code = value_of_raw_[known];
    }
    out.push_back(code);
    if (!kept) odd.push_back(static_cast<uint32_t>(i));
  }
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// PairTables: the tables of byte pairs that the host has brought so far, and those it could not bring. Shared by all files of an
// engine.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/format/double_byte.h"
#include "core/format/encoding.h"

namespace npscope {

class PairTables {
 public:
  [[nodiscard]] const DoubleByteTables& tables() const { return tables_; }

  /// True when asking the host for the table of `encoding` is of no use (any more).
  [[nodiscard]] bool settled(Encoding encoding) const {
    const std::string_view label = table_label(encoding);
    for (const std::string& known : refused_) {
      if (known == label) return true;
    }
    return tables_.has(encoding);
  }

  /// The host's answer; bytes that are no such table count as none.
  void settle(std::string_view label, std::string_view bytes) {
    if (!tables_.set(label, bytes)) refused_.emplace_back(label);
  }

 private:
  DoubleByteTables tables_;
  std::vector<std::string> refused_;
};

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Result: a value, or the reason why a whole file (or one request) gives none. Problems in data are issues, not failures.
#pragma once

#include <expected>
#include <string>
#include <utility>

#include "core/base/codes.h"

namespace npscope {

/// Why a file gives nothing. `detail` is a machine word (a format's or an option's name), never text from a cell.
struct Failure {
  Code code = Code::kNone;
  std::string detail;
};

template <class T>
using Result = std::expected<T, Failure>;

inline std::unexpected<Failure> failure(Code code, std::string detail = {}) {
  return std::unexpected(Failure{code, std::move(detail)});
}

}  // namespace npscope

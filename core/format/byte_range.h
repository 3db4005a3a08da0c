// SPDX-License-Identifier: MIT
// ByteRange: bytes of a file that a machine without I/O wants from its host.
#pragma once

#include <cstdint>

namespace npscope {

struct ByteRange {
  uint64_t offset = 0;
  uint64_t length = 0;
};

}  // namespace npscope

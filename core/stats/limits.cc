// SPDX-License-Identifier: MIT
// The quantiles are written out, so that the usual levels owe nothing to an approximation.
#include "core/stats/limits.h"

namespace npscope {

double normal_quantile(Level level) {
  switch (level) {
    case Level::k80:
      return 1.2815515655446004445;
    case Level::k90:
      return 1.6448536269514727149;
    case Level::k95:
      return 1.9599639845400542355;
    case Level::k99:
      return 2.5758293035489007610;
  }
  return 1.9599639845400542355;
}

double level_value(Level level) {
  switch (level) {
    case Level::k80:
      return 0.8;
    case Level::k90:
      return 0.9;
    case Level::k95:
      return 0.95;
    case Level::k99:
      return 0.99;
  }
  return 0.95;
}

std::optional<Level> level_named(std::string_view text) {
  if (text == "0.8" || text == "0.80" || text == "80" || text == "80%" || text == ".8") return Level::k80;
  if (text == "0.9" || text == "0.90" || text == "90" || text == "90%" || text == ".9") return Level::k90;
  if (text == "0.95" || text == "95" || text == "95%" || text == ".95") return Level::k95;
  if (text == "0.99" || text == "99" || text == "99%" || text == ".99") return Level::k99;
  return std::nullopt;
}

}  // namespace npscope

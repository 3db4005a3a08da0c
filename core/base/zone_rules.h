// SPDX-License-Identifier: MIT
// ZoneRules: how far a time zone was from UTC at any time. The rules come from the host; the core knows UTC only.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {

class ZoneRules {
 public:
  /// `0/3600 1711846800/7200`: seconds from 1970-01-01T00:00:00Z and the offset in seconds (east is positive) from then on, ascending;
  /// the first one holds before its time, too. Nothing for any other text.
  [[nodiscard]] static std::optional<ZoneRules> parse(std::string_view text);

  /// What clocks in the zone show.
  [[nodiscard]] int64_t local(int64_t utc) const;
  /// When they show it: of an hour that comes twice the first one; what is skipped counts on as before the change.
  [[nodiscard]] int64_t utc(int64_t local) const;

 private:
  struct Change {
    int64_t from = 0;
    int32_t offset = 0;
  };
  /// The change in force.
  [[nodiscard]] size_t at(int64_t utc) const;

  std::vector<Change> changes_;
};

/// The zones whose rules are known.
class ZoneBook {
 public:
  /// `Europe/Berlin 0/3600 …`; a name without rules: they cannot be had. False for any other text.
  bool add(std::string_view text);
  /// The host was asked for the rules.
  [[nodiscard]] bool settled(std::string_view name) const;
  /// Null when they are not known.
  [[nodiscard]] const ZoneRules* find(std::string_view name) const;

 private:
  struct Zone {
    std::string name;
    std::optional<ZoneRules> rules;
  };
  std::vector<Zone> zones_;
};

}  // namespace npscope

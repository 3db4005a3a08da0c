// SPDX-License-Identifier: MIT
// Zones change their offset twice a year, so that a search among the changes is short.
#include "core/base/zone_rules.h"

#include <algorithm>
#include <utility>

#include "core/base/text.h"

namespace npscope {
namespace {

constexpr int64_t kDay = 86'400;

/// A whole number in front of `text`, which goes off it.
std::optional<int64_t> take_whole(std::string_view& text) {
  constexpr size_t kMostDigits = 12;
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  const size_t digits = static_cast<size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
  if (digits == 0 || digits > kMostDigits) return std::nullopt;
  int64_t value = 0;
  for (const char digit : text.substr(0, digits)) value = value * 10 + (digit - '0');
  text.remove_prefix(digits);
  return minus ? -value : value;
}

const ZoneRules& utc_rules() {
  static const ZoneRules kUtc = *ZoneRules::parse("0/0");
  return kUtc;
}

}  // namespace

std::optional<ZoneRules> ZoneRules::parse(std::string_view text) {
  ZoneRules rules;
  while (!text.empty()) {
    const std::optional<int64_t> from = take_whole(text);
    if (!from || !text.starts_with('/')) return std::nullopt;
    text.remove_prefix(1);
    const std::optional<int64_t> offset = take_whole(text);
    if (!offset || *offset < -kDay || *offset > kDay) return std::nullopt;
    if (!rules.changes_.empty() && rules.changes_.back().from >= *from) return std::nullopt;
    rules.changes_.push_back({*from, static_cast<int32_t>(*offset)});
    if (!text.empty() && text[0] != ' ') return std::nullopt;
    text = trimmed(text);
  }
  if (rules.changes_.empty()) return std::nullopt;
  return rules;
}

size_t ZoneRules::at(int64_t utc) const {
  const auto after = std::ranges::upper_bound(changes_, utc, {}, &Change::from);
  return after == changes_.begin() ? 0 : static_cast<size_t>(after - changes_.begin()) - 1;
}

int64_t ZoneRules::local(int64_t utc) const { return utc + changes_[at(utc)].offset; }

int64_t ZoneRules::utc(int64_t local) const {
  const size_t first = at(local - kDay);
  const size_t last = at(local + kDay);
  for (size_t i = first; i <= last; ++i) {
    const int64_t utc = local - changes_[i].offset;
    if (at(utc) == i) return utc;
  }
  // No clock showed it: the one before the change would have.
  for (size_t i = first; i < last; ++i) {
    const int64_t utc = local - changes_[i].offset;
    if (utc >= changes_[i + 1].from && local - changes_[i + 1].offset < changes_[i + 1].from) return utc;
  }
  return local - changes_[first].offset;
}

bool ZoneBook::add(std::string_view text) {
  const size_t blank = text.find(' ');
  const std::string_view name = text.substr(0, blank);
  if (name.empty()) return false;
  std::optional<ZoneRules> rules;
  if (blank != std::string_view::npos) {
    rules = ZoneRules::parse(trimmed(text.substr(blank)));
    if (!rules) return false;
  }
  if (!settled(name)) zones_.push_back({std::string(name), std::move(rules)});
  return true;
}

bool ZoneBook::settled(std::string_view name) const {
  return name == "UTC" || std::ranges::find(zones_, name, &Zone::name) != zones_.end();
}

const ZoneRules* ZoneBook::find(std::string_view name) const {
  if (name == "UTC") return &utc_rules();
  const auto found = std::ranges::find(zones_, name, &Zone::name);
  return found == zones_.end() || !found->rules ? nullptr : &*found->rules;
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Events in the order of their days, so that how they are given does not show.
#include "core/measures/event_list.h"

#include <algorithm>
#include <tuple>

#include "core/measures/time_series.h"

namespace npscope {
namespace {

constexpr size_t kMostEvents = 500;
constexpr uint64_t kLongestWindow = 3660;
constexpr uint64_t kLargestMinimum = 1'000'000'000;

/// Empty, or the member of the event that is not understood.
std::string_view read_event(json::Node node, Event& event) {
  const std::string_view unknown = unknown_member(node, {"day", "name", "kind"});
  if (!unknown.empty()) return unknown;
  const std::optional<int64_t> day = day_named(node.find("day").text().value_or(std::string_view()));
  if (!day) return "day";
  event.day = *day;
  event.name = node.find("name").text().value_or(std::string_view());
  if (event.name.empty()) return "name";
  event.kind = node.find("kind").text();
  const bool is_none = !node.find("kind").exists() || node.find("kind").is_null();
  return event.kind || is_none ? "" : "kind";
}

/// By day, name and kind: how they are given must not show.
std::expected<std::vector<Event>, std::string> read_events(json::Node list) {
  if (!list.is_array() || list.size() == 0 || list.size() > kMostEvents) return std::unexpected("events");
  std::vector<Event> events;
  for (const json::Node item : list.items()) {
    const std::string path = "events." + std::to_string(events.size());
    if (!item.is_object()) return std::unexpected(path);
    const std::string_view fault = read_event(item, events.emplace_back());
    if (!fault.empty()) return std::unexpected(path + "." + std::string(fault));
  }
  std::ranges::sort(events, {}, [](const Event& event) { return std::tuple(event.day, event.name, event.kind); });
  return events;
}

}  // namespace

std::expected<EventOptions, std::string> event_options(json::Node options, const Query& query) {
  const std::string_view unknown = unknown_member(options, {"measure", "events", "window", "minimum"});
  if (!unknown.empty()) return std::unexpected(std::string(unknown));
  if (!has_room_for_time(query)) return std::unexpected("groupBy");
  EventOptions result;
  auto events = read_events(options.find("events"));
  if (!events) return std::unexpected(std::move(events.error()));
  result.events = std::move(*events);
  if (const json::Node window = options.find("window"); window.exists()) {
    const std::optional<uint64_t> days = whole_number(window.find("days"), 1, kLongestWindow);
    if (!days || !window.is_object() || window.size() != 1) return std::unexpected("window");
    result.window = static_cast<int64_t>(*days);
  }
  if (const json::Node minimum = options.find("minimum"); minimum.exists()) {
    const std::optional<uint64_t> number = whole_number(minimum, 1, kLargestMinimum);
    if (!number) return std::unexpected("minimum");
    result.minimum = *number;
  }
  return result;
}

}  // namespace npscope

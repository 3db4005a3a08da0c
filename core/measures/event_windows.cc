// SPDX-License-Identifier: MIT
// Sums from the first day on, so that a window costs one subtraction.
#include "core/measures/event_windows.h"

#include <algorithm>
#include <array>

#include "core/base/check.h"
#include "core/stats/multiplicity.h"

namespace npscope {
namespace {

struct Window {
  int64_t from = 0;
  int64_t to = 0;
};

class DaySums {
 public:
  explicit DaySums(std::span<const Bucket> days) : sums_(days.size() + 1) {
    if (days.empty()) return;
    first_ = days.front().position;
    NPS_CHECK(days.back().position - first_ + 1 == static_cast<int64_t>(days.size()));
    for (size_t i = 0; i < days.size(); ++i) {
      sums_[i + 1] = sums_[i];
      sums_[i + 1].merge(days[i].counts);
    }
  }

  [[nodiscard]] GroupCounts within(const Window& window) const {
    const GroupCounts& low = sums_[place(window.from)];
    const GroupCounts& high = sums_[place(window.to + 1)];
    return {high.detractors - low.detractors, high.passives - low.passives, high.promoters - low.promoters};
  }

 private:
  [[nodiscard]] size_t place(int64_t day) const {
    return static_cast<size_t>(std::clamp<int64_t>(day - first_, 0, static_cast<int64_t>(sums_.size()) - 1));
  }

  int64_t first_ = 0;
  std::vector<GroupCounts> sums_;
};

std::array<Window, 2> windows_of(const EventSpans& spans) {
  return {Window{spans.first_before, spans.last_before}, Window{spans.first_after, spans.last_after}};
}

/// True when the days of two windows that overlap differ by a few responses only, or share only a few.
bool tell_few(const DaySums& sums, const Window& one, const Window& two, uint64_t minimum) {
  const Window both = {std::max(one.from, two.from), std::min(one.to, two.to)};
  if (both.from > both.to) return false;
  const uint64_t shared = sums.within(both).responses();
  const auto few = [&](uint64_t count) { return count > 0 && count < minimum; };
  return few(shared) || few(sums.within(one).responses() - shared) || few(sums.within(two).responses() - shared);
}

void hide_small(const DaySums& sums, uint64_t minimum, std::vector<EventComparison>& comparisons) {
  std::vector<Window> shown;
  for (EventComparison& comparison : comparisons) {
    const std::array<Window, 2> windows = windows_of(comparison.spans);
    const auto tells = [&](const Window& window) {
      const uint64_t count = sums.within(window).responses();
      return (count > 0 && count < minimum) ||
             std::ranges::any_of(shown, [&](const Window& other) { return tell_few(sums, window, other, minimum); });
    };
    comparison.hidden = std::ranges::any_of(windows, tells);
    if (!comparison.hidden) shown.insert(shown.end(), windows.begin(), windows.end());
  }
}

}  // namespace

std::vector<EventComparison> compare_events(std::span<const Bucket> days, const EventOptions& options, uint64_t minimum_shown,
                                            double level) {
  const DaySums sums(days);
  std::vector<EventComparison> comparisons;
  for (const Event& event : options.events) {
    EventComparison& comparison = comparisons.emplace_back();
    comparison.spans = {.first_before = event.day - options.window,
                        .last_before = event.day - 1,
                        .first_after = event.day + 1,
                        .last_after = event.day + options.window};
    const std::array<Window, 2> windows = windows_of(comparison.spans);
    comparison.before = sums.within(windows[0]);
    comparison.after = sums.within(windows[1]);
  }
  if (minimum_shown > 0) hide_small(sums, minimum_shown, comparisons);
  std::vector<double> p;
  for (EventComparison& comparison : comparisons) {
    if (!comparison.hidden) {
      comparison.effect = event_effect(days, comparison.spans, level, std::max(options.minimum, minimum_shown));
    }
    if (comparison.effect) p.push_back(comparison.effect->difference.p);
  }
  const std::vector<double> adjusted_p = adjusted(p, Adjustment::kHolm);
  size_t next = 0;
  for (EventComparison& comparison : comparisons) {
    if (comparison.effect) comparison.adjusted_p = adjusted_p[next++];
  }
  return comparisons;
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Values are short, so a word holds four of them, and one multiplication makes four products.
#include "core/stats/complete_cases.h"

#include <array>

#include "core/base/check.h"
#include "core/stats/joint_counts.h"

namespace npscope {
namespace {

constexpr size_t kMost = Pattern::kMostDrivers;
constexpr size_t kWords = 4;
constexpr size_t kLanes = 4;

/// Sums of the values, the outcome being the last, and of their products; an outcome counts from 0.
struct Sums {
  std::array<int64_t, kMost + 1> single{};
  std::array<std::array<int64_t, kMost + 1>, kMost + 1> products{};
};

/// The lowest four digits of four bits each, in lanes of sixteen.
uint64_t lanes_of(uint64_t digits) {
  digits &= 0xFFFF;
  digits = (digits | digits << 24) & 0x000000FF000000FF;
  return (digits | digits << 12) & 0x000F000F000F000F;
}

/// Products of each digit with all, in lanes that overflow only after 65535 / (15 * 15) cases.
class LaneProducts {
 public:
  static constexpr int kMostCases = 290;

  void add(uint64_t digits, size_t words) {
    std::array<uint64_t, kWords> row{};
    for (size_t word = 0; word < words; ++word) {
      row[word] = lanes_of(digits >> 16 * word);
      single_[word] += row[word];
    }
    for (size_t i = 0; i < words * kLanes; ++i) {
      const uint64_t digit = digits >> 4 * i & 15;
      for (size_t word = 0; word < words; ++word) products_[i][word] += digit * row[word];
    }
  }

  void empty_into(Sums& sums, int64_t times) {
    const auto lane = [](uint64_t word, size_t at) { return static_cast<int64_t>(word >> 16 * at & 0xFFFF); };
    for (size_t j = 0; j <= kMost; ++j) {
      sums.single[j] += times * lane(single_[j / kLanes], j % kLanes);
      for (size_t i = 0; i <= kMost; ++i) sums.products[i][j] += times * lane(products_[i][j / kLanes], j % kLanes);
    }
    *this = {};
  }

 private:
  std::array<uint64_t, kWords> single_{};
  std::array<std::array<uint64_t, kWords>, kMost + 1> products_{};
};

/// The drivers, and the outcome as the digit behind them.
[[gnu::noinline]] Sums sums_of(const CompleteCases& cases, const std::array<uint64_t, Pattern::kAnswers>& outcomes) {
  Sums sums;
  LaneProducts products;
  const size_t place = 4 * cases.drivers;
  const uint64_t mask = (uint64_t{1} << place) - 1;
  const size_t words = cases.drivers / kLanes + 1;
  int added = 0;
  for (const PatternCounts::Entry& entry : cases.entries) {
    const uint64_t digits = (entry.pattern.bits() & mask) | outcomes[entry.pattern.answer()] << place;
    if (entry.count != 1) {
      LaneProducts one;
      one.add(digits, words);
      one.empty_into(sums, static_cast<int64_t>(entry.count));
      continue;
    }
    products.add(digits, words);
    if (++added == LaneProducts::kMostCases) {
      products.empty_into(sums, 1);
      added = 0;
    }
  }
  products.empty_into(sums, 1);
  return sums;
}

/// The same sums about a whole number near each mean.
void centre(Sums& sums, std::array<int64_t, kMost + 1>& middle, int64_t n, size_t size) {
  for (size_t i = 0; i < size; ++i) middle[i] = sums.single[i] / n;
  for (size_t i = 0; i < size; ++i) {
    for (size_t j = 0; j < size; ++j) {
      sums.products[i][j] += n * middle[i] * middle[j] - middle[i] * sums.single[j] - middle[j] * sums.single[i];
    }
  }
  for (size_t i = 0; i < size; ++i) sums.single[i] -= n * middle[i];
}

}  // namespace

int outcome_value(Outcome outcome, unsigned answer) {
  return outcome == Outcome::kScore ? static_cast<int>(answer) : static_cast<int>(group_of_answer(answer)) - 1;
}

CompleteCases complete_cases(const PatternCounts& patterns, std::span<const size_t> drivers, Outcome outcome) {
  NPS_CHECK(drivers.size() <= Pattern::kMostDrivers);
  CompleteCases cases{drivers.size(), {}, 0, 0};
  cases.entries.reserve(patterns.entries.size());
  for (const PatternCounts::Entry& entry : patterns.entries) {
    const unsigned answer = entry.pattern.answer();
    bool complete = outcome == Outcome::kGroup || answer < Pattern::kGroupOnly;
    PatternCounts::Entry chosen{entry.account, Pattern(), entry.count};
    for (size_t i = 0; i < drivers.size(); ++i) {
      const unsigned value = entry.pattern.value(drivers[i]);
      complete = complete && value != Pattern::kMissing;
      chosen.pattern.set_value(i, value);
    }
    if (!complete) {
      cases.incomplete += entry.count;
      continue;
    }
    chosen.pattern.set_answer(answer);
    cases.responses += entry.count;
    cases.entries.push_back(chosen);
  }
  return cases;
}

Fitted<Moments> moments(const CompleteCases& cases, Outcome outcome) {
  const size_t k = cases.drivers;
  if (k == 0) return no_fit(NoFitReason::kNoDrivers);
  if (cases.responses == 0) return no_fit(NoFitReason::kNoResponses);
  std::array<uint64_t, Pattern::kAnswers> outcomes{};
  const int least = outcome == Outcome::kScore ? 0 : -1;
  for (unsigned answer = 0; answer < Pattern::kAnswers; ++answer) {
    outcomes[answer] = static_cast<uint64_t>(outcome_value(outcome, answer) - least);
  }
  Sums sums = sums_of(cases, outcomes);
  std::array<int64_t, kMost + 1> middle{};
  centre(sums, middle, static_cast<int64_t>(cases.responses), k + 1);
  const auto n = static_cast<double>(cases.responses);
  const auto single = [&](size_t i) { return static_cast<double>(sums.single[i]); };
  const auto mean = [&](size_t i) { return static_cast<double>(middle[i]) + single(i) / n; };
  const auto about_means = [&](size_t i, size_t j) {
    return static_cast<double>(sums.products[i][j]) - single(i) * (single(j) / n);
  };
  // All the same: the whole number is the mean.
  const auto constant = [&](size_t i) { return sums.products[i][i] == 0; };
  if (constant(k)) return no_fit(NoFitReason::kOneClass);
  Moments result{cases.responses, {}, mean(k) + least, Matrix(k), {}, about_means(k, k)};
  for (size_t i = 0; i < k; ++i) {
    if (constant(i)) return no_fit(NoFitReason::kConstantDriver, i);
    result.means.push_back(mean(i));
    result.with_outcome.push_back(about_means(k, i));
    for (size_t j = 0; j <= i; ++j) result.products(i, j) = result.products(j, i) = about_means(i, j);
  }
  return result;
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Column after column over short blocks of responses: a block's patterns stay in the nearest cache, and each loop reads one column only.
#include "core/query/gather_patterns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/check.h"
#include "core/survey/score_text.h"

namespace npscope {
namespace {

constexpr size_t kBlock = 2048;
/// Beside the values of Pattern: a cell that holds something else.
constexpr uint8_t kNotARating = Pattern::kMissing + 1;

/// Ratings by code, those of empty cells at the end.
struct Ratings {
  const CodeColumn* column = nullptr;
  std::vector<uint8_t> of_code;
  bool all_ratings = true;
};

/// What is read as a score is a rating; what is no score may still be one of a longer scale, or written as a number with a fraction.
uint8_t rating_of(std::string_view text, double number, const MissingCodes& missing) {
  const ScoreReading score = read_score(text, missing);
  if (score.reason == Code::kNone) return score.score;
  if (score.reason == Code::kScoreEmpty || score.reason == Code::kScoreMissingCode) return Pattern::kMissing;
  if (number >= 0 && number <= Pattern::kMostValue && std::floor(number) == number) return static_cast<uint8_t>(number);
  return kNotARating;
}

Ratings ratings_of(const Part& part, const ColumnRef& driver) {
  Ratings ratings{codes_of(part, driver), {}};
  if (ratings.column == nullptr) return ratings;
  const std::vector<double> numbers = numbers_of(*ratings.column);
  ratings.of_code.reserve(numbers.size() + 1);
  for (size_t code = 0; code < numbers.size(); ++code) {
    ratings.of_code.push_back(rating_of(ratings.column->texts[code], numbers[code], part.mapping->missing));
    ratings.all_ratings = ratings.all_ratings && ratings.of_code.back() != kNotARating;
  }
  ratings.of_code.push_back(Pattern::kMissing);
  return ratings;
}

/// A dictionary may hold texts that no response has.
[[gnu::noinline]] void widen(GatheredPatterns::Driver& driver, const Ratings& ratings) {
  if (ratings.column == nullptr) return;
  std::array<uint8_t, kNotARating + 1> seen{};
  const auto none = static_cast<uint32_t>(ratings.of_code.size() - 1);
  for (const uint32_t code : ratings.column->codes) seen[ratings.of_code[std::min(code, none)]] = 1;
  for (unsigned rating = 0; rating <= Pattern::kMostValue; ++rating) {
    if (seen[rating] == 0) continue;
    driver.least = std::min(driver.least.value_or(rating), rating);
    driver.greatest = std::max(driver.greatest.value_or(rating), rating);
  }
}

/// Sets the values of one driver in the patterns of responses from `first` on, all of which have none yet.
[[gnu::noinline]] void set_values(const Ratings& ratings, size_t driver, size_t first, std::span<uint64_t> patterns) {
  const uint32_t* const codes = ratings.column->codes.data() + first;
  const uint8_t* const of_code = ratings.of_code.data();
  const auto none = static_cast<uint32_t>(ratings.of_code.size() - 1);
  const size_t shift = 4 * driver;
  for (size_t i = 0; i < patterns.size(); ++i) {
    const uint64_t rating = std::min<uint64_t>(of_code[std::min(codes[i], none)], Pattern::kMissing);
    patterns[i] ^= (Pattern::kMissing ^ rating) << shift;
  }
}

[[gnu::noinline]] uint64_t count_others(const Part& part, const Selection& selected, const Ratings& ratings) {
  uint64_t others = 0;
  if (ratings.all_ratings) return others;
  for (size_t i = 0; i < part.size(); ++i) {
    const uint32_t code = ratings.column->codes[i];
    const bool other = selected[i] != 0 && code != CodeColumn::kNone && ratings.of_code[code] == kNotARating;
    if (other) others += part.times_of(i);
  }
  return others;
}

/// By answer of the part: a pattern without values.
std::array<uint64_t, 11> answered(bool groups_only) {
  std::array<uint64_t, 11> patterns{};
  for (unsigned answer = 0; answer < patterns.size(); ++answer) {
    Pattern pattern;
    pattern.set_answer(groups_only ? Pattern::kGroupOnly + std::min(answer, 2U) : answer);
    patterns[answer] = pattern.bits();
  }
  return patterns;
}

void add_part(const Part& part, const Selection& selected, std::span<const Ratings> drivers, bool by_account,
              std::vector<PatternCounts::Entry>& entries) {
  const std::array<uint64_t, 11> answers = answered(part.groups_only);
  const bool accounts = by_account && !part.accounts.empty();
  std::array<uint64_t, kBlock> block{};
  for (size_t first = 0; first < part.size(); first += kBlock) {
    const std::span<uint64_t> patterns = std::span(block).first(std::min(kBlock, part.size() - first));
    for (size_t i = 0; i < patterns.size(); ++i) {
      patterns[i] = answers[std::min<size_t>(part.answers[first + i], answers.size() - 1)];
    }
    for (size_t driver = 0; driver < drivers.size(); ++driver) {
      if (drivers[driver].column != nullptr) set_values(drivers[driver], driver, first, patterns);
    }
    for (size_t i = 0; i < patterns.size(); ++i) {
      const size_t response = first + i;
      if (selected[response] == 0) continue;
      entries.push_back({accounts ? part.accounts[response] : 0, Pattern(patterns[i]), part.times_of(response)});
    }
  }
}

}  // namespace

GatheredPatterns gather_patterns(std::span<const Part> parts, std::span<const Selection> selected,
                                 std::span<const ColumnRef> drivers, bool by_account) {
  NPS_CHECK(drivers.size() <= Pattern::kMostDrivers && parts.size() == selected.size());
  GatheredPatterns result;
  result.drivers.resize(drivers.size());
  size_t responses = 0;
  for (const Selection& one : selected)
    responses += static_cast<size_t>(std::ranges::count_if(one, [](uint8_t in) { return in != 0; }));
  std::vector<PatternCounts::Entry> entries;
  entries.reserve(responses);
  for (size_t p = 0; p < parts.size(); ++p) {
    std::vector<Ratings> ratings;
    for (size_t driver = 0; driver < drivers.size(); ++driver) {
      ratings.push_back(ratings_of(parts[p], drivers[driver]));
      widen(result.drivers[driver], ratings.back());
      result.drivers[driver].not_a_rating += count_others(parts[p], selected[p], ratings.back());
    }
    add_part(parts[p], selected[p], ratings, by_account, entries);
  }
  // One sort of all: the partials of parts would be merged to the same list.
  result.patterns = pattern_counts(std::move(entries));
  return result;
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// The words that options and recipes use for choices, each list in the order of its enum.
#include <algorithm>
#include <array>

#include "core/base/date.h"
#include "core/base/number_text.h"
#include "core/base/text.h"
#include "core/shard/recipe.h"

namespace npscope {
namespace {

constexpr std::array<std::string_view, 4> kAnswers = {"all", "latest", "first", "mean"};
constexpr std::array<std::string_view, 2> kUnits = {"respondent", "account"};
constexpr std::array<std::string_view, 3> kRows = {"keyed", "all", "off"};
constexpr std::array<std::string_view, 4> kScales = {"scores", "from-1", "positions", "groups"};
constexpr std::array<std::string_view, 2> kOrders = {"day-first", "month-first"};

template <class T, size_t N>
std::optional<T> named(const std::array<std::string_view, N>& names, std::string_view word) {
  for (size_t i = 0; i < N; ++i) {
    if (names[i] == word) return static_cast<T>(i);
  }
  return std::nullopt;
}

}  // namespace

std::optional<CountedAnswers> answers_named(std::string_view word) { return named<CountedAnswers>(kAnswers, word); }
std::string_view answers_name(CountedAnswers answers) { return kAnswers[static_cast<size_t>(answers)]; }
std::optional<CountedUnit> unit_named(std::string_view word) { return named<CountedUnit>(kUnits, word); }
std::string_view unit_name(CountedUnit unit) { return kUnits[static_cast<size_t>(unit)]; }
std::optional<RowDuplicates> row_duplicates_named(std::string_view word) { return named<RowDuplicates>(kRows, word); }
std::string_view row_duplicates_name(RowDuplicates rows) { return kRows[static_cast<size_t>(rows)]; }
std::optional<ScoreScale> scale_named(std::string_view word) { return named<ScoreScale>(kScales, word); }
std::string_view scale_name(ScoreScale scale) { return kScales[static_cast<size_t>(scale)]; }
std::optional<DateOrder> date_order_named(std::string_view word) { return named<DateOrder>(kOrders, word); }
std::string_view date_order_name(DateOrder order) { return kOrders[static_cast<size_t>(order)]; }

uint8_t percent_of(double share) { return static_cast<uint8_t>((static_cast<unsigned>(share * 200) + 1) / 2); }

}  // namespace npscope

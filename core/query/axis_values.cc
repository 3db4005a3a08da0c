// SPDX-License-Identifier: MIT
// Responses are counted by the codes of their own part; only then texts are compared, each once.
#include "core/query/axis_values.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace npscope {
namespace {

struct Value {
  std::string_view text;
  uint64_t responses = 0;
};

/// A code of one part and the place of its text among the values.
struct Use {
  std::string_view text;
  uint64_t responses = 0;
  size_t part = 0;
  uint32_t code = 0;
};

/// By code: the used responses; then those without a value. Those that are not used are behind, so that no response needs a branch.
std::vector<uint64_t> count_codes(const Part& part, const Selection& used, const CodeColumn& column) {
  const auto none = static_cast<uint32_t>(column.texts.size());
  std::vector<uint64_t> counts(size_t{none} + 2);
  const auto count = [&, codes = std::span(column.codes), mask = std::span(used)](const auto& times_of) {
    for (size_t i = 0; i < mask.size(); ++i) {
      const uint32_t code = std::min(codes[i], none);
      counts[mask[i] != 0 ? code : none + 1] += times_of(i);
    }
  };
  if (part.times.empty()) {
    count([](size_t) { return 1; });
  } else {
    count([&part](size_t i) { return part.times[i]; });
  }
  counts.pop_back();
  return counts;
}

class TextAxisBuilder {
 public:
  TextAxisBuilder(std::span<const Part> parts, std::span<const Selection> used, std::span<const CodeColumn* const> columns)
      : parts_(parts), used_(used), columns_(columns) {}

  TextAxis run(size_t most) {
    for (size_t p = 0; p < parts_.size(); ++p) count(p);
    // Texts of one part are all different.
    if (parts_with_values_ > 1) std::ranges::stable_sort(uses_, {}, &Use::text);
    for (const Use& use : uses_) {
      if (values_.empty() || parts_with_values_ == 1 || values_.back().text != use.text) values_.push_back({use.text, 0});
      values_.back().responses += use.responses;
    }
    keep(most);
    for (const Value& value : values_) axis_.values.push_back({std::string(value.text), 0, false});
    const auto others = static_cast<uint32_t>(axis_.values.size());
    if (left_out_ > 0) axis_.values.push_back({std::nullopt, static_cast<int64_t>(left_out_), true});
    const auto none = static_cast<uint32_t>(axis_.values.size());
    if (without_) axis_.values.emplace_back();
    for (std::vector<uint32_t>& places : axis_.places) places.back() = none;
    for (const Use& use : uses_) {
      const auto at = std::ranges::lower_bound(values_, use.text, {}, &Value::text);
      const bool kept = at != values_.end() && at->text == use.text;
      axis_.places[use.part][use.code] = kept ? static_cast<uint32_t>(at - values_.begin()) : others;
    }
    return std::move(axis_);
  }

 private:
  void count(size_t p) {
    const CodeColumn* const column = columns_[p];
    axis_.places.emplace_back((column == nullptr ? 0 : column->texts.size()) + 1);
    if (column == nullptr) {
      without_ = without_ || std::ranges::any_of(used_[p], [](uint8_t used) { return used != 0; });
      return;
    }
    const std::vector<uint64_t> counts = count_codes(parts_[p], used_[p], *column);
    without_ = without_ || counts.back() > 0;
    const size_t before = uses_.size();
    for (uint32_t code = 0; code < column->texts.size(); ++code) {
      if (counts[code] > 0) uses_.push_back({column->texts[code], counts[code], p, code});
    }
    if (uses_.size() > before) ++parts_with_values_;
  }

  /// Those with most responses, in the order of their texts.
  void keep(size_t most) {
    if (values_.size() > most) {
      const auto more = [](const Value& a, const Value& b) {
        return a.responses != b.responses ? a.responses > b.responses : a.text < b.text;
      };
      std::ranges::nth_element(values_, values_.begin() + static_cast<ptrdiff_t>(most), more);
      left_out_ = values_.size() - most;
      values_.resize(most);
    }
    std::ranges::sort(values_, {}, &Value::text);
  }

  std::span<const Part> parts_;
  std::span<const Selection> used_;
  std::span<const CodeColumn* const> columns_;
  std::vector<Use> uses_;
  std::vector<Value> values_;
  size_t parts_with_values_ = 0;
  size_t left_out_ = 0;
  bool without_ = false;
  TextAxis axis_;
};

}  // namespace

TextAxis text_axis(std::span<const Part> parts, std::span<const Selection> used, std::span<const CodeColumn* const> columns,
                   size_t most) {
  return TextAxisBuilder(parts, used, columns).run(most);
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Frame: everything that a measure can ask about one query: the responses, which of them are selected, and the cells they are in. Measure:
// a name, its options, what it needs, and the function that writes its answer.
//
// A measure gathers partials (core/query/gather.h), gives them to stats/, and writes JSON. It never looks at responses for a number that
// stats/ can work out of partials, so that one part and five parts give the same bits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/json_writer.h"
#include "core/format/json/document.h"
#include "core/query/cells.h"
#include "core/query/part.h"
#include "core/query/query.h"
#include "core/stats/summary.h"

namespace npscope {

class CommentTerms;

struct Frame {
  const Query& query;
  IntervalChoice interval;
  std::span<const Part> parts;
  /// The responses of Query::filter that count, by part.
  std::span<const Selection> selected;
  /// Those of Query::with, or all that count and are not selected.
  std::span<const Selection> others;
  /// Of the selected responses (and of the others, when the query has `with`).
  const Cells& cells;
  /// Null unless a measure needed terms.
  CommentTerms* terms = nullptr;
  /// The policy is `mean`: each unit (Part::units) counts once with the mean of its answers.
  bool by_unit = false;
  /// The filter singles out people, so that nothing is said (core/measures/singled_out.h).
  bool withheld = false;
};

struct Measure {
  std::string_view name;
  /// The options are understood: nothing; else the member that is not ("adjust").
  std::string (*check)(json::Node options, const Query& query);
  void (*needs)(json::Node options, const Query& query, Needs& needs);
  /// Writes members into an object that is begun and that has the member `measure`. What cannot be worked out is written by
  /// write_unavailable().
  void (*answer)(const Frame& frame, json::Node options, JsonWriter& out);
  /// Answers under the policy `mean` too. The statistics of all others take each answer for itself.
  bool counts_units = false;
};

/// All measures by name; null: there is none.
[[nodiscard]] const Measure* measure_named(std::string_view name);
[[nodiscard]] std::span<const Measure* const> all_measures();

/// `"unavailable": {"code": "one-response"}`: why there is no figure. Codes are those of stats (unavailable_name(), no_fit names, …);
/// each has a sentence in web/i18n.
void write_unavailable(JsonWriter& out, std::string_view code, std::string_view detail = {});

/// What the measure answers, or why the frame allows no answer: "too-few-to-share", "mean-policy".
void write_answer(const Frame& frame, const Measure& measure, json::Node options, JsonWriter& out);

/// The members of an NpsSummary as in a report: nps, responses, promoters, …, interval.
void write_figure(JsonWriter& out, const NpsSummary& summary);
/// A member that is such an object, or null without a figure.
void write_figure_member(JsonWriter& out, std::string_view key, const std::optional<NpsSummary>& summary);

/// `"values": ["EMEA", null]` of a cell, one for each axis; null: no value, {"others": n} for the rest.
void write_cell(JsonWriter& out, const Cells& cells, size_t cell);

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Languages were guessed when the terms were numbered; here they are counted.
#include "core/measures/languages.h"

#include <algorithm>
#include <tuple>

#include "core/comment/language.h"
#include "core/measures/asked_comments.h"
#include "core/measures/comment_terms.h"
#include "core/measures/suppression.h"

namespace npscope {
namespace {

struct Spoken {
  /// Empty: not told.
  std::string_view language;
  uint64_t comments = 0;
  ResponseCounts responses;
};

std::string check(json::Node options, const Query&) {
  OptionReader reader(options);
  static_cast<void>(reader.columns());
  return reader.fault({"columns"});
}

void needs(json::Node options, const Query&, Needs& needs) {
  need_comments(needs, true, false);
  for (const ColumnRef& column : OptionReader(options).columns()) needs.columns.push_back(column);
}

/// Most comments first; what is not told comes last.
std::vector<Spoken> languages_of(const Frame& frame, const AskedComments& comments) {
  const std::span<const std::string_view> all = LanguageGuesser::languages();
  std::vector<Spoken> spoken(all.size());
  for (size_t i = 0; i < all.size(); ++i) spoken[i].language = all[i];
  for (size_t p = 0; p < frame.parts.size(); ++p) {
    const Part& part = frame.parts[p];
    for (size_t i = 0; i < part.size(); ++i) {
      if (frame.selected[p][i] == 0) continue;
      uint64_t seen = 0;
      for (const AskedComments::Column& column : comments.columns(p)) {
        if (column.texts->text(i).empty()) continue;
        const uint8_t language = frame.terms->language(*column.texts, i);
        ++spoken[language].comments;
        // A response with two comments in a language is one response.
        if ((seen >> language & 1) == 0) add_response(part, i, spoken[language].responses);
        seen |= uint64_t{1} << language;
      }
    }
  }
  std::erase_if(spoken, [](const Spoken& one) { return one.comments == 0; });
  std::ranges::sort(spoken, [](const Spoken& a, const Spoken& b) {
    return std::tuple(a.language.empty(), b.comments, a.language) < std::tuple(b.language.empty(), a.comments, b.language);
  });
  return spoken;
}

/// A table of one grouping for the rule that hides.
Shown shown_languages(const Frame& frame, std::span<const Spoken> spoken) {
  Cells cells;
  cells.axes.resize(1);
  cells.axes[0].values.resize(spoken.size());
  cells.count = spoken.size();
  std::vector<ResponseCounts> counts;
  for (const Spoken& one : spoken) counts.push_back(one.responses);
  return shown_cells(frame.query, cells, counts);
}

void answer(const Frame& frame, json::Node options, JsonWriter& out) {
  const std::vector<ColumnRef> columns = OptionReader(options).columns();
  const AskedComments comments(frame.parts, columns);
  const std::vector<Spoken> spoken = languages_of(frame, comments);
  uint64_t all = 0;
  for (const Spoken& one : spoken) all += one.comments;
  if (all == 0) {
    write_unavailable(out, "no-comments");
    return;
  }
  const Shown shown = shown_languages(frame, spoken);
  out.member("comments", all);
  out.key("languages");
  out.begin_array();
  for (size_t i = 0; i < spoken.size(); ++i) {
    if (!shown.shows(i)) continue;
    out.begin_object();
    out.key("language");
    if (spoken[i].language.empty()) {
      out.null();
    } else {
      out.value(spoken[i].language);
    }
    out.member("comments", spoken[i].comments);
    out.member("share", static_cast<double>(spoken[i].comments) / static_cast<double>(all));
    write_figure_member(out, "figure", summarize(spoken[i].responses, frame.interval));
    out.end_object();
  }
  out.end_array();
  write_hidden(out, shown);
}

}  // namespace

const Measure kLanguagesMeasure = {"languages", check, needs, answer};

}  // namespace npscope

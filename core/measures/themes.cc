// SPDX-License-Identifier: MIT
// A theme is counted by response: whoever mentions it in two columns is one. Those who do not are all in the cell less those who do.
#include "core/measures/themes.h"

#include <algorithm>

#include "core/measures/asked_comments.h"
#include "core/measures/comment_terms.h"
#include "core/measures/suppression.h"
#include "core/measures/theme_matcher.h"
#include "core/measures/two_sides.h"
#include "core/stats/difference.h"
#include "core/stats/limits.h"

namespace npscope {
namespace {

/// Figures of one answer: each may take an exact test.
constexpr size_t kMostFigures = 20'000;

struct ThemesOptions {
  std::vector<ColumnRef> columns;
  std::vector<Theme> themes;
  std::string fault;
};

ThemesOptions read_options(json::Node node, const Query& query) {
  OptionReader reader(node);
  ThemesOptions options;
  options.columns = reader.columns();
  if (const json::Node themes = node.find("themes"); themes.exists()) {
    options.themes = read_themes(themes).value_or(std::vector<Theme>());
  } else {
    options.themes.assign(query.themes.begin(), query.themes.end());
  }
  if (options.themes.empty()) reader.fail("themes");
  options.fault = reader.fault({"themes", "columns"});
  return options;
}

std::string check(json::Node options, const Query& query) { return read_options(options, query).fault; }

void needs(json::Node options, const Query& query, Needs& needs) {
  need_comments(needs, true, false);
  for (const ColumnRef& column : read_options(options, query).columns) needs.columns.push_back(column);
}

/// Responses with a comment by cell, and by theme those that mention it.
struct ThemeCounts {
  std::vector<ResponseCounts> all;
  std::vector<std::vector<ResponseCounts>> mentions;
};

ThemeCounts count_themes(const Frame& frame, const AskedComments& asked, ThemeMatcher& matcher, size_t themes) {
  ThemeCounts counts;
  counts.all.resize(frame.cells.count);
  counts.mentions.assign(themes, std::vector<ResponseCounts>(frame.cells.count));
  for (size_t p = 0; p < frame.parts.size(); ++p) {
    const Part& part = frame.parts[p];
    for (size_t i = 0; i < part.size(); ++i) {
      if (frame.selected[p][i] == 0) continue;
      bool has_comment = false;
      uint64_t found = 0;
      for (const AskedComments::Column& column : asked.columns(p)) {
        if (column.texts->text(i).empty()) continue;
        has_comment = true;
        found |= matcher.themes_of(frame.terms->comment(*column.texts, i));
      }
      if (!has_comment) continue;
      const uint32_t cell = frame.cells.cell(p, i);
      add_response(part, i, counts.all[cell]);
      for (size_t theme = 0; found != 0; ++theme, found >>= 1) {
        if ((found & 1) != 0) add_response(part, i, counts.mentions[theme][cell]);
      }
    }
  }
  return counts;
}

ResponseCounts less(const ResponseCounts& all, const ResponseCounts& some) {
  ResponseCounts rest = all;
  for (size_t i = 0; i < rest.scores.counts.size(); ++i) rest.scores.counts[i] -= some.scores.counts[i];
  rest.groups_only.detractors -= some.groups_only.detractors;
  rest.groups_only.passives -= some.groups_only.passives;
  rest.groups_only.promoters -= some.groups_only.promoters;
  return rest;
}

/// Where a theme's numbers may be seen: neither those who mention it nor the others of any cell may be too few.
Shown shown_mentions(const Frame& frame, const ThemeCounts& counts, size_t theme) {
  std::vector<ResponseCounts> others;
  others.reserve(counts.all.size());
  for (size_t cell = 0; cell < counts.all.size(); ++cell)
    others.push_back(less(counts.all[cell], counts.mentions[theme][cell]));
  Shown shown = shown_cells(frame, counts.mentions[theme]);
  shown.hide_too(shown_cells(frame, others));
  return shown;
}

void write_mentions(JsonWriter& out, const Frame& frame, const ResponseCounts& all, const ResponseCounts& with, bool visible) {
  const ResponseCounts without = less(all, with);
  const GroupCounts mentioned = group_counts(with);
  out.begin_object();
  if (!visible) {
    out.member("hidden", true);
    out.end_object();
    return;
  }
  out.member("responses", mentioned.responses());
  out.member("share", static_cast<double>(mentioned.responses()) / static_cast<double>(group_counts(all).responses()));
  write_figure_member(out, "with", summarize(with, frame.interval));
  write_figure_member(out, "without", summarize(without, frame.interval));
  out.key("difference");
  const double level = level_value(frame.interval.level);
  if (const std::optional<Difference> found = difference(mentioned, group_counts(without), level)) {
    out.begin_object();
    write_difference(out, *found, level);
    out.end_object();
  } else {
    out.null();
  }
  out.end_object();
}

void write_asked(JsonWriter& out, const ThemesOptions& options, const ThemeMatcher& matcher) {
  out.key("themes");
  out.begin_array();
  for (size_t theme = 0; theme < options.themes.size(); ++theme) {
    out.begin_object();
    out.member("name", std::string_view(options.themes[theme].name));
    out.key("unknown");
    out.begin_array();
    for (const std::string& text : matcher.unknown()[theme]) out.value(std::string_view(text));
    out.end_array();
    out.end_object();
  }
  out.end_array();
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const ThemesOptions options = read_options(node, frame.query);
  const AskedComments asked(frame.parts, options.columns);
  ThemeMatcher matcher(frame.terms->read(), options.themes);
  const size_t themes = options.themes.size();
  if (frame.cells.count * themes > size_t{1} << 18) {
    write_unavailable(out, "too-many-cells");
    return;
  }
  const ThemeCounts counts = count_themes(frame, asked, matcher, themes);
  const auto filled = static_cast<size_t>(
      std::ranges::count_if(counts.all, [](const ResponseCounts& cell) { return group_counts(cell).responses() > 0; }));
  if (filled == 0 || filled * themes > kMostFigures) {
    write_unavailable(out, filled == 0 ? "no-comments" : "too-many-cells");
    return;
  }
  write_asked(out, options, matcher);
  const Shown shown = shown_cells(frame, counts.all);
  std::vector<Shown> mentions;
  for (size_t theme = 0; shown.minimum > 0 && theme < themes; ++theme) mentions.push_back(shown_mentions(frame, counts, theme));
  out.key("cells");
  out.begin_array();
  for (size_t cell = 0; cell < counts.all.size(); ++cell) {
    const uint64_t responses = group_counts(counts.all[cell]).responses();
    if (responses == 0 || !shown.shows(cell)) continue;
    out.begin_object();
    write_cell(out, frame.cells, cell);
    out.member("responses", responses);
    out.key("themes");
    out.begin_array();
    for (size_t theme = 0; theme < themes; ++theme) {
      const ResponseCounts& with = counts.mentions[theme][cell];
      const uint64_t mentioned = group_counts(with).responses();
      // Hidden and none look alike.
      const bool visible = mentions.empty() || (mentions[theme].shows(cell) && mentioned > 0 && mentioned < responses);
      write_mentions(out, frame, counts.all[cell], with, visible);
    }
    out.end_array();
    out.end_object();
  }
  out.end_array();
  write_hidden(out, shown);
}

}  // namespace

const Measure kThemesMeasure = {"themes", check, needs, answer};

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Only the rows of the page are put in order and looked at closely.
#include "core/measures/comments.h"

#include <algorithm>
#include <array>

#include "core/base/day_text.h"
#include "core/base/number_text.h"
#include "core/base/utf8.h"
#include "core/comment/masking.h"
#include "core/measures/asked_comments.h"
#include "core/query/text_search.h"

namespace npscope {
namespace {

enum class Order : uint8_t { kPosition, kDate, kScore };

struct CommentsOptions {
  std::vector<ColumnRef> columns;
  std::string_view search;
  Order order = Order::kPosition;
  uint64_t offset = 0;
  uint64_t limit = 50;
  bool mask = true;
  std::string fault;
};

struct Row {
  CommentPlace at;
  /// Ascending.
  int32_t rank = 0;
};

CommentsOptions read_options(json::Node node) {
  constexpr std::array<std::string_view, 3> kOrders = {"position", "date", "score"};
  OptionReader reader(node);
  CommentsOptions options;
  options.columns = reader.columns();
  options.search = reader.text("search");
  options.order = static_cast<Order>(reader.word("order", kOrders));
  options.offset = reader.count("offset", 0, 0, 1'000'000'000);
  options.limit = reader.count("limit", 50, 1, 1000);
  options.mask = reader.flag("mask", true);
  options.fault = reader.fault({"columns", "search", "order", "offset", "limit", "mask"});
  return options;
}

std::string check(json::Node options, const Query&) { return read_options(options).fault; }

void needs(json::Node options, const Query&, Needs& needs) {
  need_comments(needs, false, true);
  for (const ColumnRef& column : read_options(options).columns) needs.columns.push_back(column);
}

int32_t rank_of(const Part& part, size_t response, Order order) {
  if (order == Order::kDate) {
    const int32_t day = part.days.empty() ? kNoDay : part.days[response];
    return day == kNoDay ? INT32_MAX : -day;
  }
  if (order == Order::kPosition) return 0;
  // A group without a score stands behind the scores that may be meant: 6, 8, 10.
  constexpr std::array<int32_t, 3> kGroups = {13, 17, 21};
  return part.groups_only ? kGroups[part.answers[response]] : part.answers[response] * 2;
}

std::vector<Row> rows_of(const Frame& frame, const AskedComments& asked, const CommentsOptions& options) {
  std::vector<Row> rows;
  const TextSearch search(options.search);
  for (uint32_t p = 0; p < frame.parts.size(); ++p) {
    const Part& part = frame.parts[p];
    for (uint32_t c = 0; c < asked.columns(p).size(); ++c) {
      const TextColumn& texts = *asked.columns(p)[c].texts;
      const Selection found = options.search.empty() ? Selection() : search.in_texts(texts, frame.selected[p]);
      const Selection& shown = options.search.empty() ? frame.selected[p] : found;
      for (uint32_t i = 0; i < shown.size(); ++i) {
        if (shown[i] != 0 && !texts.text(i).empty()) rows.push_back({{p, i, c}, rank_of(part, i, options.order)});
      }
    }
  }
  return rows;
}

/// Puts [from, to) of all rows in their places.
void order_page(std::vector<Row>& rows, const AskedComments& asked, size_t from, size_t to) {
  const auto is_before = [&](const Row& a, const Row& b) {
    return a.rank != b.rank ? a.rank < b.rank : asked.position(a.at) < asked.position(b.at);
  };
  const auto at = [&](size_t i) { return rows.begin() + static_cast<ptrdiff_t>(i); };
  if (from > 0 && from < rows.size()) std::nth_element(rows.begin(), at(from), rows.end(), is_before);
  std::partial_sort(at(from), at(to), rows.end(), is_before);
}

/// What is asked of a column: the search, and what the filter wants it to contain.
std::vector<TextSearch> searches_for(const Frame& frame, const TextColumn* texts, uint32_t part, std::string_view search) {
  std::vector<TextSearch> searches;
  if (!search.empty()) searches.emplace_back(search);
  for (const Condition& condition : frame.query.filter) {
    if (condition.kind != Condition::Kind::kContains || condition.negated || condition.values[0].empty()) continue;
    if (texts_of(frame.parts[part], condition.column) == texts) searches.emplace_back(condition.values[0]);
  }
  return searches;
}

using Spans = std::vector<std::pair<size_t, size_t>>;

/// In bytes, ascending; those that overlap or touch are one.
Spans highlights_of(std::string_view text, std::span<const TextSearch> searches) {
  Spans spans;
  for (const TextSearch& search : searches) {
    for (auto found = search.first_in(text); found && found->size > 0; found = search.first_in(text, found->at + found->size))
      spans.emplace_back(found->at, found->at + found->size);
  }
  std::ranges::sort(spans);
  Spans joined;
  for (const auto& [from, to] : spans) {
    if (!joined.empty() && from <= joined.back().second) {
      joined.back().second = std::max(joined.back().second, to);
    } else {
      joined.emplace_back(from, to);
    }
  }
  return joined;
}

/// UTF-16 code units of a text that is UTF-8.
size_t utf16_size(std::string_view text) {
  size_t units = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    units += byte >= 0xF0 ? 2 : (byte & 0xC0) != 0x80 ? 1 : 0;
  }
  return units;
}

void write_highlights(JsonWriter& out, std::string_view text, const Spans& spans) {
  out.key("highlights");
  out.begin_array();
  size_t bytes = 0;
  size_t units = 0;
  const auto units_at = [&](size_t at) {
    units += utf16_size(text.substr(bytes, at - bytes));
    bytes = at;
    return static_cast<uint64_t>(units);
  };
  for (const auto& [from, to] : spans) {
    out.begin_array();
    out.value(units_at(from));
    out.value(units_at(to));
    out.end_array();
  }
  out.end_array();
}

void write_row(const Frame& frame, const AskedComments& asked, const CommentPlace& at, const CommentsOptions& options,
               JsonWriter& out) {
  constexpr std::array<std::string_view, 3> kGroups = {"detractor", "passive", "promoter"};
  const Part& part = frame.parts[at.part];
  out.begin_object();
  asked.write_place(out, at);
  out.key("day");
  if (part.days.empty() || part.days[at.response] == kNoDay) {
    out.null();
  } else {
    out.value(std::string_view(day_text(part.days[at.response])));
  }
  out.key("score");
  if (part.groups_only) {
    out.null();
  } else {
    out.value(uint32_t{part.answers[at.response]});
  }
  out.member("group", kGroups[part.group_of(at.response)]);
  // What JSON would replace is replaced before places are counted.
  std::string text = repaired_utf8(asked.text(at));
  if (options.mask) text = masked(text);
  out.member("text", std::string_view(text));
  const TextColumn* const texts = asked.columns(at.part)[at.column].texts;
  write_highlights(out, text, highlights_of(text, searches_for(frame, texts, at.part, options.search)));
  out.end_object();
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  if (frame.query.share_minimum) {
    write_unavailable(out, frame.query.about_employees ? "about-employees" : "not-shared");
    return;
  }
  const CommentsOptions options = read_options(node);
  const AskedComments asked(frame.parts, options.columns);
  std::vector<Row> rows = rows_of(frame, asked, options);
  const size_t from = std::min<size_t>(rows.size(), options.offset);
  const size_t to = std::min<size_t>(rows.size(), from + options.limit);
  order_page(rows, asked, from, to);
  out.member("total", static_cast<uint64_t>(rows.size()));
  out.member("offset", options.offset);
  out.member("masked", options.mask);
  out.key("comments");
  out.begin_array();
  for (size_t i = from; i < to; ++i) write_row(frame, asked, rows[i].at, options, out);
  out.end_array();
}

}  // namespace

const Measure kCommentsMeasure = {"comments", check, needs, answer};

}  // namespace npscope

// SPDX-License-Identifier: MIT
// What a side is follows from the question: two groups of the selected responses, or the selected beside the others.
#include "core/measures/terms.h"

#include <algorithm>
#include <array>

#include "core/comment/masking.h"
#include "core/measures/asked_comments.h"
#include "core/measures/comment_terms.h"
#include "core/measures/suppression.h"
#include "core/measures/term_lists.h"
#include "core/measures/two_sides.h"

namespace npscope {
namespace {

struct TermsOptions {
  std::vector<ColumnRef> columns;
  bool by_group = true;
  TermListOptions lists;
  std::string fault;
};

TermsOptions read_options(json::Node node, const Query& query) {
  constexpr std::array<std::string_view, 3> kSides = {"", "groups", "selections"};
  constexpr std::array<std::string_view, 2> kBases = {"comments", "tokens"};
  OptionReader reader(node);
  TermsOptions options;
  options.columns = reader.columns();
  const size_t of = reader.word("of", kSides);
  options.by_group = of == 0 ? !query.with : of == 1;
  options.lists.odds.min_comments = reader.count("minimum", 5, 1, 1'000'000'000);
  options.lists.limit = reader.count("limit", 25, 1, 500);
  options.lists.evidence = reader.count("evidence", 3, 0, 10);
  options.lists.odds.basis = reader.word("basis", kBases) == 0 ? TermBasis::kComments : TermBasis::kTokens;
  options.lists.odds.prior = reader.number("prior", 100, 1, 100'000);
  options.lists.hide_common = reader.flag("hideCommon", true);
  if (query.share_minimum) {
    options.lists.evidence = 0;
    options.lists.persons = std::max(*query.share_minimum, kLeastToShare);
    options.lists.odds.min_comments = std::max(options.lists.odds.min_comments, options.lists.persons);
  }
  options.fault = reader.fault({"columns", "of", "minimum", "limit", "evidence", "basis", "prior", "hideCommon"});
  return options;
}

std::string check(json::Node options, const Query& query) { return read_options(options, query).fault; }

void needs(json::Node options, const Query& query, Needs& needs) {
  need_comments(needs, true, true);
  needs.respondents = needs.respondents || query.share_minimum.has_value();
  for (const ColumnRef& column : read_options(options, query).columns) needs.columns.push_back(column);
}

/// Those of `selected` that are of `group`.
std::vector<Selection> of_group(const Frame& frame, unsigned group) {
  std::vector<Selection> result(frame.selected.begin(), frame.selected.end());
  for (size_t p = 0; p < result.size(); ++p) {
    const Part& part = frame.parts[p];
    for (size_t i = 0; i < result[p].size(); ++i) {
      if (result[p][i] != 0 && part.group_of(i) != group) result[p][i] = 0;
    }
  }
  return result;
}

void write_term(JsonWriter& out, const RankedTerm& term, const AskedComments& comments, uint64_t all, bool with_evidence) {
  const TermContrast& contrast = term.contrast;
  const uint64_t both = contrast.first + contrast.second;
  out.begin_object();
  out.member("text", std::string_view(term.text));
  out.member("kind", term.is_pair ? "pair" : "word");
  out.member("first", contrast.first);
  out.member("second", contrast.second);
  out.member("comments", both);
  out.member("share", static_cast<double>(both) / static_cast<double>(all));
  out.member("delta", contrast.delta);
  out.member("z", contrast.z);
  if (with_evidence) {
    out.key("evidence");
    out.begin_array();
    for (const CommentPlace& at : term.evidence) {
      out.begin_object();
      comments.write_place(out, at);
      out.member("text", std::string_view(masked(comments.text(at))));
      out.end_object();
    }
    out.end_array();
  }
  out.end_object();
}

void write_lists(JsonWriter& out, const TermsOptions& options, const CommentSides& sides, bool shared) {
  const TermLists lists = term_lists(sides, options.lists);
  const uint64_t least = options.lists.persons;
  const auto [few, many] = std::minmax(lists.comments[0], lists.comments[1]);
  // A side of a few is told by nobody's numbers, not even this one.
  const bool too_few = shared && few < least;
  if (few == 0 || too_few) {
    write_unavailable(out, too_few ? "too-few-to-share" : many == 0 ? "no-comments" : "one-side-empty");
    return;
  }
  out.member("basis", options.lists.odds.basis == TermBasis::kComments ? "comments" : "tokens");
  out.member("prior", options.lists.odds.prior);
  out.member("minimum", options.lists.odds.min_comments);
  out.member("pairMinimum", std::max<uint64_t>(options.lists.odds.min_comments, sides.terms.fewest()));
  out.key("comments");
  out.begin_object();
  out.member("first", lists.comments[0]);
  out.member("second", lists.comments[1]);
  out.end_object();
  out.key("languages");
  out.begin_array();
  for (const std::string_view language : lists.languages) out.value(language);
  out.end_array();
  for (const size_t side : {0, 1}) {
    out.key(side == 0 ? "first" : "second");
    out.begin_array();
    for (const RankedTerm& term : lists.terms[side])
      write_term(out, term, sides.comments, lists.comments[0] + lists.comments[1], !shared);
    out.end_array();
  }
  if (shared) out.member("hidden", lists.hidden);
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const TermsOptions options = read_options(node, frame.query);
  out.key("of");
  out.begin_object();
  out.member("first", options.by_group ? "promoters" : "selected");
  out.member("second", options.by_group ? "detractors" : "others");
  out.end_object();
  if (!options.by_group && refused_overlap(frame, out)) return;
  const AskedComments comments(frame.parts, options.columns);
  CommentSides sides{*frame.terms, comments, frame.parts, {}};
  if (options.by_group) {
    sides.of[0] = of_group(frame, 2);
    sides.of[1] = of_group(frame, 0);
  } else {
    sides.of[0].assign(frame.selected.begin(), frame.selected.end());
    sides.of[1].assign(frame.others.begin(), frame.others.end());
  }
  write_lists(out, options, sides, frame.query.share_minimum.has_value());
}

}  // namespace

const Measure kTermsMeasure = {"terms", check, needs, answer};

}  // namespace npscope

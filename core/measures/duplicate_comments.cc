// SPDX-License-Identifier: MIT
// Groups are found among all selected comments together, so that no border between files divides one.
#include "core/measures/duplicate_comments.h"

#include <algorithm>

#include "core/comment/masking.h"
#include "core/comment/near_duplicates.h"
#include "core/measures/asked_comments.h"
#include "core/measures/suppression.h"

namespace npscope {
namespace {

constexpr size_t kMostComments = 1'000'000;

struct DuplicateOptions {
  std::vector<ColumnRef> columns;
  uint64_t minimum = 2;
  size_t limit = 25;
  std::string fault;
};

struct Group {
  std::vector<uint32_t> comments;
  /// Among them.
  uint32_t example = 0;
};

DuplicateOptions read_options(json::Node node, const Query& query) {
  OptionReader reader(node);
  DuplicateOptions options;
  options.columns = reader.columns();
  options.minimum = reader.count("minimum", 2, 2, 1'000'000'000);
  options.limit = reader.count("limit", 25, 1, 500);
  options.fault = reader.fault({"columns", "minimum", "limit"});
  if (query.share_minimum) options.minimum = std::max({options.minimum, *query.share_minimum, kLeastToShare});
  return options;
}

std::string check(json::Node options, const Query& query) { return read_options(options, query).fault; }

void needs(json::Node options, const Query& query, Needs& needs) {
  need_comments(needs, false, true);
  for (const ColumnRef& column : read_options(options, query).columns) needs.columns.push_back(column);
}

/// Most comments first, equal ones by their examples: the least text, then the first in the files.
std::vector<Group> groups_of(const AskedComments& asked, std::span<const CommentPlace> places, uint64_t minimum) {
  NearDuplicates near;
  for (const CommentPlace& at : places) near.add(asked.text(at));
  const std::vector<uint32_t> firsts = near.groups();
  std::vector<uint32_t> sizes(places.size(), 0);
  for (const uint32_t first : firsts) ++sizes[first];
  std::vector<uint32_t> numbers(places.size(), UINT32_MAX);
  std::vector<Group> groups;
  const auto is_before = [&](uint32_t a, uint32_t b) {
    const std::string_view one = asked.text(places[a]);
    const std::string_view other = asked.text(places[b]);
    return one != other ? one < other : asked.position(places[a]) < asked.position(places[b]);
  };
  for (uint32_t i = 0; i < firsts.size(); ++i) {
    if (sizes[firsts[i]] < minimum) continue;
    uint32_t& number = numbers[firsts[i]];
    if (number == UINT32_MAX) {
      number = static_cast<uint32_t>(groups.size());
      groups.push_back({{}, i});
    }
    Group& group = groups[number];
    group.comments.push_back(i);
    if (is_before(i, group.example)) group.example = i;
  }
  std::ranges::sort(groups, [&](const Group& a, const Group& b) {
    return a.comments.size() != b.comments.size() ? a.comments.size() > b.comments.size() : is_before(a.example, b.example);
  });
  return groups;
}

void write_group(const Frame& frame, const AskedComments& asked, std::span<const CommentPlace> places, const Group& group,
                 JsonWriter& out) {
  // A response with two such comments is one response; its comments need not stand beside each other.
  std::vector<std::pair<uint32_t, uint32_t>> responses;
  responses.reserve(group.comments.size());
  for (const uint32_t comment : group.comments) responses.emplace_back(places[comment].part, places[comment].response);
  std::ranges::sort(responses);
  const auto twice = std::ranges::unique(responses);
  responses.erase(twice.begin(), twice.end());
  ResponseCounts counts;
  for (const auto& [part, response] : responses) add_response(frame.parts[part], response, counts);
  out.begin_object();
  out.member("comments", static_cast<uint64_t>(group.comments.size()));
  write_figure_member(out, "figure", summarize(counts, frame.interval));
  if (!frame.query.share_minimum) {
    out.key("example");
    out.begin_object();
    asked.write_place(out, places[group.example]);
    out.member("text", std::string_view(masked(asked.text(places[group.example]))));
    out.end_object();
  }
  out.end_object();
}

void answer(const Frame& frame, json::Node node, JsonWriter& out) {
  const DuplicateOptions options = read_options(node, frame.query);
  const AskedComments asked(frame.parts, options.columns);
  std::vector<CommentPlace> places;
  asked.for_each(frame.selected, [&](const CommentPlace& at, std::string_view) { places.push_back(at); });
  if (places.empty() || places.size() > kMostComments) {
    write_unavailable(out, places.empty() ? "no-comments" : code_name(Code::kQueryTooLarge));
    return;
  }
  const std::vector<Group> groups = groups_of(asked, places, options.minimum);
  uint64_t grouped = 0;
  for (const Group& group : groups) grouped += group.comments.size();
  out.member("comments", static_cast<uint64_t>(places.size()));
  out.member("minimum", options.minimum);
  out.member("groups", static_cast<uint64_t>(groups.size()));
  out.member("grouped", grouped);
  out.key("largest");
  out.begin_array();
  for (size_t i = 0; i < std::min(groups.size(), options.limit); ++i) write_group(frame, asked, places, groups[i], out);
  out.end_array();
}

}  // namespace

const Measure kNearDuplicatesMeasure = {"near-duplicates", check, needs, answer};

}  // namespace npscope

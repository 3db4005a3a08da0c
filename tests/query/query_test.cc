// SPDX-License-Identifier: MIT
// Queries out of JSON: every member of the contract is read, and nothing that is not understood is passed over.
#include "core/query/query.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <utility>
#include <vector>

#include "core/base/date.h"

namespace npscope {
namespace {

Query query_of(std::string_view json) {
  Result<Query> query = parse_query(json);
  EXPECT_TRUE(query.has_value()) << json << ": " << (query ? "" : query.error().detail);
  return query ? std::move(*query) : Query();
}

Condition condition_of(std::string condition) { return query_of(R"({"filter":[)" + std::move(condition) + "]}").filter.at(0); }

/// The detail of the failure; empty when it is understood.
std::string fault_of(std::string_view json) {
  const Result<Query> query = parse_query(json);
  if (query) return "";
  EXPECT_EQ(query.error().code, Code::kQueryInvalid);
  return query.error().detail;
}

TEST(Query, HasDefaultsForEverything) {
  const Query query = query_of("{}");
  EXPECT_TRUE(query.filter.empty());
  EXPECT_FALSE(query.with);
  EXPECT_TRUE(query.group_by.empty());
  EXPECT_TRUE(query.measures.empty());
  EXPECT_EQ(query.method, "");
  EXPECT_FALSE(query.level);
  EXPECT_FALSE(query.policy.exists());
  EXPECT_FALSE(query.share_minimum);
  EXPECT_EQ(query.most_values, 1000U);
}

TEST(Query, ReadsEveryMember) {
  const Query query = query_of(R"({"filter":[{"column":"Plan","equals":"Pro"}],"with":{"filter":[{"group":["passive"]}]},
    "groupBy":["Region",{"time":"quarter","firstMonth":4}],
    "measures":["nps",{"measure":"segments","adjust":"holm"}],
    "interval":{"method":"wald","level":0.9},"policy":{"answers":"latest"},"share":{"minimum":12},"mostValues":50})");
  EXPECT_EQ(query.filter.at(0).values, std::vector<std::string>{"Pro"});
  EXPECT_EQ(query.with.value().at(0).groups, (std::array{false, true, false}));
  ASSERT_EQ(query.group_by.size(), 2U);
  EXPECT_EQ(query.group_by[0].by, GroupingRequest::By::kColumn);
  EXPECT_EQ(query.group_by[0].column, (ColumnRef{"Region", Role::kNone}));
  EXPECT_EQ(query.group_by[1].by, GroupingRequest::By::kTime);
  EXPECT_EQ(query.group_by[1].unit, TimeUnit::kQuarter);
  EXPECT_EQ(query.group_by[1].first_month, 4U);
  ASSERT_EQ(query.measures.size(), 2U);
  EXPECT_EQ(query.measures[0].name, "nps");
  EXPECT_FALSE(query.measures[0].options.exists());
  EXPECT_EQ(query.measures[1].name, "segments");
  EXPECT_EQ(query.measures[1].options.find("adjust").text(), "holm");
  EXPECT_EQ(query.method, "wald");
  EXPECT_EQ(query.level, 0.9);
  EXPECT_EQ(query.policy.find("answers").text(), "latest");
  EXPECT_EQ(query.share_minimum, 12U);
  EXPECT_EQ(query.most_values, 50U);
}

TEST(Query, SharesFromTenResponsesUnlessItSaysOtherwise) {
  EXPECT_EQ(query_of(R"({"share":{}})").share_minimum, 10U);
  EXPECT_EQ(query_of(R"({"share":true})").share_minimum, 10U);
  EXPECT_FALSE(query_of(R"({"share":false})").share_minimum);
  EXPECT_EQ(query_of(R"({"share":{"minimum":5}})").share_minimum, 5U);
  EXPECT_EQ(fault_of(R"({"share":{"minimum":4}})"), "share.minimum");
}

TEST(Query, LoadsColumnsAheadOrAllOfThem) {
  const Query some = query_of(R"({"load":["Region",{"role":"driver"}]})");
  EXPECT_EQ(some.load, (std::vector<ColumnRef>{{"Region", Role::kNone}, {"", Role::kDriver}}));
  EXPECT_FALSE(some.load_all);
  EXPECT_TRUE(query_of(R"({"load":"all"})").load_all);
}

TEST(Query, GroupsByColumnsRolesTimesGroupsAndFiles) {
  EXPECT_EQ(query_of(R"({"groupBy":[{"role":"channel"}]})").group_by[0].column, (ColumnRef{"", Role::kChannel}));
  EXPECT_EQ(query_of(R"({"groupBy":[{"column":"#3"}]})").group_by[0].column, (ColumnRef{"#3", Role::kNone}));
  EXPECT_EQ(query_of(R"({"groupBy":[{"by":"group"}]})").group_by[0].by, GroupingRequest::By::kGroup);
  EXPECT_EQ(query_of(R"({"groupBy":[{"by":"file"}]})").group_by[0].by, GroupingRequest::By::kFile);
  for (const auto& [name, unit] : {std::pair("day", TimeUnit::kDay), std::pair("week", TimeUnit::kWeek),
                                   std::pair("month", TimeUnit::kMonth), std::pair("year", TimeUnit::kYear)}) {
    const Query query = query_of(std::string(R"({"groupBy":[{"time":")") + name + R"("}]})");
    EXPECT_EQ(query.group_by[0].unit, unit);
    EXPECT_EQ(query.group_by[0].first_month, 1U);
    EXPECT_EQ(time_unit_name(unit), name);
  }
}

TEST(Condition, ReadsEveryTest) {
  const Condition in = condition_of(R"({"column":"Plan","in":["a","b"],"not":true})");
  EXPECT_EQ(in.kind, Condition::Kind::kValues);
  EXPECT_EQ(in.values, (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(in.negated);
  const Condition contains = condition_of(R"({"role":"comment","contains":"slow"})");
  EXPECT_EQ(contains.kind, Condition::Kind::kContains);
  EXPECT_EQ(contains.column, (ColumnRef{"", Role::kComment}));
  const Condition numbers = condition_of(R"({"column":"Revenue","from":-1.5})");
  EXPECT_EQ(numbers.kind, Condition::Kind::kNumbers);
  EXPECT_EQ(numbers.from, -1.5);
  EXPECT_FALSE(numbers.to);
  const Condition days = condition_of(R"({"role":"date","from":"2025-01-01","to":"2025-03-31"})");
  EXPECT_EQ(days.kind, Condition::Kind::kDays);
  EXPECT_EQ(days.from_day, 20089);  // date -u -d 2025-01-01 +%s / 86400
  EXPECT_EQ(days.to_day, 20178);
  EXPECT_EQ(condition_of(R"({"column":"Plan","missing":true})").kind, Condition::Kind::kMissing);
  const Condition groups = condition_of(R"({"group":["promoter","detractor"]})");
  EXPECT_EQ(groups.kind, Condition::Kind::kGroups);
  EXPECT_EQ(groups.groups, (std::array{true, false, true}));
  const Condition scores = condition_of(R"({"score":{"from":0,"to":6}})");
  EXPECT_EQ(scores.kind, Condition::Kind::kScores);
  EXPECT_EQ(scores.to, 6.0);
  EXPECT_FALSE(scores.negated);
}

TEST(Query, RefusesWhatItDoesNotUnderstandAndSaysWhere) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "syntax"},
      {"[]", "syntax"},
      {R"({"filter":[)", "syntax"},
      {R"({"fliter":[]})", "fliter"},
      {R"({"filter":{}})", "filter"},
      {R"({"filter":["Plan"]})", "filter.0.column"},
      {R"({"filter":[{}]})", "filter.0.column"},
      {R"({"filter":[{"column":"A","equals":"x"},{"column":"Plan","eqals":"x"}]})", "filter.1.eqals"},
      {R"({"filter":[{"column":"Plan"}]})", "filter.0.equals"},
      {R"({"filter":[{"column":" ","equals":"x"}]})", "filter.0.column"},
      {R"({"filter":[{"column":3,"equals":"x"}]})", "filter.0.column"},
      {R"({"filter":[{"role":"chanel","equals":"x"}]})", "filter.0.role"},
      {R"({"filter":[{"role":"none","equals":"x"}]})", "filter.0.role"},
      {R"({"filter":[{"column":"A","role":"channel","equals":"x"}]})", "filter.0.role"},
      {R"({"filter":[{"column":"A","group":["promoter"]}]})", "filter.0.group"},
      {R"({"filter":[{"group":["promoter"],"equals":"x"}]})", "filter.0.equals"},
      {R"({"filter":[{"group":"promoter"}]})", "filter.0.group"},
      {R"({"filter":[{"group":["promoters"]}]})", "filter.0.group"},
      {R"({"filter":[{"column":"A","equals":5}]})", "filter.0.equals"},
      {R"({"filter":[{"column":"A","equals":"x","contains":"y"}]})", "filter.0.contains"},
      {R"({"filter":[{"column":"A","equals":"x","to":3}]})", "filter.0.to"},
      {R"({"filter":[{"column":"A","in":"x"}]})", "filter.0.in"},
      {R"({"filter":[{"column":"A","in":["x",3]}]})", "filter.0.in"},
      {R"({"filter":[{"column":"A","contains":""}]})", "filter.0.contains"},
      {R"({"filter":[{"column":"A","missing":false}]})", "filter.0.missing"},
      {R"({"filter":[{"column":"A","missing":true,"not":"yes"}]})", "filter.0.not"},
      {R"({"filter":[{"column":"A","from":"2025-01-01"}]})", "filter.0.from"},
      {R"({"filter":[{"column":"A","from":3,"to":2}]})", "filter.0.to"},
      {R"({"filter":[{"role":"date","from":20089}]})", "filter.0.from"},
      {R"({"filter":[{"role":"date","from":"2025-02-29"}]})", "filter.0.from"},
      {R"({"filter":[{"role":"date","to":"31.12.2025"}]})", "filter.0.to"},
      {R"({"filter":[{"role":"date","from":"2025-02-02","to":"2025-02-01"}]})", "filter.0.to"},
      {R"({"filter":[{"role":"date","equals":"2025-02-01"}]})", "filter.0.equals"},
      {R"({"filter":[{"score":{}}]})", "filter.0.score"},
      {R"({"filter":[{"score":{"from":"0"}}]})", "filter.0.score"},
      {R"({"filter":[{"score":{"from":0,"til":6}}]})", "filter.0.score"},
      {R"({"with":[]})", "with"},
      {R"({"with":{}})", "with.filter"},
      {R"({"with":{"filter":[{"group":3}]}})", "with.filter.0.group"},
      {R"({"with":{"filter":[],"groupBy":[]}})", "with.groupBy"},
      {R"({"groupBy":"Region"})", "groupBy"},
      {R"({"groupBy":["A","B","C"]})", "groupBy.2"},
      {R"({"groupBy":[5]})", "groupBy.0"},
      {R"({"groupBy":["A",{"role":"x"}]})", "groupBy.1.role"},
      {R"({"groupBy":[{"column":"A","firstMonth":3}]})", "groupBy.0.column"},
      {R"({"groupBy":[{"time":"months"}]})", "groupBy.0.time"},
      {R"({"groupBy":[{"time":"month","firstMonth":13}]})", "groupBy.0.firstMonth"},
      {R"({"groupBy":[{"time":"month","firstMonth":1.5}]})", "groupBy.0.firstMonth"},
      {R"({"groupBy":[{"time":"month","zone":"UTC"}]})", "groupBy.0.zone"},
      {R"({"groupBy":[{"by":"files"}]})", "groupBy.0.by"},
      {R"({"measures":"nps"})", "measures"},
      {R"({"measures":["nps",""]})", "measures.1"},
      {R"({"measures":[{"name":"nps"}]})", "measures.0.measure"},
      {R"({"interval":"wald"})", "interval"},
      {R"({"interval":{"method":3}})", "interval.method"},
      {R"({"interval":{"level":95}})", "interval.level"},
      {R"({"interval":{"levle":0.95}})", "interval.levle"},
      {R"({"policy":"latest"})", "policy"},
      {R"({"share":"yes"})", "share"},
      {R"({"load":"everything"})", "load"},
      {R"({"load":["Region",3]})", "load.1"},
      {R"({"share":{"min":5}})", "share.min"},
      {R"({"mostValues":0})", "mostValues"},
      {R"({"mostValues":2.5})", "mostValues"},
      {R"({"mostValues":1e300})", "mostValues"},
  };
  for (const auto& [json, fault] : cases) EXPECT_EQ(fault_of(json), fault) << json;
}

TEST(ColumnRef, IsATextOrAnObjectOfOneMember) {
  const auto ref = [](std::string_view text) {
    const std::optional<json::Document> document = json::parse_document(text);
    return column_ref(document->root());
  };
  EXPECT_EQ(ref(R"("Region")"), (ColumnRef{"Region", Role::kNone}));
  EXPECT_EQ(ref(R"({"column":"Region"})"), (ColumnRef{"Region", Role::kNone}));
  EXPECT_EQ(ref(R"({"role":"account"})"), (ColumnRef{"", Role::kAccount}));
  for (const std::string_view wrong : {"3", "null", R"("")", "{}", R"({"role":"acount"})", R"({"role":"ignore"})",
                                       R"({"column":"a","role":"account"})", R"({"name":"Region"})", R"(["Region"])"}) {
    EXPECT_FALSE(ref(wrong)) << wrong;
  }
}

}  // namespace
}  // namespace npscope

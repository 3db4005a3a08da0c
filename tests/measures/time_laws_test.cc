// SPDX-License-Identifier: MIT
// The law of parts for measures about time: however the responses are cut, the answer has the same bytes.
#include <gtest/gtest.h>

#include <random>

#include "core/measures/events.h"
#include "core/measures/trend.h"
#include "tests/measures/parts.h"

namespace npscope {
namespace {

using namespace testing_support;

constexpr std::array<const char*, 5> kRegions = {"North", "South", "East", "", "West"};

std::string random_day(std::mt19937& random) {
  if (random() % 9 == 0) return "";
  const auto two = [](unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  return "2024-" + two(1 + random() % 12) + "-" + two(1 + random() % 28);
}

TestParts one_file(std::mt19937& random, bool groups_only, const std::string& name, size_t index) {
  std::vector<int> answers;
  PartBuilder::Texts days;
  PartBuilder::Texts regions;
  std::vector<int64_t> moments;
  std::vector<uint32_t> times;
  for (int i = 0; i < 400; ++i) {
    answers.push_back(static_cast<int>(random() % (groups_only ? 3 : 11)));
    days.push_back(random_day(random));
    regions.emplace_back(kRegions[random() % kRegions.size()]);
    const int32_t day = test_day(days.back());
    moments.push_back(day == kNoDay ? kNoTime : day * int64_t{86400} + random() % 4 * 20000);
    times.push_back(1 + random() % 3);
  }
  PartBuilder builder;
  groups_only ? builder.groups(answers) : builder.scores(answers);
  return builder.days(days).moments(moments).times(times).column("Region", regions).file(name, index).build();
}

/// A file of scores and one of groups.
TestParts two_files(unsigned seed) {
  std::mt19937 random(seed);
  TestParts parts = one_file(random, false, "scores.csv", 0);
  return std::move(parts.join(one_file(random, true, "groups.csv", 1)));
}

void expect_the_same(const Measure& measure, const std::vector<std::string>& queries) {
  for (unsigned seed = 1; seed <= 3; ++seed) {
    const TestParts parts = two_files(seed);
    for (const std::string& query : queries) {
      const std::string whole = ask(parts, measure, query);
      ASSERT_TRUE(whole.starts_with("{\"measure\"")) << whole;
      ASSERT_GT(whole.size(), 500U) << whole;
      for (const size_t n : {1, 2, 5}) ASSERT_EQ(ask(cut(parts, n), measure, query), whole) << n << " parts, " << query;
    }
  }
}

TEST(TimeLaws, TrendIsTheSameHoweverResponsesAreCut) {
  const std::string all = R"({"measures":[{"measure":"trend","control":"laney","rolling":{"responses":40}}])";
  expect_the_same(kTrendMeasure,
                  {
                      all + "}",
                      all + R"(,"groupBy":["Region"]})",
                      all + R"(,"groupBy":["Region",{"time":"week"}],"mostValues":2,"interval":{"method":"wald","level":0.9}})",
                      all + R"(,"groupBy":[{"time":"quarter","firstMonth":2},{"by":"group"}]})",
                      all + R"(,"filter":[{"column":"Region","in":["North","West"]}],"groupBy":[{"by":"file"}]})",
                      all + R"(,"groupBy":["Region"],"share":{"minimum":10}})",
                      R"({"measures":[{"measure":"trend","unit":"day","rolling":{"days":30}}]})",
                      R"({"measures":[{"measure":"trend","rolling":{"days":90}}],"groupBy":["Region"]})",
                  });
}

TEST(TimeLaws, EventsAreTheSameHoweverResponsesAreCut) {
  const std::string all = R"({"measures":[{"measure":"events","window":{"days":60},"events":[
      {"day":"2024-04-01","name":"Release"},{"day":"2024-05-20","name":"Outage"},{"day":"2024-09-01","name":"Campaign"}]}])";
  expect_the_same(kEventsMeasure, {
                                      all + "}",
                                      all + R"(,"groupBy":["Region"]})",
                                      all + R"(,"groupBy":["Region"],"share":{"minimum":10}})",
                                      all + R"(,"groupBy":[{"by":"file"}],"interval":{"level":0.99}})",
                                  });
}

}  // namespace
}  // namespace npscope

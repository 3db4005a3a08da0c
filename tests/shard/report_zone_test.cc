// SPDX-License-Identifier: MIT
// The zone of the report: which month a response belongs to when its time is brought there. Expected months are worked out by hand.
#include <gtest/gtest.h>

#include "tests/support/engine_runs.h"

namespace npscope {
namespace {

using testing_support::json_member;
using testing_support::Options;
using testing_support::report_of;

constexpr const char* kBerlin = "Europe/Berlin 0/3600 1711846800/7200 1729990800/3600";
constexpr const char* kDenver = "America/Denver 0/-25200 1710061200/-21600 1730620800/-25200";

/// `2024-05=2 2024-06=1`.
std::string months(const std::string& report) {
  std::string found;
  const std::string groups = report.substr(report.find("\"groupBy\":[{"));
  for (size_t at = groups.find("\"value\":"); at != std::string::npos; at = groups.find("\"value\":", at + 1)) {
    const std::string value = json_member(groups.substr(at), "value");
    found += (found.empty() ? "" : " ") + value.substr(1, value.size() - 2) + "=" + json_member(groups.substr(at), "responses");
  }
  return found;
}

std::string months_of(const std::string& table, Options options) {
  options.insert(options.begin(), {"groupBy", "month"});
  return months(report_of(table, options));
}

constexpr const char* kOffsets =
    "nps,date\n9,2024-05-31T22:30:00Z\n9,2024-05-31T21:30:00Z\n3,2024-06-01T00:30:00+02:00\n10,2024-05-31T23:30:00-07:00\n";

TEST(ReportZone, TimesCountAsWrittenWithoutOne) { EXPECT_EQ(months_of(kOffsets, {}), "2024-05=3 2024-06=1"); }

TEST(ReportZone, TimesWithAnOffsetAreBroughtThere) {
  // 22:30Z is 00:30 on 1 June in Berlin, 21:30Z is 23:30; the third says Berlin's own time; the fourth is 08:30 on 1 June.
  EXPECT_EQ(months_of(kOffsets, {{"reportZone", "Europe/Berlin"}, {"zoneRules", kBerlin}}), "2024-05=1 2024-06=3");
  EXPECT_EQ(months_of(kOffsets, {{"reportZone", "UTC"}}), "2024-05=3 2024-06=1");
}

constexpr const char* kLocal = "nps,date\n9,2024-05-31 17:30:00\n9,2024-05-31 15:30:00\n3,2024-05-31\n";

TEST(ReportZone, AFileWhoseZoneIsKnownIsBroughtThereAndDaysStay) {
  // 17:30 in Denver (summer, -6) is 01:30 on 1 June in Berlin; 15:30 is 23:30. A day without a time is no moment.
  const Options both = {
      {"zone", "America/Denver"}, {"reportZone", "Europe/Berlin"}, {"zoneRules", kBerlin}, {"zoneRules", kDenver}};
  EXPECT_EQ(months_of(kLocal, both), "2024-05=2 2024-06=1");
  EXPECT_EQ(report_of(kLocal, both).find("zone-unknown"), std::string::npos);
}

TEST(ReportZone, WhatNobodyKnowsIsSaidAndCountsAsWritten) {
  const Options unknown = {{"reportZone", "Europe/Berlin"}, {"zoneRules", kBerlin}, {"groupBy", "month"}};
  const std::string report = report_of(kLocal, unknown);
  EXPECT_EQ(months(report), "2024-05=3");
  const size_t issue = report.find("\"code\":\"zone-unknown\"");
  ASSERT_NE(issue, std::string::npos);
  // Two of them have a time of day.
  EXPECT_EQ(json_member(report.substr(issue), "count"), "2");
  // A zone whose rules the host does not have.
  const std::string nowhere =
      report_of(kOffsets, {{"groupBy", "month"}, {"reportZone", "Mars/Base"}, {"zoneRules", "Mars/Base"}});
  EXPECT_EQ(months(nowhere), "2024-05=3 2024-06=1");
  EXPECT_NE(nowhere.find("\"code\":\"zone-unknown\""), std::string::npos);
}

TEST(ReportZone, TheLatestResponseIsTheLatestMoment) {
  // 10:00 in Tokyo is before 09:00 in London on the same day.
  const std::string table = "nps,email,date\n10,a@b.cd,2024-05-31T10:00:00+09:00\n0,a@b.cd,2024-05-31T09:00:00+00:00\n";
  EXPECT_NE(report_of(table, {{"policy.answers", "latest"}}).find("\"nps\":100,"), std::string::npos);
  EXPECT_NE(report_of(table, {{"policy.answers", "latest"}, {"reportZone", "UTC"}}).find("\"nps\":-100,"), std::string::npos);
}

TEST(ReportZone, TheEngineAsksForTheRulesItNeeds) {
  Engine engine;
  ASSERT_TRUE(testing_support::set_all(engine, {{"reportZone", "Europe/Berlin"}, {"zone", "America/Denver"}}));
  testing_support::feed(engine, "a.csv", kLocal);
  EXPECT_EQ(engine.wanted_zones(), "Europe/Berlin\nAmerica/Denver\n");
  EXPECT_EQ(engine.set("zoneRules", kBerlin), "");
  EXPECT_EQ(engine.wanted_zones(), "America/Denver\n");
  EXPECT_EQ(engine.set("zoneRules", "America/Denver nonsense"), "bad-option:zoneRules");
}

}  // namespace
}  // namespace npscope

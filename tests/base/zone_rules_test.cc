// SPDX-License-Identifier: MIT
// Zones: offsets over time. Expected values are those of the tz database for Berlin in 2024, written out by hand.
#include "core/base/zone_rules.h"

#include <gtest/gtest.h>

namespace npscope {
namespace {

// 2024-03-31 01:00 UTC and 2024-10-27 01:00 UTC.
constexpr int64_t kSpring = 1711846800;
constexpr int64_t kAutumn = 1729990800;
constexpr const char* kBerlin = "0/3600 1711846800/7200 1729990800/3600";

TEST(ZoneRules, ClocksShowTheOffsetInForce) {
  const std::optional<ZoneRules> berlin = ZoneRules::parse(kBerlin);
  ASSERT_TRUE(berlin);
  EXPECT_EQ(berlin->local(kSpring - 1), kSpring - 1 + 3600);
  EXPECT_EQ(berlin->local(kSpring), kSpring + 7200);
  EXPECT_EQ(berlin->local(kAutumn - 1), kAutumn - 1 + 7200);
  EXPECT_EQ(berlin->local(kAutumn), kAutumn + 3600);
  EXPECT_EQ(berlin->local(-1000), 2600);
}

TEST(ZoneRules, EveryTimeThatClocksShowOnceGoesThereAndBack) {
  const ZoneRules berlin = *ZoneRules::parse(kBerlin);
  for (int64_t utc = kSpring - 200'000; utc < kAutumn + 200'000; utc += 977) {
    const bool twice = utc >= kAutumn - 3600 && utc < kAutumn + 3600;
    if (!twice) ASSERT_EQ(berlin.utc(berlin.local(utc)), utc);
  }
}

TEST(ZoneRules, AnHourThatComesTwiceIsTheFirstAndOneThatIsSkippedGoesOn) {
  const ZoneRules berlin = *ZoneRules::parse(kBerlin);
  // 02:30 on 27 October: summer time.
  EXPECT_EQ(berlin.utc(kAutumn + 5400), kAutumn - 1800);
  // 02:30 on 31 March is no time; half an hour after the change.
  EXPECT_EQ(berlin.utc(kSpring + 5400), kSpring + 1800);
}

TEST(ZoneRules, OtherTextsAreNoRules) {
  for (const char* text : {"", "x", "0", "0/", "/3600", "0/3600,", "5/0 5/0", "5/0 4/0", "0/90000", "0/3600 x"})
    EXPECT_FALSE(ZoneRules::parse(text)) << text;
}

TEST(ZoneBook, KnowsUtcAndWhatTheHostSaid) {
  ZoneBook zones;
  EXPECT_TRUE(zones.settled("UTC"));
  EXPECT_EQ(zones.find("UTC")->local(5), 5);
  EXPECT_FALSE(zones.settled("Europe/Berlin"));
  EXPECT_TRUE(zones.add(std::string("Europe/Berlin ") + kBerlin));
  EXPECT_EQ(zones.find("Europe/Berlin")->local(kAutumn), kAutumn + 3600);
  EXPECT_TRUE(zones.add("Mars/Base"));
  EXPECT_TRUE(zones.settled("Mars/Base"));
  EXPECT_EQ(zones.find("Mars/Base"), nullptr);
  EXPECT_FALSE(zones.add("Europe/Paris nonsense"));
}

}  // namespace
}  // namespace npscope

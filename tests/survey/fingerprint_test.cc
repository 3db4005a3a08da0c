// SPDX-License-Identifier: MIT
// The fingerprint follows names, their order and their number, and nothing else. Expected digits: Debian's libxxhash.
#include "core/survey/fingerprint.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace npscope {
namespace {

TEST(Fingerprint, IsXxh3OfTheNumberAndTheFoldedNamesEachEndedByANul) {
  // XXH3_128bits() of "2\0id\0nps score\0" by libxxhash 0.8.1.
  EXPECT_EQ(header_fingerprint({"id", "NPS_score"}), "51b6683138c6943c6256340cd1c94f26");
}

TEST(Fingerprint, PassesOverCaseBlanksAndUnderscores) {
  const std::string plain = header_fingerprint({"Response ID", "nps"});
  EXPECT_EQ(header_fingerprint({" response_id ", "NPS"}), plain);
  EXPECT_EQ(header_fingerprint({"RESPONSE-ID", "ｎｐｓ"}), plain);
}

TEST(Fingerprint, DiffersWhenAnythingElseDoes) {
  const std::vector<std::vector<std::string>> tables = {{"a", "b"},     {"b", "a"},     {"a b"}, {"a"},
                                                        {"a", "b", ""}, {"a", "", "b"}, {"ab"},  {"a", "b", "b"}};
  std::set<std::string> seen;
  for (const auto& names : tables) seen.insert(header_fingerprint(names));
  EXPECT_EQ(seen.size(), tables.size());
}

TEST(Fingerprint, OfATableWithoutNamesTellsItsWidthOnly) {
  EXPECT_EQ(header_fingerprint({}), "");
  EXPECT_EQ(header_fingerprint({"", ""}), header_fingerprint({" ", ""}));
  EXPECT_NE(header_fingerprint({"", ""}), header_fingerprint({"", "", ""}));
}

}  // namespace
}  // namespace npscope

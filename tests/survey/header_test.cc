// SPDX-License-Identifier: MIT
// Where the names are: titles above them, merged cells, several header records, none at all.
#include "core/survey/header.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/tables.h"

namespace npscope {
namespace {

using testing_support::Records;
using testing_support::split;

/// One text a record, cells between bars.
Records records_of(const std::vector<std::string>& lines) {
  Records records;
  for (const std::string& line : lines) records.push_back(split(line, '|'));
  return records;
}

struct HeaderRow {
  std::string rule;
  std::vector<std::string> lines;
  uint32_t row;
  uint32_t records;
  /// Between bars.
  std::string names;
};

TEST(Header, IsFoundWithItsNames) {
  const std::vector<HeaderRow> rows = {
      {"names first", {"id|nps|why", "1|9|good", "2|3|bad"}, 0, 1, "id|nps|why"},
      {"a title in a record of its own", {"Customer survey 2024", "id|nps|why", "1|9|good", "2|3|bad"}, 1, 2, "id|nps|why"},
      {"titles padded with empty cells",
       {"Customer survey||", "Exported by:|Person A|", "||", "id|nps|why|", "1|9|good", "2|3|bad", "3|4|bad"},
       3,
       4,
       "id|nps|why|"},
      {"a date above the names", {"2024-05-01|||", "id|nps|why|who", "1|9|good|a", "2|3|bad|b"}, 1, 2, "id|nps|why|who"},
      {"merged cells over two records",
       {"Customer||Answers||When", "Id|Country|NPS|Reason|", "1|DE|9|good|2024-05-01", "2|FR|3|bad|2024-05-02"},
       0,
       2,
       "Customer [Id]|Customer [Country]|Answers [NPS]|Answers [Reason]|When"},
      {"titles above merged cells",
       {"Report", "Customer||Answers|", "Id|Country|NPS|Reason", "1|DE|9|good", "2|FR|3|bad", "3|FR|3|bad"},
       1,
       3,
       "Customer [Id]|Customer [Country]|Answers [NPS]|Answers [Reason]"},
      {"a title with a value beside it",
       {"Exported by:|Person A|||", "id|nps|why|who|when", "1|9|good|a|b", "2|3|bad|a|b"},
       1,
       2,
       "id|nps|why|who|when"},
      {"a hole in the names is no merged cell", {"name||nps", "Ann|x|9", "Bob|y|3"}, 0, 1, "name||nps"},
      {"a hole above words is no merged cell", {"name||why|nps", "Ann|x|good|", "Bob|y|bad|9"}, 0, 1, "name||why|nps"},
      {"numbers only", {"1|9", "2|3"}, 0, 0, "|"},
      {"short records below the names are data", {"id|nps|why", "1", "2|9|good", "3|9|good"}, 0, 1, "id|nps|why"},
      {"SurveyMonkey: choices below questions",
       {"Respondent ID|Collector ID|How likely?|What do you use?|||Why?",
        "||Response|Shop|App|Other (please specify)|Open-Ended Response", "1|2|9|Shop|||good"},
       0,
       2,
       "Respondent ID|Collector ID|How likely?|What do you use? [Shop]|What do you use? [App]|What do you use? [Other (please "
       "specify)]|Why?"},
      {"SurveyMonkey, condensed: an empty second record",
       {"Respondent ID|Collector ID|How likely?", "||", "1|2|9"},
       0,
       2,
       "Respondent ID|Collector ID|How likely?"},
      {"SurveyMonkey, second record taken away",
       {"Respondent ID|Collector ID|How likely?", "11000000001|2|9", "11000000002|2|9"},
       0,
       1,
       "Respondent ID|Collector ID|How likely?"}};
  for (const HeaderRow& row : rows) {
    const Header header = find_header(records_of(row.lines), {});
    EXPECT_EQ(header.row, row.row) << row.rule;
    EXPECT_EQ(header.records, row.records) << row.rule;
    EXPECT_EQ(header.names, split(row.names, '|')) << row.rule;
  }
}

TEST(Header, OfASourceThatGivesNamesIsNoRecord) {
  MappingRequest request;
  request.names_given = true;
  const Header header = find_header(records_of({"1|2|nps", "7|8|9"}), request);
  EXPECT_EQ(header.records, 0U);
  EXPECT_EQ(header.names, split("1|2|nps", '|'));
}

const std::string kMarkedUp = "How likely are you to <b>recommend</b> us&nbsp;&amp; why?";
const std::string kShown = "How likely are you to recommend us & why?";

TEST(Header, IsShownCleanedAndKeptAsItIs) {
  const Header header = find_header(records_of({"id| " + kMarkedUp + "|a \xC2\xA0 b", "1|9|x", "2|3|y"}), {});
  EXPECT_EQ(header.names, (std::vector<std::string>{"id", kShown, "a b"}));
  EXPECT_EQ(header.originals, (std::vector<std::string>{"id", kMarkedUp, "a \xC2\xA0 b"}));
  EXPECT_EQ(header.words[1], "how likely are you to recommend us & why?");
  EXPECT_EQ(header.words[2], "a b");
}

TEST(Header, CountsTheCellsThatEachRuleHasChanged) {
  const Header header = find_header(records_of({"id| " + kMarkedUp + "|a \xC2\xA0 b", "1|9|x", "2|3|y"}), {});
  const auto cells = [&header](CleaningRule rule) { return header.cleaning.rules[rule_index(rule)].cells; };
  EXPECT_EQ(cells(CleaningRule::kTrim), 1U);
  EXPECT_EQ(cells(CleaningRule::kEntities), 1U);
  EXPECT_EQ(cells(CleaningRule::kTags), 1U);
  EXPECT_EQ(cells(CleaningRule::kInvisible), 2U);
  EXPECT_EQ(cells(CleaningRule::kInnerSpace), 1U);
  EXPECT_EQ(cells(CleaningRule::kKeyCase), 0U);
  EXPECT_EQ(header.cleaning.rules[rule_index(CleaningRule::kTags)].examples, (std::vector<IssuePlace>{{1, 1, 1}}));
}

TEST(Header, IsCleanedByTheRulesThatAreSwitchedOn) {
  MappingRequest request;
  request.cleaning.reset(rule_index(CleaningRule::kTags));
  const Header header = find_header(records_of({"id|" + kMarkedUp, "1|9", "2|3"}), request);
  EXPECT_EQ(header.names[1], "How likely are you to <b>recommend</b> us & why?");
  EXPECT_EQ(header.cleaning.rules[rule_index(CleaningRule::kTags)].cells, 0U);
  request.cleaning.reset();
  EXPECT_EQ(find_header(records_of({"id|" + kMarkedUp, "1|9", "2|3"}), request).names[1], kMarkedUp);
}

TEST(Header, OfMergedCellsIsCleanedInBothParts) {
  const Header header =
      find_header(records_of({"Customer||<b>Answers</b>|", "Id|Country|N&#80;S|Reason", "1|DE|9|good", "2|FR|3|bad"}), {});
  EXPECT_EQ(header.names[2], "Answers [NPS]");
  EXPECT_EQ(header.originals[2], "<b>Answers</b> [N&#80;S]");
}

TEST(Header, AWideOneIsFoundInTimeThatGrowsWithItsWidth) {
  Records records(3);
  records[0] = {"top", "", "other"};
  records[1].assign(16384, "below");
  records[2].assign(16384, "9");
  EXPECT_EQ(find_header(records, {}).names.back(), "other [below]");
}

}  // namespace
}  // namespace npscope

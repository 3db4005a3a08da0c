// SPDX-License-Identifier: MIT
// Cleaning: each rule by rows written by hand, what must stay although it looks like it, and that cleaning twice is cleaning once.
#include "core/survey/cleaning.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {
namespace {

const CleaningSet kAll = CleaningSet().set();
constexpr TextUse kUses[] = {TextUse::kHeader, TextUse::kKey, TextUse::kValue, TextUse::kComment};

struct Cleaned {
  std::string text;
  CleaningSet changed;
};

Cleaned clean(std::string_view text, TextUse use, CleaningSet on = kAll) {
  Cleaned result;
  std::string scratch;
  result.text = clean_text(text, on, use, scratch, result.changed);
  return result;
}

std::string names(CleaningSet rules) {
  std::string out;
  for (size_t i = 0; i < kCleaningRuleCount; ++i) {
    if (rules[i]) out += (out.empty() ? "" : " ") + std::string(kCleaningRuleNames[i]);
  }
  return out;
}

struct Row {
  std::string_view before;
  std::string_view after;
  std::string_view changed;
};

void expect_rows(TextUse use, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const Cleaned result = clean(row.before, use);
    EXPECT_EQ(result.text, row.after) << row.before;
    EXPECT_EQ(names(result.changed), row.changed) << row.before;
  }
}

TEST(Cleaning, BlanksAtTheEndsGoAndThoseWithinBecomeOne) {
  expect_rows(TextUse::kValue, {{"", "", ""},
                                {"North", "North", ""},
                                {"North West", "North West", ""},
                                {" North\t", "North", "trim"},
                                {"   ", "", "trim"},
                                {"\u3000北\u2003", "北", "trim"},
                                {"North  West", "North West", "inner-space"},
                                {"North\nWest", "North West", "inner-space"},
                                {"North \r\n\t West", "North West", "inner-space"},
                                {"北\u3000京", "北 京", "inner-space"},
                                {"a\u2028b", "a b", "inner-space"},
                                {"\x85", "\x85", ""}});
}

TEST(Cleaning, CommentsKeepTheirLines) {
  expect_rows(TextUse::kComment, {{"one\ntwo", "one\ntwo", ""},
                                  {"one  two\r\n\r\nthree", "one  two\r\n\r\nthree", ""},
                                  {"\n one\n", "one", "trim"},
                                  {"one<br>two", "one\ntwo", "tags"},
                                  {"<p>one</p><p>two</p>", "one\n\ntwo", "trim tags"}});
}

TEST(Cleaning, InvisibleCharactersGoAndNoBreakSpacesAreSpaces) {
  expect_rows(TextUse::kValue, {{"North\u00A0West", "North West", "invisible"},
                                {"North\u202FWest", "North West", "invisible"},
                                {"1\u2007000", "1 000", "invisible"},
                                {"\uFEFFNorth", "North", "invisible"},
                                {"Nor\u200Bth", "North", "invisible"},
                                {"Nor\u00ADth", "North", "invisible"},
                                {"Nor\u2060th\u200D", "North", "invisible"},
                                {"Auf\u200Clage", "Auflage", "invisible"},
                                {"\u00A0North", "North", "trim invisible"},
                                {"a \u00A0b", "a b", "inner-space invisible"},
                                {"\u00E9\u20AC\u00BB", "\u00E9\u20AC\u00BB", ""}});
}

TEST(Cleaning, JoinersStayWhereAScriptOrAnEmojiNeedsThem) {
  for (const std::string_view text : {"می\u200Cخواهم", "👩\u200D💻", "❤\uFE0F\u200D🔥", "क\u094D\u200Dष"}) {
    EXPECT_EQ(clean(text, TextUse::kComment).text, text);
  }
  EXPECT_EQ(clean("👩\u200D", TextUse::kComment).text, "👩");
  EXPECT_EQ(clean("👩\u200D\u200D💻", TextUse::kComment).text, "👩\u200D💻");
  EXPECT_EQ(clean("a\u200D💻", TextUse::kComment).text, "a💻");
}

TEST(Cleaning, EntitiesBecomeWhatTheyStandFor) {
  expect_rows(TextUse::kHeader, {{"Terms &amp; service", "Terms & service", "entities"},
                                 {"&quot;good&quot;", "\"good\"", "entities"},
                                 {"it&#39;s &#x2013; &apos;ok&apos;", "it's – 'ok'", "entities"},
                                 {"&lt;3", "<3", "entities"},
                                 {"Gr&uuml;&szlig;e &euro;", "Grüße €", "entities"},
                                 {"a&nbsp;b", "a b", "invisible entities"},
                                 {"&amp;amp;", "&", "entities"},
                                 {"R&D", "R&D", ""},
                                 {"Q&A; more", "Q&A; more", ""},
                                 {"?a=1&copy=2", "?a=1&copy=2", ""},
                                 {"&unknown;", "&unknown;", ""}});
}

TEST(Cleaning, TagsGo) {
  expect_rows(TextUse::kHeader, {{"<b>How likely</b>?", "How likely?", "tags"},
                                 {"How<br/>likely", "How likely", "tags"},
                                 {"How<BR />likely", "How likely", "tags"},
                                 {"<span style=\"color: red; a > b\" class=x>Score</span>", "Score", "tags"},
                                 {"<p class='a'>Score</p>", "Score", "trim tags"},
                                 {"<a href=https://example.org/?a=1>here</a >", "here", "tags"},
                                 {"<o:p></o:p>x", "x", "tags"},
                                 {"&lt;b&gt;x&lt;/b&gt;", "x", "entities tags"},
                                 {"<<b>b>x", "x", "tags"}});
}

TEST(Cleaning, WhatOnlyLooksLikeATagStays) {
  for (const std::string_view text :
       {"I <3 it",     "a < b",         "a <b and c> d", "5<6>4",  "< b>",      "<your company>", "Ann <ann@example.org>",
        "<b",          "<b x>",         "<b =1>",        "<b a=>", "<b a=\"1>", "</b a=\"1\">",   "<>",
        "</>",         "<!-- x -->",    "<bb>",          "<B2>",   "<b<i",      "<b/ /",          "<https://example.org>",
        "<b a=\"<\">", "<elephantine>", "<p-value>",     "->"}) {
    EXPECT_EQ(clean(text, TextUse::kHeader).text, text);
  }
}

TEST(Cleaning, TheApostropheOfSpreadsheetsGoes) {
  expect_rows(TextUse::kValue, {{"'=1+1", "=1+1", "apostrophe"},
                                {"'+49 30 1234", "+49 30 1234", "apostrophe"},
                                {"'-", "-", "apostrophe"},
                                {"'@home", "@home", "apostrophe"},
                                {"'＝1", "＝1", "apostrophe"},
                                {"' =1", "=1", "trim apostrophe"},
                                {"'007", "007", "apostrophe"},
                                {"'2024-05-31 09:30", "2024-05-31 09:30", "apostrophe"},
                                {" '1.234,50", "1.234,50", "trim apostrophe"},
                                {"'\t1", "1", "trim apostrophe"}});
}

TEST(Cleaning, ApostrophesOfLanguageStay) {
  for (const std::string_view text : {"'tis fine", "'90s music", "'n Roll", "'quoted'", "'=1'", "'2024'", "'", "''", "''=1",
                                      "'68er", "it's", "’=1", "=1", "o'5"}) {
    EXPECT_EQ(clean(text, TextUse::kValue).text, text);
  }
}

TEST(Cleaning, LettersWithMarksAreOneCharacter) {
  expect_rows(TextUse::kValue, {{"Cafe\u0301", "Café", "nfc"},
                                {"\u212B", "\u00C5", "nfc"},
                                {"한", "한", ""},
                                {"\u1112\u1161\u11AB", "한", "nfc"},
                                {"&#101;&#769;", "é", "entities nfc"}});
}

TEST(Cleaning, KeysAreInLowerCaseAndKeepTheirMarkup) {
  expect_rows(TextUse::kKey, {{"Ann.Lee@Example.ORG ", "ann.lee@example.org", "trim key-case"},
                              {"ÄÖÜ-Šž", "äöü-šž", "key-case"},
                              {"ＡＢ１２", "ab12", "key-case"},
                              {"a&amp;b", "a&amp;b", ""},
                              {"<b>", "<b>", ""},
                              {"a\u200Bb", "ab", "invisible"},
                              {"E\u0301", "é", "nfc key-case"},
                              {"H\u0331", "ẖ", "nfc key-case"},
                              {"漢字😀", "漢字😀", ""}});
  expect_rows(TextUse::kValue, {{"North", "North", ""}});
}

TEST(Cleaning, ARuleThatIsOffDoesNothing) {
  struct Sample {
    CleaningRule rule;
    TextUse use;
    std::string_view text;
  };
  for (const Sample& sample :
       {Sample{CleaningRule::kTrim, TextUse::kValue, " a "}, Sample{CleaningRule::kInnerSpace, TextUse::kValue, "a  b"},
        Sample{CleaningRule::kInvisible, TextUse::kValue, "a\u00A0b\u200B"},
        Sample{CleaningRule::kEntities, TextUse::kValue, "a&amp;b"}, Sample{CleaningRule::kTags, TextUse::kValue, "<b>a</b>"},
        Sample{CleaningRule::kApostrophe, TextUse::kValue, "'=1"}, Sample{CleaningRule::kNfc, TextUse::kValue, "e\u0301"},
        Sample{CleaningRule::kKeyCase, TextUse::kKey, "A"}}) {
    CleaningSet on = kAll;
    on.reset(rule_index(sample.rule));
    EXPECT_EQ(clean(sample.text, sample.use, on).text, sample.text);
    EXPECT_EQ(names(clean(sample.text, sample.use, on).changed), "");
    EXPECT_NE(clean(sample.text, sample.use).text, sample.text);
    on = CleaningSet().set(rule_index(sample.rule));
    EXPECT_NE(clean(sample.text, sample.use, on).text, sample.text);
    EXPECT_EQ(clean(sample.text, sample.use, {}).text, sample.text);
  }
}

TEST(Cleaning, TextWithNothingToCleanIsTheViewItself) {
  for (const std::string_view text :
       {"", "a", "a plain sentence, longer than one block of sixteen bytes.", "grüße — 北京 “quoted”"}) {
    std::string scratch;
    CleaningSet changed;
    for (const TextUse use : kUses) {
      EXPECT_EQ(clean_text(text, kAll, use, scratch, changed).data(), text.data());
      EXPECT_TRUE(changed.none());
    }
  }
}

TEST(Cleaning, ChangedOnlyGrows) {
  std::string scratch;
  CleaningSet changed = CleaningSet().set(rule_index(CleaningRule::kDates));
  EXPECT_EQ(clean_text(" a", kAll, TextUse::kValue, scratch, changed), "a");
  EXPECT_EQ(names(changed), "trim dates");
}

TEST(Cleaning, NothingIsOverlookedWhereverItStands) {
  struct Change {
    std::string_view before;
    std::string_view after;
  };
  for (const Change change : {Change{"&amp;", "&"}, Change{"<b>", ""}, Change{"x  x", "x x"}, Change{"x\nx", "x x"},
                              Change{"é", "é"}, Change{"e\u0301", "é"}, Change{"\u200B", ""}, Change{"A", "a"}}) {
    const bool is_upper = change.before == "A";
    for (size_t size = 0; size < 50; ++size) {
      for (size_t at = 0; at <= size; ++at) {
        const std::string before = std::string(at, 'x') + std::string(change.before) + std::string(size - at, 'x');
        const std::string after = std::string(at, 'x') + std::string(change.after) + std::string(size - at, 'x');
        ASSERT_EQ(clean(before, is_upper ? TextUse::kKey : TextUse::kHeader).text, after) << before;
      }
    }
  }
}

TEST(Cleaning, CleaningTwiceIsCleaningOnce) {
  const std::vector<std::string_view> pieces = {
      "a",      "B",      " ",  "  ",     "\n",    "\t",     "\u00A0", "\u200B", "\u200D",   "\u200C", "\uFEFF",
      "\u3000", "\u2000", "&",  "amp;",   "&amp;", "&lt;",   "&gt;",   "lt;",    "#39;",     "&#60;",  "&nbsp;",
      "<",      ">",      "b",  "/",      "<b>",   "</p>",   "br",     "<br/>",  " a=\"",    "\"",     "'",
      "''",     "=",      "+",  "-",      "7",     "e",      "\u0301", "\u0338", "\u037E",   "\u212A", "H",
      "\u0331", "＜",     "＆", "＇",     "；",    "\u0645", "💻",     "\xFF",   "\xE2\x80", "\xC2",   "\u1100",
      "\u1161", "\u11A8", "p",  "&#769;", "&zwj;", "\u0085", ";"};
  std::mt19937 random(4711);
  for (int i = 0; i < 60000; ++i) {
    std::string text;
    for (uint32_t left = 1 + random() % 9; left > 0; --left) text += pieces[random() % pieces.size()];
    const CleaningSet on = i % 2 == 0 ? kAll : CleaningSet(random());
    for (const TextUse use : kUses) {
      const Cleaned once = clean(text, use, on);
      const Cleaned twice = clean(once.text, use, on);
      ASSERT_EQ(twice.text, once.text) << text;
      ASSERT_TRUE(twice.changed.none()) << text << " " << names(twice.changed);
      ASSERT_TRUE(once.text == text || once.changed.any()) << text;
      ASSERT_TRUE((once.changed & ~on).none()) << text;
    }
  }
}

TEST(Cleaning, LongNonsenseEnds) {
  std::string nested = "&";
  for (int i = 0; i < 100000; ++i) nested += "amp;";
  EXPECT_EQ(clean(nested, TextUse::kHeader).text.size(), nested.size() - 16 * 4);
  std::string open;
  for (int i = 0; i < 100000; ++i) open += "<b a=\"";
  EXPECT_EQ(clean(open, TextUse::kHeader).text, open);
  EXPECT_EQ(clean(std::string(1 << 20, ' '), TextUse::kHeader).text, "");
  EXPECT_EQ(clean("'" + std::string(1 << 20, ' '), TextUse::kHeader).text, "'");
}

}  // namespace
}  // namespace npscope

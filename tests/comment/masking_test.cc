// SPDX-License-Identifier: MIT
// What is masked in a comment, and what must stay: written as customers write, with numbers that are free for examples.
#include "core/comment/masking.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/utf8.h"

namespace npscope {
namespace {

struct Row {
  std::string_view text;
  std::string_view masked;
};

TEST(Masking, AddressesAndNumbersAreMasked) {
  const Row rows[] = {
      // E-mail
      {"Mail me: jo.doe+nps@mail.example.co.uk.", "Mail me: [e-mail]."},
      {"<anna_müller@exämple.de>", "<[e-mail]>"},
      {"邮箱abc123@qq.com谢谢", "邮箱[e-mail]谢谢"},
      {"info (at) example.org oder info[at]example.org", "[e-mail] oder [e-mail]"},
      {"a@b.de,c@d.fr", "[e-mail],[e-mail]"},
      // URL
      {"See https://example.org/a?b=c#d.", "See [url]."},
      {"(http://example.org)", "([url])"},
      {"WWW.Example.ORG/track und example.com/u/jo", "[url] und [url]"},
      {"看https://example.cn/订单", "看[url]订单"},
      {"https://example.org/?mail=jo@example.org", "[url]"},
      // IBAN: the examples of the registry
      {"IBAN DE89 3704 0044 0532 0130 00 bitte", "IBAN [iban] bitte"},
      {"de89370400440532013000", "[iban]"},
      {"GB29 NWBK 6016 1331 9268 19, FR1420041010050500013M02606", "[iban], [iban]"},
      {"NO9386011117947", "[iban]"},
      // Phone, international
      {"Call +1 202-555-0143 now", "Call [phone] now"},
      {"+49 (0)30 23125 000", "[phone]"},
      {"+33 6 39 98 12 34", "[phone]"},
      {"0049 30 23125000!", "[phone]!"},
      {"+4930231250001.", "[phone]."},
      // Phone, as at home
      {"030 / 231 25 000", "[phone]"},
      {"Handy: 0171 3920000", "Handy: [phone]"},
      {"Tel.-Nr. 23125000", "Tel.-Nr. [phone]"},
      {"01 99 00 12 34 ou 06.39.98.12.34", "[phone] ou [phone]"},
      {"(202) 555-0143, 202.555.0143", "[phone], [phone]"},
      {"1-800-555-0199", "[phone]"},
      {"020 7946 0958", "[phone]"},
      {"612 34 56 78 o 912-345-678", "[phone] o [phone]"},
      {"电话13800138000谢谢", "电话[phone]谢谢"},
      {"手机：138 0013 8000", "手机：[phone]"},
      {"１３８００１３８０００", "[phone]"},
      {"010-12345678", "[phone]"},
      {"03-1234-5678 まで", "[phone] まで"},
      {"8 (495) 123-45-67", "[phone]"},
      {"0171 3920000 am 17.05.2024", "[phone] am 17.05.2024"},
      {"seit 17.05.2024 030 23125000", "seit 17.05.2024 [phone]"},
      {"my phone number is 5550143", "my phone number is [phone]"},
  };
  for (const Row& row : rows) EXPECT_EQ(masked(row.text), row.masked) << row.text;
}

TEST(Masking, NumbersOfThingsStay) {
  constexpr std::string_view kTexts[] = {
      // Orders, invoices, tickets
      "order 4711081500",
      "Bestellnummer 0123456789 kam nie an",
      "Auftrag Nr. 0301234567",
      "Ticket #0123456789",
      "AB-0123456789",
      "RE2024/0123456789",
      "commande n° 0612345678",
      "订单号13800138000",
      "tracking 00340434161094042557",
      "EAN 4006381333931",
      "302-1234567-1234567",
      // Dates and times
      "am 17.05.2024 und 2024-05-18",
      "01.02.2024 10:30",
      "von 01.02.2024 - 03.04.2024",
      "05/17/2024",
      "08:00-18:00",
      "2023-2024",
      // Prices and amounts
      "1.299,00 €",
      "$1,234,567.89",
      "612 345 678 €",
      "EUR 49.99",
      "€ 612 345 678",
      "100000000 Kunden",
      "0.123456789",
      "+20 %",
      "+5 Punkte, -3",
      // Versions, addresses of machines, scales
      "Version 10.0.19045.3803",
      "192.168.0.1",
      "0 1 2 3 4 5 6 7 8 9 10",
      "24/7, 50/50, 3-4 Tage",
      "10115 Berlin",
      // Account numbers with wrong check digits or length
      "DE88 3704 0044 0532 0130 00",
      "DE89 3704 0044 0532 0130",
      "XX89370400440532013000",
      // Not addresses
      "@support antwortet nie",
      "5 @ 10.50",
      "amazon.de ist besser",
      "und/oder, km/h, 24h/7",
      "Node.js/React",
      "na ja...",
      "",
  };
  for (const std::string_view text : kTexts) EXPECT_EQ(masked(text), text);
}

TEST(Masking, PlacesAreAscendingAndApart) {
  constexpr std::string_view kPieces[] = {"jo", "@",  "example.org", " ",    "+49",  "0171", "392",  "0000",
                                          ".",  "-",  "https://",    "/",    "www.", "DE89", "3704", "(",
                                          ")",  "很", "é",           "2024", ",",    "#",    "\xFF"};
  std::mt19937 random(61);
  size_t found_any = 0;
  for (int i = 0; i < 100000; ++i) {
    std::string text;
    for (size_t n = random() % 14; n > 0; --n) text += kPieces[random() % std::size(kPieces)];
    std::vector<PrivateSpan> found;
    find_private(text, found);
    size_t last = 0;
    for (const PrivateSpan& span : found) {
      ASSERT_LE(last, span.start) << text;
      ASSERT_LT(span.start, span.end) << text;
      ASSERT_LE(span.end, text.size()) << text;
      last = span.end;
    }
    found_any += found.empty() ? 0 : 1;
    if (is_valid_utf8(text)) ASSERT_TRUE(is_valid_utf8(masked(text))) << text;
  }
  EXPECT_GT(found_any, 10000U);
}

TEST(Masking, ATextOfOneSignTakesNoQuadraticTime) {
  for (const std::string_view piece : {"0", "@", "a@", "0 ", "a.", "www.", "1-", "(at)", "+1", "DE89", "a@b.de ", "www.a.de ",
                                       "+49 30 23125000, ", "a@b.de@c.de "}) {
    std::string text;
    while (text.size() < 200000) text += piece;
    std::vector<PrivateSpan> found;
    find_private(text, found);
    EXPECT_LE(found.size(), text.size());
  }
}

}  // namespace
}  // namespace npscope

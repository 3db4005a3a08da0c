// SPDX-License-Identifier: MIT
// The tokens of XML documents: which ones, whatever the pieces, and what is refused. Expected tokens are written by hand after
// XML 1.0 (fifth edition).
#include "core/format/xml/tokenizer.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/xml/find.h"

namespace npscope::xml {
namespace {

std::string described(const Token& token, const Tokenizer& tokens) {
  std::string text;
  switch (token.kind) {
    case TokenKind::kStart:
      text = "<" + std::string(token.name);
      for (const Attribute& attribute : tokens.attributes()) {
        text += " " + std::string(attribute.name) + "=";
        append_text(attribute.value, false, text);
      }
      return text;
    case TokenKind::kEnd:
      return "/" + std::string(token.name);
    case TokenKind::kText:
      append_text(token.text, token.cdata, text);
      return "'" + text + "'";
    default:
      return "?";
  }
}

/// The tokens of a document that comes in pieces of `step` bytes; its failure behind them.
std::vector<std::string> tokens_of(std::string_view document, size_t step) {
  std::vector<std::string> out;
  Tokenizer tokens;
  size_t start = 0;
  size_t end = std::min(step, document.size());
  // A copy of its own, so that the address sanitizer sees every step over its end.
  std::string piece(document.substr(0, end));
  tokens.give(piece, end == document.size());
  for (;;) {
    const Token& token = tokens.next();
    if (token.kind == TokenKind::kDone) return out;
    if (token.kind == TokenKind::kFailed) {
      out.push_back("!" + std::string(code_name(tokens.failure().code)) + " " + tokens.failure().detail);
      return out;
    }
    if (token.kind != TokenKind::kNeedsText) {
      out.push_back(described(token, tokens));
      continue;
    }
    start += tokens.consumed();
    end = std::min(end + step, document.size());
    piece = document.substr(start, end - start);
    piece.shrink_to_fit();
    tokens.give(piece, end == document.size());
  }
}

struct Case {
  const char* rule;
  std::string document;
  std::vector<std::string> tokens;
};

std::string nested(size_t levels) {
  std::string document;
  for (size_t i = 0; i < levels; ++i) document += "<a>";
  for (size_t i = 0; i < levels; ++i) document += "</a>";
  return document;
}

const Case kCases[] = {
    {"an element has a start and an end", "<a>x</a>", {"<a", "'x'", "/a"}},
    {"an empty element has both too", "<a><b/><b /></a>", {"<a", "<b", "/b", "<b", "/b", "/a"}},
    {"attributes keep their order and their prefix", "<a b=\"1\" x:c='2'/>", {"<a b=1 x:c=2", "/a"}},
    {"blanks around names and equal signs", "<a  b = \"1\"\n c='2' ></a >", {"<a b=1 c=2", "/a"}},
    {"a quote of the other kind is content", "<a b='\"' c=\"'\"/>", {"<a b=\" c='", "/a"}},
    {"a larger-than sign within quotes does not end a tag", "<a b=\"1>2/>\"/>", {"<a b=1>2/>", "/a"}},
    {"named references", "<a>&lt;&gt;&amp;&quot;&apos;</a>", {"<a", "'<>&\"''", "/a"}},
    {"numeric references", "<a b=\"&#65;&#x1F600;\">&#x4e2d;</a>", {"<a b=A\xF0\x9F\x98\x80", "'\xE4\xB8\xAD'", "/a"}},
    {"unknown references stay", "<a>&nbsp;&#0;&#xD800;&#x110000;& &;</a>", {"<a", "'&nbsp;&#0;&#xD800;&#x110000;& &;'", "/a"}},
    {"line ends become line feeds", "<a>1\r\n2\r3\n</a>", {"<a", "'1\n2\n3\n'", "/a"}},
    {"a referenced carriage return stays", "<a>1&#13;\n</a>", {"<a", "'1\r\n'", "/a"}},
    {"CDATA is text in which nothing is special",
     "<a>1<![CDATA[<b>&amp;]] >]]>2</a>",
     {"<a", "'1'", "'<b>&amp;]] >'", "'2'", "/a"}},
    {"comments and instructions are skipped",
     "<?xml version=\"1.0\" encoding=\"utf-8\"?><!-- <b> --><a><!----><?p <b>?></a><!--x-->",
     {"<a", "/a"}},
    {"blanks outside the root are skipped", "\n <a/> \n", {"<a", "/a"}},
    {"UTF-16 is a known encoding", "<?xml version='1.0' encoding = 'UTF-16'?><a/>", {"<a", "/a"}},
    {"another encoding is refused", "<?xml version=\"1.0\" encoding=\"UTF-7\"?><a/>", {"!refused-file xml-encoding"}},
    {"DOCTYPE is refused", "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", {"!refused-file doctype"}},
    {"DOCTYPE is refused in any case and place", "<a><!DocType b></a>", {"<a", "!refused-file doctype"}},
    {"other declarations are damage", "<a><!ENTITY b 'c'></a>", {"<a", "!damaged-file xml"}},
    {"elements must nest", "<a><b></a></b>", {"<a", "<b", "!damaged-file xml"}},
    {"elements must be closed", "<a><b></b>", {"<a", "<b", "/b", "!damaged-file xml"}},
    {"a tag must be whole", "<a b=\"1", {"!damaged-file xml"}},
    {"a comment must be whole", "<a><!-- </a>", {"<a", "!damaged-file xml"}},
    {"a document has a root", " ", {"!damaged-file xml"}},
    {"a document has one root", "<a/><b/>", {"<a", "/a", "!damaged-file xml"}},
    {"an attribute has a quoted value", "<a b=1/>", {"!damaged-file xml"}},
    {"an attribute has a value", "<a b/>", {"!damaged-file xml"}},
};

TEST(XmlTokenizer, TokensAreThoseOfTheDocument) {
  for (const Case& c : kCases) EXPECT_EQ(tokens_of(c.document, c.document.size()), c.tokens) << c.rule;
}

TEST(XmlTokenizer, TokensDoNotDependOnThePieces) {
  for (const Case& c : kCases)
    for (size_t step = 1; step <= c.document.size(); ++step)
      EXPECT_EQ(tokens_of(c.document, step), c.tokens) << c.rule << ", pieces of " << step;
}

TEST(XmlTokenizer, DepthIsLimited) {
  EXPECT_EQ(tokens_of(nested(kMostDepth), 1000).size(), 2 * kMostDepth);
  EXPECT_EQ(tokens_of(nested(kMostDepth + 1), 1000).back(), "!refused-file xml-depth");
}

TEST(XmlTokenizer, AttributesAreLimited) {
  std::string document = "<a";
  for (size_t i = 0; i < kMostAttributes; ++i) document += " b=''";
  EXPECT_EQ(tokens_of(document + "/>", document.size() + 2).size(), 2U);
  EXPECT_EQ(tokens_of(document + " b=''/>", 1 << 20).back(), "!limit-exceeded xml-attributes");
}

TEST(XmlTokenizer, TokensAreLimitedWhateverThePieces) {
  const std::string filling(kLongestToken, 'x');
  const std::string documents[] = {"<a>" + filling + "</a>", "<a b='" + filling + "'/>", "<a><!--" + filling + "--></a>",
                                   "<a><![CDATA[" + filling + "]]></a>"};
  for (const std::string& document : documents)
    for (const size_t step : {document.size(), size_t{1} << 20})
      EXPECT_EQ(tokens_of(document, step).back(), "!limit-exceeded xml-token") << document.substr(0, 12);
}

TEST(XmlTokenizer, AttributesAreFoundByLocalAndByWholeName) {
  Tokenizer tokens;
  tokens.give("<s name='n' sheetId='1' r:id='rId1' x:name='m'/>", true);
  ASSERT_EQ(tokens.next().kind, TokenKind::kStart);
  EXPECT_EQ(tokens.attribute("id"), "rId1");
  EXPECT_EQ(tokens.attribute("name"), "n");
  EXPECT_EQ(tokens.attribute_named("x:name"), "m");
  EXPECT_EQ(tokens.attribute("none").data(), nullptr);
}

TEST(XmlTokenizer, FindAnyAgreesWithItsScalarTwin) {
  std::string text(100, 'x');
  for (size_t at = 0; at < text.size(); ++at) {
    text[at] = "<&_\r"[at % 4];
    for (size_t from = 0; from <= text.size(); ++from)
      EXPECT_EQ(find_any(text, from, '<', '&', '_', '\r'), find_any_scalar(text, from, '<', '&', '_', '\r'));
    text[at] = 'x';
  }
}

}  // namespace
}  // namespace npscope::xml

// SPDX-License-Identifier: MIT
// Looks at the end of what stands before a number: signs and filling words are passed over, then it may be one of two short lists.
#include <array>
#include <span>
#include <string>

#include "core/base/text.h"
#include "core/comment/private_text.h"

namespace npscope {
namespace {

constexpr std::array<std::string_view, 27> kPhoneWords = {
    "tel",  "telefon", "telefonnummer", "rufnummer", "handy",    "handynummer", "mobil",    "mobile", "phone",
    "fax",  "cell",    "call",          "whatsapp",  "portable", "téléphone",   "teléfono", "móvil",  "telefono",
    "电话", "手机",    "電話",          "手機",      "携帯",     "微信",        "телефон",  "тел",    "telefoon"};

constexpr std::array<std::string_view, 30> kOrderWords = {"order",
                                                          "bestellung",
                                                          "bestellnummer",
                                                          "auftrag",
                                                          "auftragsnummer",
                                                          "rechnung",
                                                          "rechnungsnummer",
                                                          "kundennummer",
                                                          "invoice",
                                                          "ticket",
                                                          "case",
                                                          "ref",
                                                          "reference",
                                                          "commande",
                                                          "facture",
                                                          "référence",
                                                          "pedido",
                                                          "factura",
                                                          "artikel",
                                                          "artikelnummer",
                                                          "sku",
                                                          "tracking",
                                                          "sendungsnummer",
                                                          "订单",
                                                          "单号",
                                                          "快递",
                                                          "訂單",
                                                          "注文",
                                                          "票",
                                                          "vorgang"};

/// Between the word and the number; a number of an order when there is nothing else.
constexpr std::array<std::string_view, 14> kNumberWords = {"number", "nummer", "nr", "no",   "n°", "№",    "numéro",
                                                           "numero", "número", "id", "号码", "号", "番号", "號碼"};
constexpr std::array<std::string_view, 13> kFillers = {"is", "ist", "est", "es", "at", "on", "unter",
                                                       "me", "am",  "my",  "是", "为", "は"};

constexpr size_t kFarthest = 48;

void drop_signs(std::string_view& text) {
  for (;;) {
    const size_t size = text.size();
    while (!text.empty() && std::string_view(" \t:.-=/(#").contains(text.back())) text.remove_suffix(1);
    for (const std::string_view sign : {"\xC2\xA0", "：", "（"}) {
      if (text.ends_with(sign)) text.remove_suffix(sign.size());
    }
    if (text.size() == size) return;
  }
}

bool drop_word(std::string_view& text, std::span<const std::string_view> words) {
  for (const std::string_view word : words) {
    if (!text.ends_with(word)) continue;
    const std::string_view rest = text.substr(0, text.size() - word.size());
    // A Latin word is whole; Chinese has no ends of words.
    const bool latin = static_cast<unsigned char>(word[0]) < 0xD0;
    if (latin && !rest.empty() && (is_ascii_letter(rest.back()) || static_cast<unsigned char>(rest.back()) >= 0x80)) continue;
    text = rest;
    return true;
  }
  return false;
}

}  // namespace

NumberWord number_word(std::string_view before) {
  const size_t from = before.size() > kFarthest ? before.size() - kFarthest : 0;
  const bool hash = before.ends_with('#');
  // Only small letters matter, and folded() trims what drop_signs() would.
  const std::string small = folded(before.substr(from));
  std::string_view text = small;
  bool numbered = hash;
  for (int words = 0; words < 3; ++words) {
    drop_signs(text);
    if (drop_word(text, kPhoneWords)) return NumberWord::kPhone;
    if (drop_word(text, kOrderWords)) return NumberWord::kOrder;
    if (drop_word(text, kNumberWords)) {
      numbered = true;
    } else if (!drop_word(text, kFillers)) {
      break;
    }
  }
  return numbered ? NumberWord::kOrder : NumberWord::kNone;
}

}  // namespace npscope

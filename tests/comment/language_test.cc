// SPDX-License-Identifier: MIT
// The guessed language of comments as people write them; what could be two languages is none.
#include "core/comment/language.h"

#include <gtest/gtest.h>

#include <string_view>

namespace npscope {
namespace {

struct Row {
  std::string_view text;
  std::string_view language;
};

TEST(Language, OfComments) {
  const Row rows[] = {
      {"The support was very helpful and quick", "en"},
      {"I don't like the new app", "en"},
      {"Great service!", "en"},
      {"too slow, too expensive", "en"},
      {"please call me or write", "en"},
      {"Service!", ""},  // is French too
      {"Der Kundendienst ist nicht erreichbar", "de"},
      {"Alles gut, immer wieder", "de"},
      {"Große Auswahl", "de"},
      {"Le personnel est très agréable", "fr"},
      {"C'est trop cher pour ce que c'est", "fr"},
      {"El servicio es muy lento y caro", "es"},
      {"No me gustó nada la atención", "es"},
      {"Il servizio è ottimo ma troppo caro", "it"},
      {"O atendimento foi muito bom, não tenho queixas", "pt"},
      {"De levering is niet snel en het is duur", "nl"},
      {"Det är inte bra och mycket dyrt", "sv"},
      {"Bardzo dobra obsługa, ale za drogo", "pl"},
      {"Çok kötü bir deneyim, yok artık", "tr"},
      {"产品很好，价格太贵", "zh"},
      {"客服 response 很慢", "zh"},
      {"サポートが遅いです", "ja"},
      {"料金が高い", "ja"},
      {"정말 좋아요", "ko"},
      {"บริการดีมาก", "th"},
      {"Очень долго ждать, но всё хорошо", "ru"},
      {"Дуже швидко і добре", "uk"},
      {"الخدمة جيدة جدا و سريعة من البداية", "ar"},
      {"Πολύ καλή εξυπηρέτηση", "el"},
      {"שירות מצוין", "he"},
      {"ok", ""},
      {"10/10 👍", ""},
      {"", ""},
      {"Microsoft Azure DevOps", ""},
      {"asdf qwertz", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(guess_language(row.text), row.language) << row.text;
}

}  // namespace
}  // namespace npscope

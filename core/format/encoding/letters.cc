// SPDX-License-Identifier: MIT
// Orders of letters after the usual frequency tables of each language (Wikipedia, "Letter frequency"; for the others counted from
// memory of common words): only the order matters, and a letter more or less moves a guess by a bit.
#include "core/format/encoding/letters.h"

#include <array>

namespace npscope {
namespace {

constexpr auto kLanguages = std::to_array<Language>({
    {Kind::kLatin, 3, u"éüäöáàóèçñíßêúãõåøôîëæïùâûòìœÿ"},  // western Europe, mixed
    {Kind::kLatin, 7, u"üäößé"},                           // German
    {Kind::kLatin, 6, u"éàèêçôùîûâïëœü"},                  // French
    {Kind::kLatin, 7, u"óíáéñúü"},                         // Spanish
    {Kind::kLatin, 6, u"ãçéáíóõêâàúô"},                    // Portuguese
    {Kind::kLatin, 7, u"èàùòéì"},                          // Italian
    {Kind::kLatin, 7, u"ëéïöüèó"},                         // Dutch
    {Kind::kLatin, 6, u"àéóèçíòúïü"},                      // Catalan
    {Kind::kLatin, 7, u"äöåé"},                            // Swedish, Finnish
    {Kind::kLatin, 7, u"åøæé"},                            // Danish, Norwegian
    {Kind::kLatin, 6, u"äõüöšž"},                          // Estonian
    {Kind::kLatin, 5, u"áðíéöúóþýæ"},                      // Icelandic
    {Kind::kLatin, 5, u"łęóąśżćńź"},                       // Polish
    {Kind::kLatin, 4, u"íáéěřčžýšůúóťňď"},                 // Czech
    {Kind::kLatin, 4, u"áíéúýčžšťľôňóäďĺŕ"},               // Slovak
    {Kind::kLatin, 5, u"áéöóőíüúű"},                       // Hungarian
    {Kind::kLatin, 5, u"ăîâşţ"},
    {Kind::kLatin, 5, u"ăîâșț"},                                         // Romanian
    {Kind::kLatin, 6, u"čšžćđ"},                                         // Slovene, Croatian
    {Kind::kLatin, 6, u"ıüşçöğiâîû"},                                    // Turkish; the i stands for the capital with a dot
    {Kind::kLatin, 5, u"ėšųžįąčūę"},                                     // Lithuanian
    {Kind::kLatin, 5, u"āīēšņūļķžčģ"},                                   // Latvian
    {Kind::kLatin, 5, u"\u0301\u0300\u0323đôưêơă\u0309â\u0303áàúóéíù"},  // Vietnamese with marks apart
    {Kind::kLatin, 9, u"ħżġċà"},                                         // Maltese
    {Kind::kLatin, 9, u"ŵŷâôêîï"},                                       // Welsh
    {Kind::kCyrillic, 2, u"оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"},          // Russian
    {Kind::kCyrillic, 2, u"оанивітерсклудмпзяьбгчйхєжїцюшфщґ"},          // Ukrainian
    {Kind::kCyrillic, 2, u"аиоетнрсвлкдпмзягъубчцжщшхфйюь"},             // Bulgarian
    {Kind::kCyrillic, 2, u"аиоенрстујквдпмлзгбцчшжћњљђхфџ"},             // Serbian
    {Kind::kCyrillic, 2, u"аоеитнрсвкдлпмујгзцбшчжќѓњљџхфѕ"},            // Macedonian
    {Kind::kCyrillic, 2, u"анеіроытслквядпумьзгбчцўйшжёхюэф"},           // Belarusian
    {Kind::kGreek, 2, u"αοιετσνηυρπκλμςωάίέόήδγχθφβύώξζψϊϋΐΰ"},          // Greek
    {Kind::kHebrew, 2, u"יוהלארתבשמםנדקעחפטגצזכןךףץס"},                  // Hebrew
    {Kind::kArabic, 2, u"اليمنروتبهدعسفقكحجةأشطصخىضذإثزئغظءآؤ،ًّ"},        // Arabic
    {Kind::kArabic, 2, u"اينردهمتوبسلشکزفگعخقجحپطصچغضثظذژءئآأ،"},        // Persian
    {Kind::kThai, 1, u"านรกอเง่้ยวมทสลดตัีิคะไบปหแใ็ชจพำโขื์ึุูผณธซศถษญฟภฐฉฝๆ"},    // Thai
});

constexpr std::u16string_view kSigns =
    u"\u00A0\u00A3\u00A7\u00A9\u00AB\u00AE\u00B0\u00B4\u00B7\u00BB\u00BD\u20AC\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E"
    u"\u2022\u2026\u2122\u2116\u00BF\u00A1\u00AA\u00BA\u2039\u203A\u00AD\u060C\u061F\u200C";

bool is_between(char16_t character, char16_t low, char16_t high) { return character >= low && character <= high; }

}  // namespace

Kind kind_of(char16_t character) {
  if (character == 0xFFFD) return Kind::kNone;
  if (character < 0xA0) return Kind::kControl;
  if (kSigns.contains(character)) return Kind::kSign;
  const bool is_latin =
      is_between(character, 0xC0, 0x24F) || is_between(character, 0x300, 0x36F) || is_between(character, 0x1E00, 0x1EFF);
  if (is_latin) return character == 0xD7 || character == 0xF7 ? Kind::kRareSign : Kind::kLatin;
  if (is_between(character, 0x386, 0x3FF) && character != 0x387) return Kind::kGreek;
  if (is_between(character, 0x400, 0x4FF)) return Kind::kCyrillic;
  if (is_between(character, 0x5B0, 0x5F4)) return Kind::kHebrew;
  if (is_between(character, 0x621, 0x6D5)) return Kind::kArabic;
  if (is_between(character, 0xE01, 0xE5B)) return Kind::kThai;
  return Kind::kRareSign;
}

bool is_mark(char16_t character) {
  return is_between(character, 0x300, 0x36F) || character == 0xE31 || is_between(character, 0xE34, 0xE3A) ||
         is_between(character, 0xE47, 0xE4E);
}

char16_t small_letter(char16_t character) {
  const auto moved = [character](int by) { return static_cast<char16_t>(character + by); };
  if (is_between(character, 0xC0, 0xDE) && character != 0xD7) return moved(32);
  if (character == 0x130) return u'i';
  if (character == 0x178) return 0xFF;
  if (is_between(character, 0x139, 0x148) || is_between(character, 0x179, 0x17E)) return moved(static_cast<int>(character % 2));
  if (is_between(character, 0x100, 0x137) || is_between(character, 0x14A, 0x177) || is_between(character, 0x1E00, 0x1EFF) ||
      is_between(character, 0x218, 0x21B))
    return character == 0x131 ? character : static_cast<char16_t>(character | 1);
  if (character == 0x1A0 || character == 0x1AF) return moved(1);
  if (character == 0x386) return 0x3AC;
  if (is_between(character, 0x388, 0x38A)) return moved(37);
  if (character == 0x38C) return 0x3CC;
  if (character == 0x38E || character == 0x38F) return moved(63);
  if (is_between(character, 0x391, 0x3AB)) return moved(32);
  if (is_between(character, 0x400, 0x40F)) return moved(80);
  if (is_between(character, 0x410, 0x42F)) return moved(32);
  return character == 0x490 ? char16_t{0x491} : character;
}

int64_t Language::cost(char16_t letter) const {
  // The first of the few letters that a Latin language adds is a third of them; the first of a whole alphabet is a tenth.
  const bool is_alphabet = script != Kind::kLatin || letters.size() > 25;
  const size_t place = letters.find(letter);
  if (place == std::u16string_view::npos) return 110;
  return (is_alphabet ? 30 : 15) + static_cast<int64_t>(place) * slope;
}

std::span<const Language> languages() { return kLanguages; }

}  // namespace npscope

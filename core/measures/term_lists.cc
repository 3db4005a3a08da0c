// SPDX-License-Identifier: MIT
// Few terms of many are shown, so texts are made and comments are searched only for those at the top.
#include "core/measures/term_lists.h"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "core/base/check.h"
#include "core/comment/display_words.h"
#include "core/comment/word_lists.h"

namespace npscope {
namespace {

/// Examples have about so many bytes: a sentence or two.
constexpr size_t kReadable = 100;

struct Candidate {
  TermContrast contrast;
  bool is_pair = false;
};

/// Gives the terms of one side, best first, a few at a time.
class Ranking {
 public:
  Ranking(const CommentTerms& terms, std::span<const TermContrast> words, std::span<const TermContrast> pairs, bool first)
      : dictionary_(terms.dictionary()) {
    const auto take = [&](std::span<const TermContrast> contrasts, bool is_pair) {
      for (const TermContrast& one : contrasts) {
        if (first ? one.z > 0 : one.z < 0) candidates_.push_back({one, is_pair});
      }
    };
    take(words, false);
    take(pairs, true);
    std::ranges::sort(candidates_, std::ranges::greater(), [](const Candidate& one) { return std::abs(one.contrast.z); });
  }

  /// Appends up to `count` more that are not hidden; false: there are no more.
  bool take(size_t count, std::span<const std::string_view> languages, std::vector<RankedTerm>& terms) {
    const size_t wanted = terms.size() + count;
    while (terms.size() < wanted) {
      if (run_.empty() && !next_run()) return false;
      RankedTerm& term = run_.back();
      if (!is_hidden(term, languages)) terms.push_back(std::move(term));
      run_.pop_back();
    }
    return true;
  }

 private:
  /// The next terms of equal z into run_, the last of them first.
  bool next_run() {
    if (at_ == candidates_.size()) return false;
    const double z = candidates_[at_].contrast.z;
    for (; at_ < candidates_.size() && candidates_[at_].contrast.z == z; ++at_) {
      const Candidate& one = candidates_[at_];
      run_.push_back(
          {one.contrast,
           one.is_pair,
           one.is_pair ? dictionary_.pair_text(one.contrast.term) : std::string(dictionary_.word_text(one.contrast.term)),
           {}});
    }
    std::ranges::sort(run_, std::ranges::greater(), [](const RankedTerm& one) { return std::tie(one.is_pair, one.text); });
    return true;
  }

  [[nodiscard]] bool is_hidden(const RankedTerm& term, std::span<const std::string_view> languages) const {
    return std::ranges::any_of(languages, [&](std::string_view language) {
      return term.is_pair ? is_hidden_pair(dictionary_, term.contrast.term, language) : is_hidden_word(term.text, language);
    });
  }

  const TermDictionary& dictionary_;
  std::vector<Candidate> candidates_;
  size_t at_ = 0;
  std::vector<RankedTerm> run_;
};

/// Finds the comments of some terms.
class Search {
 public:
  Search(const CommentSides& sides, std::span<RankedTerm* const> terms)
      : sides_(sides), words_(sides.terms.dictionary().words(), 0), pairs_(sides.terms.dictionary().pairs(), 0) {
    NPS_CHECK(terms.size() < UINT16_MAX);
    for (size_t i = 0; i < terms.size(); ++i)
      (terms[i]->is_pair ? pairs_ : words_)[terms[i]->contrast.term] = static_cast<uint16_t>(i + 1);
  }

  /// `found(term's place, comment, text)` for each comment of a side, several times where it has the term several times.
  template <class Found>
  void run(size_t side, Found&& found) const {
    const CommentTerms& terms = sides_.terms;
    sides_.comments.for_each(sides_.of[side], [&](const CommentPlace& at, std::string_view text) {
      const TextColumn& column = *sides_.comments.columns(at.part)[at.column].texts;
      terms.read().for_each_word(terms.comment(column, at.response), [&](const CommentWords::Place& word) {
        if (const uint16_t place = words_[word.word]; place != 0) found(place - size_t{1}, at, text);
        if (word.pair == TermDictionary::kNone) return;
        if (const uint16_t place = pairs_[word.pair]; place != 0) found(place - size_t{1}, at, text);
      });
    });
  }

 private:
  const CommentSides& sides_;
  std::vector<uint16_t> words_;
  std::vector<uint16_t> pairs_;
};

/// Keeps the best examples by what they say, so that no order of reading shows.
class Examples {
 public:
  Examples(const AskedComments& comments, size_t most) : comments_(comments), most_(most) {}

  void offer(std::vector<CommentPlace>& kept, const CommentPlace& at, std::string_view text) const {
    size_t place = kept.size();
    for (size_t i = 0; i < kept.size(); ++i) {
      const std::string_view other = comments_.text(kept[i]);
      if (distance(other) < distance(text)) continue;
      if (other == text) {
        // One of equal comments is enough: the first in the files.
        if (comments_.position(at) < comments_.position(kept[i])) kept[i] = at;
        return;
      }
      const bool before = distance(text) != distance(other) ? distance(text) < distance(other) : text < other;
      if (before && place == kept.size()) place = i;
    }
    if (place == most_) return;
    kept.insert(kept.begin() + static_cast<ptrdiff_t>(place), at);
    if (kept.size() > most_) kept.pop_back();
  }

 private:
  static size_t distance(std::string_view text) {
    return text.size() < kReadable ? kReadable - text.size() : text.size() - kReadable;
  }

  const AskedComments& comments_;
  size_t most_;
};

/// Different persons, up to so many: respondents, or responses where the respondent is not known.
class Persons {
 public:
  void add(const Part& part, const CommentPlace& at, size_t enough) {
    if (persons_.size() >= enough) return;
    const uint64_t key = part.respondents.empty() ? 0 : part.respondents[at.response];
    const auto person = key != 0 ? std::pair(uint64_t{UINT64_MAX}, key) : std::pair(uint64_t{at.part}, uint64_t{at.response});
    if (!std::ranges::contains(persons_, person)) persons_.push_back(person);
  }
  [[nodiscard]] size_t count() const { return persons_.size(); }

 private:
  std::vector<std::pair<uint64_t, uint64_t>> persons_;
};

std::vector<std::string_view> told_languages(const CommentSides& sides) {
  const std::span<const std::string_view> all = LanguageGuesser::languages();
  std::vector<uint64_t> comments(all.size(), 0);
  for (const auto& side : sides.of) {
    sides.comments.for_each(side, [&](const CommentPlace& at, std::string_view) {
      ++comments[sides.terms.language(*sides.comments.columns(at.part)[at.column].texts, at.response)];
    });
  }
  uint64_t told = 0;
  for (size_t i = 1; i < all.size(); ++i) told += comments[i];
  std::vector<std::string_view> languages;
  for (const DisplayList& list : display_lists()) {
    const auto place = static_cast<size_t>(std::ranges::find(all, list.language) - all.begin());
    if (place < all.size() && comments[place] > 0 && comments[place] * 10 >= told) languages.push_back(list.language);
  }
  std::ranges::sort(languages);
  return languages;
}

/// Leaves out what too few persons wrote, and says whether it did.
bool drop_rare(const CommentSides& sides, uint64_t fewest, std::span<RankedTerm> from, std::vector<RankedTerm>& to) {
  std::vector<RankedTerm*> terms;
  for (RankedTerm& term : from) {
    if (term.contrast.first + term.contrast.second >= fewest) terms.push_back(&term);
  }
  std::vector<Persons> persons(terms.size());
  const Search search(sides, terms);
  for (const size_t side : {0, 1}) {
    search.run(side, [&](size_t term, const CommentPlace& at, std::string_view) {
      persons[term].add(sides.parts[at.part], at, static_cast<size_t>(fewest));
    });
  }
  size_t kept = 0;
  for (size_t i = 0; i < terms.size(); ++i) {
    if (persons[i].count() < fewest) continue;
    to.push_back(std::move(*terms[i]));
    ++kept;
  }
  return kept < from.size();
}

void add_evidence(const CommentSides& sides, size_t most, TermLists& lists) {
  const Examples examples(sides.comments, most);
  for (const size_t side : {0, 1}) {
    std::vector<RankedTerm*> terms;
    for (RankedTerm& term : lists.terms[side]) terms.push_back(&term);
    if (terms.empty()) continue;
    Search(sides, terms).run(side, [&](size_t term, const CommentPlace& at, std::string_view text) {
      examples.offer(terms[term]->evidence, at, text);
    });
  }
}

}  // namespace

TermLists term_lists(const CommentSides& sides, const TermListOptions& options) {
  TermLists lists;
  TermCounts words[2];
  TermCounts pairs[2];
  for (const size_t side : {0, 1}) {
    std::vector<CommentTerms::Chosen> chosen;
    for (size_t part = 0; part < sides.parts.size(); ++part) {
      for (const AskedComments::Column& column : sides.comments.columns(part))
        chosen.push_back({column.texts, &sides.of[side][part]});
    }
    sides.terms.count(chosen, words[side], pairs[side]);
    lists.comments[side] = words[side].comments;
  }
  if (options.hide_common) lists.languages = told_languages(sides);
  LogOddsOptions of_pairs = options.odds;
  of_pairs.min_comments = std::max<uint64_t>(of_pairs.min_comments, sides.terms.fewest());
  const std::vector<TermContrast> word_contrasts = log_odds(words[0], words[1], options.odds);
  const std::vector<TermContrast> pair_contrasts = log_odds(pairs[0], pairs[1], of_pairs);
  for (const size_t side : {0, 1}) {
    Ranking ranking(sides.terms, word_contrasts, pair_contrasts, side == 0);
    if (options.persons == 0) {
      ranking.take(options.limit, lists.languages, lists.terms[side]);
      continue;
    }
    for (bool more = true; more && lists.terms[side].size() < options.limit;) {
      std::vector<RankedTerm> next;
      more = ranking.take(options.limit - lists.terms[side].size(), lists.languages, next);
      if (!next.empty() && drop_rare(sides, options.persons, next, lists.terms[side])) lists.hidden = true;
    }
  }
  if (options.evidence > 0) add_evidence(sides, options.evidence, lists);
  return lists;
}

}  // namespace npscope

// SPDX-License-Identifier: MIT
// Reading is most of the work; pairs take two more walks over numbers, the first to see which pairs are worth a number.
#include "core/measures/comment_terms.h"

#include <algorithm>

#include "core/base/check.h"
#include "core/survey/role.h"

namespace npscope {
namespace {

// A piece of the work is one of these, whichever is first.
constexpr uint64_t kSomeBytes = uint64_t{512} << 10;
constexpr size_t kSomeComments = 16'384;
constexpr uint64_t kSomeWords = 200'000;

// Of the whole time, by measurement.
constexpr double kReading = 0.65;
constexpr double kSketching = 0.15;

std::vector<const TextColumn*> all_columns(std::span<const Part> parts) {
  std::vector<const TextColumn*> columns;
  for (const Part& part : parts) {
    for (const auto& [place, column] : comment_columns(part)) columns.push_back(column);
  }
  return columns;
}

double share(uint64_t part, uint64_t whole) { return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole); }

}  // namespace

std::vector<std::pair<size_t, const TextColumn*>> comment_columns(const Part& part) {
  std::vector<std::pair<size_t, const TextColumn*>> columns;
  if (part.columns == nullptr) return columns;
  for (const auto& [place, column] : part.columns->texts) {
    if (part.mapping->columns[place].role == Role::kComment) columns.emplace_back(place, &column);
  }
  return columns;
}

CommentTerms::CommentTerms(std::span<const Part> parts) {
  for (const TextColumn* column : all_columns(parts)) {
    sources_.push_back({column, comments_});
    comments_ += column->size();
    bytes_ += column->bytes();
  }
  NPS_CHECK(comments_ < UINT32_MAX);
  languages_.reserve(comments_);
}

bool CommentTerms::is_of(std::span<const Part> parts) const {
  return std::ranges::equal(all_columns(parts), sources_, {}, {}, &Source::texts);
}

bool CommentTerms::has(const TextColumn& column) const {
  return std::ranges::find(sources_, &column, &Source::texts) != sources_.end();
}

size_t CommentTerms::first_of(const TextColumn& column) const {
  const auto found = std::ranges::find(sources_, &column, &Source::texts);
  NPS_CHECK(found != sources_.end());
  return found->first;
}

bool CommentTerms::step() {
  const size_t from = next_;
  switch (phase_) {
    case Phase::kRead:
      read_some();
      if (next_ < comments_) return true;
      fewest_ = filled_ > kManyComments ? 5 : 2;
      sketch_ = std::make_unique<PairSketch>();
      phase_ = Phase::kSketch;
      next_ = 0;
      return true;
    case Phase::kSketch:
      next_ = some_words();
      words_.add_pairs(*sketch_, from, next_);
      if (next_ < comments_) return true;
      phase_ = Phase::kNumber;
      next_ = 0;
      return true;
    case Phase::kNumber:
      next_ = some_words();
      words_.number_pairs(*sketch_, static_cast<uint8_t>(fewest_), from, next_);
      if (next_ < comments_) return true;
      sketch_.reset();
      phase_ = Phase::kDone;
      return false;
    case Phase::kDone:
      return false;
  }
  return false;
}

double CommentTerms::done() const {
  switch (phase_) {
    case Phase::kRead:
      return kReading * share(bytes_read_ + next_, bytes_ + comments_);
    case Phase::kSketch:
      return kReading + kSketching * share(next_, comments_);
    case Phase::kNumber:
      return kReading + kSketching + (1 - kReading - kSketching) * share(next_, comments_);
    case Phase::kDone:
      break;
  }
  return 1;
}

void CommentTerms::read_some() {
  const uint64_t most_bytes = bytes_read_ + kSomeBytes;
  const size_t most_comments = next_ + kSomeComments;
  while (next_ < comments_ && next_ < most_comments && bytes_read_ < most_bytes) {
    while (response_ == sources_[source_].texts->size()) {
      ++source_;
      response_ = 0;
    }
    const std::string_view text = sources_[source_].texts->text(response_);
    read_one(text);
    bytes_read_ += text.size();
    ++response_;
    ++next_;
  }
}

void CommentTerms::read_one(std::string_view text) {
  words_.add(text);
  if (text.empty()) {
    languages_.push_back(0);
    return;
  }
  ++filled_;
  const TermDictionary& dictionary = words_.dictionary();
  for (auto word = static_cast<uint32_t>(votes_.size()); word < dictionary.words(); ++word)
    votes_.push_back(votes_of(dictionary.word_text(word)));
  if (guesser_.start(text)) {
    words_.for_each_word(next_, [&](const CommentWords::Place& place) { guesser_.add(place.word, votes_[place.word]); });
  }
  languages_.push_back(guesser_.guess());
}

/// Where a piece from next_ on ends.
size_t CommentTerms::some_words() const {
  size_t to = std::min(comments_, next_ + kSomeComments);
  while (to > next_ + 1 && words_.words_in(next_, to) > kSomeWords) to = next_ + (to - next_) / 2;
  return to;
}

void CommentTerms::count(std::span<const Chosen> chosen, TermCounts& words, TermCounts& pairs) const {
  std::vector<CommentWords::Counted> by_word(dictionary().words());
  std::vector<CommentWords::Counted> by_pair(dictionary().pairs());
  TermCounts::Entry others;
  uint64_t comments = 0;
  for (const Chosen& one : chosen) {
    NPS_CHECK(one.which->size() == one.column->size());
    const size_t first = first_of(*one.column);
    for (size_t i = 0; i < one.which->size(); ++i) {
      if ((*one.which)[i] == 0 || one.column->text(i).empty()) continue;
      ++comments;
      words_.count(first + i, by_word, by_pair, others);
    }
  }
  const auto add = [](const std::vector<CommentWords::Counted>& counted, TermCounts& to) {
    if (to.entries.size() < counted.size()) to.entries.resize(counted.size());
    for (size_t term = 0; term < counted.size(); ++term) {
      to.entries[term].times += counted[term].times;
      to.entries[term].comments += counted[term].comments;
    }
  };
  add(by_word, words);
  add(by_pair, pairs);
  words.comments += comments;
  pairs.comments += comments;
  pairs.rest.times += others.times;
  pairs.rest.comments += others.comments;
}

}  // namespace npscope

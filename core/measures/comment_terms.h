// SPDX-License-Identifier: MIT
// CommentTerms: the words and pairs of words of all comments that are loaded, numbered once, and counted again for each question without
// a look at a text. Kept until the files (or the columns of comments that are loaded) change.
//
// Takes about 90 bytes for a comment of ten words, besides its text. Words of all parts share their numbers, which depend on the order of
// the parts: what is shown is ordered by text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/comment/comment_words.h"
#include "core/comment/language.h"
#include "core/comment/pair_sketch.h"
#include "core/partial/term_counts.h"
#include "core/query/columns.h"
#include "core/query/part.h"

namespace npscope {

class CommentTerms {
 public:
  /// Of up to so many comments, pairs that are in two have numbers; of more, those in five.
  static constexpr size_t kManyComments = 200'000;

  /// Of the loaded comments of all parts (columns of role comment); nothing is read yet. Their texts must stay where they are.
  explicit CommentTerms(std::span<const Part> parts);
  CommentTerms(const CommentTerms&) = delete;
  CommentTerms& operator=(const CommentTerms&) = delete;

  /// Does a piece of the work, about 10 ms. False: all is done.
  bool step();
  /// 0 to 1.
  [[nodiscard]] double done() const;
  /// The columns are those that are loaded now; else make a new one.
  [[nodiscard]] bool is_of(std::span<const Part> parts) const;

  // REQUIRES, for all that follow: step() has returned false, and has(column).

  [[nodiscard]] bool has(const TextColumn& column) const;
  [[nodiscard]] const TermDictionary& dictionary() const { return words_.dictionary(); }
  /// Pairs in fewer comments of all may have no number.
  [[nodiscard]] unsigned fewest() const { return fewest_; }

  /// Adds the comments of the responses in `which` that are not empty, all columns in one go, so that a term's entries are where they were.
  struct Chosen {
    const TextColumn* column = nullptr;
    /// As many entries as the column.
    const Selection* which = nullptr;
  };
  void count(std::span<const Chosen> chosen, TermCounts& words, TermCounts& pairs) const;

  /// The number of a response's comment in read().
  [[nodiscard]] size_t comment(const TextColumn& column, size_t response) const { return first_of(column) + response; }
  [[nodiscard]] const CommentWords& read() const { return words_; }

  /// As LanguageGuesser says: a place in its languages(); 0 also for no comment.
  [[nodiscard]] uint8_t language(const TextColumn& column, size_t response) const {
    return languages_[first_of(column) + response];
  }

 private:
  enum class Phase : uint8_t { kRead, kSketch, kNumber, kDone };
  struct Source {
    const TextColumn* texts = nullptr;
    /// The number of its first comment.
    size_t first = 0;
  };

  [[nodiscard]] size_t first_of(const TextColumn& column) const;
  void read_some();
  void read_one(std::string_view text);
  [[nodiscard]] size_t some_words() const;

  std::vector<Source> sources_;
  size_t comments_ = 0;
  uint64_t bytes_ = 0;
  uint64_t bytes_read_ = 0;
  size_t filled_ = 0;
  Phase phase_ = Phase::kRead;
  /// The next comment of the phase; while reading, also the source and the response that it is.
  size_t next_ = 0;
  size_t source_ = 0;
  size_t response_ = 0;
  unsigned fewest_ = 2;

  CommentWords words_;
  /// Only while pairs are sketched and numbered.
  std::unique_ptr<PairSketch> sketch_;
  LanguageGuesser guesser_;
  /// By word.
  std::vector<WordVotes> votes_;
  /// By comment.
  std::vector<uint8_t> languages_;
};

/// The loaded columns of comments of a part, by their place in the file.
[[nodiscard]] std::vector<std::pair<size_t, const TextColumn*>> comment_columns(const Part& part);

}  // namespace npscope

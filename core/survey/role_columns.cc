// SPDX-License-Identifier: MIT
// Column by column through each batch, so that one column's tables stay in the cache; at last what needs two columns.
#include "core/survey/role_columns.h"

#include <algorithm>
#include <bit>
#include <string_view>
#include <utility>

#include "core/survey/role_column.h"

namespace npscope {
namespace {

constexpr size_t kMostProofs = 3;

IssuePlace place_of(const RecordBatch& batch, size_t record, size_t column) {
  const uint64_t number = batch.number(record);
  if (!batch.lines.empty()) return {number, batch.lines[record], static_cast<int32_t>(column)};
  const uint64_t line = batch.first_line + count_line_ends(batch.text.substr(0, batch.position(record)));
  return {number, line, static_cast<int32_t>(column)};
}

/// Keeps the first places by position, in whatever order they come: columns of a batch come one after the other.
void keep_first(std::vector<IssuePlace>& places, size_t most, const IssuePlace& place) {
  places.insert(std::ranges::upper_bound(places, place), place);
  if (places.size() > most) places.pop_back();
}

bool comes_before_last(const std::vector<IssuePlace>& places, size_t most, uint64_t record, size_t column) {
  if (places.size() < most) return true;
  const IssuePlace& last = places.back();
  return std::pair(record, static_cast<int32_t>(column)) < std::pair(last.record, last.column);
}

}  // namespace

struct RoleColumns::Impl {
  Impl(const Mapping& mapping, const Rules& rules, csv::Punctuation marks, bool wants_filled);

  void read(const RecordBatch& batch, size_t first, RecordValues& out, std::vector<ResponseBatch::Remark>& remarks);
  template <class Take>
  void read_column(size_t index, const RecordBatch& batch, size_t first, std::vector<ResponseBatch::Remark>& remarks,
                   Take&& take);
  [[gnu::noinline]] void read_keys(size_t index, const RecordBatch& batch, size_t first, std::vector<uint64_t>* keys,
                                   std::vector<ResponseBatch::Remark>& remarks);
  [[gnu::noinline]] void read_moments(size_t index, const RecordBatch& batch, size_t first,
                                      std::vector<ResponseBatch::Remark>& remarks);
  [[gnu::noinline]] void note(ColumnTally& tally, const CellFacts& facts, const RecordBatch& batch, size_t record);
  [[gnu::noinline]] void compare_dates(size_t count, std::vector<ResponseBatch::Remark>& remarks) const;
  [[gnu::noinline]] void write_moments(RecordValues& out) const;
  [[gnu::noinline]] void write_filled(const RecordBatch& batch, size_t first, RecordValues& out);
  /// The first column with the role: a file has one, whatever the mapping says.
  [[nodiscard]] bool is_first(size_t index) const;

  const Mapping& mapping;
  bool wants_filled;
  bool tells_offsets;
  std::vector<RoleColumn> columns;
  std::vector<ColumnTally> tallies;
  CleaningCounts cleaning;
  /// Only for the share that is filled.
  std::optional<RoleColumn> score;
  std::optional<size_t> date;
  std::optional<size_t> start_date;

  /// Of the batch at hand.
  std::vector<Moment> dates;
  std::vector<Moment> starts;
  std::vector<uint32_t> filled;
  std::vector<uint64_t> unwanted;
};

RoleColumns::Impl::Impl(const Mapping& of, const Rules& rules, csv::Punctuation marks, bool filled_too)
    : mapping(of), wants_filled(filled_too), tells_offsets(!rules.report_zone.empty()) {
  for (size_t c = 0; c < mapping.columns.size(); ++c) {
    const Role role = mapping.columns[c].role;
    if (role == Role::kNone || role == Role::kIgnore) continue;
    if (role == Role::kScore) {
      if (wants_filled) score.emplace(c, mapping, rules, marks.quote);
      continue;
    }
    if (role == Role::kDate && !date) date = columns.size();
    if (role == Role::kStartDate && !start_date) start_date = columns.size();
    columns.emplace_back(c, mapping, rules, marks.quote);
    ColumnTally tally;
    tally.column = c;
    tally.role = role;
    tally.distinct = 0;
    tallies.push_back(std::move(tally));
  }
}

bool RoleColumns::Impl::is_first(size_t index) const {
  const auto same = [&](const RoleColumn& column) { return column.role() == columns[index].role(); };
  return std::ranges::find_if(columns, same) - columns.begin() == static_cast<std::ptrdiff_t>(index);
}

void RoleColumns::Impl::note(ColumnTally& tally, const CellFacts& facts, const RecordBatch& batch, size_t record) {
  const uint64_t number = batch.number(record);
  for (uint64_t changed = facts.changed.to_ullong(); changed != 0; changed &= changed - 1) {
    CleaningCounts::Entry& entry = cleaning.rules[static_cast<size_t>(std::countr_zero(changed))];
    ++entry.cells;
    if (!comes_before_last(entry.examples, CleaningCounts::kMostExamples, number, tally.column)) continue;
    keep_first(entry.examples, CleaningCounts::kMostExamples, place_of(batch, record, tally.column));
  }
  if (facts.order == OrderProof::kNone) return;
  if (facts.order == OrderProof::kEither) {
    ++tally.either;
    return;
  }
  const bool day_first = facts.order == OrderProof::kDayFirst;
  ++(day_first ? tally.day_first : tally.month_first);
  std::vector<IssuePlace>& proofs = day_first ? tally.day_first_proof : tally.month_first_proof;
  if (proofs.size() < kMostProofs) proofs.push_back(place_of(batch, record, tally.column));
}

/// Calls `take` with the index and the facts of each cell with something in it.
template <class Take>
void RoleColumns::Impl::read_column(size_t index, const RecordBatch& batch, size_t first,
                                    std::vector<ResponseBatch::Remark>& remarks, Take&& take) {
  RoleColumn& column = columns[index];
  ColumnTally& tally = tallies[index];
  const size_t at = column.column();
  const size_t count = batch.size() - first;
  const char* const end = batch.text.data() + batch.text.size();
  uint64_t all_filled = 0;
  uint64_t all_valid = 0;
  for (size_t i = 0; i < count; ++i) {
    if (at >= batch.cell_count(first + i)) continue;
    const std::string_view raw = batch.raw_cell(first + i, at);
    if (raw.empty()) continue;
    const CellFacts& facts = column.facts(raw, end);
    all_filled += facts.filled ? 1 : 0;
    all_valid += facts.valid ? 1 : 0;
    if (wants_filled) filled[i] += facts.filled ? 1 : 0;
    if (facts.is_odd()) {
      note(tally, facts, batch, first + i);
      if (facts.remark != Code::kNone) {
        remarks.push_back({static_cast<uint32_t>(i), static_cast<int32_t>(at), facts.remark});
      }
    }
    take(i, facts);
  }
  tally.filled += all_filled;
  tally.valid += all_valid;
  tally.distinct = column.distinct();
}

void RoleColumns::Impl::read_keys(size_t index, const RecordBatch& batch, size_t first, std::vector<uint64_t>* keys,
                                  std::vector<ResponseBatch::Remark>& remarks) {
  // One loop for all columns, whether their hashes are wanted or not.
  std::vector<uint64_t>& hashes = keys == nullptr ? unwanted : *keys;
  hashes.assign(batch.size() - first, 0);
  uint64_t* const out = hashes.data();
  read_column(index, batch, first, remarks, [out](size_t i, const CellFacts& facts) { out[i] = facts.hash; });
}

void RoleColumns::Impl::read_moments(size_t index, const RecordBatch& batch, size_t first,
                                     std::vector<ResponseBatch::Remark>& remarks) {
  std::vector<Moment>& moments = index == start_date ? starts : dates;
  moments.assign(batch.size() - first, Moment{});
  Moment* const out = moments.data();
  read_column(index, batch, first, remarks, [out](size_t i, const CellFacts& facts) { out[i] = facts.moment; });
}

void RoleColumns::Impl::compare_dates(size_t count, std::vector<ResponseBatch::Remark>& remarks) const {
  const auto column = static_cast<int32_t>(columns[*date].column());
  for (size_t i = 0; i < count; ++i) {
    if (is_reversed(starts[i], dates[i])) remarks.push_back({static_cast<uint32_t>(i), column, Code::kDatesReversed});
  }
}

void RoleColumns::Impl::write_moments(RecordValues& out) const {
  out.when.resize(dates.size());
  for (size_t i = 0; i < dates.size(); ++i) out.when[i] = dates[i].when;
  if (tells_offsets) {
    out.offsets.resize(dates.size());
    for (size_t i = 0; i < dates.size(); ++i) out.offsets[i] = dates[i].has_time ? dates[i].offset : Moment::kDay;
  }
  if (!mapping.date_order_unclear) return;
  out.when_other.resize(dates.size());
  for (size_t i = 0; i < dates.size(); ++i) out.when_other[i] = dates[i].other;
}

void RoleColumns::Impl::write_filled(const RecordBatch& batch, size_t first, RecordValues& out) {
  const size_t all = columns.size() + (score ? 1 : 0);
  out.filled.assign(filled.size(), 0);
  for (size_t i = 0; i < filled.size(); ++i) {
    if (score && score->column() < batch.cell_count(first + i)) {
      const std::string_view raw = batch.raw_cell(first + i, score->column());
      if (!raw.empty() && score->facts(raw, batch.text.data() + batch.text.size()).filled) ++filled[i];
    }
    if (all > 0) out.filled[i] = static_cast<uint8_t>(filled[i] * 100 / all);
  }
}

void RoleColumns::Impl::read(const RecordBatch& batch, size_t first, RecordValues& out,
                             std::vector<ResponseBatch::Remark>& remarks) {
  const size_t count = batch.size() - first;
  if (wants_filled) filled.assign(count, 0);
  for (size_t index = 0; index < columns.size(); ++index) {
    const Role role = columns[index].role();
    if (index == date || index == start_date) {
      read_moments(index, batch, first, remarks);
      continue;
    }
    std::vector<uint64_t>* keys = nullptr;
    if (kind_of(role) == RoleKind::kKey && is_first(index)) {
      keys = role == Role::kResponseId   ? &out.response_ids
             : role == Role::kRespondent ? &out.respondents
             : role == Role::kAccount    ? &out.accounts
                                         : &out.waves;
    }
    read_keys(index, batch, first, keys, remarks);
  }
  if (date && start_date) compare_dates(count, remarks);
  if (date) write_moments(out);
  if (wants_filled) write_filled(batch, first, out);
}

RoleColumns::RoleColumns(const Mapping& mapping, const Rules& rules, csv::Punctuation marks, bool wants_filled)
    : impl_(std::make_unique<Impl>(mapping, rules, marks, wants_filled)) {}
RoleColumns::~RoleColumns() = default;
RoleColumns::RoleColumns(RoleColumns&&) noexcept = default;

void RoleColumns::read(const RecordBatch& batch, size_t first, RecordValues& out, std::vector<ResponseBatch::Remark>& remarks) {
  impl_->read(batch, first, out, remarks);
}

void RoleColumns::close() { std::vector<RoleColumn>().swap(impl_->columns); }

const std::vector<ColumnTally>& RoleColumns::tallies() const { return impl_->tallies; }
const CleaningCounts& RoleColumns::cleaning() const { return impl_->cleaning; }

}  // namespace npscope

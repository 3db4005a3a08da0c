// SPDX-License-Identifier: MIT
// A plain file is handed through; for an archive, member after member is unpacked into a shard of its own.
#include "core/shard/intake.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace npscope {
namespace {

/// Folders and what operating systems leave in archives.
bool is_litter(const zip::Entry& entry) {
  const std::string_view name = entry.name;
  const size_t slash = name.find_last_of('/');
  const std::string_view last = slash == std::string_view::npos ? name : name.substr(slash + 1);
  return last.empty() || last.starts_with('.') || name.starts_with("__MACOSX/") || last == "Thumbs.db" || entry.size == 0;
}

/// A picture or a program in the archive is no survey file, and nobody expects it to be one.
bool is_other_kind(const FileShard& shard) {
  if (!shard.failure()) return false;
  return shard.failure()->code == Code::kBinaryFile || shard.failure()->code == Code::kUnsupportedFormat;
}

}  // namespace

Intake::Intake(std::string name, uint64_t size, const ReadOptions& options, const PairTables& tables)
    : name_(std::move(name)), size_(size), options_(options), tables_(tables) {
  files_.push_back({std::make_unique<FileShard>(name_, size, options, &tables), Container::kNone, {}});
}

ByteRange Intake::want() const {
  if (!unpacking()) return files_.back().shard->want();
  if (working_ || stage_ == Stage::kDone) return {};
  return {range_.offset + filled_, range_.length - filled_};
}

char* Intake::reserve(uint64_t length) {
  if (!unpacking()) return files_.back().shard->reserve(length);
  return bytes_.data() + filled_;
}

void Intake::commit(uint64_t length) {
  if (!unpacking()) return files_.back().shard->commit(length);
  filled_ += length;
  if (filled_ < range_.length) return;
  member_->take({bytes_.data(), static_cast<size_t>(filled_)});
  working_ = true;
}

bool Intake::step() {
  if (unpacking()) return working_ && step_member();
  FileShard& shard = *files_.back().shard;
  if (shard.step()) return true;
  if (shard.container() == Container::kNone || shard.failure()) return false;
  open_archive();
  return true;
}

void Intake::fail(Code code) {
  if (!unpacking()) return files_.back().shard->fail(code);
  // What was read of this archive so far is no longer to be trusted: all its files share the source.
  for (const IntakeFile& file : files_) file.shard->fail(code);
  outer_->fail(code);
  stage_ = Stage::kDone;
  working_ = false;
}

void Intake::close() {
  if (!unpacking()) return files_.back().shard->close();
  if (stage_ != Stage::kDone) fail(Code::kSourceChanged);
  if (!files_.empty()) return;
  if (!outer_->failure()) outer_->fail(Code::kNoReadableMember);
  files_.push_back({std::move(outer_), Container::kNone, {}});
}

void Intake::open_archive() {
  outer_ = std::move(files_.back().shard);
  files_.clear();
  container_ = outer_->container();
  open_next_member();
}

void Intake::open_next_member() {
  const bool converted = is_conversion(options_.mode) && !files_.empty() && !files_.back().shard->failure();
  stage_ = Stage::kPreparing;
  working_ = true;
  if (container_ == Container::kGzip && next_entry_++ == 0) {
    member_.emplace(nullptr, size_, budget_);
    return;
  }
  while (container_ == Container::kZip && !converted && next_entry_ < outer_->entries().size()) {
    const zip::Entry& entry = outer_->entries()[next_entry_++];
    if (is_litter(entry) || (!options_.member.empty() && entry.name != options_.member)) continue;
    member_.emplace(&entry, size_, budget_);
    return;
  }
  stage_ = Stage::kDone;
  working_ = false;
}

/// What a state of the member means for the next step; true: go on without bytes.
bool Intake::after(MemberBytes::State state) {
  if (state == MemberBytes::State::kNeedsBytes) {
    range_ = member_->want();
    filled_ = 0;
    bytes_.resize(range_.length);
    working_ = false;
    return false;
  }
  if (state == MemberBytes::State::kFailed) {
    if (stage_ == Stage::kPreparing) {
      const std::string name = container_ == Container::kZip ? outer_->entries()[next_entry_ - 1].name : std::string();
      files_.push_back({std::make_unique<FileShard>(name_, 0, options_, &tables_), container_, name});
    }
    files_.back().shard->fail(member_->failure().code, member_->failure().detail);
    close_member();
  }
  return true;
}

bool Intake::step_member() {
  if (stage_ == Stage::kDone) return false;
  if (stage_ == Stage::kPreparing) {
    const MemberBytes::State state = member_->prepare();
    if (state != MemberBytes::State::kReady) return after(state);
    const std::string name = container_ == Container::kZip ? outer_->entries()[next_entry_ - 1].name : std::string();
    files_.push_back({std::make_unique<FileShard>(name_, member_->size(), options_, &tables_), container_, name});
    stage_ = Stage::kReading;
    return true;
  }
  FileShard& shard = *files_.back().shard;
  if (stage_ == Stage::kReading) return feed_member(shard);
  const MemberBytes::State state = shard.failure() ? MemberBytes::State::kReady : member_->verify();
  if (state != MemberBytes::State::kReady) return after(state);
  close_member();
  return true;
}

bool Intake::feed_member(FileShard& shard) {
  if (shard.step()) return true;
  if (!shard.want_table().empty()) return false;
  const ByteRange wanted = shard.want();
  if (wanted.length == 0) {
    stage_ = Stage::kVerifying;
    return true;
  }
  const MemberBytes::State state = member_->seek(wanted.offset);
  if (state != MemberBytes::State::kReady) return after(state);
  const std::string_view bytes = member_->at(wanted.offset).substr(0, wanted.length);
  char* room = shard.reserve(bytes.size());
  if (room == nullptr) return true;
  std::memcpy(room, bytes.data(), bytes.size());
  shard.commit(bytes.size());
  return true;
}

void Intake::close_member() {
  FileShard& shard = *files_.back().shard;
  if (shard.container() != Container::kNone) shard.fail(Code::kRefusedFile, "nested-archive");
  shard.close();
  member_.reset();
  if (container_ == Container::kZip && is_other_kind(shard)) files_.pop_back();
  open_next_member();
}

}  // namespace npscope

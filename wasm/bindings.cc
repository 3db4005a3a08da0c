// SPDX-License-Identifier: MIT
// The JavaScript face of the engine: it renames and converts, and decides nothing. Offsets and lengths are doubles, exact up to
// 2^53 bytes; room is a position in HEAPU8, to be looked up again after every call that may allocate.
#include <emscripten/bind.h>

#include <cstdint>
#include <string>

#include "core/engine.h"

namespace {

class Engine {
 public:
  std::string set(const std::string& option, const std::string& value) { return engine_.set(option, value); }
  void open(const std::string& name, double size) { engine_.open(name, static_cast<uint64_t>(size)); }
  double want_offset() const { return static_cast<double>(engine_.want().offset); }
  double want_length() const { return static_cast<double>(engine_.want().length); }
  uintptr_t reserve(double length) { return reinterpret_cast<uintptr_t>(engine_.reserve(static_cast<uint64_t>(length))); }
  void commit(double length) { engine_.commit(static_cast<uint64_t>(length)); }
  bool step() { return engine_.step(); }
  std::string want_table() const { return std::string(engine_.want_table()); }
  uintptr_t table_room(double length) {
    table_.resize(static_cast<size_t>(length));
    return reinterpret_cast<uintptr_t>(table_.data());
  }
  void take_table(double length) {
    table_.resize(static_cast<size_t>(length));
    engine_.take_table(table_);
    table_ = {};
  }
  uintptr_t output_offset() const { return reinterpret_cast<uintptr_t>(engine_.output().data()); }
  double output_length() const { return static_cast<double>(engine_.output().size()); }
  void clear_output() { engine_.clear_output(); }
  void fail(const std::string& code) { engine_.fail(code); }
  void close() { engine_.close(); }
  double records() const { return static_cast<double>(engine_.records()); }
  bool put_aside() { return engine_.put_aside(); }
  void begin_last_round() { engine_.begin_last_round(); }
  bool open_rejects(double file) { return engine_.open_rejects(static_cast<size_t>(file)); }
  double opened(double file) const { return static_cast<double>(engine_.opened(static_cast<size_t>(file))); }
  std::string rejects_failure() const { return engine_.rejects_failure(); }
  double rejects_cut_records() const { return static_cast<double>(engine_.rejects_cut_records()); }
  double rejects_long_cells() const { return static_cast<double>(engine_.rejects_long_cells()); }
  std::string ask(const std::string& query) { return engine_.ask(query); }
  double wants_columns() { return static_cast<double>(engine_.wants_columns()); }
  bool open_columns(double file) { return engine_.open_columns(static_cast<size_t>(file)); }
  std::string columns_failure() const { return engine_.columns_failure(); }
  bool work() { return engine_.work(); }
  double worked() const { return engine_.worked(); }
  std::string answer() { return engine_.answer(); }
  std::string compare(double d1, double p1, double r1, double d2, double p2, double r2) const {
    const auto count = [](double value) { return static_cast<uint64_t>(value); };
    return engine_.compare({count(d1), count(p1), count(r1)}, {count(d2), count(p2), count(r2)});
  }
  std::string wanted_zones() const { return engine_.wanted_zones(); }
  std::string report() const { return engine_.report(); }
  std::string plan() const { return engine_.plan(); }
  std::string inspection() const { return engine_.inspection(); }
  std::string cells(double file, double record) const {
    return engine_.cells(static_cast<size_t>(file), static_cast<uint64_t>(record));
  }
  std::string score(double detractors, double passives, double promoters) const {
    return engine_.score(static_cast<uint64_t>(detractors), static_cast<uint64_t>(passives), static_cast<uint64_t>(promoters));
  }

 private:
  npscope::Engine engine_;
  std::string table_;
};

}  // namespace

// simdjson looks for an environment variable even when it has one kernel; here there is no environment to look into.
extern "C" char* getenv(const char*) { return nullptr; }

EMSCRIPTEN_BINDINGS(npscope) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("set", &Engine::set)
      .function("open", &Engine::open)
      .function("wantOffset", &Engine::want_offset)
      .function("wantLength", &Engine::want_length)
      .function("reserve", &Engine::reserve)
      .function("commit", &Engine::commit)
      .function("step", &Engine::step)
      .function("wantTable", &Engine::want_table)
      .function("tableRoom", &Engine::table_room)
      .function("takeTable", &Engine::take_table)
      .function("outputOffset", &Engine::output_offset)
      .function("outputLength", &Engine::output_length)
      .function("clearOutput", &Engine::clear_output)
      .function("fail", &Engine::fail)
      .function("close", &Engine::close)
      .function("records", &Engine::records)
      .function("putAside", &Engine::put_aside)
      .function("beginLastRound", &Engine::begin_last_round)
      .function("openRejects", &Engine::open_rejects)
      .function("opened", &Engine::opened)
      .function("rejectsFailure", &Engine::rejects_failure)
      .function("rejectsCutRecords", &Engine::rejects_cut_records)
      .function("rejectsLongCells", &Engine::rejects_long_cells)
      .function("ask", &Engine::ask)
      .function("wantsColumns", &Engine::wants_columns)
      .function("openColumns", &Engine::open_columns)
      .function("columnsFailure", &Engine::columns_failure)
      .function("work", &Engine::work)
      .function("worked", &Engine::worked)
      .function("answer", &Engine::answer)
      .function("compare", &Engine::compare)
      .function("wantedZones", &Engine::wanted_zones)
      .function("report", &Engine::report)
      .function("plan", &Engine::plan)
      .function("inspection", &Engine::inspection)
      .function("cells", &Engine::cells)
      .function("score", &Engine::score);
}

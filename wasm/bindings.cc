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
  std::string set(const std::string& option, const std::string& value) {
    return engine_.set(option, value) ? std::string() : std::string(npscope::code_name(npscope::Code::kBadOption));
  }
  void open(const std::string& name, double size) { engine_.open(name, static_cast<uint64_t>(size)); }
  double want_offset() const { return static_cast<double>(engine_.want().offset); }
  double want_length() const { return static_cast<double>(engine_.want().length); }
  uintptr_t reserve(double length) { return reinterpret_cast<uintptr_t>(engine_.reserve(static_cast<uint64_t>(length))); }
  void commit(double length) { engine_.commit(static_cast<uint64_t>(length)); }
  void fail(const std::string& code) { engine_.fail(code); }
  void close() { engine_.close(); }
  double records() const { return static_cast<double>(engine_.records()); }
  std::string report() const { return engine_.report(); }
  std::string cells(double file, double record) const {
    return engine_.cells(static_cast<size_t>(file), static_cast<uint64_t>(record));
  }
  std::string score(double detractors, double passives, double promoters) const {
    return engine_.score(static_cast<uint64_t>(detractors), static_cast<uint64_t>(passives), static_cast<uint64_t>(promoters));
  }

 private:
  npscope::Engine engine_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(npscope) {
  emscripten::class_<Engine>("Engine")
      .constructor<>()
      .function("set", &Engine::set)
      .function("open", &Engine::open)
      .function("wantOffset", &Engine::want_offset)
      .function("wantLength", &Engine::want_length)
      .function("reserve", &Engine::reserve)
      .function("commit", &Engine::commit)
      .function("fail", &Engine::fail)
      .function("close", &Engine::close)
      .function("records", &Engine::records)
      .function("report", &Engine::report)
      .function("cells", &Engine::cells)
      .function("score", &Engine::score);
}

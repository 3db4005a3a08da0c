// SPDX-License-Identifier: MIT
// Each caveat is one line here; those that are always true come first.
#include "core/measures/driver_caveats.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "core/stats/multiplicity.h"

namespace npscope {
namespace {

class Caveats {
 public:
  Caveats(JsonWriter& out, const DriverReport& report) : out_(out), report_(report), answer_(report.answer) {}

  void write() {
    out_.key("caveats");
    out_.begin_array();
    for (const char* code : {"association-not-cause", "respondents-only", "segments-may-differ"}) write_code(code);
    write_common_method();
    if (answer_.outcome == Outcome::kGroup && !report_.by_group) write_code("groups-only");
    write_complete_cases();
    write_names("drivers-left-out", [&](size_t i) { return answer_.drivers[i].left_out.has_value(); });
    write_names("not-a-rating", [&](size_t i) { return report_.cells[i].not_a_rating > 0; });
    if (scales_differ()) write_code("scales-differ");
    if (answer_.importance)
      write_modelled("high-inflation", [&](size_t i) { return answer_.importance->inflation[i] > kHighInflation; });
    if (answer_.logit) write_about_logit(*answer_.logit);
    if (answer_.complete >= kManyResponses) write_code("many-responses");
    write_beyond();
    out_.end_array();
  }

 private:
  void begin(std::string_view code) {
    out_.begin_object();
    out_.member("code", code);
  }
  void write_code(std::string_view code) {
    begin(code);
    out_.end_object();
  }
  template <class T>
  void write_code(std::string_view code, std::string_view key, const T& value) {
    begin(code);
    out_.member(key, value);
    out_.end_object();
  }

  void write_list(std::string_view code, const std::vector<size_t>& columns) {
    if (columns.empty()) return;
    begin(code);
    out_.key("drivers");
    out_.begin_array();
    for (const size_t i : columns) out_.value(std::string_view(report_.columns[i].name));
    out_.end_array();
    out_.end_object();
  }
  /// Names of the columns at the places that are told.
  template <class Told>
  void write_names(std::string_view code, const Told& told) {
    std::vector<size_t> columns;
    for (size_t i = 0; i < report_.columns.size(); ++i) {
      if (told(i)) columns.push_back(i);
    }
    write_list(code, columns);
  }
  /// The same by place among those in the models.
  template <class Told>
  void write_modelled(std::string_view code, const Told& told) {
    std::vector<size_t> columns;
    for (size_t i = 0; i < answer_.modelled.size(); ++i) {
      if (told(i)) columns.push_back(answer_.modelled[i]);
    }
    write_list(code, columns);
  }

  void write_common_method() {
    if (!answer_.importance || answer_.modelled.size() < 2) return;
    double least = 1;
    double greatest = -1;
    for (size_t i = 0; i < answer_.modelled.size(); ++i) {
      for (size_t j = 0; j < i; ++j) {
        least = std::min(least, answer_.importance->pearson.drivers(i, j));
        greatest = std::max(greatest, answer_.importance->pearson.drivers(i, j));
      }
    }
    begin("common-method");
    out_.member("least", least);
    out_.member("greatest", greatest);
    out_.end_object();
  }

  void write_complete_cases() {
    if (answer_.incomplete == 0 || answer_.modelled.empty()) return;
    begin("complete-cases");
    out_.member("responses", answer_.complete);
    out_.member("leftOut", answer_.incomplete);
    out_.end_object();
  }

  [[nodiscard]] bool scales_differ() const {
    return std::ranges::any_of(answer_.modelled, [&](size_t driver) {
      return report_.cells[driver].greatest != report_.cells[answer_.modelled.front()].greatest;
    });
  }

  void write_about_logit(const OrdinalLogit& fit) {
    std::vector<double> p;
    p.reserve(fit.proportionality.size());
    for (const auto& check : fit.proportionality) p.push_back(check ? check->p : 1);
    const std::vector<double> adjusted_p = adjusted(p, Adjustment::kHolm);
    write_modelled("odds-not-proportional", [&](size_t i) { return i < p.size() && adjusted_p[i] < kNotProportional; });
    if (fit.events_per_driver < kFewEvents) write_code("few-events", "perDriver", fit.events_per_driver);
    if (!fit.accounts) {
      write_code("independent-responses");
    } else if (*fit.accounts < kFewAccounts) {
      write_code("few-accounts", "accounts", *fit.accounts);
    }
  }

  void write_beyond() {
    if (report_.beyond.empty()) return;
    begin("too-many-drivers");
    out_.key("drivers");
    out_.begin_array();
    for (const AskedColumn& column : report_.beyond) out_.value(std::string_view(column.name));
    out_.end_array();
    out_.end_object();
  }

  JsonWriter& out_;
  const DriverReport& report_;
  const DriverAnswer& answer_;
};

}  // namespace

void write_caveats(JsonWriter& out, const DriverReport& report) { Caveats(out, report).write(); }

}  // namespace npscope

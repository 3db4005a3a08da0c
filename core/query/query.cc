// SPDX-License-Identifier: MIT
// The members of a query one by one; the first that cannot be understood is kept as the fault. Conditions are in condition_json.cc.
#include "core/query/query.h"

#include <array>
#include <utility>

#include "core/base/number_text.h"
#include "core/query/cells.h"

namespace npscope {
namespace {

using json::Node;

/// Below it, a group is a person.
constexpr uint64_t kLeastShared = 5;
constexpr uint64_t kUsuallyShared = 10;
constexpr uint64_t kMostShared = 1'000'000'000;

std::string below(std::string_view path, size_t index) {
  std::string text(path);
  text += '.';
  append_unsigned(text, index);
  return text;
}

std::string below(std::string_view path, std::string_view member) { return std::string(path).append(".").append(member); }

/// A whole number in [least, most].
std::optional<uint64_t> whole_number(Node node, uint64_t least, uint64_t most) {
  const std::optional<double> number = node.number();
  if (!number || !(*number >= static_cast<double>(least) && *number <= static_cast<double>(most))) return std::nullopt;
  const auto whole = static_cast<uint64_t>(*number);
  return static_cast<double>(whole) == *number ? std::optional(whole) : std::nullopt;
}

class QueryReader {
 public:
  Result<Query> read(Node root) {
    if (!root.is_object()) return failure(Code::kQueryInvalid, "syntax");
    const std::string_view unknown =
        unknown_member(root, {"filter", "with", "groupBy", "measures", "interval", "policy", "share", "mostValues", "load"});
    if (!unknown.empty()) wrong(std::string(unknown));
    if (const Node node = root.find("filter"); node.exists()) take_filter(node, "filter", query_.filter);
    read_with(root.find("with"));
    read_groupings(root.find("groupBy"));
    read_measures(root.find("measures"));
    read_interval(root.find("interval"));
    query_.policy = root.find("policy");
    if (query_.policy.exists() && !query_.policy.is_object()) wrong("policy");
    read_share(root.find("share"));
    read_load(root.find("load"));
    if (const Node node = root.find("mostValues"); node.exists()) {
      const auto number = whole_number(node, 1, kMostCells);
      if (!number) wrong("mostValues");
      query_.most_values = static_cast<size_t>(number.value_or(1));
    }
    if (!fault_.empty()) return failure(Code::kQueryInvalid, fault_);
    return std::move(query_);
  }

 private:
  void wrong(std::string path) {
    if (fault_.empty()) fault_ = std::move(path);
  }

  /// False when the node is not there; an object with other members than these is a fault.
  bool is_object(Node node, std::string_view path, std::initializer_list<std::string_view> known) {
    if (!node.exists()) return false;
    if (!node.is_object()) {
      wrong(std::string(path));
      return false;
    }
    const std::string_view unknown = unknown_member(node, known);
    if (!unknown.empty()) wrong(below(path, unknown));
    return true;
  }

  void take_filter(Node node, std::string_view path, Filter& out) {
    Result<Filter> filter = parse_filter(node, path);
    if (filter) {
      out = std::move(*filter);
    } else {
      wrong(filter.error().detail);
    }
  }

  void read_with(Node node) {
    if (!is_object(node, "with", {"filter"})) return;
    take_filter(node.find("filter"), "with.filter", query_.with.emplace());
  }

  void read_groupings(Node list) {
    if (!list.exists()) return;
    if (!list.is_array()) return wrong("groupBy");
    for (const Node node : list.items()) {
      const std::string path = below("groupBy", query_.group_by.size());
      if (query_.group_by.size() == Query::kMostGroupings) return wrong(path);
      read_grouping(node, path, query_.group_by.emplace_back());
    }
  }

  void read_grouping(Node node, const std::string& path, GroupingRequest& out) {
    if (node.find("time").exists()) return read_time(node, path, out);
    if (const Node by = node.find("by"); by.exists()) {
      is_object(node, path, {"by"});
      out.by = by.text() == "file" ? GroupingRequest::By::kFile : GroupingRequest::By::kGroup;
      if (by.text() != "file" && by.text() != "group") wrong(below(path, "by"));
      return;
    }
    const std::optional<ColumnRef> column = column_ref(node);
    if (column) {
      out.column = *column;
    } else {
      const bool has_role = node.find("role").exists();
      const std::string_view unknown = unknown_member(node, {"column", "role", "time", "by", "firstMonth"});
      wrong(!node.is_object() ? path : below(path, !unknown.empty() ? unknown : has_role ? "role" : "column"));
    }
  }

  void read_time(Node node, const std::string& path, GroupingRequest& out) {
    is_object(node, path, {"time", "firstMonth"});
    out.by = GroupingRequest::By::kTime;
    const std::optional<TimeUnit> unit = time_unit_named(node.find("time").text().value_or(std::string_view()));
    if (!unit) wrong(below(path, "time"));
    out.unit = unit.value_or(out.unit);
    if (const Node month = node.find("firstMonth"); month.exists()) {
      const auto number = whole_number(month, 1, 12);
      if (!number) wrong(below(path, "firstMonth"));
      out.first_month = static_cast<unsigned>(number.value_or(1));
    }
  }

  void read_measures(Node list) {
    if (!list.exists()) return;
    if (!list.is_array()) return wrong("measures");
    for (const Node node : list.items()) {
      const std::string path = below("measures", query_.measures.size());
      const Node name = node.is_object() ? node.find("measure") : node;
      if (!name.text() || name.text()->empty()) wrong(node.is_object() ? below(path, "measure") : path);
      query_.measures.push_back({std::string(name.text().value_or(std::string_view())), node.is_object() ? node : Node()});
    }
  }

  void read_interval(Node node) {
    if (!is_object(node, "interval", {"method", "level"})) return;
    if (const Node method = node.find("method"); method.exists()) {
      query_.method = method.text().value_or(std::string_view());
      if (query_.method.empty()) wrong("interval.method");
    }
    if (const Node level = node.find("level"); level.exists()) {
      query_.level = level.number();
      if (!query_.level || *query_.level <= 0 || *query_.level >= 1) wrong("interval.level");
    }
  }

  void read_load(Node node) {
    query_.load_all = node.text() == "all";
    if (!node.exists() || query_.load_all) return;
    if (!node.is_array()) return wrong("load");
    for (const Node item : node.items()) {
      const std::optional<ColumnRef> column = column_ref(item);
      if (!column) return wrong(below("load", query_.load.size()));
      query_.load.push_back(*column);
    }
  }

  /// `true` asks for the usual minimum.
  void read_share(Node node) {
    if (const std::optional<bool> asked = node.boolean()) {
      if (*asked) query_.share_minimum = kUsuallyShared;
      return;
    }
    if (!is_object(node, "share", {"minimum"})) return;
    query_.share_minimum = kUsuallyShared;
    if (const Node minimum = node.find("minimum"); minimum.exists()) {
      query_.share_minimum = whole_number(minimum, kLeastShared, kMostShared);
      if (!query_.share_minimum) wrong("share.minimum");
    }
  }

  Query query_;
  std::string fault_;
};

}  // namespace

Result<Query> parse_query(std::string_view json) {
  std::optional<json::Document> document = json::parse_document(json);
  if (!document) return failure(Code::kQueryInvalid, "syntax");
  Result<Query> query = QueryReader().read(document->root());
  if (query) query->document = std::move(document);
  return query;
}

}  // namespace npscope

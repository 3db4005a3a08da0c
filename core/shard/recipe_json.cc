// SPDX-License-Identifier: MIT
// A recipe as JSON and back. What a person left out keeps its default; what is there must be understood, or the recipe is refused.
#include <algorithm>
#include <array>

#include "core/format/json/document.h"
#include "core/shard/recipe.h"
#include "core/survey/questions.h"

namespace npscope {
namespace {

using json::Node;

constexpr std::string_view kSchema = "npscope-recipe/1";
constexpr std::array<std::string_view, 3> kStyles = {"words", "positions", "weights"};

void write_text(JsonWriter& out, std::string_view key, std::string_view text) {
  out.key(key);
  if (text.empty()) {
    out.null();
  } else {
    out.value(text);
  }
}

void write_texts(JsonWriter& out, std::string_view key, const std::vector<std::string>& texts) {
  out.key(key);
  out.begin_array();
  for (const std::string& text : texts) out.value(std::string_view(text));
  out.end_array();
}

void write_day(JsonWriter& out, std::string_view key, std::optional<int64_t> day) {
  write_text(out, key, day ? day_text(*day) : std::string());
}

void write_score(JsonWriter& out, const SourceRecipe& source) {
  out.key("score");
  out.begin_object();
  out.member("kind", scale_name(source.scale));
  write_text(out, "groups", source.groups ? kStyles[static_cast<size_t>(*source.groups)] : std::string_view());
  write_texts(out, "missing", source.missing);
  out.end_object();
}

void write_exclusions(JsonWriter& out, const SourceRecipe& source) {
  out.key("exclude");
  out.begin_array();
  for (const MappingRequest::ExclusionChoice& exclusion : source.exclusions) {
    out.begin_object();
    out.member("column", std::string_view(exclusion.column));
    out.member("keep", exclusion.keep);
    write_texts(out, "values", exclusion.values);
    out.member("code", code_name(exclusion.code));
    out.end_object();
  }
  out.end_array();
}

void write_source(JsonWriter& out, const SourceRecipe& source) {
  out.begin_object();
  write_text(out, "fingerprint", source.fingerprint);
  write_text(out, "format", source.format);
  write_text(out, "encoding", source.encoding);
  write_text(out, "delimiter", source.delimiter);
  write_text(out, "quote", source.quote);
  out.key("sheet");
  if (source.sheet) {
    out.value(std::string_view(*source.sheet));
  } else {
    out.null();
  }
  out.member("headerRecords", source.header_records);
  write_text(out, "preset", source.preset);
  out.key("columns");
  out.begin_array();
  for (const MappingRequest::Choice& choice : source.columns) {
    out.begin_object();
    out.member("column", std::string_view(choice.column));
    out.member("role", role_name(choice.role));
    out.end_object();
  }
  out.end_array();
  write_score(out, source);
  write_exclusions(out, source);
  write_text(out, "dateOrder", source.date_order ? date_order_name(*source.date_order) : std::string_view());
  write_text(out, "decimal", source.decimal ? std::string_view(&*source.decimal, 1) : std::string_view());
  write_text(out, "zone", source.zone);
  out.key("settled");
  out.begin_array();
  for (const QuestionCode code : source.settled) out.value(question_name(code));
  out.end_array();
  out.end_object();
}

/// Reads members one by one; the first that cannot be understood is kept as the fault.
class Reader {
 public:
  Result<Recipe> read(Node root) {
    if (!root.is_object() || root.find("schema").text() != kSchema) return failure(Code::kRecipeInvalid, "schema");
    recipe_.rules.as_of = day(root, "asOf");
    const Node sources = array(root, "sources");
    for (const Node source : sources.items()) read_source(source);
    read_cleaning(root.find("cleaning"));
    read_duplicates(root.find("duplicates"));
    read_policy(root.find("policy"));
    recipe_.group_by = texts(root, "groupBy");
    flag(root, "employees", recipe_.rules.employees);
    recipe_.rules.report_zone = word(root, "reportZone").value_or("");
    recipe_.level = root.find("level").number().value_or(recipe_.level);
    if (const auto method = word(root, "method")) recipe_.method = *method;
    read_themes_member(root.find("themes"));
    if (!fault_.empty()) return failure(Code::kRecipeInvalid, fault_);
    return std::move(recipe_);
  }

 private:
  void wrong(std::string_view member) {
    if (fault_.empty()) fault_ = member;
  }

  /// The text of a member; nothing when it is absent or null.
  std::optional<std::string> word(Node node, std::string_view member) {
    const Node found = node.find(member);
    if (!found.exists() || found.is_null()) return std::nullopt;
    const auto text = found.text();
    if (!text) wrong(member);
    return text ? std::optional(std::string(*text)) : std::nullopt;
  }

  template <class T, class Named>
  std::optional<T> choice(Node node, std::string_view member, Named&& named) {
    const std::optional<std::string> text = word(node, member);
    if (!text) return std::nullopt;
    const std::optional<T> found = named(*text);
    if (!found) wrong(member);
    return found;
  }

  std::optional<int64_t> day(Node node, std::string_view member) { return choice<int64_t>(node, member, day_named); }

  void flag(Node node, std::string_view member, bool& value) {
    const Node found = node.find(member);
    if (!found.exists()) return;
    if (!found.boolean()) wrong(member);
    value = found.boolean().value_or(value);
  }

  Node array(Node node, std::string_view member) {
    const Node found = node.find(member);
    if (found.exists() && !found.is_array()) wrong(member);
    return found.is_array() ? found : Node();
  }

  std::vector<std::string> texts(Node node, std::string_view member) {
    std::vector<std::string> all;
    const Node list = array(node, member);
    for (size_t i = 0; i < list.size(); ++i) {
      const auto text = list.item(i).text();
      if (!text) wrong(member);
      all.emplace_back(text.value_or(std::string_view()));
    }
    return all;
  }

  void read_source(Node node) {
    if (!node.is_object()) return wrong("sources");
    SourceRecipe& source = recipe_.sources.emplace_back();
    source.fingerprint = word(node, "fingerprint").value_or("");
    source.format = word(node, "format").value_or("");
    source.encoding = word(node, "encoding").value_or("");
    source.delimiter = word(node, "delimiter").value_or("");
    source.quote = word(node, "quote").value_or("");
    source.sheet = word(node, "sheet");
    source.header_records = header_records(node.find("headerRecords"));
    source.preset = word(node, "preset").value_or("");
    read_columns(array(node, "columns"), source);
    read_score(node.find("score"), source);
    read_exclusions(array(node, "exclude"), source);
    source.date_order = choice<DateOrder>(node, "dateOrder", date_order_named);
    source.decimal = choice<char>(node, "decimal", [](std::string_view text) {
      return text == "." || text == "," ? std::optional(text[0]) : std::nullopt;
    });
    source.zone = word(node, "zone").value_or("");
    for (const std::string& name : texts(node, "settled")) {
      const auto code = std::ranges::find(kQuestionNames, name);
      if (code == kQuestionNames.end()) return wrong("settled");
      source.settled.push_back(static_cast<QuestionCode>(code - kQuestionNames.begin()));
    }
  }

  uint32_t header_records(Node node) {
    const double number = node.number().value_or(node.exists() ? -1 : 1);
    if (number >= 0 && number <= 64 && number == static_cast<uint32_t>(number)) return static_cast<uint32_t>(number);
    wrong("headerRecords");
    return 1;
  }

  void read_columns(Node list, SourceRecipe& source) {
    for (size_t i = 0; i < list.size(); ++i) {
      const auto column = word(list.item(i), "column");
      const auto role = choice<Role>(list.item(i), "role", role_named);
      if (!column || !role || *role == Role::kNone) return wrong("columns");
      source.columns.push_back({*role, *column});
    }
  }

  void read_score(Node node, SourceRecipe& source) {
    if (!node.exists()) return;
    source.scale = choice<ScoreScale>(node, "kind", scale_named).value_or(source.scale);
    source.groups = choice<GroupStyle>(node, "groups", [](std::string_view text) {
      const auto found = std::ranges::find(kStyles, text);
      return found == kStyles.end() ? std::nullopt : std::optional(static_cast<GroupStyle>(found - kStyles.begin()));
    });
    source.missing = texts(node, "missing");
  }

  void read_exclusions(Node list, SourceRecipe& source) {
    for (size_t i = 0; i < list.size(); ++i) {
      const Node node = list.item(i);
      MappingRequest::ExclusionChoice& exclusion = source.exclusions.emplace_back();
      exclusion.column = word(node, "column").value_or("");
      flag(node, "keep", exclusion.keep);
      exclusion.values = texts(node, "values");
      exclusion.code = code_named(word(node, "code").value_or(""));
      if (exclusion.column.empty() || !is_excluded_reason(exclusion.code)) wrong("exclude");
    }
  }

  void read_cleaning(Node node) {
    for (size_t i = 0; i < kCleaningRuleCount; ++i) {
      bool on = true;
      flag(node, kCleaningRuleNames[i], on);
      recipe_.rules.cleaning.set(i, on);
    }
  }

  void read_duplicates(Node node) {
    DuplicateRules& rules = recipe_.rules.duplicates;
    rules.rows = choice<RowDuplicates>(node, "rows", row_duplicates_named).value_or(rules.rows);
    flag(node, "responses", rules.responses);
    flag(node, "respondents", rules.respondents);
    flag(node, "files", rules.files);
  }

  void read_policy(Node node) {
    Policy& policy = recipe_.rules.policy;
    policy.answers = choice<CountedAnswers>(node, "answers", answers_named).value_or(policy.answers);
    policy.unit = choice<CountedUnit>(node, "unit", unit_named).value_or(policy.unit);
    policy.from = day(node, "from");
    policy.to = day(node, "to");
    const double completeness = node.find("completeness").number().value_or(0);
    if (completeness < 0 || completeness > 1) return wrong("completeness");
    policy.least_filled = percent_of(completeness);
    for (const std::string& name : texts(node, "include")) {
      const Code code = code_named(name);
      if (!is_excluded_reason(code)) return wrong("include");
      policy.included.set(static_cast<size_t>(code));
    }
  }

  void read_themes_member(Node node) {
    if (!node.exists()) return;
    std::optional<std::vector<Theme>> themes = read_themes(node);
    if (!themes) return wrong("themes");
    recipe_.themes = std::move(*themes);
  }

  Recipe recipe_;
  std::string fault_;
};

}  // namespace

Result<Recipe> parse_recipe(std::string_view json) {
  const std::optional<json::Document> document = json::parse_document(json);
  if (!document) return failure(Code::kRecipeInvalid, "syntax");
  return Reader().read(document->root());
}

void write_policy(JsonWriter& out, const Policy& policy) {
  out.begin_object();
  out.member("answers", answers_name(policy.answers));
  out.member("unit", unit_name(policy.unit));
  write_day(out, "from", policy.from);
  write_day(out, "to", policy.to);
  out.member("completeness", static_cast<double>(policy.least_filled) / 100);
  out.key("include");
  out.begin_array();
  for (size_t i = 0; i < kCodeCount; ++i) {
    if (policy.included[i]) out.value(code_name(static_cast<Code>(i)));
  }
  out.end_array();
  out.end_object();
}

void write_recipe(JsonWriter& out, const Recipe& recipe) {
  out.begin_object();
  out.member("schema", kSchema);
  write_day(out, "asOf", recipe.rules.as_of);
  out.key("sources");
  out.begin_array();
  for (const SourceRecipe& source : recipe.sources) write_source(out, source);
  out.end_array();
  out.key("cleaning");
  out.begin_object();
  for (size_t i = 0; i < kCleaningRuleCount; ++i) out.member(kCleaningRuleNames[i], recipe.rules.cleaning[i]);
  out.end_object();
  out.key("duplicates");
  out.begin_object();
  out.member("rows", row_duplicates_name(recipe.rules.duplicates.rows));
  out.member("responses", recipe.rules.duplicates.responses);
  out.member("respondents", recipe.rules.duplicates.respondents);
  out.member("files", recipe.rules.duplicates.files);
  out.end_object();
  out.key("policy");
  write_policy(out, recipe.rules.policy);
  write_texts(out, "groupBy", recipe.group_by);
  out.member("employees", recipe.rules.employees);
  write_text(out, "reportZone", recipe.rules.report_zone);
  out.member("level", recipe.level);
  out.member("method", std::string_view(recipe.method));
  if (!recipe.themes.empty()) {
    out.key("themes");
    write_themes(out, recipe.themes);
  }
  out.end_object();
}

}  // namespace npscope

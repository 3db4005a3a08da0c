// SPDX-License-Identifier: MIT
// What a person changes about the decisions: each function makes a new recipe with one thing decided otherwise, and leaves the one
// it got as it is. A recipe knows its files by their fingerprints, so the files of the report or plan come along.
import type { FileReport, Plan, Policy, Question, QuestionCode, Recipe, Role, SourceRecipe } from '../client/report.js';

/** What a recipe's entry is found by, of a file in a report or a plan. */
export type KnownFile = Pick<FileReport, 'fingerprint' | 'columns' | 'failure'>;

type Asked = Pick<Question, 'code' | 'file' | 'column' | 'answers'>;

/** Roles that several columns of a file may have. */
const repeatable: readonly Role[] = ['none', 'ignore', 'comment', 'driver', 'segment', 'name', 'employee'];

/** Position in `recipe.sources` of the entry that a file follows; -1 when there is none. */
export function sourceIndex(recipe: Recipe, files: readonly KnownFile[], file: number): number {
  const one = files[file];
  if (!one) return -1;
  const same = recipe.sources.flatMap(({ fingerprint }, index) => (fingerprint === one.fingerprint ? [index] : []));
  if (one.fingerprint && same.length > 0) {
    const before = files.slice(0, file).filter((other) => other.fingerprint === one.fingerprint && !other.failure).length;
    return same[Math.min(before, same.length - 1)] ?? -1;
  }
  return recipe.sources.findIndex(
    ({ columns }) => columns.length > 0 && columns.every(({ column }) => columnOf(one, column) >= 0),
  );
}

/** A column in a recipe: its header, or `#3` (counting from 1) where that is empty or not the only one. */
export function columnReference({ columns }: Pick<KnownFile, 'columns'>, index: number): string {
  const name = columns[index]?.name ?? '';
  const isTheOne = name !== '' && !/^#\d+$/.test(name) && columns.filter((column) => column.name === name).length === 1;
  return isTheOne ? name : `#${index + 1}`;
}

/** The position of the column that a recipe means, -1 for none. */
function columnOf({ columns }: Pick<KnownFile, 'columns'>, reference: string): number {
  const position = /^#(\d+)$/.exec(reference)?.[1];
  if (position !== undefined && Number(position) <= columns.length) return Number(position) - 1;
  return columns.findIndex(({ name }) => name === reference);
}

/** The role of each column of a file, as the recipe has it; without an entry, as it was found. */
export function rolesOf(recipe: Recipe, files: readonly KnownFile[], file: number): Role[] {
  const one = files[file];
  if (!one) return [];
  const source = recipe.sources[sourceIndex(recipe, files, file)];
  if (!source) return one.columns.map(({ role }) => role);
  const roles = one.columns.map((): Role => 'none');
  for (const { column, role } of source.columns) {
    const index = columnOf(one, column);
    if (index >= 0) roles[index] = role;
  }
  return roles;
}

/** The recipe with another role for a column. A role that only one column may have leaves the one that had it. */
export function withRole(recipe: Recipe, files: readonly FileReportLike[], file: number, column: number, role: Role): Recipe {
  const one = files[file];
  if (!one) return recipe;
  const known = withEntry(recipe, files, file);
  const roles = rolesOf(known, files, file);
  const before = roles[column];
  if (before === role) return recipe;
  for (const [index, other] of roles.entries()) {
    if (other === role && !repeatable.includes(role)) roles[index] = 'none';
  }
  roles[column] = role;
  return withSource(known, files, file, (source) => ({
    ...source,
    columns: roles.flatMap((held, index) => (held === 'none' ? [] : [{ column: columnReference(one, index), role: held }])),
    // What was known of the values of one column does not hold for another.
    ...(role === 'date' ? { dateOrder: null } : {}),
    ...(role === 'score' && source.score.kind === 'positions'
      ? { score: { ...source.score, kind: 'scores' as const, groups: null } }
      : {}),
  }));
}

/** The answer to a question that the recipe holds. */
export function answerIn(recipe: Recipe, files: readonly KnownFile[], { code, file, answers }: Asked): string {
  const source = recipe.sources[sourceIndex(recipe, files, file)];
  const chosen = answers.find((answer) => answer.chosen)?.value ?? '';
  if (code === 'same-file') return recipe.duplicates.files ? 'once' : 'twice';
  if (!source) return chosen;
  switch (code) {
    case 'score-column':
      return String(rolesOf(recipe, files, file).indexOf('score'));
    case 'scale':
      return source.score.kind;
    case 'missing':
      return answers.find(({ value }) => source.score.missing.includes(value))?.value ?? 'reject';
    case 'date-order':
      return source.dateOrder ?? chosen;
    case 'decimal':
      return source.decimal ?? chosen;
    case 'zone':
      return source.zone ?? 'as-written';
  }
}

/** The recipe with an answer to a question. */
export function withAnswer(recipe: Recipe, files: readonly FileReportLike[], asked: Asked, value: string): Recipe {
  const { code, file, answers } = asked;
  if (code === 'same-file') return withSettled(withDuplicates(recipe, { files: value === 'once' }), files, [asked]);
  if (code === 'score-column') {
    return withSettled(withRole(recipe, files, file, Number(value), 'score'), files, [asked]);
  }
  return withSource(withEntry(recipe, files, file), files, file, (before) => {
    const source = settled(before, code);
    switch (code) {
      case 'scale':
        return { ...source, score: { ...source.score, ...scaleOf(value) } };
      case 'missing': {
        const others = source.score.missing.filter((text) => !answers.some((answer) => answer.value === text));
        return { ...source, score: { ...source.score, missing: value === 'reject' ? others : [...others, value] } };
      }
      case 'date-order':
        return { ...source, dateOrder: value as SourceRecipe['dateOrder'] };
      case 'decimal':
        return { ...source, decimal: value as SourceRecipe['decimal'] };
      case 'zone':
        return { ...source, zone: value === 'as-written' ? null : value };
    }
  });
}

function scaleOf(value: string): Pick<SourceRecipe['score'], 'kind' | 'groups'> {
  const kind = value as SourceRecipe['score']['kind'];
  return { kind, groups: kind === 'groups' ? 'positions' : null };
}

/** The recipe in which a person has answered these questions, or accepted them as they were. */
export function withSettled(recipe: Recipe, files: readonly KnownFile[], asked: readonly Asked[]): Recipe {
  return asked.reduce((before, { code, file }) => withSource(before, files, file, (source) => settled(source, code)), recipe);
}

/** Whether the recipe says that a person has answered this question about a file. */
export function isSettled(recipe: Recipe, files: readonly KnownFile[], file: number, code: QuestionCode): boolean {
  return recipe.sources[sourceIndex(recipe, files, file)]?.settled.includes(code) ?? false;
}

function settled(source: SourceRecipe, code: QuestionCode): SourceRecipe {
  if (source.settled.includes(code)) return source;
  return { ...source, settled: [...source.settled, code].sort() };
}

export function withCleaning(recipe: Recipe, rule: keyof Recipe['cleaning'], on: boolean): Recipe {
  return { ...recipe, cleaning: { ...recipe.cleaning, [rule]: on } };
}

export function withDuplicates(recipe: Recipe, rules: Partial<Recipe['duplicates']>): Recipe {
  return { ...recipe, duplicates: { ...recipe.duplicates, ...rules } };
}

export function withPolicy(recipe: Recipe, policy: Partial<Policy>): Recipe {
  return { ...recipe, policy: { ...recipe.policy, ...policy } };
}

/** The recipe that counts the records of an exclusion, or leaves them out again. */
export function withInclusion(recipe: Recipe, code: string, counted: boolean): Recipe {
  const others = recipe.policy.include.filter((other) => other !== code);
  return withPolicy(recipe, { include: counted ? [...others, code].sort() : others });
}

/** The recipe that counts what a decision of the report left out; undefined when nothing can be switched. */
export function withCounted(recipe: Recipe, code: string): Recipe | undefined {
  switch (code) {
    case 'duplicate-row':
      return withDuplicates(recipe, { rows: 'off' });
    case 'duplicate-response':
      return withDuplicates(recipe, { responses: false });
    case 'duplicate-respondent':
      return withDuplicates(recipe, { respondents: false });
    case 'duplicate-file':
      return withDuplicates(recipe, { files: false });
    case 'excluded-date':
      return withPolicy(recipe, { from: null, to: null });
    case 'excluded-incomplete':
      return withPolicy(recipe, { completeness: 0 });
    case 'excluded-repeat':
      return withPolicy(recipe, { answers: 'all' });
    default:
      return code.startsWith('excluded-') ? withInclusion(recipe, code, true) : undefined;
  }
}

/** The recipe with these themes in place of its own; without any, it has no such member. Nothing has to be read again for them. */
export function withThemes(recipe: Recipe, themes: Recipe['themes'] = {}): Recipe {
  const others = { ...recipe };
  delete others.themes;
  return Object.keys(themes).length > 0 ? { ...others, themes } : others;
}

/** The recipe with the entries of another one for files that it does not know. */
export function withSourcesOf(recipe: Recipe, other: Recipe): Recipe {
  const known = new Set(recipe.sources.map(({ fingerprint }) => fingerprint));
  return { ...recipe, sources: [...recipe.sources, ...other.sources.filter(({ fingerprint }) => !known.has(fingerprint))] };
}

/** Whether the recipe was made for a file with these column names. */
export function isKnown(recipe: Recipe, { fingerprint }: Pick<KnownFile, 'fingerprint'>): boolean {
  return fingerprint !== null && recipe.sources.some((source) => source.fingerprint === fingerprint);
}

/** The same decisions, whatever the order of their members. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return one === other;
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(member(one, key), member(other, key)))
  );
}

function member(parent: object, key: string): unknown {
  return (parent as Record<string, unknown>)[key];
}

/** A file as a report or a plan has it. */
export type FileReportLike = Plan['files'][number] | FileReport;

/** The recipe with an entry for a file that gave no figure, made from what was recognised. */
function withEntry(recipe: Recipe, files: readonly FileReportLike[], file: number): Recipe {
  const one = files[file];
  if (!one?.format || !one.fingerprint || sourceIndex(recipe, files, file) >= 0) return recipe;
  const source: SourceRecipe = {
    fingerprint: one.fingerprint,
    format: one.format,
    encoding: one.encoding,
    delimiter: one.dialect?.delimiter ?? null,
    quote: one.dialect?.quote ?? null,
    sheet: one.tables.find(({ chosen }) => chosen)?.name ?? null,
    headerRecords: one.headerRecords,
    preset: one.preset,
    columns: one.columns.flatMap(({ role }, index) => (role === 'none' ? [] : [{ column: columnReference(one, index), role }])),
    score: { kind: 'scores', groups: null, missing: [] },
    exclude: [],
    dateOrder: null,
    decimal: null,
    zone: one.zone,
    settled: [],
  };
  return { ...recipe, sources: [...recipe.sources, source] };
}

function withSource(
  recipe: Recipe,
  files: readonly KnownFile[],
  file: number,
  change: (source: SourceRecipe) => SourceRecipe,
): Recipe {
  const at = sourceIndex(recipe, files, file);
  return { ...recipe, sources: recipe.sources.map((source, index) => (index === at ? change(source) : source)) };
}

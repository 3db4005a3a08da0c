// SPDX-License-Identifier: MIT
// What is said on the command line about files and what counts, as options of the client. What stands for itself goes on as typed:
// the engine knows what is valid; what would be lost on the way is told here.

import type {
  CleaningRule,
  DecisionOptions,
  GroupBy,
  Mapping,
  Policy,
  Recipe,
  ReadOptions,
  StatisticsOptions,
} from '../client/node.js';
import { cliText, type CliWord } from '../i18n/cli.js';
import { cleaningRules, countedUnits, inclusions, oneEach, roles } from '../i18n/codes.js';
import type { Lang } from '../i18n/index.js';
import { Usage } from './usage.js';

/** The words of the command line that this file understands. */
export interface DecisionWords {
  readonly map?: readonly string[] | undefined;
  readonly by?: readonly string[] | undefined;
  readonly missing?: readonly string[] | undefined;
  readonly delimiter?: string | undefined;
  readonly quote?: string | undefined;
  readonly dialect?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  readonly header?: string | undefined;
  readonly policy?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly completeness?: string | undefined;
  readonly include?: readonly string[] | undefined;
  readonly 'no-clean'?: readonly string[] | undefined;
  readonly duplicates?: string | undefined;
  readonly 'as-of'?: string | undefined;
  readonly employees?: boolean | undefined;
  readonly 'report-zone'?: string | undefined;
  readonly level?: string | undefined;
  readonly method?: string | undefined;
}

/** Everything that was decided. Throws `Usage`. */
export function decisionsOf(words: DecisionWords, lang: Lang): DecisionOptions {
  const { missing, by, employees } = words;
  return {
    ...statisticsOf(words),
    ...readingOf(words),
    ...mappingOf(words, lang),
    ...(missing && { missing: missing.flatMap((codes) => codes.split(',')) }),
    ...(by && { groupBy: by.map(groupOf) }),
    ...policyOf(words, lang),
    ...cleaningOf(words, lang),
    ...duplicatesOf(words, lang),
    ...dayOf(words, 'as-of', 'asOf', lang),
    ...(words['report-zone'] !== undefined && { reportZone: words['report-zone'] }),
    ...(employees && { employees }),
  };
}

export function statisticsOf({ level, method }: DecisionWords): StatisticsOptions {
  return {
    ...(level !== undefined && { level: Number(level) as NonNullable<StatisticsOptions['level']> }),
    ...(method !== undefined && { method: method as NonNullable<StatisticsOptions['method']> }),
  };
}

/** Nothing at all where nothing is said: a recipe is refused beside it. */
export function readingOf({ header, encoding, sheet, ...marks }: DecisionWords): ReadOptions {
  const dialect = {
    ...marksOf(marks),
    ...(header !== undefined && { headerRecords: Number(header) }),
  };
  return {
    ...(Object.keys(dialect).length > 0 && { dialect }),
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
  };
}

/** `;"` is a semicolon and a double quote, `tab` a tab alone. */
function marksOf({ dialect = '', delimiter, quote }: DecisionWords): { delimiter?: string; quote?: string } {
  const [, separator = '', mark = ''] = /^(tab|\\t|.)?(.*)$/is.exec(dialect) ?? [];
  const chosen = delimiter ?? separator;
  return {
    ...(chosen !== '' && { delimiter: /^(tab|\\t)$/i.test(chosen) ? '\t' : chosen }),
    ...((quote ?? mark) !== '' && { quote: quote ?? mark }),
  };
}

function groupOf(by: string): GroupBy {
  return by === 'month' || by === 'file' || by.startsWith('column:') ? (by as GroupBy) : `column:${by}`;
}

type OneColumn = 'score' | 'group' | 'date' | 'respondent' | 'account' | 'language' | 'channel' | 'touchpoint' | 'survey';
type OneColumnToo = 'wave' | 'count' | 'weight' | 'revenue' | 'metric' | 'responseId' | 'startDate';
type ManyColumns = 'comment' | 'names' | 'employees' | 'drivers' | 'segments' | 'ignore';

/** Members of `Mapping` by the role that is written, where the two are not the same word. */
const ones: Readonly<Record<string, OneColumn | OneColumnToo>> = { 'response-id': 'responseId', 'start-date': 'startDate' };
const lists: Readonly<Record<string, ManyColumns>> = {
  comment: 'comment',
  name: 'names',
  employee: 'employees',
  driver: 'drivers',
  segment: 'segments',
  ignore: 'ignore',
};

export function mappingOf({ map }: DecisionWords, lang: Lang): { mapping?: Mapping } {
  if (!map) return {};
  const mapping: Mapping = {};
  const chosen = roles.filter((role) => role !== 'none');
  for (const assignment of map) {
    const [name = '', ...rest] = assignment.split('=');
    const column = rest.join('=');
    const isRole = (chosen as readonly string[]).includes(name);
    if (!isRole || column === '') throw new Usage(cliText(lang, 'usage.map', { roles: chosen.join(', ') }));
    const list = lists[name];
    if (list) mapping[list] = [...((mapping[list] as readonly string[] | undefined) ?? []), column];
    else mapping[ones[name] ?? (name as OneColumn | OneColumnToo)] = column;
  }
  return { mapping };
}

function policyOf(words: DecisionWords, lang: Lang): { policy?: Partial<Policy> } {
  const { completeness, include } = words;
  const policy: Partial<Policy> = {
    ...countedOf(words, lang),
    ...dayOf(words, 'from', 'from', lang),
    ...dayOf(words, 'to', 'to', lang),
    ...(completeness !== undefined && { completeness: shareOf(completeness, lang) }),
    ...(include && { include: namesOf(include, inclusions, 'usage.include', 'codes', lang) }),
  };
  return Object.keys(policy).length > 0 ? { policy } : {};
}

/** `latest`, `latest:account`; `all` needs nobody. */
function countedOf({ policy }: DecisionWords, lang: Lang): Pick<Partial<Policy>, 'answers' | 'unit'> {
  if (policy === undefined) return {};
  const [answers = '', unit, more] = policy.split(':');
  const fits = more === undefined && (unit === undefined || (countedUnits as readonly string[]).includes(unit));
  if (!fits || !['all', ...oneEach].includes(answers)) throw new Usage(cliText(lang, 'usage.policy'));
  return { answers: answers as Policy['answers'], unit: (unit ?? 'respondent') as Policy['unit'] };
}

type DayWord = 'from' | 'to' | 'as-of';

function dayOf<Key extends string>(words: DecisionWords, word: DayWord, key: Key, lang: Lang): Partial<Record<Key, string>> {
  const day = words[word];
  if (day === undefined) return {};
  // A day that the calendar does not have is written as another one.
  const written = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(NaN);
  const isDay = !Number.isNaN(written.getTime()) && written.toISOString().startsWith(day);
  if (!isDay) throw new Usage(cliText(lang, 'usage.date', { option: `--${word}` }));
  return { [key]: day } as Record<Key, string>;
}

function shareOf(text: string, lang: Lang): number {
  const share = /^(\d+(\.\d*)?|\.\d+)$/.test(text) ? Number(text) : NaN;
  if (!(share >= 0 && share <= 1)) throw new Usage(cliText(lang, 'usage.completeness'));
  return share;
}

function cleaningOf({ 'no-clean': off }: DecisionWords, lang: Lang): { cleaning?: Partial<Record<CleaningRule, boolean>> } {
  if (!off) return {};
  const rules = namesOf(off, cleaningRules, 'usage.no-clean', 'rules', lang);
  return { cleaning: Object.fromEntries(rules.map((rule) => [rule, false])) };
}

function duplicatesOf({ duplicates: rows }: DecisionWords, lang: Lang): { duplicates?: Partial<Recipe['duplicates']> } {
  if (rows === undefined) return {};
  if (rows !== 'keyed' && rows !== 'all' && rows !== 'off') throw new Usage(cliText(lang, 'usage.duplicates'));
  return { duplicates: { rows } };
}

/** Names that may stand several times, and several of them in one word, with commas between. */
function namesOf<Name extends string>(
  words: readonly string[],
  known: readonly Name[],
  usage: CliWord,
  place: string,
  lang: Lang,
): Name[] {
  const names = words.flatMap((word) => word.split(','));
  const isKnown = (name: string): name is Name => (known as readonly string[]).includes(name);
  if (!names.every(isKnown)) throw new Usage(cliText(lang, usage, { [place]: known.join(', ') }));
  return names;
}

// SPDX-License-Identifier: MIT
// The command line as a person typed it, turned into what to do. Wrong usage is thrown as `Usage` with its sentence.

import { parseArgs } from 'node:util';

import type {
  AnalyzeOptions,
  ConvertOptions,
  GroupBy,
  GroupCounts,
  InspectOptions,
  Mapping,
  ReadOptions,
  StatisticsOptions,
} from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { nearestLang, type Lang } from '../i18n/index.js';

export type Command =
  | { readonly kind: 'help' | 'version' }
  | { readonly kind: 'report'; readonly files: string[]; readonly options: AnalyzeOptions; readonly json: boolean }
  | { readonly kind: 'inspect'; readonly files: string[]; readonly options: InspectOptions; readonly json: boolean }
  | {
      readonly kind: 'convert';
      readonly file: string;
      readonly options: ConvertOptions;
      /** Undefined: standard output. */
      readonly output: string | undefined;
    }
  | { readonly kind: 'score'; readonly counts: GroupCounts; readonly options: StatisticsOptions; readonly json: boolean };

/** Wrong usage, in words. */
export class Usage extends Error {}

const valued = { type: 'string' } as const;
const repeated = { type: 'string', multiple: true } as const;
const flag = { type: 'boolean' } as const;

const known = {
  map: repeated,
  by: repeated,
  missing: repeated,
  delimiter: valued,
  quote: valued,
  dialect: valued,
  encoding: valued,
  sheet: valued,
  to: valued,
  raw: flag,
  output: { ...valued, short: 'o' },
  header: valued,
  level: valued,
  method: valued,
  counts: valued,
  lang: valued,
  json: flag,
  help: { ...flag, short: 'h' },
  version: { ...flag, short: 'v' },
} as const;

type Values = ReturnType<typeof parse>['values'];

/** The language asked for with --lang, else that of the environment, else English. Never fails. */
export function languageOf(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): Lang {
  const at = args.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  const asked = at < 0 ? undefined : (args[at]?.split('=')[1] ?? args[at + 1]);
  const ofSystem = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'];
  return nearestLang(asked) ?? nearestLang(ofSystem) ?? 'en';
}

/** What to do. Throws `Usage`. */
export function commandOf(args: readonly string[], lang: Lang): Command {
  const { values, positionals } = parsed(args, lang);
  const [command, ...files] = positionals;
  if (values.version) return { kind: 'version' };
  if (values.help || command === undefined || command === 'help') return { kind: 'help' };

  const json = values.json ?? false;
  if (command === 'score') return { kind: 'score', counts: countsOf(values, lang), options: statisticsOf(values), json };
  if (command !== 'report' && command !== 'inspect' && command !== 'convert') {
    throw new Usage(cliText(lang, 'usage.command', { command }));
  }
  if (files.length === 0) throw new Usage(cliText(lang, 'usage.files'));
  if (command === 'convert') return conversionOf(files, values, lang);
  if (command === 'report') return { kind: 'report', files, options: analysisOf(values, lang), json };
  return { kind: 'inspect', files, options: { ...readingOf(values), mapping: mappingOf(values.map ?? [], lang) }, json };
}

function conversionOf(files: readonly string[], values: Values, lang: Lang): Command {
  const [file = '', another] = files;
  if (another !== undefined) throw new Usage(cliText(lang, 'usage.one-file'));
  const { to, raw = false, output } = values;
  if (to !== 'csv' && to !== 'ndjson') throw new Usage(cliText(lang, 'usage.to'));
  if (raw && to === 'csv') throw new Usage(cliText(lang, 'usage.raw'));
  return { kind: 'convert', file, options: { ...readingOf(values), to, raw }, output };
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options: known, allowPositionals: true });
}

function parsed(args: readonly string[], lang: Lang): ReturnType<typeof parse> {
  try {
    return parse(withNegativeValues(args));
  } catch (error) {
    // The parser's first sentence names the argument; it is not a sentence of ours and stands in English.
    const [said = ''] = error instanceof Error ? error.message.split(/\. /) : [];
    throw new Usage(`${said}. ${cliText(lang, 'usage.help')}`);
  }
}

/** `--missing -99` reads like two options to the parser; written with `=` it does not. */
function withNegativeValues(args: readonly string[]): string[] {
  const joined: string[] = [];
  for (const argument of args) {
    const option = joined.at(-1) ?? '';
    const takesValue =
      option.startsWith('--') && (known as Record<string, { type: string }>)[option.slice(2)]?.type === 'string';
    if (takesValue && /^-[\d.]/.test(argument)) joined[joined.length - 1] = `${option}=${argument}`;
    else joined.push(argument);
  }
  return joined;
}

function countsOf({ counts = '' }: Values, lang: Lang): GroupCounts {
  if (!/^\d+(,\d+){2}$/.test(counts)) throw new Usage(cliText(lang, 'usage.counts'));
  const [detractors = 0, passives = 0, promoters = 0] = counts.split(',').map(Number);
  return { detractors, passives, promoters };
}

/** The values go to the engine as typed; it knows which ones are valid and answers `bad-option`. */
function statisticsOf({ level, method }: Values): StatisticsOptions {
  return {
    ...(level !== undefined && { level: Number(level) as NonNullable<StatisticsOptions['level']> }),
    ...(method !== undefined && { method: method as NonNullable<StatisticsOptions['method']> }),
  };
}

/** `;"` is a semicolon and a double quote, `tab` a tab alone. */
function marksOf({ dialect = '', delimiter, quote }: Values): { delimiter?: string; quote?: string } {
  const [, separator = '', mark = ''] = /^(tab|\\t|.)?(.*)$/is.exec(dialect) ?? [];
  const chosen = delimiter ?? separator;
  return {
    ...(chosen !== '' && { delimiter: /^(tab|\\t)$/i.test(chosen) ? '\t' : chosen }),
    ...((quote ?? mark) !== '' && { quote: quote ?? mark }),
  };
}

function readingOf({ header, encoding, sheet, ...marks }: Values): ReadOptions {
  return {
    dialect: {
      ...marksOf(marks),
      ...(header !== undefined && { headerRecords: Number(header) }),
    },
    ...(encoding !== undefined && { encoding }),
    ...(sheet !== undefined && { sheet }),
  };
}

function analysisOf(values: Values, lang: Lang): AnalyzeOptions {
  const { missing, by } = values;
  return {
    ...statisticsOf(values),
    ...readingOf(values),
    mapping: mappingOf(values.map ?? [], lang),
    ...(missing && { missing: missing.flatMap((codes) => codes.split(',')) }),
    ...(by && { groupBy: by.map(groupOf) }),
  };
}

function groupOf(by: string): GroupBy {
  return by === 'month' || by.startsWith('column:') ? (by as GroupBy) : `column:${by}`;
}

const roles = ['score', 'date', 'respondent', 'comment', 'segment'] as const;

function mappingOf(assignments: readonly string[], lang: Lang): Mapping {
  const mapping: Mapping = {};
  for (const assignment of assignments) {
    const [name, ...rest] = assignment.split('=');
    const role = roles.find((known) => known === name);
    const column = rest.join('=');
    if (!role || column === '') throw new Usage(cliText(lang, 'usage.map', { roles: roles.join(', ') }));
    if (role === 'segment') mapping.segments = [...(mapping.segments ?? []), column];
    else mapping[role] = column;
  }
  return mapping;
}

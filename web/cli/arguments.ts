// SPDX-License-Identifier: MIT
// The command line as a person typed it, turned into what to do. Wrong usage is thrown as `Usage` with its sentence.

import { parseArgs } from 'node:util';

import type {
  AnalyzeOptions,
  ConvertOptions,
  GroupCounts,
  InspectOptions,
  PlanOptions,
  StatisticsOptions,
} from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { nearestLang, type Lang } from '../i18n/index.js';
import { decisionsOf, mappingOf, readingOf, statisticsOf } from './decisions.js';
import type { QuestionWords } from './questions.js';
import { Usage } from './usage.js';

/** Where decisions come from and go to: paths. */
export interface Keeping {
  readonly recipe: string | undefined;
  readonly plan: string | undefined;
  readonly saveRecipe: string | undefined;
}

/** How the records that do not count are written, and where: undefined is the standard output. */
export interface RejectsForm {
  readonly as: 'csv' | 'source-csv' | 'xlsx';
  readonly guard: boolean;
  /** Which file of the report, from 1. */
  readonly file: number | undefined;
  readonly output: string | undefined;
}

export type Command =
  | { readonly kind: 'help' | 'version' }
  | {
      readonly kind: 'report';
      readonly files: string[];
      readonly options: AnalyzeOptions;
      readonly keeping: Keeping;
      /** Where the report is kept. */
      readonly save: string | undefined;
      readonly json: boolean;
    }
  | {
      readonly kind: 'plan';
      readonly files: string[];
      readonly options: PlanOptions;
      readonly keeping: Keeping;
      readonly json: boolean;
    }
  | {
      readonly kind: 'rejects';
      readonly files: string[];
      readonly options: AnalyzeOptions;
      readonly keeping: Keeping;
      readonly form: RejectsForm;
    }
  | { readonly kind: 'verify'; readonly report: string; readonly files: string[]; readonly json: boolean }
  | { readonly kind: 'inspect'; readonly files: string[]; readonly options: InspectOptions; readonly json: boolean }
  | {
      readonly kind: 'convert';
      readonly file: string;
      readonly options: ConvertOptions;
      /** Undefined: standard output. */
      readonly output: string | undefined;
    }
  | {
      readonly kind: 'query';
      readonly files: string[];
      readonly options: AnalyzeOptions;
      readonly keeping: Keeping;
      readonly question: QuestionWords;
      readonly json: boolean;
    }
  | {
      readonly kind: 'compare';
      readonly counts: readonly [GroupCounts, GroupCounts];
      readonly options: StatisticsOptions;
      readonly json: boolean;
    }
  | { readonly kind: 'score'; readonly counts: GroupCounts; readonly options: StatisticsOptions; readonly json: boolean };

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
  header: valued,
  recipe: valued,
  plan: valued,
  'save-recipe': valued,
  save: valued,
  policy: valued,
  from: valued,
  to: valued,
  completeness: valued,
  include: repeated,
  'no-clean': repeated,
  duplicates: valued,
  'as-of': valued,
  'report-zone': valued,
  employees: flag,
  as: valued,
  file: valued,
  'no-guard': flag,
  raw: flag,
  output: { ...valued, short: 'o' },
  level: valued,
  method: valued,
  counts: valued,
  with: repeated,
  where: repeated,
  measure: repeated,
  query: valued,
  share: valued,
  events: valued,
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

  const { json = false, save } = values;
  if (command === 'score') return { kind: 'score', counts: countsOf(values.counts, lang), options: statisticsOf(values), json };
  if (command === 'compare') {
    const [other, another] = values.with ?? [];
    if (another !== undefined) throw new Usage(cliText(lang, 'usage.compare'));
    const counts = [countsOf(values.counts, lang), countsOf(other, lang)] as const;
    return { kind: 'compare', counts, options: statisticsOf(values), json };
  }
  if (!takesFiles(command)) throw new Usage(cliText(lang, 'usage.command', { command }));
  if (command === 'verify') return verificationOf(files, json, lang);
  if (files.length === 0) throw new Usage(cliText(lang, 'usage.files'));
  switch (command) {
    case 'convert':
      return conversionOf(files, values, lang);
    case 'inspect':
      return { kind: 'inspect', files, options: { ...readingOf(values), ...mappingOf(values, lang) }, json };
    case 'plan':
      return { kind: 'plan', files, options: decisionsOf(values, lang), keeping: keepingOf(values, lang), json };
    case 'query': {
      // What figures are split by is part of the question, not of the analysis.
      const decisions = { ...values, by: undefined };
      return {
        kind: 'query',
        files,
        options: decisionsOf(decisions, lang),
        keeping: keepingOf(values, lang),
        question: values,
        json,
      };
    }
    case 'rejects':
      return rejectsOf(files, values, lang);
    case 'report':
      return { kind: 'report', files, options: decisionsOf(values, lang), keeping: keepingOf(values, lang), save, json };
  }
}

const fileCommands = ['report', 'query', 'inspect', 'plan', 'rejects', 'verify', 'convert'] as const;

function takesFiles(command: string): command is (typeof fileCommands)[number] {
  return (fileCommands as readonly string[]).includes(command);
}

function verificationOf([report, ...files]: readonly string[], json: boolean, lang: Lang): Command {
  if (report === undefined || files.length === 0) throw new Usage(cliText(lang, 'usage.verify'));
  return { kind: 'verify', report, files, json };
}

function conversionOf(files: readonly string[], values: Values, lang: Lang): Command {
  const [file = '', another] = files;
  if (another !== undefined) throw new Usage(cliText(lang, 'usage.one-file'));
  const { to, raw = false, output } = values;
  if (to !== 'csv' && to !== 'ndjson') throw new Usage(cliText(lang, 'usage.to'));
  if (raw && to === 'csv') throw new Usage(cliText(lang, 'usage.raw'));
  return { kind: 'convert', file, options: { ...readingOf(values), to, raw }, output };
}

function rejectsOf(files: string[], values: Values, lang: Lang): Command {
  const { as = 'csv', file, output, 'no-guard': unguarded = false } = values;
  if (as !== 'csv' && as !== 'source-csv' && as !== 'xlsx') throw new Usage(cliText(lang, 'usage.as'));
  if (as === 'xlsx' && output === undefined) throw new Usage(cliText(lang, 'usage.xlsx'));
  if (file !== undefined && !/^[1-9]\d*$/.test(file)) throw new Usage(cliText(lang, 'usage.file', { count: '…' }));
  const form: RejectsForm = { as, guard: !unguarded, file: file === undefined ? undefined : Number(file), output };
  return { kind: 'rejects', files, options: decisionsOf(values, lang), keeping: keepingOf(values, lang), form };
}

function keepingOf({ recipe, plan, 'save-recipe': saveRecipe }: Values, lang: Lang): Keeping {
  if (recipe !== undefined && plan !== undefined) throw new Usage(cliText(lang, 'usage.plan-or-recipe'));
  return { recipe, plan, saveRecipe };
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

function countsOf(counts = '', lang: Lang): GroupCounts {
  if (!/^\d+(,\d+){2}$/.test(counts)) throw new Usage(cliText(lang, 'usage.counts'));
  const [detractors = 0, passives = 0, promoters = 0] = counts.split(',').map(Number);
  return { detractors, passives, promoters };
}

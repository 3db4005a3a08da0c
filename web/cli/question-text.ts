// SPDX-License-Identifier: MIT
// Questions for a terminal: what is asked, every answer with the NPS it gives, how to give it, and the records that show it.

import type { Plan, Question, Recipe, Report } from '../client/node.js';
import { sourceIndex } from '../files/recipe-edits.js';
import { cliText } from '../i18n/cli.js';
import { formatCount, formatNps } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { answerText, questionReason, questionText } from '../i18n/review.js';
import { columnName, type KnownFile } from './file-text.js';
import { printable, shortened, table } from './layout.js';

type Asked = Question & { readonly texts?: string[][] };
interface Asking {
  readonly files: readonly KnownFile[];
  readonly questions: readonly Asked[];
  readonly recipe: Recipe;
}

/** The questions that nobody has settled; those of a plan come with their rows. Nothing when there are none. */
export function questionsText({ files, questions, recipe }: Report | Plan, lang: Lang): string[] {
  const asking = { files, questions, recipe };
  const open = asking.questions.filter(({ settled }) => !settled);
  if (open.length === 0) return [];
  const heading = [cliText(lang, 'questions', { count: formatCount(lang, open.length) }), `  ${t(lang, 'questions.intro')}`];
  return [...heading, ...open.flatMap((question) => ['', ...questionLines(question, asking, lang)])];
}

function questionLines(question: Asked, asking: Asking, lang: Lang): string[] {
  const { code, answers } = question;
  const file = asking.files[question.file];
  const rows = answers.map((answer) => [
    answer.chosen ? '>' : '',
    file ? answerName(question, answer.value, file, lang) : answer.value,
    outcomeText(answer, lang),
    answer.chosen ? '' : howTo(question, answer.value, asking),
  ]);
  return [
    `  ${aboutText(question, file, lang)}`,
    `    ${questionReason(lang, code)}`,
    ...table(rows, ['left', 'left', 'right', 'left'], '    '),
    ...(file ? proofText(question, file, lang) : []),
  ];
}

function aboutText(question: Asked, file: KnownFile | undefined, lang: Lang): string {
  const asked = questionText(lang, question);
  if (!file) return asked;
  const name = printable(file.name);
  if (question.column === null) return cliText(lang, 'question-file', { question: asked, name });
  return cliText(lang, 'question-column', { question: asked, name, column: columnName(lang, file, question.column) });
}

function answerName({ code }: Asked, value: string, file: KnownFile, lang: Lang): string {
  if (code === 'score-column') return columnName(lang, file, Number(value));
  return answerText(lang, code, value) ?? printable(value);
}

/** The NPS with this answer; nothing while it is not worked out. */
function outcomeText({ responses, nps }: Asked['answers'][number], lang: Lang): string {
  if (responses === null) return '';
  if (nps === null) return t(lang, 'questions.no-outcome');
  return plural(lang, 'questions.outcome', responses, { nps: formatNps(lang, nps) });
}

/** What to type or to write into the recipe for this answer: the same in every language. */
function howTo({ code, file }: Asked, value: string, { files, recipe }: Asking): string {
  const source = `recipe.sources[${Math.max(0, sourceIndex(recipe, files, file))}]`;
  switch (code) {
    case 'score-column':
      return `--map score=#${Number(value) + 1}`;
    case 'missing':
      return value === 'reject' ? `${source}.score.missing` : `--missing ${missingBeside(value, recipe)}`;
    case 'scale':
      return `${source}.score.kind = ${JSON.stringify(value)}`;
    case 'date-order':
      return `${source}.dateOrder = ${JSON.stringify(value)}`;
    case 'decimal':
      return `${source}.decimal = ${JSON.stringify(value)}`;
    case 'zone':
      return `${source}.zone = ${value === 'as-written' ? 'null' : JSON.stringify(value)}`;
    case 'same-file':
      return `recipe.duplicates.files = ${value === 'once'}`;
    default:
      return '';
  }
}

/** All codes that were declared, and this one: the option replaces those before. */
function missingBeside(value: string, { sources }: Recipe): string {
  const declared = sources.flatMap(({ score }) => score.missing);
  return [...new Set([...declared, value])].join(',');
}

const kProofColumns = 100;

/** Only a plan has the cells of the records. */
function proofText({ proof, texts = [], column }: Asked, file: KnownFile, lang: Lang): string[] {
  if (texts.length === 0) return [];
  const rows = texts.map((cells, index) => {
    const others = cells.filter((cell, at) => at !== column && cell !== '').map(printable);
    const own = column === null ? [] : [printable(cells[column] ?? '')];
    return [formatCount(lang, proof[index]?.record ?? 0), ...own, shortened(others.join(' · '), kProofColumns)];
  });
  const heading = column === null ? ['', ''] : ['', columnName(lang, file, column), ''];
  const align = heading.map((_, index) => (index === 0 ? ('right' as const) : ('left' as const)));
  return [`    ${t(lang, 'questions.proof')}`, ...table([heading, ...rows], align, '      ')];
}

// SPDX-License-Identifier: MIT
// The questions of the bench: rounds A B C in fresh browsers, each with the survey loaded once, then every question several times. The first
// answer is compared with the truth; its time is apart from that of the later ones.
import { loadavg } from 'node:os';

import { ensureSurvey } from './generate.mjs';
import { questions } from './questions.mjs';
import { median } from './statistics.mjs';
import { ratioText, ratiosOf, table } from './tables.mjs';

const contestants = [
  { name: 'npscope', module: 'questions-npscope' },
  { name: 'arquero', module: 'questions-arquero', isRival: true },
  { name: 'duckdb-wasm', module: 'questions-duckdb', isRival: true },
];
const times = 4;
const leastRatio = 5;

/** The section of the report, Markdown. Throws when an answer is wrong. */
export async function askRounds({ folder, rows, rounds, program, say }) {
  const { questionsHost } = await import('./chromium.mjs');
  const survey = ensureSurvey(folder, rows, { drivers: 8, zipf: 60_000 });
  const host = await questionsHost({ survey, folder, program, contestants });
  const results = contestants.map((contestant) => ({ contestant, runs: [] }));
  const load = [];
  try {
    for (let round = 1; round <= rounds; round++) {
      for (const { contestant, runs } of results) {
        load.push(loadavg()[0]);
        runs.push(await rightRun(host, contestant, survey));
      }
      const opened = results.map(({ contestant, runs }) => `${contestant.name} ${(runs.at(-1).openMs / 1000).toFixed(1)} s`);
      say(`questions, round ${round} of ${rounds}: loaded in ${opened.join(', ')}`);
    }
  } finally {
    await host.close();
  }
  return sectionOf({ host, survey, results, rounds, load });
}

const askedOf = ({ isRival }) => questions.filter(({ rivals }) => rivals || !isRival);

async function rightRun(host, contestant, survey) {
  const asked = askedOf(contestant);
  const run = await host.measure(contestant, asked, times);
  for (const [index, { name, rivals }] of asked.entries()) {
    const truth = rivals ? survey.answers[index] : 'answered';
    const { line } = run.answers[index];
    if (line !== truth) throw new Error(`${contestant.name}: ${name} is wrong:\n  ${line}\ninstead of\n  ${truth}`);
  }
  return run;
}

const first = (index) => (run) => run.answers[index].walls[0];
const later = (index) => (run) => median(run.answers[index].walls.slice(1));
const ms = (runs, figure) => median(runs.map(figure)).toFixed(0);

function sectionOf({ host, survey, results, rounds, load }) {
  const rows = results.flatMap(({ contestant, runs }) => [
    [contestant.name, 'loading', ms(runs, ({ openMs }) => openMs), '-'],
    ...askedOf(contestant).map(({ name }, index) => [contestant.name, name, ms(runs, first(index)), ms(runs, later(index))]),
  ]);
  return [
    `## Questions about ${survey.rows.toLocaleString('en')} responses (${(survey.bytes / 1e6).toFixed(0)} MB, 20 columns), ${host.title}`,
    `${rounds} rounds, 1-minute load average ${Math.min(...load).toFixed(1)} to ${Math.max(...load).toFixed(1)}. Wall milliseconds on the ` +
      'page, medians of the rounds: the first time, and the median of the next three. Rivals hold VARCHAR columns.',
    table(['contestant', 'question', 'first ms', 'later ms'], rows),
    ratiosOfFirst(results),
    verdicts(results).join('\n'),
  ].join('\n\n');
}

function ratiosOfFirst(results) {
  const [own, ...rivals] = results;
  const rows = rivals.map((rival) => [
    `${rival.contestant.name} / npscope`,
    ...askedOf(rival.contestant).map((_, index) => ratioText(ratiosOf(rival, own, first(index)))),
  ]);
  return table(['first time, median (range)', ...questions.filter(({ rivals }) => rivals).map(({ name }) => name)], rows);
}

function verdicts(results) {
  const [own, ...rivals] = results;
  const line = (isReached, text, measured) => `- ${isReached ? 'reached' : 'NOT REACHED'}: ${text}: ${measured}`;
  const limits = questions.flatMap(({ name, limitMs, laterMs }, index) => {
    const found = Number(ms(own.runs, first(index)));
    const next = Number(ms(own.runs, later(index)));
    const lines = [line(found <= limitMs, `${name}: at most ${limitMs} ms`, `${found} ms`)];
    if (laterMs) lines.push(line(next <= laterMs, `${name}, later: at most ${laterMs} ms`, `${next} ms`));
    return lines;
  });
  const ratios = rivals.map((rival) => {
    const found = ratiosOf(rival, own, first(0));
    return line(
      found.median >= leastRatio,
      `first question: at least ${leastRatio} times faster than ${rival.contestant.name}`,
      ratioText(found),
    );
  });
  return [...limits, ...ratios];
}

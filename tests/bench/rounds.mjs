// SPDX-License-Identifier: MIT
// Runs the contestants of one host: first each once to compare its answer with the truth, then rounds A B C, A B C.
// A wrong answer ends the bench, in the rounds too: the time of a wrong answer means nothing.
import { loadavg } from 'node:os';

/**
 * The runs of one host: `{ title, results: [{ contestant, runs }], load: [1-minute load averages] }`.
 * `say` gets a line per step.
 */
export async function runRounds({ host, contestants, survey, rounds, say }) {
  for (const contestant of contestants) {
    const { wallMs } = await rightRun(host, contestant, survey);
    say(`${contestant.name}: right (${seconds(wallMs)})`);
  }
  const results = contestants.map((contestant) => ({ contestant, runs: [] }));
  const load = [];
  for (let round = 1; round <= rounds; round++) {
    for (const { contestant, runs } of results) {
      load.push(loadavg()[0]);
      runs.push(await rightRun(host, contestant, survey));
    }
    const walls = results.map(({ contestant, runs }) => `${contestant.module} ${seconds(runs.at(-1).wallMs)}`);
    say(`round ${round} of ${rounds}: ${walls.join(', ')}`);
  }
  return { title: host.title, results, load };
}

async function rightRun(host, contestant, survey) {
  let measurement;
  try {
    measurement = await host.measure(contestant);
  } catch (error) {
    throw new Error(`${contestant.name} on ${host.title} gave no answer: ${error.message}`, { cause: error });
  }
  const { line } = measurement;
  const truth = contestant.role === 'reading' ? String(survey.bytes) : survey.line;
  if (line !== truth) throw new Error(`${contestant.name} on ${host.title} is wrong:\n  ${line}\ninstead of\n  ${truth}`);
  return measurement;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(2)} s`;
}

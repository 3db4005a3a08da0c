// SPDX-License-Identifier: MIT
// A small survey made up here, for people who want to look before they choose a file of their own.
// The same rows every time, with a few that have no score and two that are no score, so that the ledger has something to say.

const kRows = 180;
const countries = ['Brazil', 'Germany', 'India', 'Japan', 'Kenya'];

/** The survey as a CSV file. */
export function exampleFile(name: string): File {
  const lines = ['Response ID,Date,Country,How likely are you to recommend us to a friend or colleague?'];
  const next = sequence(20240501);
  for (let row = 0; row < kRows; row++) {
    const day = String(1 + (row % 28)).padStart(2, '0');
    const month = String(1 + Math.floor(row / 30)).padStart(2, '0');
    const country = countries[Math.floor(next() * countries.length)] ?? '';
    lines.push(`R${1001 + row},2024-${month}-${day},${country},${answer(row, next())}`);
  }
  return new File([lines.join('\n'), '\n'], `${name}.csv`, { type: 'text/csv' });
}

/** An answer: mostly high, sometimes none, and in two rows something that is no score. */
function answer(row: number, chance: number): string {
  if (row === 57) return '11';
  if (row === 133) return 'maybe';
  if (row % 23 === 7) return '';
  return String(Math.min(10, Math.max(0, Math.round(10.4 - 11 * chance ** 2.6))));
}

/** Numbers from 0 to 1 that only depend on the seed (a linear congruential generator). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

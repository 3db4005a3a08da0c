// SPDX-License-Identifier: MIT
// The questions of the bench about a survey that is loaded, and what a right answer is: a line per group, counted here row by row.
// Rivals hold every cell as text, as npscope's files do; only scores that are written as 0 to 10 count.

/** What is searched for: a word that neither every comment has nor none. */
export const kSearched = 'thonja';
export const kPlans = ['business', 'pro'];

/** Who is asked what: `rivals` marks those that others can answer too; `limitMs` is the target, for the first time and later. */
export const questions = [
  {
    name: 'filter and grouping',
    rivals: true,
    limitMs: 50,
    query: { filter: [{ column: 'plan', in: kPlans }], groupBy: ['product'], measures: ['nps'] },
  },
  {
    name: 'text filter and grouping',
    rivals: true,
    limitMs: 150,
    query: { filter: [{ column: 'comment', contains: kSearched }], groupBy: ['product'], measures: ['nps'] },
  },
  {
    name: 'two groupings',
    rivals: true,
    limitMs: 120,
    query: { groupBy: ['product', 'country'], measures: ['nps'] },
  },
  { name: 'keywords', limitMs: 5000, laterMs: 1000, query: { measures: ['terms'] } },
  { name: 'drivers (8)', limitMs: 2000, query: { measures: ['drivers'] } },
];

/** The line of an answer: `[key, promoters, passives, detractors]` for each group. */
export function lineOf(groups) {
  return groups
    .map(([key, ...counts]) => `${key}:${counts.join('/')}`)
    .sort()
    .join(';');
}

/** Counts rows for the lines that answers are compared with. */
export class Truth {
  #tables = questions.filter(({ rivals }) => rivals).map(() => new Map());

  /** One row: an array of texts in the order of the file. */
  add(cells) {
    const [, , , , score, comment, , , product, plan, country] = cells;
    if (!/^(\d|10)$/.test(score)) return;
    const group = Number(score) >= 9 ? 0 : Number(score) >= 7 ? 1 : 2;
    const keys = [
      kPlans.includes(plan) ? product : undefined,
      comment.toLowerCase().includes(kSearched) ? product : undefined,
      `${product}|${country}`,
    ];
    for (const [index, key] of keys.entries()) {
      if (key === undefined) continue;
      const table = this.#tables[index];
      if (!table.has(key)) table.set(key, [0, 0, 0]);
      table.get(key)[group]++;
    }
  }

  lines() {
    return this.#tables.map((table) => lineOf([...table].map(([key, counts]) => [key, ...counts])));
  }
}

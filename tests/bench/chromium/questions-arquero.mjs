// SPDX-License-Identifier: MIT
// Arquero in a page: the survey as columns of texts, on the main thread, where it works.
import { escape, fromCSV, op } from 'arquero';

import { kPlans, kSearched, lineOf } from '../questions.mjs';

const scores = new Set(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
const groups = {
  promoters: (row) => op.sum(row.score === '9' || row.score === '10' ? 1 : 0),
  passives: (row) => op.sum(row.score === '7' || row.score === '8' ? 1 : 0),
  responses: () => op.count(),
};
const ways = {
  'filter and grouping': (table) =>
    table.filter(escape((row) => kPlans.includes(row.plan) && scores.has(row.score))).groupby('product'),
  'text filter and grouping': (table) =>
    table.filter(escape((row) => scores.has(row.score) && row.comment.toLowerCase().includes(kSearched))).groupby('product'),
  'two groupings': (table) => table.filter(escape((row) => scores.has(row.score))).groupby('product', 'country'),
};

let table;

export async function load() {}

export async function open(file) {
  const parsed = fromCSV(await file.text(), { autoType: false });
  // Empty cells come as null.
  table = parsed.derive({ comment: escape((row) => row.comment ?? '') });
}

export async function ask(name) {
  const rows = ways[name](table).rollup(groups).objects();
  const keyOf = ({ product, country }) => (country === undefined ? product : `${product}|${country}`);
  return lineOf(rows.map((row) => [keyOf(row), row.promoters, row.passives, row.responses - row.promoters - row.passives]));
}

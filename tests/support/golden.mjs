// SPDX-License-Identifier: MIT
// The golden fixtures for Node tests: what each must give, its bytes, and the package's answers about it with the questions of the
// plan answered as the expectation says.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import * as npscope from '../../dist/node.js';
import { dataFolder } from './core.mjs';
import { parseDelimited } from './reshape.mjs';
import { date, xlsx } from './write-xlsx.mjs';

export const folder = join(dataFolder, 'golden');
/** What stands in NAME.expect.json, by name. */
export const expectations = readdirSync(folder)
  .filter((file) => file.endsWith('.expect.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')));

/** Too large to keep; the rule is that of `large_row` in expect.py. */
export const made = 'xlsx_340k_rows.xlsx';

function* largeRows() {
  const remarks = ['The parcel came on time, thank you', 'Too expensive for what it is', 'Support did not answer for a week'];
  yield ['Response ID', 'E-mail', 'Submitted at', 'How likely are you to recommend us?', 'Why?'];
  for (let i = 1; i <= 340_000; i++) {
    const score = i % 97 === 0 ? '' : i % 101 === 0 ? 11 : i % 103 === 0 ? 9.5 : i % 107 === 0 ? 'eleven' : (i * 7) % 11;
    const id = `R-${i % 1009 === 0 ? i - 1 : i}`;
    const remark = i % 4 === 3 ? '' : `${remarks[i % 4]} (${i % 5000})`;
    // 2025-01-01 and a thousandth of a day for each row.
    yield [id, `p${i % 250_000}@example.test`, date(45_658 + i / 1000), score, remark];
  }
}

export const bytesOf = ({ file }) => (file === made ? xlsx(largeRows()) : readFileSync(join(folder, file)));

/** A function of the package, or a clear word that there is none. */
export function offered(name) {
  assert.equal(typeof npscope[name], 'function', `the package has no ${name}()`);
  return npscope[name];
}

/** The recipe after a person's answer to a question of the plan. */
function answered(recipe, { file }, { code, answer }) {
  const changed = structuredClone(recipe);
  const source = changed.sources[file];
  if (code === 'missing') {
    if (answer !== 'reject') source.score.missing.push(answer);
  } else if (code === 'scale') source.score.kind = answer;
  else if (code === 'date-order') source.dateOrder = answer;
  else if (code === 'decimal') source.decimal = answer;
  else if (code === 'zone') source.zone = answer === 'as-written' ? null : answer;
  else assert.fail(`no fixture answers ${code}`);
  return changed;
}

const runs = new Map();

/** The plan, the recipe and the report after the questions; read once for all tests of a file. */
export function run(expected) {
  if (!runs.has(expected.file)) runs.set(expected.file, read(expected));
  return runs.get(expected.file);
}

async function read(expected) {
  const input = { name: expected.file, data: bytesOf(expected) };
  const plan = await offered('plan')(input);
  const recipe = expected.decisions.reduce((before, decision) => {
    const question = plan.questions.find(({ code }) => code === decision.code);
    // A question that was not asked is reported by the test of the plan.
    return answered(before, question ?? { file: 0 }, decision);
  }, plan.recipe);
  const report = await npscope.analyze(input, { recipe, groupBy: 'month' });
  return { input, plan, recipe, report };
}

export const near = (found, wanted, what) =>
  assert.ok(Math.abs(found - wanted) <= 1e-9, `${what}: ${JSON.stringify(found)} is not ${JSON.stringify(wanted)}`);

export const sameFigures = (found, { nps, histogram }) => {
  const { nps: points, ...counts } = nps;
  assert.notEqual(found, null, 'no figures');
  for (const [key, count] of Object.entries(counts)) assert.equal(found[key], count, key);
  near(found.nps, points, 'nps');
  assert.deepEqual(found.histogram, histogram);
};

/** What the reject file of a fixture holds, as text. */
export const rejectFile = ({ input, recipe }) => new Response(offered('rejects')(input, { file: 0, as: 'csv', recipe })).text();

/** The records of a reject file below its header records: `{ file, record, code, cells }`. */
export function rejected(text, name) {
  const delimiter = /^\ufeff?"?npscope file"?(.)/m.exec(text)?.[1];
  assert.ok(delimiter, 'no header record begins with "npscope file"');
  const rows = parseDelimited(text, delimiter).filter(([file, record]) => file === name && /^\d+$/.test(record));
  return rows.map(([, record, code, , , ...cells]) => ({ record: Number(record), code, cells }));
}

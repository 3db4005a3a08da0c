// SPDX-License-Identifier: MIT
// The rejects of every golden fixture and of every small file that has some are the same bytes from WebAssembly and natively, in
// every form and in blocks of any size; and a source that is another one by the second pass gives a failure.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { dataFolder, nativePlan, nativeRejects, wasmPlan, wasmRejects, wasmReport, withoutNative } from '../support/core.mjs';

const asOf = ['asOf', '2026-11-22'];
const loaded = (path) => ({ name: path.split('/').pop(), bytes: readFileSync(path) });

const paths = ['golden', 'csv', 'json', 'workbooks', 'formats'].flatMap((folder) =>
  readdirSync(join(dataFolder, folder))
    .filter((name) => !/\.expect\.json$|\.py$|^README/.test(name))
    .map((name) => join(dataFolder, folder, name)),
);

/** Files of the report with records that do not count, by their position. */
const withRejects = (path) => {
  const { files } = JSON.parse(wasmReport([loaded(path)], [asOf]));
  return [...files.keys()].filter((file) => !files[file].failure && files[file].ledger.read > files[file].ledger.accepted);
};

const cases = paths.flatMap((path) => withRejects(path).map((file) => [path, file]));
const what = (path) => path.slice(dataFolder.length + 1);

test('there are enough of them', () => {
  assert.ok(cases.filter(([path]) => what(path).startsWith('golden/')).length > 20);
  assert.ok(cases.filter(([path]) => what(path).startsWith('csv/')).length > 30);
});

for (const kind of ['csv', 'source-csv', 'xlsx']) {
  test(`${kind}: native and WebAssembly write the same bytes`, { skip: withoutNative }, () => {
    for (const [path, file] of cases) {
      const options = [asOf, ['rejects.kind', kind], ['reason.score-empty', 'leer; "nichts"']];
      const bytes = wasmRejects([loaded(path)], options, { file });
      assert.ok(bytes?.length > 0, path);
      assert.ok(bytes.equals(nativeRejects([path], options, { file })), `${what(path)}, file ${file}`);
    }
  });
}

test('without guard too', { skip: withoutNative }, () => {
  const options = [asOf, ['rejects.guard', 'off']];
  for (const [path, file] of cases) {
    assert.ok(wasmRejects([loaded(path)], options, { file }).equals(nativeRejects([path], options, { file })), what(path));
  }
});

for (const block of [7, 4096]) {
  test(`in blocks of ${block} bytes the rejects are the same, in both`, (context) => {
    for (const [path, file] of cases) {
      const whole = wasmRejects([loaded(path)], [asOf], { file });
      assert.ok(whole.equals(wasmRejects([loaded(path)], [asOf], { file, block })), `WebAssembly, ${what(path)}`);
      if (withoutNative) continue;
      assert.ok(whole.equals(nativeRejects([path], [asOf], { file, block })), `native, ${what(path)}`);
    }
    if (withoutNative) context.diagnostic(withoutNative);
  });
}

test('of several files the one that is asked for, whatever stands before it', { skip: withoutNative }, () => {
  const names = ['hubspot_mixed_metrics.csv', 'asknicely_all_strings.csv', 'delighted_api.json'];
  const several = names.map((name) => join(dataFolder, 'golden', name));
  for (const file of several.keys()) {
    const bytes = wasmRejects(several.map(loaded), [asOf], { file });
    assert.ok(bytes.equals(nativeRejects(several, [asOf], { file })), several[file]);
    const [first] = bytes.toString('utf8').split('\r\n').slice(1).filter(Boolean);
    assert.ok(first.startsWith(`${names[file]},`), first);
  }
});

test('the plan is the same in both, for every file', { skip: withoutNative }, () => {
  for (const path of paths) assert.ok(wasmPlan([loaded(path)], [asOf]) === nativePlan([path], [asOf]), what(path));
});

const changes = [
  ['one byte is another one', (bytes) => bytes.with(bytes.lastIndexOf(0x39), 0x38)],
  ['the end is gone', (bytes) => bytes.subarray(0, bytes.length - 40)],
  ['nothing is left', () => Buffer.alloc(0)],
];

for (const [change, changed] of changes) {
  test(`refused, with source-changed: ${change}`, () => {
    for (const name of ['qualtrics_3row_de_numeric.csv', 'limesurvey_de_full.csv', 'msforms_serial_dates.xlsx']) {
      const files = [loaded(join(dataFolder, 'golden', name))];
      const again = ({ bytes }) => changed(bytes);
      assert.throws(() => wasmRejects(files, [asOf], { again }), { message: 'source-changed' }, name);
    }
  });
}

test('a file that gives nothing has no rejects, and one that does not exist neither', () => {
  const path = join(dataFolder, 'csv/binary.csv');
  assert.equal(wasmRejects([loaded(path)]), null);
  assert.equal(wasmRejects([loaded(join(dataFolder, 'formats/survey.csv'))], [], { file: 1 }), null);
});

test('a row whose count is none is given back like any other rejected row', () => {
  const bytes = Buffer.from('Score,Count\n0,2\n5,1\n8,many\n9,4\n10,5\n');
  const rows = wasmRejects([{ name: 'counts.csv', bytes }])
    .toString('utf8')
    .trimEnd()
    .split('\r\n');
  assert.equal(rows.length, 2);
  assert.match(rows[1], /^counts\.csv,4,count-invalid,.*,8,many$/);
});

// SPDX-License-Identifier: MIT
// The threat files of adversarial/EXPECT.tsv but for the delimited texts (corpora.test.mjs has them): what each is read as or
// refused with, in the memory that the list allows, natively under the sanitizers and in WebAssembly.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';

import { heapSize, nativeEach, renewCore, wasmConversion, wasmReport, withoutNative } from '../support/core.mjs';
import { bytesOf, corpora, filesBelow, withoutCorpora } from '../support/corpora.mjs';
import { scratchFolder } from './places.mjs';

const mebibyte = 1 << 20;
const scratch = scratchFolder();

/** Reads all records of a table without a score and counts them. */
const countingOptions = [
  ['map.score', '#1'],
  ['headerRecords', '1'],
];

/** The workbook that the damaged ones were made of. */
const rowsOfSound = 33;

const good = [
  ['email', 'score'],
  ['a@example.test', 9],
];
const damaged = ['damaged-file'];
const refused = ['refused-file'];

/**
 * What each file must end in: `rows` (the values of the cells that are there) or `count` rows, or one of the failures in `codes`.
 * Where the list leaves both open, both stand here. `issue`: what must be told when it is read. `heap`: mebibytes, 64 if not said.
 */
const threats = {
  'xlsx/good.xlsx': { rows: good },
  'xlsx/dimension_lie_full.xlsx': { rows: good },
  'xlsx/dimension_beyond_grid.xlsx': { rows: good },
  'xlsx/cols_bomb.xlsx': { rows: good },
  'xlsx/sparse_corner.xlsx': { rows: [...good, [1]] },
  'xlsx/row_beyond.xlsx': { rows: good, issue: 'cell-outside-table', codes: ['limit-exceeded', ...damaged] },
  'xlsx/col_overflow.xlsx': { rows: [], reported: 'no-score-column' },
  'xlsx/no_refs.xlsx': { rows: good },
  'xlsx/sst_index_out.xlsx': { rows: [], issue: 'cell-without-text', codes: ['no-records', ...damaged] },
  'xlsx/sst_amplify.xlsx': { counted: 19999, heap: 128 },
  'xlsx/billion_laughs_sst.xlsx': { codes: refused },
  'xlsx/quadratic_entity.xlsx': { codes: refused },
  'xlsx/xxe_file.xlsx': { codes: refused },
  'xlsx/xxe_http.xlsx': { codes: refused },
  'xlsx/xxe_utf7.xlsx': { codes: refused },
  'xlsx/utf16_sheet.xlsx': { rows: good },
  'xlsx/xml_deep.xlsx': { codes: refused },
  'xlsx/xml_many_attrs.xlsx': { rows: [], codes: ['limit-exceeded', 'no-records'] },
  'xlsx/xml_unclosed.xlsx': { codes: damaged },
  'xlsx/proto_comment_ref.xlsx': { rows: good },
  'xlsx/proto_headers.xlsx': {
    rows: [
      ['__proto__', 'constructor', 'hasOwnProperty', 'score'],
      ['x', 'y', 'z', 10],
    ],
  },
  'xlsx/xss_sheet_name.xlsx': { rows: good },
  'xlsx/zip_slip_names.xlsx': { rows: good },
  'xlsx/dup_entry.xlsx': { codes: [...refused, ...damaged] },
  'xlsx/case_dup_entry.xlsx': { rows: good, codes: [...refused, ...damaged] },
  'xlsx/rels_absolute_http.xlsx': { codes: [...damaged, 'no-table', 'unsupported-format'] },
  'xlsx/rels_self_loop.xlsx': { codes: [...damaged, 'no-table', 'unsupported-format'] },
  // A ZIP with a text file is an archive of survey files, whatever its name says.
  'xlsx/mimetype_plain_zip.xlsx': { rows: [['x']], reported: 'no-records' },
  'zip/usize_lie_small.xlsx': { codes: damaged },
  'zip/usize_lie_4g.xlsx': { codes: damaged },
  'zip/crc_wrong.xlsx': { codes: damaged },
  'zip/encrypted_flag.xlsx': { codes: ['password-protected'] },
  'zip/method_99.xlsx': { codes: ['password-protected', 'unsupported-format', ...refused, ...damaged] },
  'zip/ratio_bomb_1000.xlsx': { rows: [], codes: ['limit-exceeded', 'no-records', ...refused, ...damaged] },
  'zip/overlap_full.zip': { codes: [...refused, ...damaged, 'limit-exceeded'] },
  'zip/eocd_in_comment.xlsx': { rows: good, codes: [...damaged, ...refused] },
  'zip/prefix_garbage.xlsx': { rows: good, codes: [...damaged, ...refused, 'unsupported-format', 'binary-file'] },
  'zip/truncated_cd.xlsx': { codes: damaged },
  'zip/count_lie_65535.xlsx': { codes: damaged },
  'json/deep_array_1e6.json': { codes: ['invalid-json', 'limit-exceeded'] },
  'json/deep_object_1e5.json': { codes: ['invalid-json', 'limit-exceeded'] },
  'json/depth_1024_ok.json': { codes: ['no-table', 'invalid-json', 'no-records'] },
  'json/proto.json': { count: 2 },
  'json/dup_keys.json': { count: 1, issue: 'duplicate-key' },
  'json/big_ints.json': {
    rows: [
      ['9007199254740993', '10'],
      ['18446744073709551616', '1'],
      ['12345678901234567890123', '7'],
    ],
  },
  'json/floats.json': { count: 6 },
  'json/nan.json': { codes: ['invalid-json'] },
  'json/lone_surrogate.json': { rows: [['\uFFFD'], ['\uFFFD\uFFFD']], codes: ['invalid-json'] },
  'json/nul_escape.json': { rows: [['a\0b', '9']] },
  'json/utf16le.json': { rows: [['9']] },
  'json/bom.json': { rows: [['9']] },
  'json/ndjson_mixed.ndjson': { rows: [['9'], ['8'], ['7']], issue: 'invalid-json-record' },
  'json/one_line_64mb.note.txt': { count: 1, codes: ['no-records'] },
  'ole/dir_self_loop.xls': { codes: damaged },
  'ole/fat_all_loop.xls': { codes: damaged },
  'ole/difat_self_loop.xls': { codes: damaged },
  'ole/sector_shift_31.xls': { codes: damaged },
  'ole/stream_size_4g.xls': { codes: damaged, count: rowsOfSound },
  'ole/dir_tree_cycle.xls': { codes: damaged, count: rowsOfSound },
  'ole/truncated_half.xls': { codes: damaged },
  'ole/header_only.xls': { codes: damaged },
};

/** Files that the corpora do not store: EXPECT.tsv says how large they are. */
const made = {
  'json/deep_array_1e6.json': () => Buffer.from('['.repeat(1e6) + ']'.repeat(1e6)),
  'json/deep_object_1e5.json': () => Buffer.from(`${'{"a":'.repeat(1e5)}1${'}'.repeat(1e5)}`),
};

/** The path of made bytes, for the native command. */
function written(file, bytes) {
  const path = join(scratch, basename(file));
  writeFileSync(path, bytes);
  return path;
}

/** Rows, report and memory of one file, read by a fresh module. */
async function readAlone(name, bytes, { counted }) {
  await renewCore();
  const converted = counted
    ? { text: '', report: wasmReport([{ name, bytes }], countingOptions) }
    : wasmConversion(name, bytes, [['mode', 'convert-raw']]);
  const rows = converted.text
    .split('\n')
    .slice(0, -1)
    .map((line) =>
      JSON.parse(line)
        .cells.filter((cell) => cell !== null)
        .map((cell) => Object.values(cell)[0]),
    )
    .filter((cells) => cells.length > 0);
  return { ...converted, rows, heap: heapSize(), file: JSON.parse(converted.report).files[0] };
}

function reportOn(name, bytes, options = []) {
  return JSON.parse(wasmReport([{ name, bytes }], options)).files[0];
}

/** The issues that are told of a file when every record is counted. */
function issuesOf(name, bytes) {
  const options = [
    ['map.score', '#1'],
    ['headerRecords', '0'],
  ];
  return reportOn(name, bytes, options).issues.map(({ code }) => code);
}

function assertOutcome({ rows, count, counted, codes = [] }, found) {
  const { failure, ledger } = found.file;
  if (failure) {
    assert.ok(codes.includes(failure.code), `${failure.code}:${failure.detail ?? ''} is none of ${codes.join(', ')}`);
    return;
  }
  assert.ok(rows ?? count ?? counted, `read, but one of ${codes.join(', ')} is due`);
  if (rows) assert.deepEqual(found.rows, rows);
  if (count) assert.equal(found.rows.length, count);
  if (counted) assert.equal(ledger.read, counted);
}

for (const [file, expected] of Object.entries(threats)) {
  test(`threat file ${file}`, { skip: withoutCorpora }, async (context) => {
    const path = `adversarial/${file}`;
    const bytes = made[file]?.() ?? bytesOf(path);
    const found = await readAlone(basename(file), bytes, expected);
    context.diagnostic(`${found.file.failure?.code ?? 'read'}, ${found.heap / mebibyte} MiB`);
    assertOutcome(expected, found);
    const { issue, reported } = expected;
    if (reported) assert.equal(reportOn(file, bytes).failure.code, reported);
    if (issue && !found.file.failure) assert.ok(issuesOf(file, bytes).includes(issue), `no ${issue}`);
    const kept = found.text.length;
    assert.ok(found.heap <= (expected.heap ?? 64) * mebibyte + 2 * kept, `${found.heap} bytes of memory`);
    assert.equal({}.polluted, undefined);
    if (withoutNative) context.diagnostic(withoutNative);
    else {
      const options = expected.counted ? countingOptions : [['mode', 'convert-raw']];
      const native = nativeEach([made[file] ? written(file, bytes) : join(corpora, path)], options);
      assert.ok(native === `${found.text}${found.report}\n`, 'native and WebAssembly differ');
    }
  });
}

test('every threat file is in the list', { skip: withoutCorpora }, () => {
  const stored = ['xlsx', 'zip', 'json', 'ole'].flatMap((folder) => filesBelow(`adversarial/${folder}`));
  const files = [...stored.map((file) => file.replace('adversarial/', '')), ...Object.keys(made)];
  assert.deepEqual([...new Set(files)].sort(), Object.keys(threats).sort());
});

test('one record of 64 MiB is rejected in bounded memory', async () => {
  const piece = Buffer.alloc(64 * mebibyte, 'x');
  const bytes = Buffer.concat([Buffer.from('{"score":9}\n{"score":8,"a":"'), piece, Buffer.from('"}\n{"score":7}\n')]);
  const { rows, file, heap } = await readAlone('one_line.ndjson', bytes, {});
  assert.ok(heap <= 64 * mebibyte, `${heap}`);
  if (file.failure) assert.match(file.failure.code, /^(limit-exceeded|record-too-long|invalid-json)$/);
  else assert.deepEqual(rows, [['9'], ['7']]);
});

// SPDX-License-Identifier: MIT
// The stored corpora for tests: their files, what other readers say of them, and the list of known deviations. A test notes the
// outcome of each file; what deviates without being listed, and what is listed but no longer so, fails it.

import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';

import { dataFolder, heapSize, nativeEach, renewCore, root, wasmConversion, withoutNative } from './core.mjs';

export const corpora = process.env.NPSCOPE_CORPORA ?? join(root, '../shared/corpora');

/** A reason to skip what needs the corpora; false when they are there. */
export const withoutCorpora = existsSync(join(corpora, 'csv')) ? false : 'no corpora: set NPSCOPE_CORPORA';

/** Paths from the corpora's folder of all files below one of its folders, in order. */
export function filesBelow(folder) {
  if (withoutCorpora) return [];
  return readdirSync(join(corpora, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(corpora, join(entry.parentPath ?? entry.path, entry.name)))
    .sort();
}

export const bytesOf = (file) => readFileSync(join(corpora, file));

/** The option that asks for records as they were read. */
export const raw = ['mode', 'convert-raw'];

/** A file's records as they were read, with the report on it: for withinBudget(). */
export function convert(file, options = []) {
  const { text, report } = wasmConversion(basename(file), bytesOf(file), [raw, ...options]);
  return { kept: text.length, text, report, info: JSON.parse(report).files[0] };
}

/** Fails where the native command writes anything but `text` for these files in turn; says so where there is no such command. */
export function assertSameNatively(context, files, text, options = []) {
  if (withoutNative) {
    context.diagnostic(withoutNative);
    return;
  }
  const paths = files.map((file) => join(corpora, file));
  assert.ok(nativeEach(paths, options) === text, 'native and WebAssembly differ');
}

/** The sources of one kind, a folder each: `['json/duckdb', …]`. */
export function sourcesOf(kind) {
  return withoutCorpora ? [] : readdirSync(join(corpora, kind)).map((source) => `${kind}/${source}`);
}

/** What the other readers say of a source's files: a map from file to record. */
export function expectationsOf(source) {
  const path = join(corpora, 'expected', `${source}.jsonl.gz`);
  if (!existsSync(path)) return new Map();
  const lines = gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n');
  // A value that one reader gave as NaN is disputed anyway, and no JSON.
  const records = lines.map((line) => JSON.parse(line.replaceAll('["n", NaN]', 'null')));
  return new Map(records.map((record) => [record.file, record]));
}

/** Rows of a tab-separated list of the project without its notes (`# …`) and its header. */
export function listRows(name) {
  const lines = readFileSync(join(dataFolder, name), 'utf8').trimEnd().split('\n');
  return lines
    .filter((line) => !line.startsWith('# '))
    .slice(1)
    .map((line) => line.split('\t'));
}

const listed = new Map(listRows('corpus-status.tsv').map(([file, outcome, reason]) => [file, { outcome, reason }]));

/** Outcomes of files: `equal`, or `different: WHAT`, or `refused: CODE`. */
export class Outcomes {
  #found = new Map();

  note(file, outcome) {
    this.#found.set(file, outcome);
  }

  /** Fails where the list of deviations below `folder` and what was found differ. */
  assertAsListed(folder) {
    const below = ([file]) => file.startsWith(`${folder}/`);
    const unlisted = [...this.#found]
      .filter(below)
      .filter(([file, outcome]) => outcome !== (listed.get(file)?.outcome ?? 'equal'))
      .map(([file, outcome]) => `${file}\t${outcome}\t(listed: ${listed.get(file)?.outcome ?? 'equal'})`);
    const gone = [...listed.keys()].filter((file) => below([file]) && !this.#found.has(file));
    assert.deepEqual(unlisted, [], 'outcomes that tests/data/corpus-status.tsv does not have so');
    assert.deepEqual(gone, [], 'files of tests/data/corpus-status.tsv that no test has met');
    for (const [file, { reason }] of listed) if (below([file])) assert.ok(reason, `${file} is listed without a reason`);
  }

  /** One line: how many files of `folder` ended how. */
  summary(folder) {
    const counts = { equal: 0, different: 0, refused: 0 };
    for (const [file, outcome] of this.#found) if (file.startsWith(`${folder}/`)) counts[outcome.split(':')[0]]++;
    return `${folder}: ${counts.equal} equal, ${counts.different} different, ${counts.refused} refused`;
  }
}

/** A failure of a report as an outcome. */
export const refusal = ({ code, detail }) => `refused: ${code}${detail ? `:${detail}` : ''}`;

const mebibyte = 1 << 20;
const plainHeap = 64 * mebibyte;

/**
 * Runs `read`, which says how many bytes it kept or wrote, under the budgets of every corpus file: memory up to 64 MiB and twice
 * what is kept, and no hang. The time is a guard, far above what is needed: machines that test are busy.
 */
export async function withinBudget(file, size, read) {
  const started = performance.now();
  const { kept, ...result } = read();
  const seconds = (performance.now() - started) / 1000;
  const heap = heapSize();
  if (heap > plainHeap) await renewCore();
  assert.ok(heap <= plainHeap + 2 * kept, `${file}: ${heap} bytes of memory, ${kept} kept`);
  assert.ok(seconds < 5 + (size + kept) / mebibyte, `${file}: ${seconds} s`);
  return result;
}

// SPDX-License-Identifier: MIT
// The built core for Node tests: the WebAssembly module through its raw class, and the native command. Both take the same options
// and give the report as text, so that a test can compare bytes.

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { codePageTable } from './code-pages.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const dataFolder = join(root, 'tests/data');

const nativePath = process.env.NPSCOPE_NATIVE ?? join(root, 'build/native/npscope_native');

/** A reason to skip what needs the native command; false when it is there. */
export const withoutNative = existsSync(nativePath) ? false : 'no native build: npm test -- native makes it';

const { default: createCore } = await import(join(root, 'build/wasm/core.mjs'));
const compiled = new WebAssembly.Module(readFileSync(join(root, 'build/wasm/core.wasm')));

const instantiateWasm = (imports, done) => done(new WebAssembly.Instance(compiled, imports), compiled);

let core = await createCore({ instantiateWasm });

/** Bytes of memory that the module has taken since it was made; it never gives any back. */
export const heapSize = () => core.HEAPU8.length;

/** Goes on with a fresh module: after one that took much memory, or trapped. Engines made before must not be used any more. */
export async function renewCore() {
  core = await createCore({ instantiateWasm });
}

/** An engine with options, `[[name, value], …]`. Delete it after use. */
export function makeEngine(options = []) {
  const engine = new core.Engine();
  for (const [name, value] of options) {
    const fault = engine.set(name, value);
    if (fault) throw new Error(`${fault}: ${name}=${value}`);
  }
  return engine;
}

/** Hands what a conversion wrote to `take`, as bytes that are only good for the length of the call. */
function drain(engine, take) {
  const length = engine.outputLength();
  if (length > 0) {
    const offset = engine.outputOffset();
    take?.(core.HEAPU8.subarray(offset, offset + length));
  }
  engine.clearOutput();
}

/** Brings the table of byte pairs that the engine wants; false when it wants none. */
function giveTable(engine) {
  const label = engine.wantTable();
  if (label === '') return false;
  const table = codePageTable(label);
  const room = engine.tableRoom(table.length);
  core.HEAPU8.set(table, room);
  engine.takeTable(table.length);
  return true;
}

/** All work that the bytes so far allow. */
function work(engine, take) {
  for (;;) {
    const more = engine.step();
    drain(engine, take);
    if (!more && !giveTable(engine)) return;
  }
}

/** Hands a file to the engine, at most `block` bytes at once; `take` gets what a conversion writes. */
export function feed(engine, name, bytes, block = Infinity, take = undefined) {
  engine.open(name, bytes.length);
  feedOpened(engine, bytes, block, take);
}

/** The same for a file that is open. */
function feedOpened(engine, bytes, block, take) {
  work(engine, take);
  for (let wanted = engine.wantLength(); wanted > 0; wanted = engine.wantLength()) {
    const length = Math.min(wanted, block);
    const offset = engine.wantOffset();
    const piece = bytes.subarray(offset, offset + length);
    if (piece.length === 0) engine.fail('source-changed');
    const room = piece.length > 0 ? engine.reserve(piece.length) : 0;
    if (room === 0) break;
    core.HEAPU8.set(piece, room);
    engine.commit(piece.length);
    work(engine, take);
  }
  engine.close();
  drain(engine, take);
}

/** What a conversion of one file writes, as text, and the report on it. */
export function wasmConversion(name, bytes, options, block = Infinity) {
  const engine = makeEngine(options);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  try {
    feed(engine, name, bytes, block, (piece) => (text += decoder.decode(piece, { stream: true })));
    return { text: text + decoder.decode(), report: engine.report() };
  } finally {
    engine.delete();
  }
}

/** Hands all files to the engine, those last that correct others. Returns them in the order in which they count. */
function feedAll(engine, files, block) {
  const order = [];
  const aside = [];
  for (const file of files) {
    feed(engine, file.name, file.bytes, block);
    (engine.putAside() ? aside : order).push(file);
  }
  engine.beginLastRound();
  for (const { name, bytes } of aside) feed(engine, name, bytes, block);
  return [...order, ...aside];
}

/** What was recognised of one file, parsed. */
export function wasmInspection(name, bytes, options = []) {
  const engine = makeEngine([...options, ['mode', 'inspect']]);
  try {
    feed(engine, name, bytes);
    return JSON.parse(engine.inspection());
  } finally {
    engine.delete();
  }
}

/** The report of the WebAssembly module on files given as `[{ name, bytes }]`, as text. */
export function wasmReport(files, options = [], block = Infinity) {
  const engine = makeEngine(options);
  try {
    feedAll(engine, files, block);
    return engine.report();
  } finally {
    engine.delete();
  }
}

/** What would be decided about files from the start of each, as text. */
export function wasmPlan(files, options = [], block = Infinity) {
  const engine = makeEngine([...options, ['mode', 'inspect']]);
  try {
    feedAll(engine, files, block);
    return engine.plan();
  } finally {
    engine.delete();
  }
}

/**
 * The records of file number `file` of the report that do not count, as bytes; null for a file that gives nothing. The source of
 * the second pass is what `again` makes of the file, which is the file itself unless a test says otherwise.
 */
export function wasmRejects(files, options = [], { file = 0, block = Infinity, again = ({ bytes }) => bytes } = {}) {
  const engine = makeEngine(options);
  try {
    const order = feedAll(engine, files, block);
    if (!engine.openRejects(file)) return null;
    const pieces = [];
    feedOpened(engine, again(order[engine.opened(file)]), block, (piece) => pieces.push(piece.slice()));
    const failure = engine.rejectsFailure();
    if (failure !== '') throw new Error(failure);
    return Buffer.concat(pieces);
  } finally {
    engine.delete();
  }
}

/**
 * The answers to questions about files given as `[{ name, bytes }]`, as texts: each a `Query` object or its text. What is refused is
 * `refused:CODE`.
 */
export function wasmAnswers(files, queries, options = [], { block = Infinity, again = ({ bytes }) => bytes } = {}) {
  const engine = makeEngine(options);
  try {
    const order = feedAll(engine, files, block);
    return queries.map((query) => {
      const refused = engine.ask(typeof query === 'string' ? query : JSON.stringify(query));
      if (refused !== '') return `refused:${refused}`;
      for (let file = engine.wantsColumns(); file >= 0; file = engine.wantsColumns()) {
        if (!engine.openColumns(file)) throw new Error(`columns of file ${file}`);
        feedOpened(engine, again(order[engine.opened(file)]), block);
        const failure = engine.columnsFailure();
        if (failure !== '') return `refused:${failure}`;
      }
      while (engine.work());
      return engine.answer();
    });
  } finally {
    engine.delete();
  }
}

/** The same of the native command, which takes paths, and a path where it can write the questions. */
export function nativeAnswers(paths, queries, options = [], questions) {
  writeFileSync(questions, queries.map((query) => JSON.stringify(query)).join('\n'));
  return runNative([...nativeOptions(options), 'query', `@${questions}`, ...paths]).split('\n');
}

function runNativeBytes(words) {
  const { status, stdout, stderr, error } = spawnSync(nativePath, words, { maxBuffer: 1 << 30 });
  if (error) throw error;
  if (status !== 0) throw new Error(`npscope_native ended with ${status}: ${stderr.toString('utf8').slice(0, 2000)}`);
  return stdout;
}

const runNative = (words) => runNativeBytes(words).toString('utf8').replace(/\n$/, '');

const nativeOptions = (options) => options.map(([name, value]) => `--${name}=${value}`);

const nativeBlock = (block) => (block === undefined ? [] : [`--block=${block}`]);

/** The report of the native command on files given by their paths, as text. */
export function nativeReport(paths, options = [], block = undefined) {
  return runNative([...nativeOptions(options), ...nativeBlock(block), 'report', ...paths]);
}

/** The plan of the native command, as text. */
export function nativePlan(paths, options = [], block = undefined) {
  return runNative([...nativeOptions(options), ...nativeBlock(block), 'plan', ...paths]);
}

/** The records of file number `file` that do not count, as the native command writes them: bytes. */
export function nativeRejects(paths, options = [], { file = 0, block = undefined } = {}) {
  return runNativeBytes([...nativeOptions(options), ...nativeBlock(block), 'rejects', String(file), ...paths]);
}

/** What the native command writes for each file in turn: its records when `options` ask for a conversion, then a report. */
export function nativeEach(paths, options = []) {
  return `${runNative([...nativeOptions(options), 'each', ...paths])}\n`;
}

/** The report on three counts: detractors, passives, promoters. */
export function wasmScore(counts, options = []) {
  const engine = makeEngine(options);
  try {
    return engine.score(...counts);
  } finally {
    engine.delete();
  }
}

export function nativeScore(counts, options = []) {
  return runNative([...nativeOptions(options), 'score', ...counts.map(String)]);
}

/** What is wrong with the ledgers and counts of a report; empty when all of them balance. */
export function ledgerFaults({ files, nps }) {
  const sum = (numbers) => numbers.reduce((a, b) => a + b, 0);
  const faults = files.flatMap(({ name, ledger, issues, failure }) => {
    const { read, accepted, rejected, duplicate, excluded, unscored, reasons } = ledger;
    const ends = accepted + rejected + duplicate + excluded + unscored;
    const found = [];
    if (read !== ends) found.push(`${name}: ${read} records read, ${ends} in the ledger`);
    if (sum(Object.values(reasons)) !== read - accepted) found.push(`${name}: the reasons do not add up to ${read - accepted}`);
    if (failure === null && read === 0) found.push(`${name}: nothing read and no failure`);
    for (const { code, count, examples } of issues) {
      const most = Math.min(count, 5);
      if (count < 1 || examples.length > most) found.push(`${name}: ${code} has ${count} and ${examples.length} examples`);
      if (code in reasons && count < reasons[code])
        found.push(`${name}: ${code} is ${reasons[code]} times a reason, ${count} times an issue`);
    }
    return found;
  });
  const counted = sum(files.filter(({ failure }) => failure === null).map(({ ledger }) => ledger.accepted));
  if ((nps?.responses ?? 0) !== counted) faults.push(`${nps?.responses ?? 0} responses in the figures, ${counted} accepted`);
  // A file that knows the groups only has no histogram.
  if (nps?.histogram && sum(nps.histogram) !== nps.responses) faults.push('the histogram does not add up to the responses');
  if (nps === null && counted > 0) faults.push('no figures');
  return faults;
}

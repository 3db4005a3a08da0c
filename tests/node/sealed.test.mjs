// SPDX-License-Identifier: MIT
// The sealed build, looked at as text: no loader in what is shipped, no import of the module that could reach a network, and
// a single file whose policy names its own script. Browser tests show the same at work.

import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';

import { sealGlue } from '../../scripts/build-web/glue.mjs';
import { findLoaders, inText } from '../../scripts/build-web/loaders.mjs';
import { strictPolicy } from '../../scripts/serve.mjs';
import { dist, root } from './places.mjs';

const text = (path) => readFileSync(join(dist, path), 'utf8');
const wasmFolder = join(root, 'build/wasm');

for (const path of ['npscope.html', 'demo/demo.js', 'npscope.iife.js', 'npscope.js', 'split/worker.js']) {
  test(`${path} holds no loader`, () => assert.deepEqual(inText(text(path)), []));
}

for (const path of ['demo/demo.js', 'npscope.iife.js', 'split/worker.js']) {
  test(`${path} calls nothing that loads or evaluates`, () => assert.deepEqual(findLoaders(text(path)), []));
}

const loaders = [
  ['fetch', 'self.fetch("x")'],
  ['fetch', 'const f = () => fetch ("x");'],
  ['XMLHttpRequest', 'new XMLHttpRequest'],
  ['import()', 'const m = () => import ("x");'],
  ['importScripts', 'importScripts("x")'],
  ['eval', 'eval("1")'],
  ['Function', 'new Function("1")'],
  ['Function', 'Function("1")'],
  ['import.meta', 'export const u = import . meta.url;'],
  ['WebSocket', 'new WebSocket("x")'],
];

for (const [name, script] of loaders) {
  test(`the scan sees ${script}`, () => assert.ok(findLoaders(script).includes(name)));
}

test('the glue that Emscripten writes does hold a loader, so the scan has something to find', () => {
  const found = findLoaders(readFileSync(join(wasmFolder, 'core.mjs'), 'utf8'));
  assert.ok(found.includes('fetch') && found.includes('import.meta'), found.join());
});

for (const [what, glue, message] of [
  ['without createWasm', 'export default function create() {}', /no createWasm/],
  [
    'that does not ask the host',
    'export default () => { function createWasm() { return fetch("x"); } };',
    /does not ask the host/,
  ],
  [
    'with a loader in an unknown place',
    'export default (M) => { function createWasm() { if (M.instantiateWasm) return M.instantiateWasm(); go(); } globalThis.x = () => fetch("y"); };',
    /still holds a loader: fetch/,
  ],
]) {
  test(`glue ${what} fails the build`, () => assert.rejects(sealGlue(glue), message));
}

/** What the module may ask of its host: binding of the one class, growth of its own memory, the end. Nothing else. */
const allowedImports =
  /^(_embind_register_(void|bool|integer|bigint|float|std_string|std_wstring|emval|memory_view|class|class_constructor|class_function)|emscripten_resize_heap|_abort_js)$/;

test('the module imports nothing but binding, memory and abort, by full name', async () => {
  const lines = readFileSync(join(wasmFolder, 'core.map.txt'), 'utf8').trim().split('\n');
  const names = new Map(lines.map((line) => line.split(':')));
  const module = await WebAssembly.compile(readFileSync(join(wasmFolder, 'core.wasm')));
  const imports = WebAssembly.Module.imports(module);
  assert.ok(imports.length > 0);
  for (const { module: from, name, kind } of imports) {
    assert.deepEqual([from, kind], ['a', 'function'], name);
    assert.match(names.get(name) ?? name, allowedImports);
  }
});

test('the module in the package is the one whose imports were looked at', () => {
  const wasm = readFileSync(join(wasmFolder, 'core.wasm'));
  assert.ok(wasm.equals(readFileSync(join(dist, 'split/npscope.wasm'))));
  for (const path of ['npscope.js', 'npscope.iife.js', 'npscope.html', 'demo/demo.js']) {
    assert.ok(text(path).includes(wasm.toString('base64')), path);
  }
  // Node unpacks it itself.
  const packed = text('node.js').match(/[A-Za-z0-9+/]{100000,}={0,2}/g) ?? [];
  assert.ok(packed.some((one) => brotliDecompressSync(Buffer.from(one, 'base64')).equals(wasm)));
});

const page = text('npscope.html');
const policyOf = (html) => html.match(/<meta http-equiv="Content-Security-Policy" content="([^"]+)"/)[1];
const hashOf = (part) => `'sha256-${createHash('sha256').update(part).digest('base64')}'`;

test('the single file: its policy is the strict one, with the hashes of its script and style', () => {
  const [, style] = page.match(/<style>([\s\S]*?)<\/style>/);
  const [, script] = page.match(/<script>([\s\S]*?)<\/script>/);
  const wanted = strictPolicy
    .replace("script-src 'self'", `script-src ${hashOf(script)}`)
    .replace("style-src 'self'", `style-src ${hashOf(style)}`);
  assert.equal(policyOf(page), wanted);
});

test('the single file names no other file, and says its encoding before anything else', () => {
  assert.doesNotMatch(page.replace(/<script>[\s\S]*?<\/script>/, ''), /(src|href)="(?!data:)/);
  assert.ok(page.indexOf('<meta charset="utf-8"') < page.indexOf('Content-Security-Policy'));
  assert.ok(page.indexOf('Content-Security-Policy') < page.indexOf('<script'));
  assert.doesNotMatch(page, /type="?module/);
});

test('the demo page carries the strict policy whoever serves it', () => {
  assert.equal(policyOf(text('demo/index.html')), strictPolicy);
});

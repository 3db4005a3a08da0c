// SPDX-License-Identifier: MIT
// Takes the loader out of Emscripten's glue: the host always brings the module, so nothing that could load may remain.
// Works on the syntax tree and checks its own result, so that glue of another Emscripten either comes out clean or fails.

import { transform } from 'esbuild';

import { findLoaders } from './loaders.mjs';
import { applyEdits, parseModule, walk } from './syntax.mjs';

/** Functions and variables that only serve to find and fetch the module. */
const loaderNames = new Set([
  '_scriptName',
  '_scriptDir',
  'locateFile',
  'readAsync',
  'readBinary',
  'dataURIPrefix',
  'isDataURI',
  'wasmBinary',
  'wasmBinaryFile',
  'findWasmBinary',
  'getBinarySync',
  'getBinaryPromise',
  'getWasmBinary',
  'instantiateArrayBuffer',
  'instantiateAsync',
  'ENVIRONMENT_IS_WEB',
  'ENVIRONMENT_IS_WORKER',
  'ENVIRONMENT_IS_NODE',
]);

/** The glue without its loader, minified; a module whose default export makes an instance. */
export async function sealGlue(glue) {
  const withoutTail = cutAfterHostInstantiation(glue);
  const sealed = cutLoader(withoutTail);
  const { code } = await transform(sealed, { minify: true, format: 'esm', target: 'es2022', legalComments: 'none' });
  const left = findLoaders(code);
  if (left.length > 0) throw new Error(`the glue still holds a loader: ${left.join(', ')}`);
  return code;
}

/** In createWasm, what follows the call of the host's `instantiateWasm` is the loader's part. */
function cutAfterHostInstantiation(glue) {
  const edits = [];
  walk(parseModule(glue), (node) => {
    if (node.type !== 'FunctionDeclaration' || node.id.name !== 'createWasm') return;
    const { body } = node.body;
    const at = body.findIndex(
      (s) => s.type === 'IfStatement' && glue.slice(s.test.start, s.test.end).includes('instantiateWasm'),
    );
    if (at < 0) throw new Error('createWasm of the glue does not ask the host for the module');
    const tail = body.slice(at + 1).filter((statement) => statement.type !== 'FunctionDeclaration');
    edits.push(...tail.map(cut));
  });
  if (edits.length === 0) throw new Error('the glue has no createWasm');
  return applyEdits(glue, edits);
}

function cutLoader(glue) {
  const edits = [];
  walk(parseModule(glue), (node) => {
    if (node.type === 'FunctionDeclaration' && loaderNames.has(node.id.name)) edits.push(cut(node));
    if (node.type === 'VariableDeclaration') edits.push(...withoutLoaderVariables(node, glue));
    if (node.type === 'IfStatement' && asksForEnvironment(node.test)) edits.push(cut(node));
  });
  return applyEdits(glue, edits);
}

function withoutLoaderVariables(declaration, glue) {
  const kept = declaration.declarations.filter(({ id }) => !loaderNames.has(id.name));
  if (kept.length === declaration.declarations.length) return [];
  if (kept.length === 0) return [cut(declaration)];
  const text = kept.map(({ start, end }) => glue.slice(start, end)).join(',');
  return [{ start: declaration.start, end: declaration.end, text: `${declaration.kind} ${text};` }];
}

/** `if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER)`: where the glue chooses how to load. */
function asksForEnvironment(test) {
  let asks = false;
  walk(test, (node) => {
    asks ||= node.type === 'Identifier' && node.name.startsWith('ENVIRONMENT_IS_');
  });
  return asks;
}

function cut({ start, end }) {
  return { start, end, text: '' };
}

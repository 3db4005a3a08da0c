// SPDX-License-Identifier: MIT
// Finds everything in a script that could load or evaluate something. Looks at the syntax tree and at the bare text, because
// a reader who searches the built file for `fetch(` should find nothing either.

import { parseModule, walk } from './syntax.mjs';

const calls = new Set([
  'fetch',
  'importScripts',
  'eval',
  'Function',
  'XMLHttpRequest',
  'WebSocket',
  'EventSource',
  'WebTransport',
]);

const phrases = [
  'fetch(',
  'XMLHttpRequest(',
  'new XMLHttpRequest',
  'import(',
  'importScripts(',
  'new Function',
  'eval(',
  'import.meta',
];

/** What a script, classic or module, could load or evaluate with: names, once each. Empty when sealed. */
export function findLoaders(script) {
  return [...new Set([...inSyntax(script), ...inText(script)])];
}

/** The phrases that stand in a text, wherever: also inside the strings of a bundle that carries its worker as text. */
export function inText(text) {
  return phrases.filter((phrase) => text.includes(phrase));
}

function inSyntax(script) {
  const found = [];
  walk(parseModule(script), (node) => {
    if (node.type === 'ImportExpression') found.push('import()');
    if (node.type === 'MetaProperty' && node.meta.name === 'import') found.push('import.meta');
    if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return;
    const { callee } = node;
    const name = callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : callee.name;
    if (calls.has(name)) found.push(name);
  });
  return found;
}

// SPDX-License-Identifier: MIT
// Small operations on parsed JavaScript: visit every node, and cut or replace pieces of the text by position.

import { parse } from 'acorn';

/** The syntax tree of a module. */
export function parseModule(text) {
  return parse(text, { ecmaVersion: 'latest', sourceType: 'module' });
}

/** Calls `visit(node)` for every node, parents first. When it returns false, the node's children are left out. */
export function walk(node, visit) {
  if (visit(node) === false) return;
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') walk(child, visit);
    }
  }
}

/** The text with every `{start, end, text}` of `edits` put in place; an edit inside another one is dropped. */
export function applyEdits(text, edits) {
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < done) continue;
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}

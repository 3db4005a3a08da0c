// SPDX-License-Identifier: MIT
// The project's own ESLint rules and the choice of files for clang-tidy.
// Each row is a line that must be reported, or one beside it that must not.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { Linter } from 'eslint';
import tseslint from 'typescript-eslint';

import { siteRules } from '../../scripts/lint/rules.mjs';
import { translationUnits } from '../../scripts/lint/sources.mjs';

function rulesBroken(code) {
  const config = { files: ['**/*.ts'], languageOptions: { parser: tseslint.parser }, ...siteRules };
  return new Linter().verify(code, [config], { filename: 'web/x.ts' }).map(({ ruleId, message }) => ruleId ?? message);
}

for (const [code, rule] of [
  ['enum Group { A }', 'no-restricted-syntax'],
  ['namespace N { export const a = 1; }', 'no-restricted-syntax'],
  ["node.innerHTML = 'x';", 'no-restricted-syntax'],
  ["node['outerHTML'] = 'x';", 'no-restricted-syntax'],
  ["node.insertAdjacentHTML('beforeend', 'x');", 'no-restricted-syntax'],
  ["document.write('x');", 'no-restricted-syntax'],
  ["node.setAttribute('style', 'x');", 'no-restricted-syntax'],
  ["import { unsafeHTML } from 'lit/directives/unsafe-html.js'; unsafeHTML;", 'no-restricted-imports'],
  ["import { styleMap } from 'lit/directives/style-map.js'; styleMap;", 'no-restricted-imports'],
  ["eval('1');", 'no-eval'],
  ["new Function('1');", 'no-new-func'],
  ['html`<p style="color: red"></p>`;', 'npscope/safe-template'],
  ['html`<p class=${a} style=${b}></p>`;', 'npscope/safe-template'],
  ['svg`<g\n  style="x"></g>`;', 'npscope/safe-template'],
  ['html`<p .innerHTML=${a}></p>`;', 'npscope/safe-template'],
]) {
  test(`reported: ${code.split('\n')[0]}`, () => assert.deepEqual(rulesBroken(code), [rule]));
}

for (const code of [
  "declare global { interface HTMLElementTagNameMap { 'nps-score': HTMLElement } }",
  'html`<p class="style">style = ${a}</p>`;',
  'html`<p part="x"></p><span>a style="b"</span>`;',
  'css`p { color: red; }`;',
  "node.style.setProperty('--nps-share', '1');",
  "node.textContent = 'x';",
  "import { classMap } from 'lit/directives/class-map.js'; classMap;",
]) {
  test(`not reported: ${code}`, () => assert.deepEqual(rulesBroken(code), []));
}

test('a changed header is looked at through its own source, else through the first that includes it', () => {
  const compiled = ['core/base/date.cc', 'core/base/text.cc', 'tests/base/result_test.cc'];
  const texts = { 'tests/base/result_test.cc': '#include "core/base/result.h"\n' };
  const units = (changed) => translationUnits(changed, compiled, (path) => texts[path] ?? '');
  assert.deepEqual(units(['core/base/date.h']), ['core/base/date.cc']);
  assert.deepEqual(units(['core/base/result.h', 'core/base/text.cc']), ['core/base/text.cc', 'tests/base/result_test.cc']);
  assert.deepEqual(units(['core/base/unused.h', 'wasm/bindings.cc']), []);
});

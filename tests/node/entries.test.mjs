// SPDX-License-Identifier: MIT
// The package as a server sees it: every entry can be imported without a page, and package.json names files that exist.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pathToFileURL } from 'node:url';

import { dist, root } from './places.mjs';

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const targets = (value) => (typeof value === 'string' ? [value] : Object.values(value).flatMap(targets));
const named = [...new Set(targets(manifest.exports)), manifest.types, manifest.customElements, ...targets(manifest.bin)];

for (const path of named) {
  test(`package.json: ${path} exists`, () => assert.ok(existsSync(join(root, path))));
}

const modules = ['npscope.js', 'node.js', 'split/index.js', 'elements.js', 'policy-watch.js', 'texts.js'];

/** Fails as soon as anything of a page is so much as looked at, and when the import leaves a worker running. */
const onServer = (path) => `
  for (const name of ['document', 'Worker', 'localStorage', 'sessionStorage', 'indexedDB', 'trustedTypes', 'matchMedia']) {
    Object.defineProperty(globalThis, name, { configurable: true, get() { if (name === 'document' || name === 'trustedTypes') return undefined; throw new Error(name); } });
  }
  URL.createObjectURL = () => { throw new Error('createObjectURL'); };
  const entry = await import(${JSON.stringify(pathToFileURL(path).href)});
  console.log(Object.keys(entry).sort().join(' '));`;

for (const path of modules) {
  test(`${path} can be imported on a server`, () => {
    const args = ['--input-type=module', '-e', onServer(join(dist, path))];
    const said = execFileSync(process.execPath, args, { encoding: 'utf8', timeout: 20_000 });
    if (path.endsWith('elements.js')) assert.match(said, /NpsWorkspace/);
    if (/npscope|node|split/.test(path))
      assert.equal(
        said,
        'NpsError analyze close compareCounts convert createClient inspect open plan rejects scoreFromCounts verify\n',
      );
  });
}

test('importing the elements twice is harmless', () => {
  const url = pathToFileURL(join(dist, 'elements.js')).href;
  const script = `await import('${url}'); await import('${url}?again'); console.log('fine');`;
  assert.equal(execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }), 'fine\n');
});

test('entries for browsers import nothing of Node', () => {
  for (const path of modules.filter((name) => name !== 'node.js')) {
    assert.doesNotMatch(readFileSync(join(dist, path), 'utf8'), /from ["'](node:|fs|worker_threads)/, path);
  }
});

test('the elements are described: tags, properties, events, slots, parts', () => {
  const { modules: described } = JSON.parse(readFileSync(join(dist, 'custom-elements.json'), 'utf8'));
  const elements = described.flatMap(({ declarations }) => declarations);
  const workspace = elements.find(({ tagName }) => tagName === 'nps-workspace');
  assert.deepEqual(
    elements
      .map(({ tagName }) => tagName)
      .filter((tag) => /^nps-(score|distribution|issues|mapping|recognition|workspace)$/.test(tag))
      .sort(),
    ['nps-distribution', 'nps-issues', 'nps-mapping', 'nps-recognition', 'nps-score', 'nps-workspace'],
  );
  assert.ok(workspace.events.some(({ name, type }) => name === 'nps-report' && type.text === 'NpsReportEvent'));
  assert.ok(workspace.members.some(({ kind, name }) => kind === 'method' && name === 'analyze'));
  assert.ok(workspace.cssProperties.some(({ name }) => name === '--nps-accent'));
});

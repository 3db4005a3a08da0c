// SPDX-License-Identifier: MIT
// Set-up's decisions: versions, places, which packages are missing, which Emscripten is taken, what apt said.
// Nothing is installed or downloaded here; a whole set-up is what `npm test` itself begins with.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

import { debianMirror, parseRecords, removeDamaged } from '../../scripts/setup/archives.mjs';
import { chooseEmscripten } from '../../scripts/setup/emscripten_choice.mjs';
import { prefixPaths } from '../../scripts/setup/emscripten_prefix.mjs';
import { cacheFolder, isAtLeast, prefixFolder } from '../../scripts/setup/places.mjs';
import { packagesToDo } from '../../scripts/setup/project_packages.mjs';
import { missingPackages } from '../../scripts/setup/system_packages.mjs';

function temporary(t) {
  const folder = mkdtempSync(join(tmpdir(), 'npscope-test-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

function write(path, text = '', mode = 0o644) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
}

/** An Emscripten as emsdk lays it out. */
function fakeEmscripten(folder, version) {
  write(join(folder, 'emcc'), '#!/bin/sh\nexit 1\n', 0o755);
  write(join(folder, 'emscripten-version.txt'), `"${version}"\n`);
  mkdirSync(join(folder, 'cmake/Modules'), { recursive: true });
}

for (const [have, want, answer] of [
  ['3.1.69', '3.1.69', true],
  ['3.1.70', '3.1.69', true],
  ['4.0.0', '3.1.69', true],
  ['3.1.6', '3.1.69', false],
  ['3.1.9', '3.1.69', false],
  ['2.0.100', '3.1.69', false],
  ['20', '20', true],
  ['20.20.2', '20', true],
  ['18.99.0', '20', false],
]) {
  test(`version ${have} is ${answer ? '' : 'not '}at least ${want}`, () => assert.equal(isAtLeast(have, want), answer));
}

test('the tool cache is NPSCOPE_TOOLCHAIN, else npscope below XDG_CACHE_HOME', () => {
  assert.equal(cacheFolder({ NPSCOPE_TOOLCHAIN: '/a/b', XDG_CACHE_HOME: '/c' }), '/a/b');
  assert.equal(cacheFolder({ XDG_CACHE_HOME: '/c' }), '/c/npscope');
});

test('of alternatives one is enough, and the first is installed', () => {
  const wanted = ['cmake', ['font-a', 'font-b']];
  assert.deepEqual(missingPackages(new Set(['cmake', 'font-b']), wanted), []);
  assert.deepEqual(missingPackages(new Set(), wanted), ['cmake', 'font-a']);
});

test('an emcc on PATH that is recent is taken, also through a link', (t) => {
  const folder = temporary(t);
  fakeEmscripten(join(folder, 'sdk'), '4.0.1');
  mkdirSync(join(folder, 'bin'));
  symlinkSync(join(folder, 'sdk/emcc'), join(folder, 'bin/emcc'));
  const chosen = chooseEmscripten({ PATH: join(folder, 'bin'), NPSCOPE_TOOLCHAIN: join(folder, 'cache') });
  assert.deepEqual([chosen.version, chosen.origin, chosen.root], ['4.0.1', 'PATH', join(folder, 'sdk')]);
});

test('an old emcc on PATH gives way to EMSDK, and an old EMSDK to the cache', (t) => {
  const folder = temporary(t);
  fakeEmscripten(join(folder, 'bin'), '3.1.6');
  fakeEmscripten(join(folder, 'sdk/upstream/emscripten'), '3.1.70');
  const env = { PATH: join(folder, 'bin'), EMSDK: join(folder, 'sdk'), NPSCOPE_TOOLCHAIN: join(folder, 'cache') };
  assert.equal(chooseEmscripten(env).origin, 'EMSDK');
  fakeEmscripten(join(folder, 'sdk/upstream/emscripten'), '3.1.68');
  assert.equal(chooseEmscripten(env), undefined);
  const { stamp, config } = prefixPaths(prefixFolder(env));
  write(stamp, '{}');
  assert.deepEqual([chooseEmscripten(env).origin, chooseEmscripten(env).env], ['cache', { EM_CONFIG: config }]);
});

test('the mirror is that of Debian itself, not of its security archive', () => {
  const lines = [
    'Debian|Debian-Security|main|http://mirror.example/debian-security/',
    'Example|Example|main|http://example.example/apt/',
    'Debian|Debian|contrib|http://wrong.example/debian/',
    'Debian|Debian|main|http://mirror.example/debian/',
  ];
  assert.equal(debianMirror(lines.join('\n')), 'http://mirror.example/debian/');
  assert.equal(debianMirror(lines.slice(0, 3).join('\n')), undefined);
});

test('archives are read from what apt-cache show prints', () => {
  const record = (fields) => fields.join('\n');
  const text = [
    record([
      'Package: emscripten',
      'Version: 1:3.1.69+dfsg-3',
      'Architecture: all',
      'Filename: pool/e/x.deb',
      'Size: 5',
      'SHA256: ab12',
    ]),
    record(['Package: libc6', 'Status: install ok installed', 'Architecture: amd64', 'Version: 2.36-9']),
  ].join('\n\n');
  assert.deepEqual(parseRecords(text), [
    { package: 'emscripten', name: 'emscripten_1%3a3.1.69+dfsg-3_all.deb', size: 5, sha256: 'ab12' },
  ]);
});

test('of the archives from an earlier run, damaged ones are removed and short ones kept for apt to go on with', async (t) => {
  const folder = temporary(t);
  // SHA-256 of "first", from sha256sum.
  const archive = (name) => ({ name, size: 5, sha256: 'a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e' });
  for (const [name, text] of [
    ['good', 'first'],
    ['short', 'fir'],
    ['changed', 'fIrst'],
    ['long', 'first!'],
  ]) {
    write(join(folder, name), text);
  }
  const damaged = await removeDamaged(['good', 'short', 'changed', 'long', 'absent'].map(archive), folder);
  assert.deepEqual(damaged, ['changed', 'long']);
  assert.deepEqual(readdirSync(folder).sort(), ['good', 'short']);
});

test('npm packages are installed when missing, updated when the lock file changes, else left alone', (t) => {
  const folder = temporary(t);
  write(join(folder, 'package-lock.json'), 'first');
  assert.equal(packagesToDo(folder), 'install');
  // SHA-256 of "first", from sha256sum.
  write(join(folder, 'node_modules/.npscope-stamp'), 'a7937b64b8caa58f03721bb6bacf5c78cb235febe0e70b1b84cd99541461a08e');
  assert.equal(packagesToDo(folder), 'none');
  write(join(folder, 'package-lock.json'), 'second');
  assert.equal(packagesToDo(folder), 'update');
});

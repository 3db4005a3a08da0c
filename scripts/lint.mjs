// SPDX-License-Identifier: MIT
// All linters, warnings as errors: `npm run lint [-- --fix] [format] [tidy] [eslint] [prettier] [types]`.
// clang-tidy, the slow one, looks at changed files only; the others at everything.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

import { allSources, changedSources, compiledFiles, isCpp, translationUnits } from './lint/sources.mjs';
import { repositoryRoot } from './setup/places.mjs';
import { toolchain } from './toolchain.mjs';

const fix = process.argv.includes('--fix');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('-'));
const tools = toolchain();
const database = join(repositoryRoot, 'build/native/compile_commands.json');

/** Runs a program; resolves to `{ ok, text }` with all it said. */
function run(program, args) {
  return new Promise((resolve) => {
    let text = '';
    const child = spawn(program, args, { cwd: repositoryRoot, env: tools.env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.setEncoding('utf8').on('data', (part) => (text += part));
    child.stderr.setEncoding('utf8').on('data', (part) => (text += part));
    child.on('error', (error) => resolve({ ok: false, text: error.message }));
    child.on('close', (code) => resolve({ ok: code === 0, text }));
  });
}

function npmTool(name, ...args) {
  return run(join(repositoryRoot, 'node_modules/.bin', name), args);
}

async function clangFormat() {
  const files = allSources().filter(isCpp);
  if (files.length === 0) return { ok: true, text: 'no C++ files' };
  const { ok, text } = await run(tools.clangFormat, [...(fix ? ['-i'] : ['--dry-run', '-Werror']), '--style=file', ...files]);
  return { ok, text: ok ? '' : placesText(text) };
}

/** One line per file instead of five per place. */
function placesText(text) {
  const lines = new Map();
  for (const [, path, line] of text.matchAll(/^([^\s:]+):(\d+):\d+: error: /gm))
    lines.set(path, (lines.get(path) ?? new Set()).add(line));
  return (
    [...lines].map(([path, places]) => `${path}: not formatted at line ${[...places].slice(0, 8).join(', ')}`).join('\n') ||
    text
  );
}

async function clangTidy() {
  const changed = changedSources().filter(isCpp);
  if (changed.length === 0) return { ok: true, text: 'no changed C++ files' };
  if (!existsSync(join(repositoryRoot, 'CMakePresets.json'))) return { ok: true, text: 'skipped: no CMakePresets.json' };
  const prepared = await prepareTidy(changed);
  if (!prepared.ok) return prepared;
  const units = translationUnits(changed, compiledFiles(database));
  const said = [];
  const next = async () => {
    for (let unit = units.shift(); unit; unit = units.shift()) {
      const { ok, text } = await run(tools.clangTidy, ['--quiet', '-p', 'build/native', unit]);
      if (!ok) said.push(text.replace(/^\d+ warnings? .*generated\.\n|^Suppressed .*\n|^Use -header-filter.*\n/gm, ''));
    }
  };
  const count = units.length;
  await Promise.all(Array.from({ length: availableParallelism() }, next));
  return { ok: said.length === 0, text: said.length === 0 ? `${count} changed files` : said.join('\n') };
}

/** The compilation database with all changed files in it, and the sources that the build generates. */
async function prepareTidy(changed) {
  const isStale =
    !existsSync(database) || changed.some((path) => path.endsWith('.cc') && !compiledFiles(database).includes(path));
  const configured = isStale ? await run(tools.cmake, ['--preset', 'native']) : { ok: true };
  if (!configured.ok) return configured;
  const listed = await run(tools.ninja, ['-C', 'build/native', '-t', 'targets', 'rule', 'CUSTOM_COMMAND']);
  const generated = listed.text.split('\n').filter((line) => line.startsWith('generated/'));
  return generated.length > 0 ? run(tools.ninja, ['-C', 'build/native', ...generated]) : { ok: true };
}

async function types() {
  if (!allSources().some((path) => /^(web|e2e)\/.*\.ts$/.test(path))) return { ok: true, text: 'no TypeScript files' };
  return npmTool('tsc', '--noEmit');
}

const linters = {
  format: ['clang-format', clangFormat],
  tidy: ['clang-tidy', clangTidy],
  eslint: ['eslint', () => npmTool('eslint', '--max-warnings=0', '--no-warn-ignored', ...(fix ? ['--fix'] : []), '.')],
  prettier: ['prettier', () => npmTool('prettier', fix ? '--write' : '--check', '--log-level=warn', '.')],
  types: ['tsc', types],
};

const unknown = wanted.filter((name) => !(name in linters));
if (unknown.length > 0) {
  console.error(`Unknown linter ${unknown.join(', ')}; there are ${Object.keys(linters).join(', ')}.`);
  process.exit(2);
}

const failed = [];
for (const [key, [name, lint]] of Object.entries(linters)) {
  if (wanted.length > 0 && !wanted.includes(key)) continue;
  const started = performance.now();
  const { ok, text } = await lint();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${ok ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)${ok && text && !text.includes('\n') ? `: ${text}` : ''}`);
  if (ok) continue;
  failed.push(name);
  console.log(text.trimEnd());
}
if (failed.length > 0) {
  console.log(`\nlint failed: ${failed.join(', ')} (npm run lint -- --fix mends formatting)`);
  process.exitCode = 1;
}

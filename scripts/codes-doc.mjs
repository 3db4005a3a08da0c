// SPDX-License-Identifier: MIT
// Writes docs/codes.md: every code with its severity, and its sentence and fix in each language. `codes-doc.mjs [--check]`.
// The codes and their kinds come from core/base/codes.h, severities from codes.cc, texts from web/i18n; a test holds the page to them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';

import { repositoryRoot } from './setup/places.mjs';

const page = join(repositoryRoot, 'docs/codes.md');
const languages = { en: 'English', de: 'Deutsch', zh: '中文' };

/** The texts of all languages and the lists of codes, as the page has them. */
async function loadTexts() {
  const contents = "export * from './codes.js'; export * from './index.js';";
  const stdin = { contents, resolveDir: join(repositoryRoot, 'web/i18n'), loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, write: false, format: 'esm', platform: 'node' });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

/** The enum of codes.h as `[{ title, names }]`: a comment on a line of its own opens a kind of code. */
function kindsOf(header) {
  const body = /enum class Code : uint8_t \{([^}]*)\}/.exec(header)[1];
  const kinds = [];
  for (const line of body.split('\n')) {
    const [, comment] = /^ {2}\/\/ (.*)$/.exec(line) ?? [];
    const [, name] = /^ {2}(k\w+)/.exec(line) ?? [];
    if (comment) kinds.push({ title: comment.replace(/\.$/, ''), names: [] });
    else if (name && kinds.length > 0) kinds.at(-1).names.push(name);
  }
  return kinds;
}

/** Enumerator to `{ code, severity }`, from the table of codes.cc. */
function entriesOf(source) {
  const rows = source.matchAll(/\{Code::(k\w+), "([^"]+)", k(\w+)\}/g);
  return new Map([...rows].map(([, name, code, severity]) => [name, { code, severity: severity.toLowerCase() }]));
}

const escaped = (text) => text.replaceAll('\\', '\\\\').replaceAll('|', '\\|').replaceAll('<', '&lt;');

function tableOf(entries, allMessages) {
  const names = Object.keys(languages);
  const row = ({ code, severity }) => {
    const texts = names.map((lang) => {
      const messages = allMessages[lang];
      return `${escaped(messages[`code.${code}`])}<br>*${escaped(messages[`fix.${code}`])}*`;
    });
    return `| \`${code}\` | ${severity} | ${texts.join(' | ')} |`;
  };
  const head = `| code | severity | ${Object.values(languages).join(' | ')} |`;
  return [head, `|---|---|${names.map(() => '---|').join('')}`, ...entries.map(row)].join('\n');
}

/** The whole page. */
export async function codesDocument() {
  const { allMessages, failureCodes, issueCodes } = await loadTexts();
  const read = (path) => readFileSync(join(repositoryRoot, path), 'utf8');
  const entries = entriesOf(read('core/base/codes.cc'));
  const ofCore = new Set([...entries.values()].map(({ code }) => code));
  const ofHosts = [...failureCodes, ...issueCodes].filter((code) => !ofCore.has(code));
  const kinds = [
    ...kindsOf(read('core/base/codes.h')).map(({ title, names }) => [title, names.map((name) => entries.get(name))]),
    ['Failures that only a page or a command can have', ofHosts.map((code) => ({ code, severity: 'error' }))],
  ];
  const sections = kinds.map(([title, rows]) => `## ${title}\n\n${tableOf(rows, allMessages)}\n`);
  return `<!-- Made by scripts/codes-doc.mjs; change core/base/codes.h, codes.cc or web/i18n instead. -->

# Codes

Everything that npscope may tell about a file or a row has a code that never changes, a severity, a sentence that says what is so, and a fix
(*in italics*) that says what a person can do. Reports, recipes and logs hold codes; the page and the command line say the sentences.

${sections.join('\n')}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await codesDocument();
  if (!process.argv.includes('--check')) writeFileSync(page, text);
  else if (readFileSync(page, 'utf8') !== text) {
    console.error('docs/codes.md is not up to date: run node scripts/codes-doc.mjs');
    process.exitCode = 1;
  }
}

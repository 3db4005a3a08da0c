// SPDX-License-Identifier: MIT
// Reads every #include in core/ and wasm/ and every import in web/ and compares them with the list in this file.
// Also holds the rules about files that no linter knows: their length, their first line, and what statistics may call.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import ts from 'typescript';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What a folder of core/ may include from core/, besides itself (design.md, section 1). Data flows against the arrows. */
const mayInclude = {
  base: [],
  format: ['base'],
  table: ['format', 'base'],
  survey: ['table', 'format', 'partial', 'base'],
  partial: ['base'],
  comment: ['partial', 'base'],
  stats: ['partial', 'base'],
  report: ['stats', 'partial', 'base'],
  query: ['survey', 'table', 'format', 'partial', 'comment', 'base'],
  shard: ['query', 'survey', 'table', 'format', 'partial', 'base'],
  measures: ['query', 'survey', 'format', 'comment', 'partial', 'stats', 'report', 'base'],
  engine: ['base', 'format', 'table', 'survey', 'partial', 'comment', 'query', 'stats', 'report', 'shard', 'measures'],
};

/** Standard headers that know threads, files, the clock, the locale, the environment or chance. */
const hostHeaders = new Set(
  (
    'thread mutex shared_mutex condition_variable future semaphore latch barrier stop_token atomic fstream filesystem chrono ctime ' +
    'locale clocale codecvt iostream istream ostream iomanip sstream syncstream print cstdio cstdlib csignal random regex'
  ).split(' '),
);

/** Headers outside the standard library, and the folders that may include them. */
const otherHeaders = [
  [/^xxhash\.h$/, /^core\/base\//],
  [/^fast_float\//, /^core\/base\//],
  [/^([a-z]+mmintrin|wasm_simd128|arm_neon)\.h$/, /^core\/(base|format)\//],
  [/^simdjson\.h$/, /^core\/format\/json\//],
  [/^(zlib|zutil|inftrees|inflate|inffast)\.h$/, /^core\/format\/zip\//],
  [/^emscripten\//, /^wasm\/bindings\.cc$/],
];

/** Functions of <cmath> whose last bit differs between C libraries; sqrt and the rounding functions are exact. */
const inexact =
  'exp|exp2|expm1|log|log2|log10|log1p|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh|asinh|acosh|atanh|erf|erfc|tgamma|lgamma';

const mostLines = 400;

/** Comments and, for the search in code, string literals are blanked. */
function withoutComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ');
}

function includesOf(text) {
  return [...withoutComments(text).matchAll(/^\s*#\s*include\s*(["<])([^">]+)[">]/gm)].map(([, mark, path]) => ({
    path,
    angle: mark === '<',
  }));
}

function coreLayer(path) {
  if (/^core\/engine(_[a-z]+)?\.(h|cc)$/.test(path)) return 'engine';
  return path.match(/^core\/([^/]+)\//)?.[1];
}

/** What is wrong with the includes of one file. */
function includeFaults(path, text) {
  const layer = coreLayer(path);
  const isHost = layer === 'cli' || path.startsWith('wasm/');
  if (path.startsWith('core/') && !isHost && !(layer in mayInclude)) return [`${path}: core/ has no layer "${layer ?? path}"`];
  return includesOf(text).flatMap(({ path: header, angle }) => {
    const fault = angle ? angleFault(path, header, layer) : quoteFault(path, header, layer, isHost);
    return fault ? [`${path} includes ${header}: ${fault}`] : [];
  });
}

function angleFault(path, header, layer) {
  const rule = otherHeaders.find(([name]) => name.test(header));
  if (rule) return rule[1].test(path) ? undefined : 'not in this folder';
  if (layer === 'cli') return undefined;
  if (header.includes('/') || header.endsWith('.h')) return 'not the standard library';
  if (hostHeaders.has(header)) return 'the core knows no threads, files, clock or locale';
  if (header.startsWith('unordered_') && ['partial', 'stats', 'measures', 'report'].includes(layer))
    return 'its order may reach a result';
  return undefined;
}

function quoteFault(path, header, layer, isHost) {
  if (isHost) {
    const own = header.startsWith(layer === 'cli' ? 'core/cli/' : 'wasm/');
    return own || header === 'core/engine.h' ? undefined : 'hosts include core/engine.h only';
  }
  const target = coreLayer(header);
  if (!target) return 'core includes paths that start with core/';
  return target === layer || mayInclude[layer].includes(target)
    ? undefined
    : `${layer} may include ${mayInclude[layer].join(', ') || 'nothing'}`;
}

/** Calls in the layers of numbers whose result depends on the machine. */
function numberFaults(path, text) {
  if (!['partial', 'stats', 'measures', 'report'].includes(coreLayer(path))) return [];
  const code = withoutComments(text);
  const unqualified = /#\s*include\s*<(cmath|math\.h)>/.test(code) ? '|(?<![\\w:.>])' : '';
  const calls = [
    ...code.matchAll(new RegExp(`(?:\\bstd::|(?<!\\w)::|__builtin_${unqualified})((?:${inexact})[fl]?)\\s*\\(`, 'g')),
  ];
  return calls.map(([, name]) => `${path} calls ${name}: only sqrt and rounding come from <cmath>`);
}

/** The imports of a TypeScript file: `{ path, typeOnly }`, relative ones resolved to a path in the repository. */
function importsOf(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const found = [];
  const add = (specifier, typeOnly) => {
    const target = specifier.startsWith('.') ? normalize(join(dirname(path), specifier)) : specifier;
    found.push({ path: target.replaceAll('\\', '/'), typeOnly });
  };
  const visit = (node) => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier.text, node.importClause?.isTypeOnly === true);
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node.moduleSpecifier.text, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal.text, true);
    else if (
      ts.isCallExpression(node) &&
      node.expression.kind === ts.SyntaxKind.ImportKeyword &&
      ts.isStringLiteral(node.arguments[0])
    ) {
      add(node.arguments[0].text, false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Who in web/ may not import what; `values` means that `import type` is fine. First match wins per target. */
const webRules = [
  { from: /^web\/client\//, to: /^web\/elements\//, what: 'all', why: 'the client never imports an element' },
  { from: /^web\/worker\//, to: /^web\/client\//, what: 'values', why: "the worker imports the protocol's types only" },
  {
    from: /^web\/worker\//,
    to: /^web\/(elements|controllers|charts|i18n|styles|events)\//,
    what: 'all',
    why: 'the worker draws and says nothing',
  },
  {
    from: /^web\/elements\/(?!nps-workspace\/)/,
    to: /^web\/client\//,
    what: 'values',
    why: 'only the workspace holds a client',
  },
  {
    from: /^web\/(charts|controllers|events|styles)\//,
    to: /^web\/client\//,
    what: 'values',
    why: 'only the workspace holds a client',
  },
  {
    from: /^web\/(elements|charts|controllers|events|styles|i18n)\//,
    to: /^web\/worker\//,
    what: 'all',
    why: 'only the client knows the worker',
  },
  { from: /^web\/i18n\//, to: /^web\/elements\//, what: 'all', why: 'sentences know no element' },
  { from: /^web\/i18n\//, to: /^web\/client\//, what: 'values', why: 'sentences know no client' },
  { from: /^web\/(?!demo\/)/, to: /^web\/demo\//, what: 'all', why: 'nothing imports the demo' },
];

function importFaults(path, text) {
  return importsOf(path, text).flatMap(({ path: target, typeOnly }) => {
    const rule = webRules.find(({ from, to, what }) => from.test(path) && to.test(target) && !(what === 'values' && typeOnly));
    return rule ? [`${path} imports ${target}: ${rule.why}`] : [];
  });
}

function shapeFaults(path, text) {
  const lines = text.split('\n');
  const faults = [];
  if (!lines.slice(0, 3).some((line) => line.includes('SPDX-License-Identifier: MIT')))
    faults.push(`${path}: no SPDX line at the top`);
  const count = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  const isLong = /^(core|wasm|web)\//.test(path) && count > mostLines;
  if (isLong && !lines.slice(0, 12).join('\n').includes('Over 400 lines because'))
    faults.push(`${path}: ${count} lines and no reason why`);
  return faults;
}

/** All faults of a set of files given as [path, text]. */
function faultsOf(files) {
  return files.flatMap(([path, text]) => {
    const faults = shapeFaults(path, text);
    if (/^(core|wasm)\/.*\.(cc|h)$/.test(path)) faults.push(...includeFaults(path, text), ...numberFaults(path, text));
    if (/^web\/.*\.ts$/.test(path)) faults.push(...importFaults(path, text));
    return faults;
  });
}

/** Source files that git knows or would know; test data is data. */
function sourceFiles() {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  });
  assert.equal(listed.status, 0, listed.stderr);
  const isSource = (path) =>
    /^(core|wasm|web|scripts|tests|e2e)\/.*\.(cc|h|ts|mjs|js|css|html|cmake)$/.test(path) && !path.startsWith('tests/data/');
  const paths = [...new Set(listed.stdout.split('\0'))].filter((path) => isSource(path) && existsSync(join(root, path)));
  return paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]);
}

test('no file includes, imports or calls what its folder may not, and each has its first line', () => {
  assert.deepEqual(faultsOf(sourceFiles()), []);
});

test('AGENTS.md stays within 60 lines', () => {
  const lines = readFileSync(join(root, 'AGENTS.md'), 'utf8').trimEnd().split('\n').length;
  assert.ok(lines <= 60, `${lines} lines`);
});

const spdx = '// SPDX-License-Identifier: MIT\n';

/** Each row is a file that must be rejected, and a part of the fault. */
const forbidden = [
  ['statistics see a person', 'core/stats/nps.cc', '#include "core/survey/response.h"', 'stats may include partial, base'],
  ['base looks up', 'core/base/text.cc', '  #  include "core/format/csv/reader.h"', 'base may include nothing'],
  ['the core reads the clock', 'core/shard/query.cc', '#include <chrono>', 'clock'],
  ['the core knows Emscripten', 'core/engine.cc', '#include <emscripten/val.h>', 'not in this folder'],
  ['a host goes past the facade', 'wasm/bindings.cc', '#include "core/stats/nps.h"', 'core/engine.h only'],
  ['embind outside the bindings', 'wasm/other.cc', '#include <emscripten/bind.h>', 'not in this folder'],
  ['the command goes past the facade', 'core/cli/main.cc', '#include "core/base/text.h"', 'core/engine.h only'],
  ['simdjson outside its folder', 'core/survey/plan.cc', '#include <simdjson.h>', 'not in this folder'],
  ['an order that nobody chose', 'core/report/report.cc', '#include <unordered_map>', 'order'],
  ['a logarithm of the machine', 'core/stats/interval.cc', 'double x = std::log(2.0);', 'calls log'],
  ['an unqualified logarithm', 'core/stats/interval.cc', '#include <cmath>\ndouble x = 1 + lgamma(2.0);', 'calls lgamma'],
  ['a folder that the design does not know', 'core/misc/thing.h', '', 'no layer'],
  ['a short include path', 'core/stats/nps.cc', '#include "nps.h"', 'start with core/'],
  [
    'the client imports an element',
    'web/client/client.ts',
    "import type { X } from '../elements/nps-score/nps-score.js';",
    'never imports an element',
  ],
  ['the worker imports client code', 'web/worker/main.ts', "import { x } from '../client/protocol.js';", 'types only'],
  ['a type among values is a value', 'web/worker/main.ts', "import { type X } from '../client/protocol.js';", 'types only'],
  [
    'an element holds a client',
    'web/elements/nps-score/nps-score.ts',
    "export { open } from '../../client/client.js';",
    'only the workspace',
  ],
  [
    'a lazy client',
    'web/elements/nps-score/nps-score.ts',
    "const x = () => import('../../client/client.js');",
    'only the workspace',
  ],
  ['sentences know an element', 'web/i18n/en.ts', "import '../elements/nps-score/nps-score.js';", 'know no element'],
  ['a long file without a reason', 'core/base/text.cc', '\n'.repeat(400), 'no reason why'],
];

for (const [name, path, text, part] of forbidden) {
  test(`rejected: ${name}`, () => {
    const faults = faultsOf([[path, spdx + text]]);
    assert.equal(faults.length, 1, faults.join('\n'));
    assert.ok(faults[0].startsWith(path) && faults[0].includes(part), faults[0]);
  });
}

test('rejected: a file without its first line', () => {
  assert.deepEqual(faultsOf([['web/events/events.ts', 'export {};\n']]), ['web/events/events.ts: no SPDX line at the top']);
});

test('accepted: what the list allows', () => {
  const files = [
    ['core/base/hash.h', '#include <xxhash.h>\n#include <cstdint>'],
    [
      'core/stats/nps.cc',
      '#include "core/partial/score_counts.h"\n#include <cmath>\n// std::log( in a comment\ndouble x = std::sqrt(2.0) + math::log(2.0);',
    ],
    ['core/engine.cc', '#include "core/report/report.h"\n#include "core/shard/query.h"'],
    ['core/cli/main.cc', '#include "core/engine.h"\n#include <cstdio>\n#include <unistd.h>'],
    ['wasm/bindings.cc', '#include <emscripten/bind.h>\n#include "core/engine.h"'],
    ['web/worker/main.ts', "import type { X } from '../client/protocol.js';\nimport { y } from './core.js';"],
    ['web/elements/nps-workspace/nps-workspace.ts', "import { open } from '../../client/client.js';"],
    [
      'web/elements/nps-score/nps-score.ts',
      "import type { X } from '../../client/protocol.js';\nimport { t } from '../../i18n/index.js';",
    ],
  ];
  assert.deepEqual(faultsOf(files.map(([path, text]) => [path, spdx + text])), []);
});

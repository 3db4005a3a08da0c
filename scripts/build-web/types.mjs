// SPDX-License-Identifier: MIT
// The declarations of the package, written by the TypeScript compiler from the sources, and a check that the module's
// declarations that Emscripten wrote fit what the worker expects of it.

import { spawn } from 'node:child_process';
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { outFolder, root, scratchFolder, wasmFolder } from './places.mjs';

const entries = ['web/client/browser.ts', 'web/client/node.ts', 'web/client/split.ts', 'web/entries/elements.ts'];

/** Writes dist/types. Fails when the sources have a type error. */
export async function writeTypes() {
  const folder = join(outFolder, 'types');
  await rm(folder, { recursive: true, force: true });
  await compile('types', {
    compilerOptions: {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: join(root, 'web'),
      outDir: folder,
    },
    files: [...entries, 'web/client/embedded.d.ts'].map((path) => join(root, path)),
  });
}

/** Fails when a method of the bound class is missing or takes or gives something else than web/worker/core.ts says. */
export async function checkCoreTypes() {
  await mkdir(scratchFolder, { recursive: true });
  await copyFile(join(wasmFolder, 'core.d.ts'), join(scratchFolder, 'core.d.ts'));
  const check = join(scratchFolder, 'core-check.ts');
  const lines = [
    `import type { MainModule } from './core.js';`,
    `import type { Core } from ${JSON.stringify(join(root, 'web/worker/core.js'))};`,
    'export const fits = (module: MainModule): Core => module;',
  ];
  await writeFile(check, `${lines.join('\n')}\n`);
  await compile('core-check', { compilerOptions: { noEmit: true }, files: [check, join(root, 'web/worker/glue.d.ts')] });
}

async function compile(name, { compilerOptions, files }) {
  await mkdir(scratchFolder, { recursive: true });
  const project = join(scratchFolder, `tsconfig.${name}.json`);
  const typeRoots = [join(root, 'node_modules/@types')];
  const config = {
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { ...compilerOptions, typeRoots },
    files,
    include: [],
  };
  await writeFile(project, JSON.stringify(config));
  const child = spawn(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', project], { stdio: 'inherit' });
  const status = await new Promise((resolve) => child.on('close', resolve));
  if (status !== 0) throw new Error(`tsc found errors (${name})`);
}

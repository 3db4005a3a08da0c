// SPDX-License-Identifier: MIT
// Imports TypeScript sources of web/ into a test, for what the built package does not export.

import { build } from 'esbuild';

import { root } from './places.mjs';

/** Everything the files export, given from the root: `['web/client/client.ts', …]`. One bundle, so classes are shared. */
export async function importSources(paths) {
  const contents = paths.map((path) => `export * from './${path.replace(/\.ts$/, '.js')}';`).join('\n');
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    target: 'node20',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

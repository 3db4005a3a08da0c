// SPDX-License-Identifier: MIT
// The names that start with `npscope:` in our imports, and what the build puts in their place.
// See web/client/embedded.d.ts and web/worker/glue.d.ts for what each one is.

import { join } from 'node:path';

import { root } from './places.mjs';

/** An esbuild plugin that gives `npscope:NAME` the contents in `modules`: `{ NAME: { contents, loader } }`. */
export function embed(modules) {
  return {
    name: 'npscope-embed',
    setup(build) {
      build.onResolve({ filter: /^npscope:/ }, ({ path }) => ({ path, namespace: 'npscope' }));
      build.onLoad({ filter: /.*/, namespace: 'npscope' }, ({ path }) => {
        const module = modules[path.slice('npscope:'.length)];
        return module ?? { errors: [{ text: `nothing to put in the place of ${path}` }] };
      });
    },
  };
}

/** An esbuild plugin that leaves imports of a source file, given from the root, to another entry beside the output. */
export function leaveOut(entries) {
  const outputs = new Map(Object.entries(entries).map(([source, output]) => [join(root, source), output]));
  return {
    name: 'npscope-leave-out',
    setup(build) {
      build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, kind }) => {
        const output = kind !== 'entry-point' && outputs.get(join(resolveDir, path).replace(/\.js$/, '.ts'));
        return output ? { path: output, external: true } : undefined;
      });
    },
  };
}

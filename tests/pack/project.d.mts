// SPDX-License-Identifier: MIT
// Types of project.mjs, for the browser tests.

export const packed: { readonly tarball: string; readonly project: string; readonly vite: string; readonly esbuild: string };
export function prepareProject(): Promise<void>;

// SPDX-License-Identifier: MIT
// Builds dist/ from build/wasm and web/: the package's entries, the command, the demo page and the single file.
// Run after the WebAssembly build; `--wasm` and `--out` move its two ends.

import { mkdir, rm } from 'node:fs/promises';

import { buildEntries, buildWorkers, pageOptions } from './build-web/bundles.mjs';
import { writeManifest } from './build-web/manifest.mjs';
import { buildPages } from './build-web/page.mjs';
import { outFolder } from './build-web/places.mjs';
import { writeSchemas } from './build-web/schemas.mjs';
import { reportSizes } from './build-web/sizes.mjs';
import { checkCoreTypes, writeTypes } from './build-web/types.mjs';

try {
  await rm(outFolder, { recursive: true, force: true });
  await mkdir(outFolder, { recursive: true });
  const embedded = await buildWorkers();
  const page = pageOptions(embedded);
  await Promise.all([
    buildEntries(embedded),
    buildPages(page),
    writeManifest(),
    writeSchemas(),
    writeTypes(),
    checkCoreTypes(),
  ]);
  await reportSizes(page);
} catch (error) {
  console.error(`build-web: ${error.message}`);
  process.exitCode = 1;
}

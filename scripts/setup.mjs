// SPDX-License-Identifier: MIT
// Brings everything that build and tests need, and does nothing when it is there: npm packages, native tools,
// Emscripten and two libraries' headers. `ensureSetup()` is what `npm start` and `npm test` call first.
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { chooseEmscripten } from './setup/emscripten_choice.mjs';
import { distrustPrefix, makeEmscriptenPrefix } from './setup/emscripten_prefix.mjs';
import { ensureHeaders, headersAreReady } from './setup/headers.mjs';
import { withLock } from './setup/lock.mjs';
import { say, SetupFailure } from './setup/messages.mjs';
import { cacheFolder, isAtLeast } from './setup/places.mjs';
import { ensureProjectPackages, packagesToDo } from './setup/project_packages.mjs';
import { runSmoke, smokeIsDone } from './setup/smoke.mjs';
import { ensureSystemPackages, systemIsReady } from './setup/system_packages.mjs';

/** Installs what is missing; says nothing when nothing is. Throws SetupFailure with what to do. */
export async function ensureSetup() {
  if (!isAtLeast(process.versions.node, '20'))
    throw new SetupFailure(`Node 20 or later is needed; this is ${process.versions.node}.`);
  if (isReady()) return;
  await withLock(join(cacheFolder(), 'setup.lock'), async () => {
    await ensureProjectPackages();
    await ensureSystemPackages();
    ensureHeaders();
    if (!chooseEmscripten()) await makeEmscriptenPrefix();
    if (smokeIsDone()) return;
    try {
      runSmoke();
    } catch (failure) {
      if (chooseEmscripten()?.origin === 'cache') distrustPrefix();
      throw failure;
    }
  });
  say('everything is in place');
}

function isReady() {
  return packagesToDo() === 'none' && systemIsReady() && headersAreReady() && chooseEmscripten() !== undefined && smokeIsDone();
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    await ensureSetup();
    say('ready');
  } catch (error) {
    if (!(error instanceof SetupFailure)) throw error;
    console.error(`\nSet-up stopped: ${error.message}`);
    process.exitCode = 1;
  }
}

// SPDX-License-Identifier: MIT
// Where the system's Chromium is: the tests use it and download none.
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** The path of the browser. Throws with what to do when there is none. */
export function findChromium(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = process.env.NPSCOPE_CHROMIUM ?? paths.find(isProgram);
  if (!found) throw new Error('Chromium is missing: run "npm run setup", or set NPSCOPE_CHROMIUM to its path.');
  return found;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

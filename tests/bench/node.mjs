// SPDX-License-Identifier: MIT
// The bench in Node: every run is a fresh process, so every contestant starts cold, as with a user's first file.
// Contestants are the modules of node/.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const runner = fileURLToPath(new URL('node/run.mjs', import.meta.url));
const limitMs = 300_000;

/** A host of the bench: `measure(contestant)` and `close()`. */
export function nodeHost({ survey, folder }) {
  const surveyFile = join(folder, 'survey-of-this-run.json');
  writeFileSync(surveyFile, JSON.stringify(survey));
  return {
    title: `Node.js ${process.versions.node}`,
    measure: ({ module }) => runAlone(process.execPath, [runner, module, surveyFile]),
    close: () => Promise.resolve(),
  };
}

function runAlone(program, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: limitMs });
    let out = '';
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0) resolve(JSON.parse(out));
      else reject(new Error(`ended with ${code ?? signal}: ${said.trim().slice(-2000)}`));
    });
  });
}

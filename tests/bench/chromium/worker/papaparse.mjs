// SPDX-License-Identifier: MIT
// papaparse, streaming, in a worker: rows as arrays of texts, counted and forgotten.
// It gets decoded texts through its interface for Node's streams, because it breaks characters where it cuts a File.
import Papa from 'papaparse';

import { Tally } from '../../job.mjs';
import { answerFiles } from '../in-worker.mjs';
import { textsOf } from './texts.mjs';

/** The fastest of 64 KiB, 256 KiB and 4 MiB. */
const pieceBytes = 64 * 1024;

/** As much of a readable stream of Node as papaparse looks at. */
function readable(texts) {
  const listeners = {};
  return {
    readable: true,
    read: () => undefined,
    pause: () => undefined,
    resume: () => undefined,
    removeListener: () => undefined,
    on: (event, listener) => (listeners[event] = listener),
    async flow() {
      for await (const text of texts) listeners.data(text);
      listeners.end();
    },
  };
}

function tallyOf(stream) {
  const tally = new Tally();
  let hasHeader = true;
  return new Promise((resolve, reject) => {
    Papa.parse(stream, {
      chunk({ data: rows }) {
        for (const row of hasHeader ? rows.slice(1) : rows) tally.addRow(row);
        hasHeader = false;
      },
      skipEmptyLines: true,
      complete: () => resolve(tally.line()),
      error: reject,
    });
    stream.flow().catch(reject);
  });
}

answerFiles((file) => tallyOf(readable(textsOf(file, pieceBytes))));

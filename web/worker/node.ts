// SPDX-License-Identifier: MIT
// The worker in Node: a worker thread whose script is given as text, so that no bundler has to find a file.
// Built as one CommonJS script, because that is what a worker thread evaluates.

import { stat } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';

import type { ToWorker } from '../client/protocol.js';
import { BlobBytes } from './blob-bytes.js';
import { usePairTables } from './code-pages.js';
import { openPath } from './file-bytes.js';
import { keptPairs } from './kept-pairs.js';
import { serve } from './serve.js';
import { Session } from './session.js';

usePairTables(keptPairs);

const session = new Session({
  size: async (source) => ('blob' in source ? source.blob.size : (await stat(source.path)).size),
  open: async (source) => ('blob' in source ? new BlobBytes(source.name, source.blob) : openPath(source.name, source.path)),
});

const answer = serve(session, (message, transfer) => parentPort?.postMessage(message, transfer));
parentPort?.on('message', (message: ToWorker) => answer(message));

// SPDX-License-Identifier: MIT
// Reading the File alone, in a worker: see worker/read-stream.mjs.
// The floor under everything that reads a File in a browser.
import { inWorker } from './in-worker.mjs';

export const { load, run } = inWorker('read-stream');

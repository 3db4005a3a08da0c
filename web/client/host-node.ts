// SPDX-License-Identifier: MIT
// The host for Node: a worker thread whose script and WebAssembly module are texts inside this file, as in the browser.
// The thread keeps the process alive only while it has a question to answer.

import { Worker } from 'node:worker_threads';
import { brotliDecompressSync } from 'node:zlib';

import script from 'npscope:node-worker';
import wasm from 'npscope:wasm-brotli';

import type { Host, Port } from './host.js';

export const nodeHost: Host = {
  readsPaths: true,
  workerDirective: 'worker_threads',
  wasm: () => Promise.resolve(new Uint8Array(brotliDecompressSync(Buffer.from(wasm, 'base64')))),
  launch(): Port {
    // Nothing of the host's environment is passed on; output of the thread is nobody's business.
    const worker = new Worker(script, { eval: true, env: {}, execArgv: [], name: 'npscope' });
    return {
      post: (message, transfer = []) => worker.postMessage(message, transfer),
      listen(onMessage, onLost) {
        worker.on('message', onMessage);
        worker.on('messageerror', () => onLost({ code: 'crashed' }));
        worker.on('error', () => onLost({ code: 'crashed' }));
        worker.on('exit', () => onLost({ code: 'crashed' }));
      },
      hold: (busy) => (busy ? worker.ref() : worker.unref()),
      end: () => void worker.terminate(),
    };
  },
};

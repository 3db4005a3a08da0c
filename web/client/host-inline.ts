// SPDX-License-Identifier: MIT
// The self-contained host for browsers: worker and WebAssembly are texts inside this script, so nothing is ever loaded.
// The worker is a classic one from a blob address: it inherits the page's policy and starts from file:// too.

import wasm from 'npscope:wasm';
import script from 'npscope:worker';

import { bytesOfBase64 } from './base64.js';
import { NpsError } from './errors.js';
import type { Host, Port } from './host.js';
import { startWorker } from './page-policy.js';
import { supportsWorkers, workerPort } from './worker-port.js';

const kDirective = 'worker-src blob:';

export const inlineHost: Host = {
  readsPaths: false,
  workerDirective: kDirective,
  wasm: () => Promise.resolve(bytesOfBase64(wasm)),
  launch(): Port {
    if (!supportsWorkers()) throw new NpsError('unsupported-browser');
    const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const onEnd = (): void => URL.revokeObjectURL(url);
    try {
      return workerPort(startWorker(url, { name: 'npscope' }, kDirective), {
        directive: kDirective,
        script: kDirective,
        onEnd,
      });
    } catch (error) {
      onEnd();
      throw error;
    }
  },
};

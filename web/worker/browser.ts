// SPDX-License-Identifier: MIT
// The worker in a browser. It is built as one classic script without any loader, sealed before it hears its first message.

import type { ToWorker } from '../client/protocol.js';
import { BlobBytes } from './blob-bytes.js';
import { Refusal } from './refusal.js';
import { seal } from './seal.js';
import { serve } from './serve.js';
import { Session } from './session.js';

seal(globalThis);

const session = new Session({
  size: (source) => Promise.resolve('blob' in source ? source.blob.size : 0),
  open: (source) => {
    if ('path' in source) return Promise.reject(new Refusal('unreadable'));
    return Promise.resolve(new BlobBytes(source.name, source.blob));
  },
});

const answer = serve(session, (message, transfer) => self.postMessage(message, { transfer }));
self.onmessage = (event: MessageEvent<ToWorker>) => answer(event.data);

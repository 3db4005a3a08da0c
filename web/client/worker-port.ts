// SPDX-License-Identifier: MIT
// A browser's Worker as the client sees it. A worker that is refused or whose script does not load fires an event without
// words, before its first message; one that ends later has crashed.

import type { Port } from './host.js';
import { onWorkerBlocked } from './page-policy.js';
import type { FromWorker } from './protocol.js';

/** How long after a worker's silent failure the page may still report which policy refused it. */
const kViolationMs = 50;

export interface WorkerPortParts {
  /** What the page's policy needs for this kind of worker. */
  readonly directive: string;
  /** What to name when the worker fails to start and no policy refused it: its file, where it is one. */
  readonly script: string;
  /** Called when the worker is ended. */
  onEnd?(): void;
}

export function workerPort(worker: Worker, { directive, script, onEnd }: WorkerPortParts): Port {
  let heard = false;
  let policy = { stop: (): void => undefined };
  return {
    post: (message, transfer = []) => worker.postMessage(message, [...transfer]),
    listen(onMessage, onLost) {
      policy = onWorkerBlocked(directive, onLost);
      worker.onmessage = (event: MessageEvent<FromWorker>) => {
        heard = true;
        policy.stop();
        onMessage(event.data);
      };
      worker.onerror = (event) => {
        event.preventDefault();
        if (heard) onLost({ code: 'crashed' });
        else setTimeout(() => onLost({ code: 'worker-blocked', detail: script }), kViolationMs);
      };
      worker.onmessageerror = () => onLost({ code: 'crashed' });
    },
    hold: () => undefined,
    end() {
      policy.stop();
      worker.terminate();
      onEnd?.();
    },
  };
}

/** Whether this is a place where a worker with WebAssembly can be asked for at all. */
export function supportsWorkers(): boolean {
  return typeof Worker === 'function' && typeof URL === 'function' && typeof Blob === 'function';
}

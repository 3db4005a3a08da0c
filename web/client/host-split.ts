// SPDX-License-Identifier: MIT
// The host for pages that keep worker and WebAssembly as files of their own, which browsers can cache.
// The page fetches the module and hands it over, so the worker has no loader here either.

import { NpsError } from './errors.js';
import type { Host, Port } from './host.js';
import { startWorker } from './page-policy.js';
import { supportsWorkers, workerPort } from './worker-port.js';

/** Where the two files are, for bundlers that do not move them; absolute, or relative to the page. */
export interface SplitFiles {
  readonly workerUrl?: string | URL;
  readonly wasmUrl?: string | URL;
}

const kWorkerDirective = "worker-src 'self'";
const kFetchDirective = "connect-src 'self'";

export function splitHost(files: SplitFiles = {}): Host {
  return {
    readsPaths: false,
    workerDirective: kWorkerDirective,
    wasm: () => fetchWasm(files.wasmUrl ?? new URL('./npscope.wasm', import.meta.url)),
    launch(): Port {
      if (!supportsWorkers()) throw new NpsError('unsupported-browser');
      const script = String(files.workerUrl ?? 'worker.js');
      return workerPort(launchWorker(files.workerUrl), { directive: kWorkerDirective, script });
    },
  };
}

function launchWorker(url: string | URL | undefined): Worker {
  if (url !== undefined) return startWorker(String(url), { type: 'module', name: 'npscope' }, kWorkerDirective);
  try {
    // Bundlers find the worker by exactly this expression.
    return new Worker(new URL('./worker.js', import.meta.url), { type: 'module' });
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw new NpsError('worker-blocked', { detail: kWorkerDirective, cause });
    // Trusted Types: the same file, through our policy, where nothing has moved it.
    return startWorker(import.meta.resolve('./worker.js'), { type: 'module', name: 'npscope' }, kWorkerDirective);
  }
}

/** Rejects with `wasm-not-found` and the address when the answer is no WebAssembly, as when a server answers with a page. */
async function fetchWasm(url: string | URL): Promise<Uint8Array<ArrayBuffer>> {
  const notFound = (cause?: unknown): NpsError => new NpsError('wasm-not-found', { detail: String(url), cause });
  let blocked = false;
  const onViolation = (event: SecurityPolicyViolationEvent): void => {
    blocked ||= event.disposition === 'enforce' && event.effectiveDirective === 'connect-src';
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  try {
    const response = await fetch(url);
    const bytes = new Uint8Array(await response.arrayBuffer());
    const magic = [0x00, 0x61, 0x73, 0x6d].every((byte, index) => bytes[index] === byte);
    if (!response.ok || !magic) throw notFound();
    return bytes;
  } catch (cause) {
    if (cause instanceof NpsError) throw cause;
    // The violation is reported in a task of its own, after the fetch has failed.
    await new Promise((resolve) => setTimeout(resolve));
    throw blocked ? new NpsError('wasm-blocked', { detail: kFetchDirective, cause }) : notFound(cause);
  } finally {
    document.removeEventListener('securitypolicyviolation', onViolation);
  }
}

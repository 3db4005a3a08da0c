// SPDX-License-Identifier: MIT
// What the policies of the host page say about workers: the Trusted Types policy that wraps our script's address, and the
// directive that a refusal came from, so that an error can name what to add.

import { NpsError } from './errors.js';
import type { Failure } from './protocol.js';

interface ScriptPolicy {
  createScriptURL(url: string): string;
}

interface PolicyFactory {
  createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
}

const ours = new Set<string>();
let policy: ScriptPolicy | undefined;

/**
 * Starts a worker from an address of our own through the Trusted Types policy `npscope`, which accepts no other address.
 * Throws `NpsError` `trusted-types-blocked` when the page demands Trusted Types and does not list the policy, else
 * `worker-blocked` with `directive`.
 */
export function startWorker(url: string, options: WorkerOptions, directive: string): Worker {
  ours.add(url);
  try {
    return new Worker(trusted(url), options);
  } catch (cause) {
    const code = cause instanceof TypeError ? 'trusted-types-blocked' : 'worker-blocked';
    throw new NpsError(code, { detail: cause instanceof TypeError ? 'trusted-types npscope' : directive, cause });
  } finally {
    ours.delete(url);
  }
}

/** The address, wrapped where the browser knows Trusted Types and the page allows our policy; else as it is. */
function trusted(url: string): string {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
  try {
    policy ??= factory?.createPolicy('npscope', { createScriptURL: onlyOurs });
  } catch {
    // Not listed. A page that does not demand Trusted Types takes the plain address; one that does throws a TypeError.
  }
  return policy ? policy.createScriptURL(url) : url;
}

function onlyOurs(url: string): string {
  if (ours.has(url)) return url;
  throw new TypeError('npscope: not a worker of this package');
}

/** Calls `onBlocked` when the page's policy refuses a worker. Ask `stop` to end listening. */
export function onWorkerBlocked(directive: string, onBlocked: (failure: Failure) => void): { stop(): void } {
  if (typeof document === 'undefined') return { stop: () => undefined };
  const listener = (event: SecurityPolicyViolationEvent): void => {
    if (event.disposition !== 'enforce') return;
    if (event.effectiveDirective === 'worker-src') onBlocked({ code: 'worker-blocked', detail: directive });
  };
  document.addEventListener('securitypolicyviolation', listener);
  return { stop: () => document.removeEventListener('securitypolicyviolation', listener) };
}

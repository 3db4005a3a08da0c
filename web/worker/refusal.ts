// SPDX-License-Identifier: MIT
// Refusal: a reason with a code that the worker expects and can name. Whatever else is thrown is a bug and ends the worker.

import type { Failure } from '../client/protocol.js';

export class Refusal extends Error implements Failure {
  readonly code: string;
  readonly detail?: string;

  constructor(code: string, detail?: string) {
    super(code);
    this.code = code;
    if (detail !== undefined) this.detail = detail;
  }
}

/** What the caller is told about anything thrown. Only a refusal's own words are passed on: others could quote a cell. */
export function failureOf(thrown: unknown): Failure {
  if (!(thrown instanceof Refusal)) return { code: 'crashed' };
  return thrown.detail === undefined ? { code: thrown.code } : { code: thrown.code, detail: thrown.detail };
}

// SPDX-License-Identifier: MIT
// Types of scripts/serve.mjs, for the browser tests.

export interface Served {
  /** Ends with a slash. */
  readonly address: string;
  /** What browsers sent to `/policy-report`. */
  readonly reports: string[];
  close(): Promise<void>;
}

export const strictPolicy: string;

export function serve(options: { folder: string; port?: number; policy?: string }): Promise<Served>;

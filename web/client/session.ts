// SPDX-License-Identifier: MIT
// Session: files that were read once and stay read, for any number of questions. It has a worker of its own.

import type { Client } from './client.js';
import type { FileInputs } from './inputs.js';
import type { AnalyzeOptions, QueryOptions, RejectsOptions } from './options.js';
import type { Query, QueryAnswer } from './query.js';
import type { Plan, Report } from './report.js';

export interface Session {
  readonly report: Report;
  /** `Client.query` about the files of this session. */
  query(query: Query, options?: QueryOptions): Promise<QueryAnswer>;
  /**
   * Loads columns in one pass, so that the questions that need them read nothing any more; without it each is loaded when a question
   * first needs it.
   */
  load(columns?: NonNullable<Query['load']>, options?: QueryOptions): Promise<void>;
  /** `Client.rejects` of the files of this session. */
  rejects(options?: RejectsOptions): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** The plan that was followed; see `Client.decided`. */
  decided(): Promise<Plan>;
  /** Ends the worker and gives its memory back. */
  close(): void;
}

/** Reads the files with `client`, which then belongs to the session. Rejects as `Client.analyze` does. */
export async function openSession(client: Client, files: FileInputs, options: AnalyzeOptions = {}): Promise<Session> {
  try {
    const report = await client.analyze(files, options);
    const decisions = { ...options };
    delete decisions.signal;
    delete decisions.onProgress;
    return {
      report,
      query: (query, following = {}) => client.query(files, query, { ...decisions, ...following }),
      load: async (columns = 'all', following = {}) => {
        await client.query(files, { measures: [], load: columns }, { ...decisions, ...following });
      },
      rejects: (form = {}) => client.rejects(files, { ...decisions, ...form }),
      decided: () => client.decided(),
      close: () => client.close(),
    };
  } catch (error) {
    client.close();
    throw error;
  }
}

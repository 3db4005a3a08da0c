// SPDX-License-Identifier: MIT
// The public API over any host: functions that share one client, and a maker of clients for those who hold their own.
// Every entry of the package (browser, split, Node) is this with its host put in.

import { WorkerClient, type Client, type GroupCounts } from './client.js';
import type { Host } from './host.js';
import type { FileInput, FileInputs } from './inputs.js';
import type {
  AnalyzeOptions,
  ConvertOptions,
  InspectOptions,
  PlanOptions,
  RejectsOptions,
  StatisticsOptions,
} from './options.js';
import type { Comparison } from './query.js';
import type { Inspection, Plan, Report } from './report.js';
import { openSession, type Session } from './session.js';
import { verify, type Verification, type VerifyOptions } from './verify.js';

export interface Api {
  /** `Client.analyze` on the client that the functions of this module share. */
  analyze(files: FileInputs, options?: AnalyzeOptions): Promise<Report>;
  /** `Client.inspect` on the shared client. */
  inspect(files: FileInputs, options?: InspectOptions): Promise<Inspection>;
  /** `Client.plan` on the shared client. */
  plan(files: FileInputs, options?: PlanOptions): Promise<Plan>;
  /** `Client.rejects` on the shared client. */
  rejects(files: FileInputs, options?: RejectsOptions): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Repeats the analysis of a saved report and says what is different. */
  verify(report: Report, files: FileInputs, options?: VerifyOptions): Promise<Verification>;
  /** `Client.convert` on the shared client. */
  convert(file: FileInput, options: ConvertOptions): ReadableStream<Uint8Array<ArrayBuffer>>;
  /** Reads files once for any number of questions, in a worker of their own. Rejects as `analyze` does. */
  open(files: FileInputs, options?: AnalyzeOptions): Promise<Session>;
  /** `Client.compareCounts` on the shared client. */
  compareCounts(first: GroupCounts, second: GroupCounts, options?: StatisticsOptions): Promise<Comparison>;
  /** `Client.scoreFromCounts` on the shared client. */
  scoreFromCounts(counts: GroupCounts, options?: StatisticsOptions): Promise<Report>;
  /** Ends the shared client's worker. The next question starts a new one. */
  close(): void;
  /** A client with a worker of its own. The worker starts with the first question. */
  createClient(): Client;
}

/** Touches nothing of the host before the first question, so that importing an entry on a server is harmless. */
export function apiFor(host: Host): Api {
  let shared: Client | undefined;
  const client = (): Client => (shared ??= new WorkerClient(host));
  return {
    analyze: (files, options) => client().analyze(files, options),
    inspect: (files, options) => client().inspect(files, options),
    plan: (files, options) => client().plan(files, options),
    rejects: (files, options) => client().rejects(files, options),
    verify: (report, files, options) => verify(client(), report, files, options),
    convert: (file, options) => client().convert(file, options),
    open: (files, options) => openSession(new WorkerClient(host), files, options),
    compareCounts: (first, second, options) => client().compareCounts(first, second, options),
    scoreFromCounts: (counts, options) => client().scoreFromCounts(counts, options),
    close: () => shared?.close(),
    createClient: () => new WorkerClient(host),
  };
}

// SPDX-License-Identifier: MIT
// What every entry of the package exports beside its functions: the error and the types.

export { NpsError } from './errors.js';
export type { Api } from './api.js';
export type { Client, GroupCounts } from './client.js';
export type { Bytes, FileInput, FileInputs } from './inputs.js';
export type {
  AnalyzeOptions,
  ColumnRef,
  ConvertOptions,
  GroupBy,
  InspectOptions,
  Level,
  DecisionOptions,
  Mapping,
  PlanOptions,
  QueryOptions,
  ReadOptions,
  RejectsOptions,
  StatisticsOptions,
} from './options.js';
export type { Cut, Progress } from './protocol.js';
export type { Difference, Verification, VerifyOptions } from './verify.js';
export type { Session } from './session.js';
export type * from './query.js';
export type * from './report.js';

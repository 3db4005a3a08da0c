// SPDX-License-Identifier: MIT
// The client: questions in, reports out, with the work in a worker. Questions are answered one after the other; a worker
// that crashed or does not stop when asked is thrown away, and the next question starts a new one.

import { NpsError } from './errors.js';
import type { Host } from './host.js';
import { sourcesOf, withoutVanished, type FileInput, type FileInputs } from './inputs.js';
import { Link, type Listener } from './link.js';
import {
  conversionSettings,
  inspectionSettings,
  settingsOf,
  statisticsSettings,
  planSettings,
  rejectsForm,
  type AnalyzeOptions,
  type ConvertOptions,
  type InspectOptions,
  type PlanOptions,
  type QueryOptions,
  type RejectsOptions,
  type StatisticsOptions,
} from './options.js';
import { scoredReportOf } from './outcome.js';
import type { AnswerOf, Method, Progress, RequestOf } from './protocol.js';
import { reasonSettings } from './reasons.js';
import type { Comparison, Query, QueryAnswer } from './query.js';
import type { Inspection, Plan, Report } from './report.js';
import { kStartLimitMs, start } from './start.js';
import { streamOf, type Write } from './stream.js';

/** How long a worker may take to answer an abort before it is replaced. */
const kCancelLimitMs = 100;

export interface GroupCounts {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

/** One worker and the questions put to it. */
export interface Client {
  /**
   * Reads files and resolves to their report. Calls made while another runs wait for their turn.
   * Rejects with `NpsError` when no file yields a response: `code` is the first file's failure, else `no-scores`, and `report`
   * holds the ledger. With several files, one that fails does not stop the others.
   */
  analyze(files: FileInputs, options?: AnalyzeOptions): Promise<Report>;
  /**
   * Says what the files are, without scoring: format, encoding, sheets, header records, preset, columns with roles and samples.
   * A file that can not be read has its `failure` in the answer; this does not reject for it.
   */
  inspect(files: FileInputs, options?: InspectOptions): Promise<Inspection>;
  /**
   * What would be decided about the files, from the start of each: what they are, what has to be asked (with the records that show
   * it) and the recipe that `analyze()` would follow. Change `plan.recipe` and give the plan to `analyze()`.
   */
  plan(files: FileInputs, options?: PlanOptions): Promise<Plan>;
  /** The plan that the last analysis followed, with what all records say. Rejects with `bad-option` when there was none. */
  decided(): Promise<Plan>;
  /**
   * The records of one file that do not count, as they stand in the file, with five columns in front that say where each comes from
   * and why it does not count; a sixth shows what stands in place of records that can not be read as cells. Correct them and give the result with the same files: the corrected records take their places.
   * Pass the options of the analysis. The stream errors with `source-changed` when the file is another one by now.
   */
  rejects(files: FileInputs, options?: RejectsOptions): ReadableStream<Uint8Array<ArrayBuffer>>;
  /**
   * The records of a file as text in UTF-8, as they were read: CSV, or JSON with one object per line. Reading starts with the
   * first chunk that is asked for and waits for whoever reads the stream; cancel a stream that is not read to its end, for other
   * questions wait for it. The stream errors with `NpsError` when the file can not be read (to its end).
   *
   * `await new Response(convert(file, { to: 'csv' })).text()` is all of it.
   */
  convert(file: FileInput, options: ConvertOptions): ReadableStream<Uint8Array<ArrayBuffer>>;
  /**
   * The cells of one record (`file` from 0; `record` from 1 with header records included, as in the report's issues) of the last
   * analysis, which must have had `keep: 'all'`. Rejects with `bad-option` otherwise.
   */
  cells(file: number, record: number): Promise<string[]>;
  /**
   * Asks something about files that are analysed; pass the options of the analysis. The files are read again only when the last
   * analysis was another one, or for columns that no question has needed before.
   * Rejects with `query-invalid` (`detail` names the member), `unknown-column` or `source-changed`.
   */
  query(files: FileInputs, query: Query, options?: QueryOptions): Promise<QueryAnswer>;
  /** Two sets of counts side by side: both figures, their difference with its interval, and p. Rejects with `bad-option` for what are no counts. */
  compareCounts(first: GroupCounts, second: GroupCounts, options?: StatisticsOptions): Promise<Comparison>;
  /** A report without files from the sizes of the three groups, for people who only have counts. Rejects with `no-scores` for none. */
  scoreFromCounts(counts: GroupCounts, options?: StatisticsOptions): Promise<Report>;
  /** Ends the worker and gives its memory back; what still runs rejects with `aborted`. The client can be used again. */
  close(): void;
}

interface Following {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  readonly onChunk?: Listener['onChunk'];
}

export class WorkerClient implements Client {
  readonly #host: Host;
  readonly #startLimitMs: number;
  #link: Link | undefined;
  #started: Promise<void> | undefined;
  #queue: Promise<unknown> = Promise.resolve();
  #closings = 0;

  constructor(host: Host, startLimitMs: number = kStartLimitMs) {
    this.#host = host;
    this.#startLimitMs = startLimitMs;
  }

  async analyze(files: FileInputs, options: AnalyzeOptions = {}): Promise<Report> {
    const settings = settingsOf(options);
    const sources = await withoutVanished(sourcesOf(files, this.#host.readsPaths));
    return scoredReportOf(await this.#ask('analyze', { sources, settings }, options));
  }

  async inspect(files: FileInputs, options: InspectOptions = {}): Promise<Inspection> {
    const settings = inspectionSettings(options);
    const sources = await withoutVanished(sourcesOf(files, this.#host.readsPaths));
    return JSON.parse(await this.#ask('inspect', { sources, settings }, options)) as Inspection;
  }

  async plan(files: FileInputs, options: PlanOptions = {}): Promise<Plan> {
    const settings = planSettings(options);
    const sources = await withoutVanished(sourcesOf(files, this.#host.readsPaths));
    return JSON.parse(await this.#ask('plan', { sources, settings }, options)) as Plan;
  }

  async decided(): Promise<Plan> {
    return JSON.parse(await this.#ask('decided', undefined)) as Plan;
  }

  rejects(files: FileInputs, options: RejectsOptions = {}): ReadableStream<Uint8Array<ArrayBuffer>> {
    return streamOf((write, signal) => this.#rejects(files, options, write, signal), options.signal);
  }

  async #rejects(files: FileInputs, options: RejectsOptions, write: Write, signal: AbortSignal): Promise<void> {
    const settings = settingsOf(options);
    const form = [...rejectsForm(options), ...reasonSettings(options.reasons)];
    const sources = await withoutVanished(sourcesOf(files, this.#host.readsPaths));
    const { file = 0, onProgress } = options;
    const cut = await this.#ask('rejects', { sources, settings, file, form }, { signal, onProgress, onChunk: write });
    if (cut.records + cut.cells > 0) options.onCut?.(cut);
  }

  async query(files: FileInputs, query: Query, options: QueryOptions = {}): Promise<QueryAnswer> {
    const settings = settingsOf(options);
    const sources = await withoutVanished(sourcesOf(files, this.#host.readsPaths));
    return JSON.parse(await this.#ask('query', { sources, settings, query: JSON.stringify(query) }, options)) as QueryAnswer;
  }

  async compareCounts(first: GroupCounts, second: GroupCounts, options: StatisticsOptions = {}): Promise<Comparison> {
    const settings = statisticsSettings(options);
    const request = { first: checkedCounts(first), second: checkedCounts(second), settings };
    return JSON.parse(await this.#ask('compare', request)) as Comparison;
  }

  convert(file: FileInput, options: ConvertOptions): ReadableStream<Uint8Array<ArrayBuffer>> {
    return streamOf((write, signal) => this.#convert(file, options, write, signal), options.signal);
  }

  async #convert(file: FileInput, options: ConvertOptions, write: Write, signal: AbortSignal): Promise<void> {
    const settings = conversionSettings(options);
    const [source] = await withoutVanished(sourcesOf([file], this.#host.readsPaths));
    const { onProgress } = options;
    await this.#ask('convert', { source: source!, settings }, { signal, onProgress, onChunk: write });
  }

  async cells(file: number, record: number): Promise<string[]> {
    return JSON.parse(await this.#ask('cells', { file, record })) as string[];
  }

  async scoreFromCounts(counts: GroupCounts, options: StatisticsOptions = {}): Promise<Report> {
    const [detractors, passives, promoters] = checkedCounts(counts);
    const request = { detractors, passives, promoters, settings: statisticsSettings(options) };
    return scoredReportOf(await this.#ask('score', request));
  }

  close(): void {
    this.#closings++;
    this.#link?.end(new NpsError('aborted'));
    this.#link = undefined;
  }

  /** Queues a question. The promise rejects as soon as the signal aborts, whatever the worker does. */
  #ask<M extends Method>(method: M, request: RequestOf<M>, following: Following = {}): Promise<AnswerOf<M>> {
    const { signal } = following;
    const closings = this.#closings;
    const turn = this.#queue.then(() => {
      if (signal?.aborted || closings !== this.#closings) throw new NpsError('aborted');
      return this.#answer(method, request, following);
    });
    this.#queue = turn.catch(() => undefined);
    return signal ? untilAborted(signal, turn) : turn;
  }

  async #answer<M extends Method>(method: M, request: RequestOf<M>, following: Following): Promise<AnswerOf<M>> {
    const { signal, onProgress, onChunk } = following;
    const link = await this.#running();
    if (signal?.aborted) throw new NpsError('aborted');

    const onNote = onProgress && ((progress: Progress) => signal?.aborted || tell(onProgress, progress));
    const call = link.call(method, request, { onNote, onChunk });
    let patience: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      link.cancel(call.id);
      patience = setTimeout(() => link.end(new NpsError('aborted')), kCancelLimitMs);
    };
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await call.answer;
    } catch (error) {
      if (error instanceof NpsError && error.code === 'crashed') link.end(error);
      throw error;
    } finally {
      clearTimeout(patience);
      signal?.removeEventListener('abort', stop);
    }
  }

  /** The worker that takes calls: the one there is, or a new one when there is none or it is lost. */
  async #running(): Promise<Link> {
    if (!this.#link || this.#link.lost) {
      this.#link = new Link(this.#host.launch());
      this.#started = start(this.#link, this.#host, this.#startLimitMs);
    }
    const link = this.#link;
    await this.#started;
    return link;
  }
}

/** The counts in order. Throws `bad-option` for what can not be a number of people. */
function checkedCounts({ detractors, passives, promoters }: GroupCounts): readonly [number, number, number] {
  for (const count of [detractors, passives, promoters]) {
    if (!Number.isSafeInteger(count) || count < 0) throw new NpsError('bad-option', { detail: 'counts' });
  }
  return [detractors, passives, promoters];
}

function untilAborted<T>(signal: AbortSignal, turn: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new NpsError('aborted'));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    turn.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** A listener that throws must not break the read; its error surfaces as any uncaught one. */
function tell(onProgress: (progress: Progress) => void, progress: Progress): void {
  try {
    onProgress(progress);
  } catch (error) {
    setTimeout(() => {
      throw error;
    });
  }
}

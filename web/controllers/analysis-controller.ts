// SPDX-License-Identifier: MIT
// AnalysisController: one reading at a time, as a state that an element draws. It makes its client when the first file
// comes and closes it when the element leaves the page; a new reading ends the one before.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Client } from '../client/client.js';
import type { NpsError } from '../client/errors.js';
import type { FileInput } from '../client/inputs.js';
import type { AnalyzeOptions, PlanOptions, QueryOptions, RejectsOptions } from '../client/options.js';
import type { Progress } from '../client/protocol.js';
import type { Query, QueryAnswer } from '../client/query.js';
import type { Plan, Recipe, Report } from '../client/report.js';
import type { Verification, VerifyOptions } from '../client/verify.js';
import { withThemes } from '../files/recipe-edits.js';
import { nameOf } from '../files/saved-files.js';

/** What there is to show. While reading, `before` is the report that was shown until then. */
export type Analysis =
  | { readonly phase: 'empty'; readonly cancelled?: boolean }
  | { readonly phase: 'reading'; readonly names: readonly string[]; readonly progress?: Progress; readonly before?: Report }
  | { readonly phase: 'done'; readonly report: Report; readonly plan: Plan; readonly verification?: Verification }
  | { readonly phase: 'failed'; readonly error: NpsError; readonly plan?: Plan };

export type ClientFactory = () => Client;

type Verify = (client: Client, report: Report, files: readonly FileInput[], options: VerifyOptions) => Promise<Verification>;

/** What only the owner has: clients, how to verify, and the error for a reading that broke in an unknown way. */
export interface ClientSource {
  client(): Client;
  readonly verify: Verify;
  errorOf(thrown: unknown): NpsError;
}

type Done = Extract<Analysis, { phase: 'done' }>;
type Following = Pick<AnalyzeOptions, 'signal' | 'onProgress'>;

export class AnalysisController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly source: ClientSource;
  private client: Client | undefined;
  private running: AbortController | undefined;

  state: Analysis = { phase: 'empty' };

  constructor(host: ReactiveControllerHost, source: ClientSource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  /** Ends the worker, and what it reads. The next reading makes a new client. */
  close(): void {
    this.cancel();
    this.client?.close();
    this.client = undefined;
  }

  /**
   * Reads the files and shows the result, once `settle` has seen it. Rejects with `NpsError`, `aborted` when cancelled or overtaken.
   */
  read(files: readonly FileInput[], options: AnalyzeOptions, settle: (done: Done) => void): Promise<Report> {
    return this.run(files, options.onProgress, settle, async (following) => {
      const client = this.worker();
      const report = await client.analyze(files, { ...options, ...following });
      return { phase: 'done', report, plan: await client.decided() };
    });
  }

  /** Repeats what a saved report says about the files, and shows both. */
  verify(saved: Report, files: readonly FileInput[], settle: (done: Done) => void): Promise<Report> {
    return this.run(files, undefined, settle, async (following) => {
      const client = this.worker();
      const verification = await this.source.verify(client, saved, files, following);
      return { phase: 'done', report: verification.report, plan: await client.decided(), verification };
    });
  }

  /** What would be decided about the files, from the start of each; a reading is to follow, and its phase is shown already. */
  async plan(files: readonly FileInput[], options: PlanOptions): Promise<Plan> {
    const run = this.begin(files);
    try {
      return await this.worker().plan(files, { ...options, signal: run.signal });
    } catch (thrown) {
      throw this.ended(run, thrown);
    }
  }

  /** All records of a file that do not count, beside what is shown. */
  rejects(files: readonly FileInput[], options: RejectsOptions): Promise<Blob> {
    return whole(this.worker().rejects(files, options));
  }

  /** Asks about files that are read; the same options as they were read with need no second reading. */
  query(files: readonly FileInput[], query: Query, options: QueryOptions): Promise<QueryAnswer> {
    return this.worker().query(files, query, options);
  }

  /** The report of a reading beside what is shown. */
  report(files: readonly FileInput[], options: AnalyzeOptions): Promise<Report> {
    return this.worker().analyze(files, options);
  }

  /** The questions are answered as they were marked: the result holds, with a recipe that says so. */
  accept(recipe: Recipe): Report | undefined {
    const { state } = this;
    if (state.phase !== 'done') return undefined;
    const settled = <Question extends { settled: boolean }>(questions: Question[]): Question[] =>
      questions.map((question) => ({ ...question, settled: true }));
    const report = { ...state.report, recipe, questions: settled(state.report.questions) };
    const plan = { ...state.plan, recipe, certain: true, questions: settled(state.plan.questions) };
    this.show({ ...state, report, plan });
    return report;
  }

  /** The result holds, with a recipe that keeps these themes; its files are the same object, so that answers about them last. */
  keepThemes(themes: Recipe['themes']): Recipe | undefined {
    const { state } = this;
    if (state.phase !== 'done') return undefined;
    const recipe = withThemes(state.report.recipe, themes);
    const plan = { ...state.plan, recipe: withThemes(state.plan.recipe, themes) };
    this.show({ ...state, report: { ...state.report, recipe }, plan });
    return recipe;
  }

  /** Ends the reading under way and shows why the next one does not begin. */
  fail(error: NpsError): void {
    this.overtake();
    this.show({ phase: 'failed', error });
  }

  /** Ends the reading under way, if any. */
  cancel(): void {
    this.running?.abort();
  }

  /** Back to the beginning, without a result. */
  reset(): void {
    this.overtake();
    this.show({ phase: 'empty' });
  }

  private async run(
    files: readonly FileInput[],
    onProgress: AnalyzeOptions['onProgress'],
    settle: (done: Done) => void,
    work: (following: Following) => Promise<Done>,
  ): Promise<Report> {
    const run = this.begin(files);
    const { state: reading } = this;
    try {
      const done = await work({
        signal: run.signal,
        onProgress: (progress) => {
          if (this.running !== run || reading.phase !== 'reading') return;
          this.show({ ...reading, progress });
          onProgress?.(progress);
        },
      });
      if (this.running === run) {
        settle(done);
        this.show(done);
      }
      return done.report;
    } catch (thrown) {
      throw this.ended(run, thrown);
    } finally {
      if (this.running === run) this.running = undefined;
    }
  }

  private begin(files: readonly FileInput[]): AbortController {
    const { state } = this;
    const before = state.phase === 'done' ? state.report : state.phase === 'reading' ? state.before : undefined;
    this.overtake();
    const run = new AbortController();
    this.running = run;
    this.show({ phase: 'reading', names: files.map(nameOf), ...(before && { before }) });
    return run;
  }

  private ended(run: AbortController, thrown: unknown): NpsError {
    const error = this.source.errorOf(thrown);
    if (this.running === run) {
      this.running = undefined;
      this.show(error.code === 'aborted' ? { phase: 'empty', cancelled: true } : { phase: 'failed', error });
      if (error.report) void this.addPlan(error);
    }
    return error;
  }

  /** Where the columns of a file that gave no figure are known, a person can change what they are used for. */
  private async addPlan(error: NpsError): Promise<void> {
    const plan = await this.worker()
      .decided()
      .catch(() => undefined);
    const { state } = this;
    if (plan && state.phase === 'failed' && state.error === error) this.show({ ...state, plan });
  }

  private overtake(): void {
    const { running } = this;
    this.running = undefined;
    running?.abort();
  }

  private worker(): Client {
    return (this.client ??= this.source.client());
  }

  private show(state: Analysis): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

/** All of a stream, or the error that it ended with: a `Response` would hide it. */
async function whole(stream: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) chunks.push(read.value);
  return new Blob(chunks);
}

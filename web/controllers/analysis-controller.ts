// SPDX-License-Identifier: MIT
// AnalysisController: one reading at a time, as a state that an element draws. It makes its client when the first file
// comes and closes it when the element leaves the page; a new reading ends the one before.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Client } from '../client/client.js';
import type { NpsError } from '../client/errors.js';
import type { FileInput } from '../client/inputs.js';
import type { AnalyzeOptions, InspectOptions } from '../client/options.js';
import type { Progress } from '../client/protocol.js';
import type { Inspection, Report } from '../client/report.js';

/** What there is to show. While reading, `before` is the report that was shown until then. */
export type Analysis =
  | { readonly phase: 'empty'; readonly cancelled?: boolean }
  | { readonly phase: 'reading'; readonly names: readonly string[]; readonly progress?: Progress; readonly before?: Report }
  | { readonly phase: 'done'; readonly report: Report }
  | { readonly phase: 'failed'; readonly error: NpsError };

export type ClientFactory = () => Client;

/** What only the owner has: clients, and the error for a reading that broke in an unknown way. */
export interface ClientSource {
  client(): Client;
  errorOf(thrown: unknown): NpsError;
}

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

  /** Reads the files and shows the result. Rejects with `NpsError`, `aborted` when cancelled or overtaken. */
  async read(files: readonly FileInput[], options: AnalyzeOptions): Promise<Report> {
    this.running?.abort();
    const run = new AbortController();
    this.running = run;
    const before = this.state.phase === 'done' ? this.state.report : undefined;
    const reading = { phase: 'reading', names: files.map(nameOf), ...(before && { before }) } as const;
    this.show(reading);
    try {
      this.client ??= this.source.client();
      const report = await this.client.analyze(files, {
        ...options,
        signal: run.signal,
        onProgress: (progress) => {
          if (this.running !== run) return;
          this.show({ ...reading, progress });
          options.onProgress?.(progress);
        },
      });
      if (this.running === run) this.show({ phase: 'done', report });
      return report;
    } catch (thrown) {
      const error = this.source.errorOf(thrown);
      if (this.running === run) this.show(stateAfter(error));
      throw error;
    } finally {
      if (this.running === run) this.running = undefined;
    }
  }

  /** Looks at files without reading them, beside what is shown. */
  inspect(files: readonly FileInput[], options: InspectOptions): Promise<Inspection> {
    this.client ??= this.source.client();
    return this.client.inspect(files, options);
  }

  /** Ends the reading under way and shows why the next one does not begin. */
  fail(error: NpsError): void {
    this.running?.abort();
    this.running = undefined;
    this.show({ phase: 'failed', error });
  }

  /** Ends the reading under way, if any. */
  cancel(): void {
    this.running?.abort();
  }

  /** Back to the beginning, without a result. */
  reset(): void {
    this.running?.abort();
    this.running = undefined;
    this.show({ phase: 'empty' });
  }

  private show(state: Analysis): void {
    this.state = state;
    this.host.requestUpdate();
  }
}

function stateAfter(error: NpsError): Analysis {
  return error.code === 'aborted' ? { phase: 'empty', cancelled: true } : { phase: 'failed', error };
}

/** The name of a file as the page knows it; empty for bare bytes. */
export function nameOf(file: FileInput): string {
  if (typeof file === 'object' && 'name' in file && typeof file.name === 'string') return file.name;
  return '';
}

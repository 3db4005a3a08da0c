// SPDX-License-Identifier: MIT
// Session: what the worker does for its client. Every analysis gets an instance of the module of its own, so that nothing of one
// file can show in another. The last one stays for the questions that follow it; its memory goes back with the next.

import type {
  AnalysisRequest,
  Call,
  ComparisonRequest,
  ConversionRequest,
  Cut,
  Protocol,
  QueryRequest,
  RejectsRequest,
  ScoreRequest,
  Source,
} from '../client/protocol.js';
import type { Report } from '../client/report.js';
import { applySettings, readAll, type ReadSource, type Sources } from './analysis.js';
import { compile, instantiate, type Core, type Engine } from './core.js';
import { answer } from './questions.js';
import { Refusal } from './refusal.js';
import { writeRejects } from './second-pass.js';
import { giveZones } from './zones.js';

/** An instance that has read files, and what they were. */
interface Reading {
  readonly core: Core;
  readonly engine: Engine;
  /** In the order in which they count. */
  readonly sources: readonly ReadSource[];
  readonly key: string;
  readonly keepsAll: boolean;
}

/** The same for two requests about the same files and settings. That the bytes are still the same is told by their hash. */
function keyOf(sources: readonly Source[], settings: AnalysisRequest['settings']): string {
  const files = sources.map((source) => [
    source.name,
    'blob' in source ? source.blob.size : 'path' in source ? source.path : '',
  ]);
  return JSON.stringify([files, settings]);
}

export class Session implements Protocol {
  readonly #sources: Sources;
  #module: WebAssembly.Module | undefined;
  /** An instance that no file has touched. */
  #fresh: Core | undefined;
  /** The last analysis, for questions that follow it. */
  #last: Reading | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  async start(wasm: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#module = await compile(wasm);
    this.#fresh = await instantiate(this.#module);
  }

  async analyze(request: AnalysisRequest, call: Call): Promise<string> {
    const reading = await this.#read(request, call);
    this.#last = reading;
    return reading.engine.report();
  }

  async inspect(request: AnalysisRequest, call: Call): Promise<string> {
    return (await this.#read(request, call)).engine.inspection();
  }

  async plan(request: AnalysisRequest, call: Call): Promise<string> {
    return (await this.#read(request, call)).engine.plan();
  }

  decided(): Promise<string> {
    if (!this.#last) throw new Refusal('bad-option', 'analysis');
    return Promise.resolve(this.#last.engine.plan());
  }

  async rejects({ sources, settings, file, form }: RejectsRequest, call: Call): Promise<Cut> {
    const reading = await this.#same({ sources, settings }, call);
    const { files } = JSON.parse(reading.engine.report()) as Report;
    const failure = files[file]?.failure;
    if (failure) throw new Refusal(failure.code, failure.detail);
    applySettings(reading.engine, form);
    return writeRejects(reading.core, reading.engine, file, reading.sources, this.#sources, call);
  }

  async convert({ source, settings }: ConversionRequest, call: Call): Promise<void> {
    const { engine } = await this.#read({ sources: [source], settings }, call);
    const { files } = JSON.parse(engine.report()) as Report;
    const failed = files.find(({ failure }) => failure)?.failure;
    if (failed) throw new Refusal(failed.code, failed.detail);
  }

  cells({ file, record }: { file: number; record: number }): Promise<string> {
    const cells = this.#last?.engine.cells(file, record);
    if (cells === undefined || cells === 'null') throw new Refusal('bad-option', this.#last?.keepsAll ? 'record' : 'keep');
    return Promise.resolve(cells);
  }

  async query({ sources, settings, query }: QueryRequest, call: Call): Promise<string> {
    const { core, engine, sources: read } = await this.#same({ sources, settings }, call);
    return answer(core, engine, query, read, this.#sources, call);
  }

  compare({ first, second, settings }: ComparisonRequest): Promise<string> {
    return this.#without(settings, (engine) => engine.compare(...first, ...second));
  }

  score({ detractors, passives, promoters, settings }: ScoreRequest): Promise<string> {
    return this.#without(settings, (engine) => engine.score(detractors, passives, promoters));
  }

  /** What an engine says that has read nothing. */
  async #without(settings: AnalysisRequest['settings'], say: (engine: Engine) => string): Promise<string> {
    const core = await this.#core();
    const engine = new core.Engine();
    try {
      applySettings(engine, settings);
      return say(engine);
    } finally {
      engine.delete();
    }
  }

  /** The last analysis when it was this one, else this one. */
  async #same(request: AnalysisRequest, call: Call): Promise<Reading> {
    const key = keyOf(request.sources, request.settings);
    return (this.#last = this.#last?.key === key ? this.#last : await this.#read(request, call));
  }

  /** A new engine that has read the sources, in an instance that no other files will use. */
  async #read(request: AnalysisRequest, call: Call): Promise<Reading> {
    this.#last = undefined;
    const core = await this.#core();
    this.#fresh = undefined;
    const engine = new core.Engine();
    applySettings(engine, request.settings);
    const sources = await readAll(core, engine, request, this.#sources, call);
    giveZones(engine);
    const keepsAll = request.settings.some(([option, value]) => option === 'keep' && value === 'all');
    return { core, engine, sources, key: keyOf(request.sources, request.settings), keepsAll };
  }

  async #core(): Promise<Core> {
    if (!this.#module) throw new Error('start comes first');
    this.#fresh ??= await instantiate(this.#module);
    return this.#fresh;
  }
}

// SPDX-License-Identifier: MIT
// Session: what the worker does for its client. Every analysis gets an instance of the module of its own, so that the memory
// of a large file is given back with it, and nothing of one file can show in another.

import type { AnalysisRequest, Call, ConversionRequest, Protocol, ScoreRequest } from '../client/protocol.js';
import type { Report } from '../client/report.js';
import { applySettings, readAll, type Sources } from './analysis.js';
import { compile, instantiate, type Core, type Engine } from './core.js';
import { Refusal } from './refusal.js';

export class Session implements Protocol {
  readonly #sources: Sources;
  #module: WebAssembly.Module | undefined;
  /** An instance that no file has touched. */
  #fresh: Core | undefined;
  /** The engine of the last analysis, when it kept all cells. */
  #kept: Engine | undefined;

  constructor(sources: Sources) {
    this.#sources = sources;
  }

  async start(wasm: Uint8Array<ArrayBuffer>): Promise<void> {
    this.#module = await compile(wasm);
    this.#fresh = await instantiate(this.#module);
  }

  async analyze(request: AnalysisRequest, call: Call): Promise<string> {
    const engine = await this.#read(request, call);
    const report = engine.report();
    if (request.settings.some(([option, value]) => option === 'keep' && value === 'all')) this.#kept = engine;
    return report;
  }

  async inspect(request: AnalysisRequest, call: Call): Promise<string> {
    return (await this.#read(request, call)).inspection();
  }

  async convert({ source, settings }: ConversionRequest, call: Call): Promise<void> {
    const engine = await this.#read({ sources: [source], settings }, call);
    const { files } = JSON.parse(engine.report()) as Report;
    const failed = files.find(({ failure }) => failure)?.failure;
    if (failed) throw new Refusal(failed.code, failed.detail);
  }

  cells({ file, record }: { file: number; record: number }): Promise<string> {
    const cells = this.#kept?.cells(file, record);
    if (cells === undefined || cells === 'null') throw new Refusal('bad-option', this.#kept ? 'record' : 'keep');
    return Promise.resolve(cells);
  }

  async score(request: ScoreRequest): Promise<string> {
    const core = await this.#core();
    const engine = new core.Engine();
    try {
      applySettings(engine, request.settings);
      return engine.score(request.detractors, request.passives, request.promoters);
    } finally {
      engine.delete();
    }
  }

  /** A new engine that has read the sources, in an instance that no other files will use. */
  async #read(request: AnalysisRequest, call: Call): Promise<Engine> {
    this.#kept = undefined;
    const core = await this.#core();
    this.#fresh = undefined;
    const engine = new core.Engine();
    applySettings(engine, request.settings);
    await readAll(core, engine, request, this.#sources, call);
    return engine;
  }

  async #core(): Promise<Core> {
    if (!this.#module) throw new Error('start comes first');
    this.#fresh ??= await instantiate(this.#module);
    return this.#fresh;
  }
}

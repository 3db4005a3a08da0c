// SPDX-License-Identifier: MIT
// The protocol between client and worker, written once: the worker implements this interface, the client calls it.
// Only types live here, so that the worker may import the file without taking code of the client with it.

/**
 * One file to read: bytes the browser or Node holds as a Blob, or (Node only) a path that the worker opens itself; or the code
 * why the client already knows that it can not be read.
 */
export type Source =
  | { readonly name: string; readonly blob: Blob }
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly failed: string };

/** One option of the engine and its value; an option may stand several times. */
export type Setting = readonly [option: string, value: string];

export interface AnalysisRequest {
  readonly sources: readonly Source[];
  readonly settings: readonly Setting[];
}

export interface ConversionRequest {
  readonly source: Source;
  readonly settings: readonly Setting[];
}

export interface RejectsRequest extends AnalysisRequest {
  /** Of the report, from 0. */
  readonly file: number;
  /** How they are written: settings that are no part of the analysis. */
  readonly form: readonly Setting[];
}

export interface QueryRequest extends AnalysisRequest {
  /** A `Query` as JSON text. */
  readonly query: string;
}

export interface ComparisonRequest {
  /** Detractors, passives, promoters. */
  readonly first: readonly [number, number, number];
  readonly second: readonly [number, number, number];
  readonly settings: readonly Setting[];
}

/** What a person does not see in a reject file, in records and cells. */
export interface Cut {
  /** Records that are too long or can not be understood, of which only the start is there (at most 32,767 bytes). */
  readonly records: number;
  /** XLSX: cells beyond the 32,767 characters that Excel shows; it cuts them when it opens the file. */
  readonly cells: number;
}

export interface ScoreRequest {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
  readonly settings: readonly Setting[];
}

/** How far an analysis is. */
export interface Progress {
  /** The file being read, counting from 0. */
  readonly file: number;
  /** How many files there are. */
  readonly files: number;
  /** Bytes read of all files together. */
  readonly bytesRead: number;
  readonly bytesTotal: number;
  /** Records found so far, over all files. */
  readonly records: number;
}

/** What a method of the protocol gets beside its request. */
export interface Call {
  /** Tells the caller how far the call is. */
  note(progress: Progress): void;
  /** Gives the caller a part of the answer; resolves when the caller wants more. Rejects with `aborted`. */
  write(chunk: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Aborted when the caller no longer waits for the answer. */
  readonly signal: AbortSignal;
}

/** What the worker does. Answers are JSON text as the engine writes it, so that every host passes on the same bytes. */
export interface Protocol {
  /** Compiles the WebAssembly module and makes a first instance; must be the first call. */
  start(wasm: Uint8Array<ArrayBuffer>, call: Call): Promise<void>;
  /** Reads the sources; answers a `Report`. */
  analyze(request: AnalysisRequest, call: Call): Promise<string>;
  /** Looks at the sources without scoring; answers an `Inspection`. */
  inspect(request: AnalysisRequest, call: Call): Promise<string>;
  /** Looks at the start of the sources; answers a `Plan`. */
  plan(request: AnalysisRequest, call: Call): Promise<string>;
  /** The `Plan` that the last analysis followed, with what all records say. */
  decided(request: undefined, call: Call): Promise<string>;
  /**
   * Writes the records of a file that do not count, in chunks. Reads the sources again unless the last analysis was the same one.
   * Rejects with `source-changed` when the file is another one by now.
   */
  rejects(request: RejectsRequest, call: Call): Promise<Cut>;
  /** Writes the records of a source as text, in chunks that the caller takes one by one. Rejects with the file's failure. */
  convert(request: ConversionRequest, call: Call): Promise<void>;
  /** The cells of one record of the last analysis that kept all cells; answers an array of texts. */
  cells(place: { readonly file: number; readonly record: number }, call: Call): Promise<string>;
  /**
   * Answers a `QueryAnswer` about the sources. Reads them first unless the last analysis was the same one, and once more for the columns
   * that no question has asked for before. Rejects with `query-invalid`, or `source-changed` when a file is another one by now.
   */
  query(request: QueryRequest, call: Call): Promise<string>;
  /** Two sets of counts side by side; answers a `Comparison`. */
  compare(request: ComparisonRequest, call: Call): Promise<string>;
  /** A `Report` without files, from counts alone. */
  score(request: ScoreRequest, call: Call): Promise<string>;
}

export type Method = keyof Protocol;
export type RequestOf<M extends Method> = Parameters<Protocol[M]>[0];
export type AnswerOf<M extends Method> = Awaited<ReturnType<Protocol[M]>>;

/** Why a call has no answer. `detail` never holds cell text. */
export interface Failure {
  readonly code: string;
  readonly detail?: string;
}

export type ToWorker =
  | { readonly call: number; readonly method: Method; readonly request: unknown }
  | { readonly cancel: number }
  /** The chunk of that call is taken, and the next one may come. */
  | { readonly taken: number };

export type FromWorker =
  | { readonly hello: true }
  | { readonly call: number; readonly note: Progress }
  | { readonly call: number; readonly chunk: Uint8Array<ArrayBuffer> }
  | { readonly call: number; readonly answer: unknown }
  | { readonly call: number; readonly failure: Failure };

// TypeScript bindings for emscripten-generated code.  Automatically generated at compile time.
declare namespace RuntimeExports {
    let HEAPU8: any;
    let HEAPF32: any;
    let HEAPF64: any;
    let HEAP_DATA_VIEW: any;
    let HEAP8: any;
    let HEAP16: any;
    let HEAPU16: any;
    let HEAP32: any;
    let HEAPU32: any;
    let HEAP64: any;
    let HEAPU64: any;
}
interface WasmModule {
}

type EmbindString = ArrayBuffer|Uint8Array|Uint8ClampedArray|Int8Array|string;
export interface Engine {
  clearOutput(): void;
  close(): void;
  beginLastRound(): void;
  step(): boolean;
  putAside(): boolean;
  outputOffset(): number;
  wantOffset(): number;
  wantLength(): number;
  reserve(_0: number): number;
  commit(_0: number): void;
  tableRoom(_0: number): number;
  takeTable(_0: number): void;
  outputLength(): number;
  records(): number;
  openRejects(_0: number): boolean;
  opened(_0: number): number;
  set(_0: EmbindString, _1: EmbindString): string;
  open(_0: EmbindString, _1: number): void;
  wantTable(): string;
  fail(_0: EmbindString): void;
  rejectsFailure(): string;
  report(): string;
  plan(): string;
  inspection(): string;
  cells(_0: number, _1: number): string;
  score(_0: number, _1: number, _2: number): string;
  delete(): void;
}

interface EmbindModule {
  Engine: {
    new(): Engine;
  };
}

export type MainModule = WasmModule & typeof RuntimeExports & EmbindModule;
export default function MainModuleFactory (options?: unknown): Promise<MainModule>;

// SPDX-License-Identifier: MIT
// What the build puts inside the self-contained entries: the worker's script and the WebAssembly module, as texts.
// See scripts/build-web/embed.mjs.

declare module 'npscope:worker' {
  /** A classic script. */
  const script: string;
  export default script;
}

declare module 'npscope:node-worker' {
  /** A CommonJS script for a worker thread. */
  const script: string;
  export default script;
}

declare module 'npscope:wasm' {
  /** The module's bytes in base64. */
  const base64: string;
  export default base64;
}

declare module 'npscope:wasm-brotli' {
  /** The same bytes as brotli packs them, in base64. */
  const base64: string;
  export default base64;
}

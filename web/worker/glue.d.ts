// SPDX-License-Identifier: MIT
// The generated glue, which the build puts in place of this name after taking its loader out.
// See scripts/build-web/glue.mjs.

declare module 'npscope:glue' {
  const createCore: (options: import('./core.js').CoreOptions) => Promise<import('./core.js').Core>;
  export default createCore;
}

// SPDX-License-Identifier: MIT
// The content security policy of the sealed build, written once: the page can open no connection at all.
// `script` and `style` say where those may come from; everything else is the same for the demo and the single file.

export function sealedPolicy({ script = "'self'", style = "'self'" } = {}) {
  return [
    "default-src 'none'",
    `script-src ${script} 'wasm-unsafe-eval'`,
    'worker-src blob:',
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html npscope',
  ].join('; ');
}

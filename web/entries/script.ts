// SPDX-License-Identifier: MIT
// The entry for a `<script src>` without modules: client and elements in one file, on the global name `npscope`.

export * from '../client/browser.js';
export * from './elements.js';

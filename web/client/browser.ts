// SPDX-License-Identifier: MIT
// The entry `npscope` for browsers: self-contained, nothing to configure in any bundler, nothing loaded at run time.

import { apiFor } from './api.js';
import { inlineHost } from './host-inline.js';

export * from './exports.js';

export const { analyze, scoreFromCounts, close, createClient } = apiFor(inlineHost);

// SPDX-License-Identifier: MIT
// The entry `npscope` for Node: the same functions, and texts among the files are paths.

import { apiFor } from './api.js';
import { nodeHost } from './host-node.js';

export * from './exports.js';

export const { analyze, scoreFromCounts, close, createClient } = apiFor(nodeHost);

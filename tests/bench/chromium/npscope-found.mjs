// SPDX-License-Identifier: MIT
// npscope as a person's first file has it: every role that the engine finds, with ids, respondents, accounts and comments.
import { run as analyze } from './npscope.mjs';

export { load } from './npscope.mjs';

export function run(file, examples) {
  return analyze(file, examples, { mapping: {} });
}

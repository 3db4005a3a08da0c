// SPDX-License-Identifier: MIT
// Importing this file registers all elements; it is what `npscope/elements` loads.
// The watch for a host policy that forbids Lit comes first, because then nothing after it runs.
import './policy-watch.js';

import { registerElements } from './register.js';

registerElements();

export { NpsDistribution } from './nps-distribution/nps-distribution.js';
export { NpsFailure } from './nps-failure/nps-failure.js';
export { NpsIssues } from './nps-issues/nps-issues.js';
export { NpsMapping } from './nps-mapping/nps-mapping.js';
export { NpsResult } from './nps-result/nps-result.js';
export { NpsRecognition } from './nps-recognition/nps-recognition.js';
export { NpsScore } from './nps-score/nps-score.js';
export { NpsWorkspace } from './nps-workspace/nps-workspace.js';

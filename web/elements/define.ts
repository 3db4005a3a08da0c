// SPDX-License-Identifier: MIT
// Importing this file registers all elements; it is what `npscope/elements` loads.
// The watch for a host policy that forbids Lit comes first, because then nothing after it runs.
import './policy-watch.js';

import { registerElements } from './register.js';

registerElements();

export { NpsCleaning } from './nps-cleaning/nps-cleaning.js';
export { NpsColumns } from './nps-columns/nps-columns.js';
export { NpsCompare } from './nps-compare/nps-compare.js';
export { NpsComments } from './nps-comments/nps-comments.js';
export { NpsThemes } from './nps-comments/nps-themes.js';
export { NpsDrivers } from './nps-drivers/nps-drivers.js';
export { NpsDistribution } from './nps-distribution/nps-distribution.js';
export { NpsExplore } from './nps-explore/nps-explore.js';
export { NpsFailure } from './nps-failure/nps-failure.js';
export { NpsFiles } from './nps-files/nps-files.js';
export { NpsFilter } from './nps-filter/nps-filter.js';
export { NpsGoals } from './nps-goals/nps-goals.js';
export { NpsGroups } from './nps-groups/nps-groups.js';
export { NpsHeatMap } from './nps-heat-map/nps-heat-map.js';
export { NpsIssues } from './nps-issues/nps-issues.js';
export { NpsLedger } from './nps-ledger/nps-ledger.js';
export { NpsMapping } from './nps-mapping/nps-mapping.js';
export { NpsPlan } from './nps-plan/nps-plan.js';
export { NpsPolicy } from './nps-policy/nps-policy.js';
export { NpsQuality } from './nps-quality/nps-quality.js';
export { NpsQuestion } from './nps-question/nps-question.js';
export { NpsQuestions } from './nps-questions/nps-questions.js';
export { NpsRecipe } from './nps-recipe/nps-recipe.js';
export { NpsRecognition } from './nps-recognition/nps-recognition.js';
export { NpsRejects } from './nps-rejects/nps-rejects.js';
export { NpsResult } from './nps-result/nps-result.js';
export { NpsScore } from './nps-score/nps-score.js';
export { NpsSegments } from './nps-segments/nps-segments.js';
export { NpsSensitivity } from './nps-sensitivity/nps-sensitivity.js';
export { NpsShare } from './nps-share/nps-share.js';
export { NpsTrendEvents } from './nps-trend/nps-trend-events.js';
export { NpsTrend } from './nps-trend/nps-trend.js';
export { NpsVerification } from './nps-verification/nps-verification.js';
export { NpsWorkspace } from './nps-workspace/nps-workspace.js';

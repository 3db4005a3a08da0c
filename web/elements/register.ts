// SPDX-License-Identifier: MIT
// registerElements(): gives the elements their tags. A tag that is taken stays as it is, so that two copies of the package
// on one page do no harm; nothing here touches the document, so a server may import it.
import { NpsCleaning } from './nps-cleaning/nps-cleaning.js';
import { NpsColumns } from './nps-columns/nps-columns.js';
import { NpsCompare } from './nps-compare/nps-compare.js';
import { NpsComments } from './nps-comments/nps-comments.js';
import { NpsThemes } from './nps-comments/nps-themes.js';
import { NpsDrivers } from './nps-drivers/nps-drivers.js';
import { NpsDistribution } from './nps-distribution/nps-distribution.js';
import { NpsExplore } from './nps-explore/nps-explore.js';
import { NpsFailure } from './nps-failure/nps-failure.js';
import { NpsFiles } from './nps-files/nps-files.js';
import { NpsFilter } from './nps-filter/nps-filter.js';
import { NpsGoals } from './nps-goals/nps-goals.js';
import { NpsGroups } from './nps-groups/nps-groups.js';
import { NpsHeatMap } from './nps-heat-map/nps-heat-map.js';
import { NpsIntake } from './nps-intake/nps-intake.js';
import { NpsIssues } from './nps-issues/nps-issues.js';
import { NpsLedger } from './nps-ledger/nps-ledger.js';
import { NpsMapping } from './nps-mapping/nps-mapping.js';
import { NpsPlan } from './nps-plan/nps-plan.js';
import { NpsPolicy } from './nps-policy/nps-policy.js';
import { NpsQuality } from './nps-quality/nps-quality.js';
import { NpsQuestion } from './nps-question/nps-question.js';
import { NpsQuestions } from './nps-questions/nps-questions.js';
import { NpsRecipe } from './nps-recipe/nps-recipe.js';
import { NpsRecognition } from './nps-recognition/nps-recognition.js';
import { NpsRejects } from './nps-rejects/nps-rejects.js';
import { NpsResult } from './nps-result/nps-result.js';
import { NpsScore } from './nps-score/nps-score.js';
import { NpsSegments } from './nps-segments/nps-segments.js';
import { NpsSensitivity } from './nps-sensitivity/nps-sensitivity.js';
import { NpsShare } from './nps-share/nps-share.js';
import { NpsTrendEvents } from './nps-trend/nps-trend-events.js';
import { NpsTrend } from './nps-trend/nps-trend.js';
import { NpsVerification } from './nps-verification/nps-verification.js';
import { NpsWorkspace } from './nps-workspace/nps-workspace.js';

const elements = {
  'nps-cleaning': NpsCleaning,
  'nps-columns': NpsColumns,
  'nps-compare': NpsCompare,
  'nps-comments': NpsComments,
  'nps-themes': NpsThemes,
  'nps-drivers': NpsDrivers,
  'nps-distribution': NpsDistribution,
  'nps-explore': NpsExplore,
  'nps-failure': NpsFailure,
  'nps-files': NpsFiles,
  'nps-filter': NpsFilter,
  'nps-goals': NpsGoals,
  'nps-groups': NpsGroups,
  'nps-heat-map': NpsHeatMap,
  'nps-intake': NpsIntake,
  'nps-issues': NpsIssues,
  'nps-ledger': NpsLedger,
  'nps-mapping': NpsMapping,
  'nps-plan': NpsPlan,
  'nps-policy': NpsPolicy,
  'nps-quality': NpsQuality,
  'nps-question': NpsQuestion,
  'nps-questions': NpsQuestions,
  'nps-recipe': NpsRecipe,
  'nps-recognition': NpsRecognition,
  'nps-rejects': NpsRejects,
  'nps-result': NpsResult,
  'nps-score': NpsScore,
  'nps-segments': NpsSegments,
  'nps-sensitivity': NpsSensitivity,
  'nps-share': NpsShare,
  'nps-trend': NpsTrend,
  'nps-trend-events': NpsTrendEvents,
  'nps-verification': NpsVerification,
  'nps-workspace': NpsWorkspace,
} as const;

export function registerElements(): void {
  if (typeof customElements === 'undefined') return;
  for (const [tag, element] of Object.entries(elements)) {
    if (!customElements.get(tag)) customElements.define(tag, element);
  }
}

type Elements = { [Tag in keyof typeof elements]: InstanceType<(typeof elements)[Tag]> };

declare global {
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type
  interface HTMLElementTagNameMap extends Elements {}
}

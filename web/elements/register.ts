// SPDX-License-Identifier: MIT
// registerElements(): gives the elements their tags. A tag that is taken stays as it is, so that two copies of the package
// on one page do no harm; nothing here touches the document, so a server may import it.
import { NpsDistribution } from './nps-distribution/nps-distribution.js';
import { NpsFailure } from './nps-failure/nps-failure.js';
import { NpsIntake } from './nps-intake/nps-intake.js';
import { NpsIssues } from './nps-issues/nps-issues.js';
import { NpsMapping } from './nps-mapping/nps-mapping.js';
import { NpsRecognition } from './nps-recognition/nps-recognition.js';
import { NpsResult } from './nps-result/nps-result.js';
import { NpsScore } from './nps-score/nps-score.js';
import { NpsWorkspace } from './nps-workspace/nps-workspace.js';

const elements = {
  'nps-distribution': NpsDistribution,
  'nps-failure': NpsFailure,
  'nps-intake': NpsIntake,
  'nps-issues': NpsIssues,
  'nps-mapping': NpsMapping,
  'nps-recognition': NpsRecognition,
  'nps-result': NpsResult,
  'nps-score': NpsScore,
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

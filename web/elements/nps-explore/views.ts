// SPDX-License-Identifier: MIT
// The views of <nps-explore>, in the order of their tabs. A new one is an element with the properties of ExploreView and a line here.
import type { Report } from '../../client/report.js';
import type { Answers } from '../../controllers/query-controller.js';
import type { Choice } from '../../files/choice.js';
import type { MessageKey } from '../../i18n/index.js';

/** What every view is given. It asks with a QuestionController while it is active, and changes the choice by `nps-choice`. */
export interface ExploreView extends HTMLElement {
  report: Report | undefined;
  choice: Choice;
  answers: Answers;
  /** It is looked at: only then it asks. */
  active: boolean;
}

export interface ViewEntry {
  readonly id: string;
  readonly label: MessageKey;
  /** The tag of an ExploreView. */
  readonly element: string;
}

export const views: readonly ViewEntry[] = [
  { id: 'groups', label: 'explore.groups', element: 'nps-segments' },
  { id: 'compare', label: 'explore.compare', element: 'nps-compare' },
  { id: 'trend', label: 'explore.trend', element: 'nps-trend' },
  { id: 'drivers', label: 'explore.drivers', element: 'nps-drivers' },
  { id: 'comments', label: 'explore.comments', element: 'nps-comments' },
  { id: 'goals', label: 'explore.goals', element: 'nps-goals' },
];

// SPDX-License-Identifier: MIT
// The events of the elements. They bubble and cross shadow roots, and they are sent only for what a person did,
// never for a property that a program set or a method it called.
import type { NpsError } from '../client/errors.js';
import type { Cut, Progress } from '../client/protocol.js';
import type { Query, QueryAnswer, QueryCondition } from '../client/query.js';
import type { ColumnInspection, FileReport, NpsSummary, Recipe, Report } from '../client/report.js';
import type { Choice } from '../files/choice.js';

const travelling = { bubbles: true, composed: true };

/** Files that a person gave were read. */
export class NpsReportEvent extends Event {
  constructor(readonly report: Report) {
    super('nps-report', travelling);
  }
}

/** Files that a person gave yield no result; `error.code` says why, `aborted` when the person cancelled. */
export class NpsErrorEvent extends Event {
  constructor(readonly error: NpsError) {
    super('nps-error', travelling);
  }
}

/** How far the reading is that a person started. */
export class NpsProgressEvent extends Event {
  constructor(readonly progress: Progress) {
    super('nps-progress', travelling);
  }
}

/** A person chose the column that holds the scores: its header (empty when it has none) and its position from 0. */
export class NpsMapEvent extends Event {
  readonly role = 'score';

  constructor(
    readonly column: number,
    readonly columnName: string,
  ) {
    super('nps-map', travelling);
  }
}

/** A person chose how a file is to be read: another sheet (or list) by its position from 0, or another encoding. */
export class NpsChooseEvent extends Event {
  constructor(readonly choice: { readonly sheet: number } | { readonly encoding: string }) {
    super('nps-choose', travelling);
  }
}

/** Inside the workspace only: a person wants to see examples of a file's columns. Who has the file calls `show`. */
export class NpsLookEvent extends Event {
  constructor(
    readonly file: FileReport,
    readonly show: (columns: readonly ColumnInspection[]) => void,
  ) {
    super('nps-look', travelling);
  }
}

/** A person decided something about the files: they are read again with this recipe. */
export class NpsDecideEvent extends Event {
  constructor(readonly recipe: Recipe) {
    super('nps-decide', travelling);
  }
}

/** Inside the plan and the questions only: a person changed something that is not read yet. */
export class NpsEditEvent extends Event {
  constructor(readonly recipe: Recipe) {
    super('nps-edit', { bubbles: true, composed: true });
  }
}

/** Inside the workspace only: a person changed the themes that the recipe keeps. Nothing has to be read again. */
export class NpsThemesEvent extends Event {
  constructor(readonly themes: NonNullable<Recipe['themes']>) {
    super('nps-themes', travelling);
  }
}

/** A person wants to see the result again, without what was changed and not read. */
export class NpsBackEvent extends Event {
  constructor() {
    super('nps-back', travelling);
  }
}

/** What a person can save: the recipe, the report with its hashes, or the rows of a file that were not counted. */
export type Saved =
  | { readonly what: 'recipe' | 'report' | 'figures' }
  | { readonly what: 'rejects'; readonly file: number; readonly as: 'csv' | 'source-csv' | 'xlsx' };

/** A person wants to save something; who makes it calls `onCut` when a person will not see all of it. */
export class NpsSaveEvent extends Event {
  constructor(
    readonly saved: Saved,
    readonly onCut?: (cut: Cut) => void,
  ) {
    super('nps-save', travelling);
  }
}

/** Inside the workspace only: a person took a file out (its position among those given), or wants the last one back. */
export class NpsRemoveEvent extends Event {
  constructor(readonly index: number | 'undo') {
    super('nps-remove', { bubbles: true, composed: true });
  }
}

/** Inside the workspace only: a person gave files, or a table as text in a file of its own; `add` keeps those that are there. */
export class NpsFilesEvent extends Event {
  constructor(
    readonly files: readonly File[],
    readonly add = false,
  ) {
    super('nps-files', { bubbles: true, composed: true });
  }
}

/** Inside the workspace only: what a person looks at needs an answer. `place` tells questions apart: a new one takes the last one's place. */
export class NpsQueryEvent extends Event {
  constructor(
    readonly place: string,
    readonly query: Query,
  ) {
    super('nps-query', travelling);
  }
}

/** Inside the workspace only: a person does not want to wait for the answer of a place any more. */
export class NpsStopEvent extends Event {
  constructor(readonly place: string) {
    super('nps-stop', travelling);
  }
}

/** Inside the workspace only: a person put other conditions in force. */
export class NpsFilterEvent extends Event {
  constructor(readonly filter: readonly QueryCondition[]) {
    super('nps-filter', travelling);
  }
}

/** Inside the workspace only: a person chose what all views look at, such as an attribute. */
export class NpsChoiceEvent extends Event {
  constructor(readonly choice: Partial<Choice>) {
    super('nps-choice', travelling);
  }
}

/**
 * A person wants to save an answer that may leave the tab: small groups are hidden, and no comment is in it. Who makes it calls `onShared`
 * with what is in the file.
 */
export class NpsShareEvent extends Event {
  constructor(
    readonly query: Query,
    readonly minimum: number,
    readonly as: 'csv' | 'json',
    readonly onShared?: (answer: QueryAnswer) => void,
  ) {
    super('nps-share', travelling);
  }
}

/** A target that is missed for certain, the whole interval below it, or a threshold that the whole interval is beyond. */
export interface Alert {
  readonly kind: 'target' | 'below' | 'above';
  /** What is missed, in points. */
  readonly limit: number;
  /** `column:Region`, `month` or `file`; null for all responses of the filter. */
  readonly attribute: string | null;
  /** Of the attribute; null for responses without a value and for all responses. */
  readonly value: string | null;
  readonly figure: NpsSummary;
}

/** A person set targets or thresholds, and some are missed for certain: never for a figure alone, and not for what is not decided. */
export class NpsAlertEvent extends Event {
  constructor(readonly alerts: readonly Alert[]) {
    super('nps-alert', travelling);
  }
}

declare global {
  interface HTMLElementEventMap {
    'nps-report': NpsReportEvent;
    'nps-error': NpsErrorEvent;
    'nps-progress': NpsProgressEvent;
    'nps-map': NpsMapEvent;
    'nps-choose': NpsChooseEvent;
    'nps-look': NpsLookEvent;
    'nps-files': NpsFilesEvent;
    'nps-decide': NpsDecideEvent;
    'nps-edit': NpsEditEvent;
    'nps-back': NpsBackEvent;
    'nps-themes': NpsThemesEvent;
    'nps-save': NpsSaveEvent;
    'nps-remove': NpsRemoveEvent;
    'nps-query': NpsQueryEvent;
    'nps-stop': NpsStopEvent;
    'nps-filter': NpsFilterEvent;
    'nps-choice': NpsChoiceEvent;
    'nps-share': NpsShareEvent;
    'nps-alert': NpsAlertEvent;
  }
}

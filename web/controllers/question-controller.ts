// SPDX-License-Identifier: MIT
// QuestionController: what an element needs to know from the files that are read. After each update of its element it sends `nps-query`
// for every question that nobody has asked yet; who holds a client answers by the property `answers`.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { Query } from '../client/query.js';
import { NpsQueryEvent } from '../events/events.js';
import { same, type Answers, type Asked } from './query-controller.js';

export interface QuestionHost extends ReactiveControllerHost, EventTarget {
  readonly answers: Answers;
}

export class QuestionController implements ReactiveController {
  private readonly host: QuestionHost;
  private readonly questions: () => Readonly<Record<string, Query | undefined>>;

  /** `questions` by place: what the element shows now, and nothing while it is not looked at. */
  constructor(host: QuestionHost, questions: () => Readonly<Record<string, Query | undefined>>) {
    this.host = host;
    this.questions = questions;
    host.addController(this);
  }

  hostUpdated(): void {
    for (const [place, query] of Object.entries(this.questions())) {
      const asked = this.host.answers.get(place);
      if (query && !(asked && same(asked.query, query))) this.host.dispatchEvent(new NpsQueryEvent(place, query));
    }
  }

  /** Where the question of a place stands; nothing when it is not asked now. */
  asked(place: string): Asked | undefined {
    return this.questions()[place] ? this.host.answers.get(place) : undefined;
  }
}

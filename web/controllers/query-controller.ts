// SPDX-License-Identifier: MIT
// QueryController: the questions that a person asks about files that are read, and their answers, each under the place it was asked from.
// A new question of a place takes the place of the one before; the last answer stays until the next one is there.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { NpsError } from '../client/errors.js';
import type { Progress } from '../client/protocol.js';
import type { Query, QueryAnswer } from '../client/query.js';

/** A question and where it stands. */
export interface Asked {
  readonly query: Query;
  /** The last answer of this place, and the question it belongs to: another one than `query` while that is busy or failed. */
  readonly answered?: Answered;
  readonly busy: boolean;
  /** How far long work is. */
  readonly progress?: Progress;
  readonly failure?: { readonly code: string; readonly detail?: string };
}

export interface Answered {
  readonly query: Query;
  readonly answer: QueryAnswer;
}

/** By place. */
export type Answers = ReadonlyMap<string, Asked>;

export interface QuerySource {
  query(
    query: Query,
    following: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void },
  ): Promise<QueryAnswer>;
  errorOf(thrown: unknown): NpsError;
}

interface Running {
  readonly place: string;
  readonly abort: AbortController;
}

export class QueryController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly source: QuerySource;
  private running: Running | undefined;
  /** Places whose question waits for its turn, the longest first. */
  private waiting: readonly string[] = [];

  answers: Answers = new Map();

  constructor(host: ReactiveControllerHost, source: QuerySource) {
    this.host = host;
    this.source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.forget();
  }

  /** Asks, unless the place has just this question. */
  ask(place: string, query: Query): void {
    const before = this.answers.get(place);
    if (before && same(before.query, query)) return;
    if (before?.progress) this.overtake(place);
    const answered = before?.answered;
    this.show(place, { query, busy: true, ...(answered && { answered }) });
    this.waiting = [...this.waiting.filter((other) => other !== place), place];
    void this.next();
  }

  /** Ends the question of a place that a person does not want to wait for. */
  stop(place: string): void {
    this.waiting = this.waiting.filter((other) => other !== place);
    const asked = this.answers.get(place);
    if (this.running?.place === place) this.running.abort.abort();
    else if (asked?.busy) this.show(place, ended(asked, { code: 'aborted' }));
  }

  /** Ends what is asked and keeps the answers: the files are read again, and until then they are what there is to see. */
  pause(): void {
    this.waiting = [];
    this.running?.abort.abort();
    this.running = undefined;
  }

  /** Ends what is asked and forgets all answers: the files are others. */
  forget(): void {
    this.pause();
    if (this.answers.size === 0) return;
    this.answers = new Map();
    this.host.requestUpdate();
  }

  /**
   * Work that tells how far it is stops at once. Anything else is over before a worker would notice, and a worker that does not stop is
   * thrown away with all it has read.
   */
  private overtake(place: string): void {
    if (this.running?.place === place) this.running.abort.abort();
  }

  private async next(): Promise<void> {
    const [place, ...rest] = this.waiting;
    const asked = place === undefined ? undefined : this.answers.get(place);
    if (this.running || place === undefined || !asked) return;
    this.waiting = rest;
    const run: Running = { place, abort: new AbortController() };
    this.running = run;
    const outcome = await this.outcomeOf(asked, run);
    if (this.running !== run) return;
    this.running = undefined;
    this.settle(place, asked.query, outcome);
    void this.next();
  }

  private async outcomeOf({ query }: Asked, run: Running): Promise<Pick<Asked, 'answered' | 'failure'>> {
    const onProgress = (progress: Progress): void => {
      const now = this.answers.get(run.place);
      if (this.running === run && now?.query === query) this.show(run.place, { ...now, progress });
    };
    try {
      return { answered: { query, answer: await this.source.query(query, { signal: run.abort.signal, onProgress }) } };
    } catch (thrown) {
      const { code, detail } = this.source.errorOf(thrown);
      return { failure: { code, ...(detail !== undefined && { detail }) } };
    }
  }

  private settle(place: string, query: Query, { answered, failure }: Pick<Asked, 'answered' | 'failure'>): void {
    const now = this.answers.get(place);
    if (!now) return;
    const isLast = now.query === query;
    if (answered) this.show(place, { query: now.query, busy: !isLast, answered });
    else if (isLast && failure) this.show(place, ended(now, failure));
  }

  private show(place: string, asked: Asked): void {
    this.answers = new Map([...this.answers, [place, asked]]);
    this.host.requestUpdate();
  }
}

function ended({ query, answered }: Asked, failure: NonNullable<Asked['failure']>): Asked {
  return { query, busy: false, failure, ...(answered && { answered }) };
}

/** Questions are plain values that are put together in one order. */
export function same(one: Query, other: Query): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

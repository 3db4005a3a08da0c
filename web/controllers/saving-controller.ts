// SPDX-License-Identifier: MIT
// SavingController: something is made to be saved, beside what is shown: how far that is, and why it failed.
// The browser gets the file when all of it is there.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { NpsError } from '../client/errors.js';
import type { Progress } from '../client/protocol.js';
import type { Saved } from '../events/events.js';
import { download } from './download.js';

export type Saving =
  | { readonly phase: 'idle' }
  | { readonly phase: 'working'; readonly saved: Saved; readonly progress?: Progress }
  | { readonly phase: 'failed'; readonly saved: Saved; readonly error: NpsError };

export interface Making {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export class SavingController implements ReactiveController {
  private readonly host: ReactiveControllerHost;
  private readonly errorOf: (thrown: unknown) => NpsError;
  private running: AbortController | undefined;

  state: Saving = { phase: 'idle' };

  constructor(host: ReactiveControllerHost, errorOf: (thrown: unknown) => NpsError) {
    this.host = host;
    this.errorOf = errorOf;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.stop();
  }

  /** Ends what is made, and forgets what failed. */
  stop(): void {
    this.running?.abort();
    this.running = undefined;
    this.state = { phase: 'idle' };
  }

  /** Makes a file and hands it to the browser; one at a time. */
  async save(saved: Saved, name: string, make: (making: Making) => Blob | Promise<Blob>): Promise<void> {
    this.stop();
    const run = new AbortController();
    this.running = run;
    this.show(run, { phase: 'working', saved });
    const onProgress = (progress: Progress): void => this.show(run, { phase: 'working', saved, progress });
    try {
      const content = await make({ signal: run.signal, onProgress });
      if (this.running !== run) return;
      download(content, name);
      this.show(run, { phase: 'idle' });
    } catch (thrown) {
      this.show(run, { phase: 'failed', saved, error: this.errorOf(thrown) });
    }
  }

  private show(run: AbortController, state: Saving): void {
    if (this.running !== run) return;
    this.state = state;
    this.host.requestUpdate();
  }
}

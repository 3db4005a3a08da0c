// SPDX-License-Identifier: MIT
// DropController: makes a whole element a place to drop files and folders, and to paste a table copied from a spreadsheet.
// It only tells its owner what was given; text/html on the clipboard is never looked at.
import type { ReactiveController, ReactiveControllerHost } from 'lit';

import type { FileInput } from '../client/inputs.js';
import { dropped, type DropRefusal } from './dropped-files.js';
import { isTable } from './table.js';

export interface DropListener {
  files(files: readonly FileInput[]): void;
  /** What was dropped can not be read as a whole. */
  refused(code: DropRefusal): void;
  table(text: string): void;
}

export class DropController implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly listener: DropListener;
  private depth = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, listener: DropListener) {
    this.host = host;
    this.listener = listener;
    host.addController(this);
  }

  /** True while something that can be dropped hovers over the element. */
  get hovering(): boolean {
    return this.depth > 0;
  }

  hostConnected(): void {
    this.host.addEventListener('dragenter', this.enter);
    this.host.addEventListener('dragover', this.over);
    this.host.addEventListener('dragleave', this.leave);
    this.host.addEventListener('drop', this.drop);
    document.addEventListener('paste', this.paste);
  }

  hostDisconnected(): void {
    this.host.removeEventListener('dragenter', this.enter);
    this.host.removeEventListener('dragover', this.over);
    this.host.removeEventListener('dragleave', this.leave);
    this.host.removeEventListener('drop', this.drop);
    document.removeEventListener('paste', this.paste);
    this.depth = 0;
  }

  private readonly enter = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    this.change(this.depth + 1);
  };

  private readonly over = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'copy';
  };

  private readonly leave = (): void => this.change(Math.max(0, this.depth - 1));

  private readonly drop = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    this.change(0);
    if (event.dataTransfer) void this.pass(dropped(event.dataTransfer));
  };

  private async pass(coming: ReturnType<typeof dropped>): Promise<void> {
    const found = await coming;
    if (typeof found === 'string') this.listener.refused(found);
    else if (found.length > 0) this.listener.files(found);
  }

  /** A paste belongs to this element when it happens inside it, or when nothing on the page has the focus. */
  private readonly paste = (event: ClipboardEvent): void => {
    if (event.defaultPrevented || !event.clipboardData) return;
    const inside = event.composedPath().includes(this.host);
    if (!inside && event.target !== document.body) return;
    const files = [...event.clipboardData.files];
    const text = event.clipboardData.getData('text/plain');
    if (isTable(text)) this.listener.table(text);
    else if (files.length > 0) this.listener.files(files);
    else return;
    event.preventDefault();
  };

  private change(depth: number): void {
    if (depth === this.depth) return;
    const was = this.hovering;
    this.depth = depth;
    if (was !== this.hovering) this.host.requestUpdate();
  }
}

function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

// SPDX-License-Identifier: MIT
// The page object of everything that shows a workspace: how a person gives files, and what can be read off the screen.
// It goes by what a person sees; shadow roots are open, so locators reach inside.
import { readFile } from 'node:fs/promises';

import { expect, type Locator, type Page } from '@playwright/test';

import type { Watch } from './watch.js';

/** A file made in the test, or the path of one. */
export type Given = string | { name: string; text: string } | { name: string; bytes: Uint8Array };

export class WorkspacePage {
  readonly page: Page;
  readonly watch: Watch;
  readonly workspace: Locator;
  readonly figure: Locator;
  readonly interval: Locator;
  readonly failure: Locator;
  readonly heading: Locator;
  readonly recognition: Locator;
  readonly status: Locator;
  readonly questions: Locator;
  readonly plan: Locator;

  constructor(page: Page, watch: Watch) {
    this.page = page;
    this.watch = watch;
    this.workspace = page.locator('nps-workspace');
    this.figure = this.workspace.locator('nps-score [part=figure]');
    this.interval = this.workspace.locator('nps-score .range');
    this.failure = this.workspace.locator('nps-failure');
    this.heading = this.workspace.locator('nps-result > h2, nps-result header h2');
    this.recognition = this.workspace.locator('nps-recognition');
    this.status = this.workspace.locator('.content > p.unseen[role=status]');
    this.questions = this.workspace.locator('nps-questions');
    this.plan = this.workspace.locator('nps-plan');
  }

  /** Opens the page and waits until it can take files. */
  async open(address: string): Promise<void> {
    await this.page.goto(address);
    await expect(this.button(/Choose a file|Datei auswählen|选择文件/)).toBeVisible();
    this.watch.beSilent();
  }

  /** Loads the page again: everything given and decided is gone. */
  async openAgain(): Promise<void> {
    this.watch.beLoading();
    await this.open(this.page.url());
  }

  button(name: string | RegExp): Locator {
    return this.workspace.getByRole('button', { name });
  }

  /** Gives files through the file picker's input. */
  async give(...files: Given[]): Promise<void> {
    const paths = files.filter((file) => typeof file === 'string');
    const made = files.filter((file) => typeof file !== 'string').map(payload);
    await this.workspace.locator('nps-intake input[type=file]').setInputFiles(paths.length > 0 ? paths : made);
  }

  /** Gives more files through the list of those that are there. */
  async add(...files: Exclude<Given, string>[]): Promise<void> {
    await this.workspace.locator('nps-files input[type=file]').setInputFiles(files.map(payload));
  }

  /** Confirms the answers that are marked. */
  async confirm(): Promise<void> {
    await this.questions.locator('[part=read]').click();
  }

  /** Opens the plan and waits for it. */
  async openPlan(): Promise<void> {
    await this.button('Look at every decision').click();
    await expect(this.plan.locator('h2')).toBeFocused();
  }

  /** What the browser saves when a button is pressed: its name and its bytes. */
  async saved(button: Locator): Promise<{ name: string; bytes: Buffer }> {
    const coming = this.page.waitForEvent('download');
    await button.click();
    const download = await coming;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  }

  /** Drops files and folders of the disk on the page, as the browser gets them from a desktop. */
  async drop(...paths: string[]): Promise<void> {
    await this.workspace.evaluate((element) => element.scrollIntoView());
    const session = await this.page.context().newCDPSession(this.page);
    const data = { items: [], files: paths, dragOperationsMask: 1 };
    const box = await this.workspace.boundingBox();
    const place = { x: (box?.x ?? 0) + 100, y: (box?.y ?? 0) + 100, data };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await session.send('Input.dispatchDragEvent', { type, ...place });
    await session.detach();
  }

  /** Waits for a result and reads its figures. */
  async figures(): Promise<{ nps: string; interval: string; groups: string[]; histogram: number[] }> {
    await expect(this.figure).toBeVisible();
    return {
      nps: await this.figure.innerText(),
      interval: await this.interval.innerText(),
      groups: await this.workspace.locator('nps-score .amount').allInnerTexts(),
      histogram: await this.histogram(),
    };
  }

  /** The responses per score, from the table under the chart. */
  async histogram(): Promise<number[]> {
    const table = this.workspace.locator('nps-distribution details');
    if ((await table.getAttribute('open')) === null) await table.locator('summary').click();
    const cells = await table.locator('tbody tr td:nth-of-type(2)').allInnerTexts();
    return cells.map(Number);
  }

  /** The lines of the ledger: `[['Rows read', '476'], …]`. */
  async ledger(): Promise<string[][]> {
    const rows = await this.workspace.locator('nps-issues tbody tr').all();
    return Promise.all(rows.map(async (row) => row.locator('th, td').allInnerTexts()));
  }

  /** Waits for a failure and reads its sentence and its code. */
  async failureShown(): Promise<{ sentence: string; fix: string; code: string }> {
    const { failure } = this;
    await expect(failure).toBeVisible();
    return {
      sentence: await failure.locator('.what').innerText(),
      fix: await failure.locator('.what + p').innerText(),
      code: await failure.locator('p:last-child .code').innerText(),
    };
  }
}

export function payload(file: Exclude<Given, string>): { name: string; mimeType: string; buffer: Buffer } {
  return { name: file.name, mimeType: 'text/csv', buffer: Buffer.from('text' in file ? file.text : file.bytes) };
}

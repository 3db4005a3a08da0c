// SPDX-License-Identifier: MIT
// The page object of <nps-explore>: how a person filters, chooses attributes and goes from tab to tab, and what can be read off it.
import { expect, type Locator } from '@playwright/test';

import type { WorkspacePage } from './workspace-page.js';

export class ExplorePage {
  readonly demo: WorkspacePage;
  readonly root: Locator;
  readonly groups: Locator;
  readonly heatMap: Locator;
  readonly compare: Locator;
  readonly goals: Locator;
  /** The filter of all views; the comparison may have another one. */
  readonly filter: Locator;

  constructor(demo: WorkspacePage) {
    this.demo = demo;
    this.root = demo.workspace.locator('nps-explore');
    this.groups = this.root.locator('nps-segments');
    this.heatMap = this.groups.locator('nps-heat-map');
    this.compare = this.root.locator('nps-compare');
    this.goals = this.root.locator('nps-goals');
    this.filter = this.root.locator('nps-filter[place=filter]');
  }

  /** The tab of a view: `groups`, `compare`, `goals`. */
  tab(id: string): Locator {
    return this.root.locator(`#tab-${id}`);
  }

  /** Chooses attributes by their names. */
  async splitBy(name: string, second?: string): Promise<void> {
    await this.groups.locator('#by').selectOption({ label: name });
    if (second !== undefined) await this.groups.locator('#second').selectOption({ label: second });
  }

  /** The ranked groups: name, responses, NPS and verdict. */
  async ranking(): Promise<string[][]> {
    await expect(this.groups.locator('#ranking')).toBeVisible();
    await expect(this.groups.locator('.waiting')).toHaveCount(0);
    const rows = await this.groups.locator('tbody > tr:has(td.figure)').all();
    return Promise.all(
      rows.map(async (row) => [
        await row.locator('th bdi').innerText(),
        ...(await row.locator('td.number').allInnerTexts()).map((text) => text.trim()),
        (await row.locator('.verdict > .badge').innerText()).trim(),
      ]),
    );
  }

  /** The cells of the heat map by row and column, as they read; empty ones are empty texts. */
  async heat(): Promise<Record<string, string>> {
    await expect(this.heatMap.getByRole('table')).toBeVisible();
    const columns = await this.heatMap.locator('thead th').allInnerTexts();
    const found: Record<string, string> = {};
    for (const row of await this.heatMap.locator('tbody tr').all()) {
      const name = await row.locator('th').innerText();
      const cells = await row.locator('td').all();
      for (const [index, cell] of cells.entries()) {
        const [nps = '', , responses = ''] = await cell.locator('.nps, .small').allInnerTexts();
        found[`${name} ${columns[index] ?? ''}`] = `${nps} ${responses}`.trim();
      }
    }
    return found;
  }

  /** Opens the form for a condition about something. */
  private async begin(what: string, filter = this.filter): Promise<void> {
    await filter.locator('.add').click();
    await filter.locator('#what').selectOption({ label: what });
  }

  async addValues(column: string, values: readonly string[], filter = this.filter): Promise<void> {
    await this.begin(column, filter);
    for (const value of values) await filter.locator('.values').getByRole('checkbox', { name: value }).check();
    await filter.locator('.editor .main').click();
  }

  async addRange(what: string, from: string, to: string): Promise<void> {
    await this.begin(what);
    await this.filter.locator('#from').fill(from);
    await this.filter.locator('#to').fill(to);
    await this.filter.locator('.editor .main').click();
  }

  async addText(column: string, text: string): Promise<void> {
    await this.begin(column);
    await this.filter.locator('#text').fill(text);
    await this.filter.locator('.editor .main').click();
  }

  /** The conditions in force, as they read. */
  async conditions(filter = this.filter): Promise<string[]> {
    const texts = await filter.locator('.chip > button:first-child').allInnerTexts();
    return texts.map((text) => text.replace(/[\u2066-\u2069]/g, '').trim());
  }

  /** How many responses the filter leaves, as it reads. */
  get count(): Locator {
    return this.filter.getByRole('status').last();
  }
}

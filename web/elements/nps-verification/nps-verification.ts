// SPDX-License-Identifier: MIT
// <nps-verification>: whether a saved report was repeated with the same result, which of its files are there, and what is different.
// Draws properties; sends no event.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Report } from '../../client/report.js';
import type { Difference, Verification } from '../../client/verify.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { formatDay } from '../../i18n/format.js';
import { checkIcon, warningIcon } from '../../styles/icons.js';
import { styles } from './nps-verification.styles.js';

/** How many differences are named. */
const kNamed = 20;

/**
 * The result of a repetition.
 *
 * @csspart card - The surface everything stands on.
 */
export class NpsVerification extends LitElement {
  static override styles = styles;

  /** The report that was saved. */
  @property({ attribute: false }) saved: Report | undefined;

  /** What repeating it gave. */
  @property({ attribute: false }) verification: Verification | undefined;

  private readonly words = new LocaleController(this);

  override render(): TemplateResult {
    const { saved, verification } = this;
    if (!saved || !verification) return html``;
    const { same, differences, report } = verification;
    return html`
      <section class=${same ? 'card same' : 'card'} part="card" aria-labelledby="title">
        ${same ? checkIcon : warningIcon}
        <div>
          <h3 class="title" id="title">
            ${same ? this.words.t('verify.same') : this.words.plural('verify.differs', differences.length)}
          </h3>
          <ul>
            ${this.renderFiles(saved, report)} ${this.renderVersion(saved, report)}
            ${
              saved.asOf
                ? html`<li>${this.words.t('verify.as-of', { date: formatDay(this.words.lang, saved.asOf) })}</li>`
                : nothing
            }
          </ul>
          ${differences.length > 0 ? this.renderDifferences(differences) : nothing}
        </div>
      </section>
    `;
  }

  private renderFiles(saved: Report, found: Report): TemplateResult[] {
    const then = new Map(saved.files.map(({ sha256, name }) => [sha256, name]));
    const now = new Set(found.files.map(({ sha256 }) => sha256));
    const line = (key: 'verify.file-same' | 'verify.file-missing' | 'verify.file-other', name: string): TemplateResult =>
      html`<li>${this.words.rich(key, { name: html`<bdi class="name">${name}</bdi>` })}</li>`;
    return [
      ...found.files.map(({ sha256, name }) => line(then.has(sha256) ? 'verify.file-same' : 'verify.file-other', name)),
      ...saved.files.filter(({ sha256 }) => !now.has(sha256)).map(({ name }) => line('verify.file-missing', name)),
    ];
  }

  private renderVersion({ version: then }: Report, { version: now }: Report): TemplateResult {
    const text =
      then === now
        ? this.words.t('verify.version-same', { version: now })
        : this.words.t('verify.version-other', { then, now });
    return html`<li>${text}</li>`;
  }

  private renderDifferences(differences: readonly Difference[]): TemplateResult {
    const value = (json: string | null): string => json ?? '–';
    return html`
      <ul class="numbers">
        ${differences
          .slice(0, kNamed)
          .map(
            ({ path, saved, found }) =>
              html`<li>${this.words.t('verify.number', { place: path, then: value(saved), now: value(found) })}</li>`,
          )}
      </ul>
    `;
  }
}

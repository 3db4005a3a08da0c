// SPDX-License-Identifier: MIT
// <nps-failure>: why a file gives nothing to the figures, what to do about it, and the code to quote.
// Draws a property; sends no event.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { LocaleController } from '../../controllers/locale-controller.js';
import { explain, isExplained } from '../../i18n/sentences.js';
import { errorIcon } from '../../styles/icons.js';
import { styles } from './nps-failure.styles.js';

/**
 * A failure, as a sentence with a fix.
 *
 * @csspart card - The surface everything stands on.
 * @cssprop --nps-error - Colour of the icon.
 * @cssprop --nps-error-wash - Colour of the surface.
 */
export class NpsFailure extends LitElement {
  static override styles = styles;

  /** The failure to draw. */
  @property({ attribute: false }) failure: { readonly code: string; readonly detail?: string | undefined } | undefined;

  /** Name of the file it belongs to; empty where the page says so already. */
  @property({ attribute: 'file-name' }) fileName = '';

  @query('.what') private readonly heading!: HTMLElement | null;

  private readonly words = new LocaleController(this);

  /** Puts the focus on the sentence, so that a screen reader says it. */
  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  override render(): TemplateResult {
    if (!this.failure) return html``;
    const { code, detail } = this.failure;
    const { sentence, fix } = explain(this.words.lang, code, detail);
    return html`
      <div class="card" part="card">
        ${errorIcon}
        <div>
          ${this.fileName ? html`<p class="soft small"><bdi>${this.fileName}</bdi></p>` : nothing}
          <h2 class="what" tabindex="-1">${sentence}</h2>
          <p>${fix}</p>
          ${this.renderDetail(fix)}
          <p class="soft small">${this.words.rich('error.code', { code: html`<span class="code">${code}</span>` })}</p>
        </div>
      </div>
    `;
  }

  /** What exactly, where the fix does not say it: a directive, an option, an address. */
  private renderDetail(fix: string): TemplateResult | typeof nothing {
    const { code = '', detail } = this.failure ?? {};
    if (!detail || fix.includes(detail) || isExplained(code, detail)) return nothing;
    return html`<p class="code"><bdi>${detail}</bdi></p>`;
  }
}

// SPDX-License-Identifier: MIT
// <nps-share>: saves the figures of a question so that they may leave the tab: worked out once more with small groups hidden, and told how
// many those are. Draws a question; sends `nps-share`.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Query, QueryAnswer } from '../../client/query.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsShareEvent } from '../../events/events.js';
import { hiddenOf, hiddenText } from '../hidden-groups.js';
import { styles } from './nps-share.styles.js';

const kUsualMinimum = 10;
const kLeastMinimum = 5;

/**
 * Figures to share.
 *
 * @fires {NpsShareEvent} nps-share - A person wants to save them.
 */
export class NpsShare extends LitElement {
  static override styles = styles;

  /** The question whose figures are shared. */
  @property({ attribute: false }) query: Query | undefined;

  @state() private minimum = kUsualMinimum;

  /** What the last file holds. */
  @state() private saved: QueryAnswer | undefined;

  private readonly words = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('query')) this.saved = undefined;
  }

  private readonly enter = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    this.minimum = Math.max(kLeastMinimum, Math.round(Number(input.value)) || kUsualMinimum);
    input.value = String(this.minimum);
  };

  private save(as: 'csv' | 'json'): void {
    const { query, minimum } = this;
    if (!query) return;
    this.saved = undefined;
    this.dispatchEvent(new NpsShareEvent(query, minimum, as, (answer) => (this.saved = answer)));
  }

  override render(): TemplateResult {
    if (!this.query) return html``;
    return html`
      <details>
        <summary>${this.words.t('share.title')}</summary>
        <p class="soft small">${this.words.t('share.sentence')}</p>
        <div class="ways">
          <div>
            <label for="minimum">${this.words.t('share.minimum')}</label>
            <input
              id="minimum"
              type="number"
              min=${kLeastMinimum}
              step="1"
              .value=${String(this.minimum)}
              @change=${this.enter}
            />
          </div>
          <button @click=${() => this.save('csv')}>${this.words.t('share.csv')}</button>
          <button @click=${() => this.save('json')}>${this.words.t('share.json')}</button>
        </div>
        <p class="small" role="status">${this.saved ? this.renderSaved(this.saved) : nothing}</p>
      </details>
    `;
  }

  /** A file can hold several measures, each with hidden groups of its own. */
  private renderSaved({ answers }: QueryAnswer): string {
    const hidden = answers.flatMap((answer) => (hiddenOf(answer.hidden) ? [hiddenText(this.words, answer.hidden)] : []));
    if (hidden.length === 0) return this.words.t('share.saved-all');
    return [this.words.t('share.saved'), ...new Set(hidden)].join(this.words.lang === 'zh' ? '' : ' ');
  }
}

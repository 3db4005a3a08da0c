// SPDX-License-Identifier: MIT
// <nps-recipe>: all decisions in one file to save and to give again, and the report with what it takes to repeat it.
// Sends `nps-save` for what a person wants to save and `nps-files` for a recipe that is loaded.
import { html, LitElement, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsFilesEvent, NpsSaveEvent } from '../../events/events.js';
import { styles } from './nps-recipe.styles.js';

/**
 * The ways to keep decisions and figures.
 *
 * @fires {NpsSaveEvent} nps-save - A person wants to save the recipe or the report.
 * @fires {NpsFilesEvent} nps-files - A person loaded a recipe.
 * @csspart card - The surface everything stands on.
 */
export class NpsRecipe extends LitElement {
  static override styles = styles;

  /** Something is being made to be saved. */
  @property({ type: Boolean }) busy = false;

  @query('input') private readonly input!: HTMLInputElement | null;

  private readonly words = new LocaleController(this);

  private readonly choose = (): void => this.input?.click();

  private readonly take = (): void => {
    const files = [...(this.input?.files ?? [])];
    if (this.input) this.input.value = '';
    if (files.length > 0) this.dispatchEvent(new NpsFilesEvent(files));
  };

  private save(what: 'recipe' | 'report'): void {
    this.dispatchEvent(new NpsSaveEvent({ what }));
  }

  override render(): TemplateResult {
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('recipe.title')}</h3>
        <p>${this.words.t('recipe.sentence')}</p>
        <div class="ways">
          <button ?disabled=${this.busy} @click=${() => this.save('recipe')}>${this.words.t('recipe.save')}</button>
          <button aria-describedby="drop" @click=${this.choose}>${this.words.t('recipe.load')}</button>
          <input
            type="file"
            hidden
            accept=".json,application/json"
            aria-label=${this.words.t('recipe.load')}
            @change=${this.take}
          />
        </div>
        <p class="soft small" id="drop">${this.words.t('recipe.drop')}</p>
        <div class="ways">
          <button ?disabled=${this.busy} aria-describedby="report" @click=${() => this.save('report')}>
            ${this.words.t('report.save')}
          </button>
        </div>
        <p class="soft small" id="report">${this.words.t('report.save-help')}</p>
      </section>
    `;
  }
}

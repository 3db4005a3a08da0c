// SPDX-License-Identifier: MIT
// <nps-cleaning>: the rules by which cells are understood, each with what it changed, before and after, and what it moves.
// Draws properties; sends `nps-edit` when a person switched a rule.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Cleaning, CleaningRule, Plan, Recipe, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsEditEvent } from '../../events/events.js';
import { withCleaning } from '../../files/recipe-edits.js';
import { cleaningRules } from '../../i18n/codes.js';
import { formatNps } from '../../i18n/format.js';
import { effectText } from '../../i18n/review.js';
import { styles } from './nps-cleaning.styles.js';

/**
 * The cleaning rules.
 *
 * @fires {NpsEditEvent} nps-edit - A person switched a rule on or off.
 * @csspart card - The surface everything stands on.
 */
export class NpsCleaning extends LitElement {
  static override styles = styles;

  /** What the rules changed when the files were read; nothing is known without it. */
  @property({ attribute: false }) report: Report | undefined;

  /** Holds cells before and after each rule. */
  @property({ attribute: false }) plan: Plan | undefined;

  /** The decisions, with the rules that are on. */
  @property({ attribute: false }) recipe: Recipe | undefined;

  private readonly words = new LocaleController(this);

  private change(rule: CleaningRule, event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    if (this.recipe) this.dispatchEvent(new NpsEditEvent(withCleaning(this.recipe, rule, checked)));
  }

  override render(): TemplateResult {
    const { recipe } = this;
    if (!recipe) return html``;
    const cellsOf = (rule: CleaningRule): number => this.found(rule)?.cells ?? 0;
    const order = [...cleaningRules].sort((a, b) => Number(cellsOf(b) > 0) - Number(cellsOf(a) > 0));
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('clean.title')}</h3>
        <p class="soft">${this.words.t('clean.intro')}</p>
        <ul aria-labelledby="title">
          ${order.map((rule) => this.renderRule(rule, recipe.cleaning[rule]))}
        </ul>
      </section>
    `;
  }

  private renderRule(rule: CleaningRule, on: boolean): TemplateResult {
    const found = this.found(rule);
    return html`
      <li class=${found && found.cells > 0 ? 'active' : ''}>
        <label>
          <input
            type="checkbox"
            role="switch"
            .checked=${on}
            aria-describedby="help-${rule}"
            @change=${(event: Event) => this.change(rule, event)}
          />
          <span class="name">${this.words.t(`clean.${rule}`)}</span>
        </label>
        <div>
          <p class="soft small" id="help-${rule}">${this.words.t(`clean-help.${rule}`)}</p>
          ${found ? this.renderFound(found) : nothing} ${this.renderChanges(rule)}
        </div>
      </li>
    `;
  }

  private renderFound(found: Cleaning): TemplateResult {
    const { cells, responses } = found;
    return html`
      <p class="small facts">
        <span class=${cells > 0 ? 'many' : 'soft'}>
          ${cells > 0 ? this.words.plural('clean.changed', cells) : this.words.t('clean.unchanged')}
        </span>
        ${responses > 0 ? html`<span>${this.effectOf(found)}</span>` : nothing}
      </p>
    `;
  }

  private effectOf({ responses, npsWithout }: Cleaning): string {
    const { lang } = this.words;
    const nps = this.report?.nps?.nps;
    if (npsWithout === null || nps === undefined) return this.words.t('effect.all');
    const without = this.words.t('effect.without', { nps: formatNps(lang, npsWithout) });
    return `${effectText(lang, nps - npsWithout, responses)} · ${without}`;
  }

  private renderChanges(rule: CleaningRule): TemplateResult | typeof nothing {
    const changes = this.plan?.changes.filter((change) => change.rule === rule) ?? [];
    if (changes.length === 0) return nothing;
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${this.words.t('plan.column')}</th>
            <th scope="col">${this.words.t('clean.before')}</th>
            <th scope="col">${this.words.t('clean.after')}</th>
          </tr>
        </thead>
        <tbody>
          ${changes.map(
            ({ file, column, before, after }) => html`
              <tr>
                <td><bdi>${this.plan?.files[file]?.columns[column]?.name ?? ''}</bdi></td>
                <td><bdi class="cell">${before}</bdi></td>
                <td><bdi class="cell">${after}</bdi></td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  private found(rule: CleaningRule): Cleaning | undefined {
    return this.report?.cleaning.find((one) => one.rule === rule);
  }
}

// SPDX-License-Identifier: MIT
// <nps-columns>: every column of a file with what it is used for, how sure that is and why, and examples; each can be used for
// something else. Draws properties; sends `nps-edit` when a person chose another role.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { ColumnInspection, Plan, Recipe, Role } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsEditEvent } from '../../events/events.js';
import { rolesOf, withRole } from '../../files/recipe-edits.js';
import { roles } from '../../i18n/codes.js';
import { formatShare } from '../../i18n/format.js';
import { roleHelp } from '../../i18n/review.js';
import { evidenceSentence, roleName } from '../../i18n/sentences.js';
import { infoIcon } from '../../styles/icons.js';
import { styles } from './nps-columns.styles.js';

/** A file with more columns than this shows those without a role only when asked. */
const kFewColumns = 12;
const kExamples = 3;

/**
 * The columns of one file.
 *
 * @fires {NpsEditEvent} nps-edit - A person chose what a column is used for.
 */
export class NpsColumns extends LitElement {
  static override styles = styles;

  /** The files of the plan. */
  @property({ attribute: false }) files: Plan['files'] = [];

  /** Which of them to draw, counting from 0. */
  @property({ type: Number }) index = 0;

  /** The decisions, with the role of each column. */
  @property({ attribute: false }) recipe: Recipe | undefined;

  @state() private showsAll = false;

  private readonly words = new LocaleController(this);

  /** The selects follow the recipe; as a binding the value would be set before the options are there. */
  protected override updated(_changed: PropertyValues<this>): void {
    const current = this.roles;
    for (const select of this.renderRoot.querySelectorAll('select')) {
      select.value = current[Number(select.dataset.column)] ?? 'none';
    }
  }

  private get roles(): readonly Role[] {
    return this.recipe ? rolesOf(this.recipe, this.files, this.index) : [];
  }

  private readonly choose = (event: Event): void => {
    const { value, dataset } = event.target as HTMLSelectElement;
    if (!this.recipe) return;
    const recipe = withRole(this.recipe, this.files, this.index, Number(dataset.column), value as Role);
    this.dispatchEvent(new NpsEditEvent(recipe));
  };

  private readonly showAll = (): void => {
    this.showsAll = true;
  };

  override render(): TemplateResult {
    const file = this.files[this.index];
    if (!file || file.columns.length === 0) return html``;
    const current = this.roles;
    const isUsed = ({ index, role }: ColumnInspection): boolean => (current[index] ?? 'none') !== 'none' || role !== 'none';
    const few = this.showsAll || file.columns.length <= kFewColumns;
    const shown = few ? file.columns : file.columns.filter(isUsed);
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${this.words.plural('mapping.all', file.columns.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${this.words.t('plan.column')}</th>
              <th scope="col">${this.words.t('plan.role')}</th>
              <th scope="col">${this.words.t('plan.sure')}</th>
              <th scope="col">${this.words.t('plan.filled')}</th>
              <th scope="col">${this.words.t('plan.samples')}</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((column) => this.renderColumn(column, current[column.index] ?? 'none'))}
          </tbody>
        </table>
      </div>
      ${
        current.includes('employee')
          ? html`<p class="note small">${infoIcon}<span>${this.words.t('employees.note')}</span></p>`
          : nothing
      }
      ${
        shown.length < file.columns.length
          ? html`<button class="plain" @click=${this.showAll}>${this.words.plural('mapping.all', file.columns.length)}</button>`
          : nothing
      }
    `;
  }

  private renderColumn(column: ColumnInspection, role: Role): TemplateResult {
    const { lang } = this.words;
    const name = column.name || this.words.t('mapping.unnamed', { position: column.index + 1 });
    const changed = role !== column.role;
    return html`
      <tr class=${role === 'none' || role === 'ignore' ? 'unused' : ''}>
        <th scope="row" id="column-${column.index}"><bdi>${name}</bdi></th>
        <td class="role">
          <select
            data-column=${column.index}
            aria-label="${this.words.t('plan.role')}: ${name}"
            aria-describedby="help-${column.index}"
            @change=${this.choose}
          >
            ${roles.map((one) => html`<option value=${one}>${roleName(lang, one)}</option>`)}
          </select>
          <span class="soft small" id="help-${column.index}">${role === 'none' ? nothing : roleHelp(lang, role)}</span>
        </td>
        <td>${changed ? html`<span class="badge">${this.words.t('mapping.chosen')}</span>` : this.renderSure(column)}</td>
        <td class="filled" data-label=${this.words.t('plan.filled')}>${this.renderFilled(column)}</td>
        <td class="examples">${column.samples?.slice(0, kExamples).map((sample) => html`<bdi>${sample}</bdi>`) ?? nothing}</td>
      </tr>
    `;
  }

  private renderSure({ role, confidence, evidence }: ColumnInspection): TemplateResult | typeof nothing {
    if (role === 'none') return nothing;
    const isChosen = evidence.includes('chosen');
    const sure = isChosen ? 'chosen' : confidence >= 0.9 ? 'certain' : confidence >= 0.6 ? 'likely' : 'unsure';
    const reasons = evidence.filter((one) => one !== 'chosen');
    return html`
      <span class=${sure === 'unsure' ? 'badge warning' : 'badge'}>${this.words.t(`mapping.${sure}`)}</span>
      ${
        reasons.length > 0
          ? html`<details>
              <summary>${this.words.t('plan.why')}</summary>
              <ul>
                ${reasons.map((one) => html`<li>${evidenceSentence(this.words.lang, one)}</li>`)}
              </ul>
            </details>`
          : nothing
      }
    `;
  }

  private renderFilled({ filled }: ColumnInspection): TemplateResult | typeof nothing {
    if (filled === undefined) return nothing;
    return html`
      <span class="share">${formatShare(this.words.lang, filled)}</span>
      <svg aria-hidden="true" height="6">
        <rect class="whole" width="100%" height="6" rx="3"></rect>
        <rect class="part" width="${Math.round(filled * 1000) / 10}%" height="6" rx="3"></rect>
      </svg>
    `;
  }
}

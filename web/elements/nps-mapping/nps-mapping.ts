// SPDX-License-Identifier: MIT
// <nps-mapping>: which column was read as the score, how sure that is and why, and a way to choose another one.
// Draws a property and sends `nps-map` when a person chose.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { ColumnInspection, ColumnReport, FileReport } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsLookEvent, NpsMapEvent } from '../../events/events.js';
import { evidenceSentence, roleName } from '../../i18n/sentences.js';
import { styles } from './nps-mapping.styles.js';

/**
 * The mapping of one file.
 *
 * @fires {NpsMapEvent} nps-map - A person chose the column that holds the scores.
 * @csspart card - The surface everything stands on.
 * @csspart choose - The button that confirms the choice.
 */
export class NpsMapping extends LitElement {
  static override styles = styles;

  /** The file's part of the report. */
  @property({ attribute: false }) file: FileReport | undefined;

  @state() private picked: number | undefined;
  @state() private opened = false;
  /** Examples of each column, once a person wanted to see them and somebody had the file. */
  @state() private examples: readonly ColumnInspection[] | undefined;
  @query('select') private readonly select!: HTMLSelectElement | null;

  private readonly words = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('file')) return;
    this.picked = undefined;
    this.examples = undefined;
    if (this.opened) this.look();
  }

  /** The select follows the state; as a binding its value would be set before its options are there. */
  protected override updated(): void {
    if (this.select) this.select.value = String(this.current ?? '');
  }

  private readonly pick = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.picked = value === '' ? undefined : Number(value);
  };

  private readonly choose = (): void => {
    const column = this.picked === undefined ? undefined : this.file?.columns[this.picked];
    if (column) this.dispatchEvent(new NpsMapEvent(column.index, column.name));
  };

  private readonly toggle = (event: Event): void => {
    this.opened = (event.target as HTMLDetailsElement).open;
    if (this.opened && !this.examples) this.look();
  };

  private look(): void {
    const { file } = this;
    if (!file) return;
    const show = (columns: readonly ColumnInspection[]): void => {
      if (this.file === file) this.examples = columns;
    };
    this.dispatchEvent(new NpsLookEvent(file, show));
  }

  override render(): TemplateResult {
    const { file } = this;
    if (!file) return html``;
    const score = this.scoreColumn;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('mapping.title')}</h3>
        ${score ? this.renderScore(score) : html`<p class="lead">${this.words.t('mapping.sentence-none')}</p>`}
        ${file.columns.length > 0 ? this.renderChoice(file, score) : nothing}
        ${file.columns.length > 0 ? this.renderColumns(file.columns) : nothing}
      </section>
    `;
  }

  private renderScore(column: ColumnReport): TemplateResult {
    const sentences = column.evidence.filter((evidence) => evidence !== 'chosen' || column.evidence.length === 1);
    return html`
      <p class="lead">
        ${this.words.rich('mapping.sentence', { name: html`<bdi class="name">${this.nameOf(column)}</bdi>` })}
        ${this.renderConfidence(column)}
      </p>
      ${
        sentences.length > 0
          ? html`
              <p class="soft small" id="because">${this.words.t('mapping.because')}</p>
              <ul aria-labelledby="because">
                ${sentences.map((evidence) => html`<li>${evidenceSentence(this.words.lang, evidence)}</li>`)}
              </ul>
            `
          : nothing
      }
    `;
  }

  private renderConfidence({ confidence, evidence }: ColumnReport): TemplateResult {
    if (evidence.includes('chosen')) return html`<span class="badge">${this.words.t('mapping.chosen')}</span>`;
    if (confidence >= 0.9) return html`<span class="badge">${this.words.t('mapping.certain')}</span>`;
    if (confidence >= 0.6) return html`<span class="badge">${this.words.t('mapping.likely')}</span>`;
    return html`<span class="badge warning">${this.words.t('mapping.unsure')}</span>`;
  }

  private renderChoice(file: FileReport, score: ColumnReport | undefined): TemplateResult {
    const candidates = file.scoreCandidates.flatMap(({ index }) => file.columns[index] ?? []);
    const others = file.columns.filter((column) => !candidates.includes(column));
    const { current } = this;
    const option = (column: ColumnReport): TemplateResult =>
      html`<option value=${column.index}>${this.nameOf(column)}</option>`;
    return html`
      <div class="choice">
        <label for="column">${this.words.t('mapping.choose')}</label>
        <select id="column" @change=${this.pick}>
          ${score ? nothing : html`<option value="">${this.words.t('mapping.pick')}</option>`}
          ${this.optionGroup(this.words.t('mapping.candidates'), candidates.map(option))}
          ${this.optionGroup(this.words.t('mapping.others'), others.map(option))}
        </select>
        <button part="choose" ?disabled=${current === undefined || current === score?.index} @click=${this.choose}>
          ${this.words.t('mapping.use')}
        </button>
      </div>
    `;
  }

  private optionGroup(label: string, options: readonly TemplateResult[]): TemplateResult | typeof nothing {
    return options.length > 0 ? html`<optgroup label=${label}>${options}</optgroup>` : nothing;
  }

  /** The list of a wide file is long, so it is drawn only while it is open. */
  private renderColumns(columns: readonly ColumnReport[]): TemplateResult {
    return html`
      <details @toggle=${this.toggle}>
        <summary>${this.words.plural('mapping.all', columns.length)}</summary>
        ${this.opened ? this.renderTable(columns) : nothing}
      </details>
    `;
  }

  private renderTable(columns: readonly ColumnReport[]): TemplateResult {
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${this.words.plural('mapping.all', columns.length)}>
        <table>
          <thead>
            <tr>
              <th scope="col">${this.words.t('mapping.column')}</th>
              <th scope="col">${this.words.t('mapping.role')}</th>
            </tr>
          </thead>
          <tbody>
            ${columns.map(
              (column) => html`
                <tr class=${column.role}>
                  <th scope="row"><bdi>${this.nameOf(column)}</bdi>${this.renderExamples(this.examples?.[column.index])}</th>
                  <td>${roleName(this.words.lang, column.role)}</td>
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderExamples(column: ColumnInspection | undefined): TemplateResult | typeof nothing {
    if (!column) return nothing;
    const samples = column.samples.slice(0, 3).map((sample) => html`<bdi>${sample}</bdi>`);
    return html`<p class="examples">${samples}</p>`;
  }

  private get scoreColumn(): ColumnReport | undefined {
    return this.file?.columns.find(({ role }) => role === 'score');
  }

  /** The column that the select shows. */
  private get current(): number | undefined {
    return this.picked ?? this.scoreColumn?.index;
  }

  private nameOf({ name, index }: ColumnReport): string {
    return name || this.words.t('mapping.unnamed', { position: index + 1 });
  }
}

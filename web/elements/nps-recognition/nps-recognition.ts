// SPDX-License-Identifier: MIT
// <nps-recognition>: what a file was recognised as: format, encoding, sheet, header rows, tool. Another sheet or encoding can be
// chosen. Draws a property and sends `nps-choose` when a person chose.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { FileReport, TableReport } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsChooseEvent } from '../../events/events.js';
import { formatCount } from '../../i18n/format.js';
import { encodingName, encodings, presetName } from '../../i18n/names.js';
import { delimiterName } from '../../i18n/sentences.js';
import { styles } from './nps-recognition.styles.js';

/** Below this confidence a person should look at the encoding. */
const kSureOfEncoding = 0.9;

/** Keeps a text of the file from turning the text around it, where no markup is possible. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/**
 * What a file was recognised as.
 *
 * @fires {NpsChooseEvent} nps-choose - A person chose another sheet, list or encoding.
 * @csspart card - The surface everything stands on.
 */
export class NpsRecognition extends LitElement {
  static override styles = styles;

  /** The file's part of the report. */
  @property({ attribute: false }) file: FileReport | undefined;

  /** Offers to choose another sheet or encoding. */
  @property({ type: Boolean, attribute: 'can-choose' }) canChoose = false;

  @state() private pickedSheet: number | undefined;
  @state() private pickedEncoding: string | undefined;

  private readonly words = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('file')) return;
    this.pickedSheet = undefined;
    this.pickedEncoding = undefined;
  }

  /** The selects follow the state; as a binding the value would be set before the options are there. */
  protected override updated(): void {
    this.show('sheet', this.pickedSheet ?? this.sheet);
    this.show('encoding', this.pickedEncoding ?? this.encoding);
  }

  private show(id: string, value: string | number | undefined): void {
    const select = this.renderRoot.querySelector<HTMLSelectElement>(`#${id}`);
    if (select) select.value = String(value ?? '');
  }

  private readonly pickSheet = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.pickedSheet = value === '' ? undefined : Number(value);
  };

  private readonly pickEncoding = (event: Event): void => {
    this.pickedEncoding = (event.target as HTMLSelectElement).value || undefined;
  };

  private readonly chooseSheet = (): void => {
    if (this.pickedSheet !== undefined) this.dispatchEvent(new NpsChooseEvent({ sheet: this.pickedSheet }));
  };

  private readonly chooseEncoding = (): void => {
    if (this.pickedEncoding !== undefined) this.dispatchEvent(new NpsChooseEvent({ encoding: this.pickedEncoding }));
  };

  override render(): TemplateResult {
    const { file } = this;
    if (!file?.format) return html``;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('known.title')}</h3>
        <dl>
          ${this.renderFormat(file)} ${this.renderEncoding(file)} ${this.renderSheet(file)}
          ${file.dialect ? this.fact('known.separator', delimiterName(this.words.lang, file.dialect.delimiter)) : nothing}
          ${file.columns.length > 0 && !this.isJson ? this.fact('known.headers', formatCount(this.words.lang, file.headerRecords)) : nothing}
          ${file.preset ? this.fact('known.tool', presetName(file.preset)) : nothing}
          ${file.zone ? this.fact('known.zone', html`<bdi>${file.zone}</bdi>`) : nothing}
        </dl>
        ${this.renderChoices(file)}
      </section>
    `;
  }

  private fact(name: FactName, value: unknown): TemplateResult {
    return html`
      <div>
        <dt>${this.words.t(name)}</dt>
        <dd>${value}</dd>
      </div>
    `;
  }

  private renderFormat({ format, container }: FileReport): TemplateResult | typeof nothing {
    if (!format) return nothing;
    const kind = this.words.t(`kind.${format}`);
    if (!container) return this.fact('known.format', kind);
    const member = container.member ? html`<br /><bdi class="soft">${container.member}</bdi>` : nothing;
    return this.fact(
      'known.format',
      html`${kind} <span class="soft">${this.words.t(`known.in-${container.kind}`)}</span>${member}`,
    );
  }

  private renderEncoding({ encoding, encodingConfidence }: FileReport): TemplateResult | typeof nothing {
    if (!encoding) return nothing;
    const badge =
      encodingConfidence >= kSureOfEncoding
        ? nothing
        : html`<span class="badge warning">${this.words.t('mapping.unsure')}</span>`;
    return this.fact('known.encoding', html`${encodingName(encoding)} ${badge}`);
  }

  private renderSheet(file: FileReport): TemplateResult | typeof nothing {
    const chosen = file.tables.find((table) => table.chosen);
    if (!chosen) return nothing;
    const rows = chosen.rows === null ? nothing : html`<span class="soft">${this.rowsOf(chosen)}</span>`;
    return this.fact(this.isJson ? 'known.list' : 'known.sheet', html`<bdi>${this.nameOf(chosen)}</bdi> ${rows}`);
  }

  private renderChoices(file: FileReport): TemplateResult | typeof nothing {
    const hasSheets = file.tables.length > 1;
    const isUnknown = file.failure?.code === 'encoding-unknown';
    const isGuess = isUnknown || (file.encoding !== null && file.encodingConfidence < 1);
    if (!this.canChoose) {
      return hasSheets || isGuess ? html`<p class="soft small">${this.words.t('known.alone')}</p>` : nothing;
    }
    if (!hasSheets && !isUnknown && file.encoding === null) return nothing;
    const doubtful = isUnknown || file.encodingConfidence < kSureOfEncoding;
    const choice = isUnknown || file.encoding !== null ? this.renderEncodings(file) : nothing;
    return html`
      <div class="choices">
        ${hasSheets ? this.renderSheets(file.tables) : nothing}
        ${
          choice === nothing || doubtful
            ? choice
            : html`<details>
                <summary>${this.words.t('known.choose-encoding')}</summary>
                ${choice}
              </details>`
        }
      </div>
    `;
  }

  private renderSheets(tables: readonly TableReport[]): TemplateResult {
    const changed = this.pickedSheet !== undefined && this.pickedSheet !== this.sheet;
    return html`
      <div class="choice">
        <label for="sheet">${this.words.t(this.isJson ? 'known.choose-list' : 'known.choose-sheet')}</label>
        <select id="sheet" @change=${this.pickSheet}>
          ${this.sheet === undefined ? html`<option value="">${this.words.t('known.pick')}</option>` : nothing}
          ${tables.map((table, index) => html`<option value=${index}>${this.labelOf(table)}</option>`)}
        </select>
        <button ?disabled=${!changed} @click=${this.chooseSheet}>
          ${this.words.t(this.isJson ? 'known.read-list' : 'known.read-sheet')}
        </button>
      </div>
    `;
  }

  private renderEncodings({ encoding, encodingAlternatives }: FileReport): TemplateResult {
    const changed = this.pickedEncoding !== undefined && this.pickedEncoding !== encoding;
    const possible = encodingAlternatives.filter((alternative) => alternative.encoding !== encoding);
    const named = new Set<string | null>([encoding, ...possible.map((alternative) => alternative.encoding)]);
    return html`
      <div class="choice">
        <label for="encoding">${this.words.t('known.encoding')}</label>
        <select id="encoding" @change=${this.pickEncoding}>
          ${
            encoding
              ? html`<option value=${encoding}>${encodingName(encoding)}</option>`
              : html`<option value="">${this.words.t('known.pick')}</option>`
          }
          ${
            possible.length > 0
              ? html`<optgroup label=${this.words.t('known.possible')}>
                  ${possible.map(
                    ({ encoding: label, preview }) =>
                      html`<option value=${label}>${encodingName(label)}: ${isolated(preview)}</option>`,
                  )}
                </optgroup>`
              : nothing
          }
          <optgroup label=${this.words.t('known.all-encodings')}>
            ${encodings
              .flat()
              .filter((label) => !named.has(label))
              .map((label) => html`<option value=${label}>${encodingName(label)}</option>`)}
          </optgroup>
        </select>
        <button ?disabled=${!changed} @click=${this.chooseEncoding}>${this.words.t('known.read-encoding')}</button>
      </div>
    `;
  }

  /** JSON has lists instead of sheets, and every object names its own columns. */
  private get isJson(): boolean {
    return this.file?.format === 'json' || this.file?.format === 'ndjson';
  }

  /** Position of the sheet that was read. */
  private get sheet(): number | undefined {
    const index = this.file?.tables.findIndex(({ chosen }) => chosen) ?? -1;
    return index < 0 ? undefined : index;
  }

  private get encoding(): string | undefined {
    return this.file?.encoding ?? undefined;
  }

  private nameOf({ name }: TableReport): string {
    return name || this.words.t('known.whole');
  }

  private rowsOf({ rows }: TableReport): string {
    return rows === null ? '' : this.words.plural('result.rows', rows);
  }

  private labelOf(table: TableReport): string {
    const notes = [this.rowsOf(table), table.hidden ? this.words.t('known.hidden') : ''].filter(Boolean);
    return `${isolated(this.nameOf(table))}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
  }
}

type FactName =
  | 'known.format'
  | 'known.encoding'
  | 'known.separator'
  | 'known.headers'
  | 'known.tool'
  | 'known.zone'
  | 'known.sheet'
  | 'known.list';

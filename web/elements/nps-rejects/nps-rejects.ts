// SPDX-License-Identifier: MIT
// <nps-rejects>: every row that was not counted can be had back, in its original form with the reason, to be corrected and given again.
// Draws a report; sends `nps-save` when a person wants the rows of a file.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Cut } from '../../client/protocol.js';
import type { FileReport, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsSaveEvent, type Saved } from '../../events/events.js';
import { cutSentences } from '../../i18n/sentences.js';
import { styles } from './nps-rejects.styles.js';

type Form = Extract<Saved, { what: 'rejects' }>['as'];

/** Records that a reject file would hold. */
export function rejectedRows({ ledger, failure }: FileReport): number {
  return failure ? 0 : ledger.read - ledger.accepted;
}

/**
 * The rows that were not counted.
 *
 * @fires {NpsSaveEvent} nps-save - A person wants the rows of a file that were not counted.
 * @csspart card - The surface everything stands on.
 */
export class NpsRejects extends LitElement {
  static override styles = styles;

  /** The report to draw. */
  @property({ attribute: false }) report: Report | undefined;

  /** Something is being made to be saved. */
  @property({ type: Boolean }) busy = false;

  /** What the file saved last leaves out, by the report that it is about. */
  @state() private cut: { readonly report: Report; readonly file: number; readonly cut: Cut } | undefined;

  private readonly words = new LocaleController(this);

  private save(file: number, as: Form): void {
    const { report } = this;
    this.cut = undefined;
    const onCut = (cut: Cut): void => {
      this.cut = report && { report, file, cut };
    };
    this.dispatchEvent(new NpsSaveEvent({ what: 'rejects', file, as }, onCut));
  }

  private cutOf(index: number): readonly string[] {
    const { cut, report } = this;
    return cut?.report === report && cut?.file === index ? cutSentences(this.words.lang, cut.cut) : [];
  }

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html``;
    const any = report.files.some((file) => rejectedRows(file) > 0);
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('rejects.title')}</h3>
        ${any ? this.renderRows(report.files) : html`<p>${this.words.t('rejects.none')}</p>`}
      </section>
    `;
  }

  private renderRows(files: readonly FileReport[]): TemplateResult {
    return html`
      <p>${this.words.t('rejects.sentence')} ${this.words.t('rejects.again')}</p>
      <ul>
        ${files.map((file, index) => this.renderFile(file, index, files.length > 1))}
      </ul>
      <p class="soft small">${this.words.t('rejects.guard')}</p>
    `;
  }

  private renderFile(file: FileReport, index: number, named: boolean): TemplateResult | typeof nothing {
    const rows = rejectedRows(file);
    if (rows === 0) return nothing;
    const isText = file.format === 'csv' && file.dialect !== null && file.dialect.delimiter !== ',';
    const forms: readonly [Form, string][] = [
      ['csv', this.words.t('rejects.csv')],
      ...(isText ? [['source-csv', this.words.t('rejects.source-csv')] as [Form, string]] : []),
      ['xlsx', this.words.t('rejects.xlsx')],
    ];
    return html`
      <li>
        <p id="rows-${index}">
          ${named ? html`<bdi class="name">${file.name}</bdi><br />` : nothing}${this.words.plural('rejects.count', rows)}
        </p>
        <div class="ways" role="group" aria-labelledby="rows-${index}">
          ${forms.map(
            ([as, text]) => html`
              <button ?disabled=${this.busy} data-as=${as} @click=${() => this.save(index, as)}>${text}</button>
            `,
          )}
        </div>
        <div role="status">${this.cutOf(index).map((sentence) => html`<p class="soft small">${sentence}</p>`)}</div>
      </li>
    `;
  }
}

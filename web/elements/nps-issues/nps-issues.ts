// SPDX-License-Identifier: MIT
// <nps-issues>: what became of every row of a file, and what in the file is worth a look, with what to do about it.
// Draws a property; sends no event. Cells are never shown, only where they stand.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { FileReport, Issue, IssueExample, Severity } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { formatCount } from '../../i18n/format.js';
import { explain } from '../../i18n/sentences.js';
import { checkIcon, errorIcon, infoIcon, warningIcon } from '../../styles/icons.js';
import { ledgerLines, type LedgerLine } from './ledger-lines.js';
import { styles } from './nps-issues.styles.js';

const icons: Readonly<Record<Severity, TemplateResult>> = { error: errorIcon, warning: warningIcon, info: infoIcon };
const order: readonly Severity[] = ['error', 'warning', 'info'];

/** Formats whose `line` is the row of a sheet. */
const kSheets: readonly FileReport['format'][] = ['xlsx', 'xls', 'ods', 'spreadsheetml'];

/** How many places of an issue are named. */
const kPlaces = 3;

/**
 * The ledger and the issues of one file.
 *
 * @csspart card - The surface everything stands on.
 * @cssprop --nps-warning - Colour of what should be checked.
 * @cssprop --nps-error - Colour of problems.
 */
export class NpsIssues extends LitElement {
  static override styles = styles;

  /** The file's part of the report. */
  @property({ attribute: false }) file: FileReport | undefined;

  private readonly words = new LocaleController(this);

  override render(): TemplateResult {
    const { file } = this;
    if (!file) return html``;
    return html`
      <div class="card halves" part="card">
        <section aria-labelledby="ledger">
          <h3 class="title" id="ledger">${this.words.t('ledger.title')}</h3>
          ${this.renderLedger(file)}
        </section>
        <section aria-labelledby="issues">
          <h3 class="title" id="issues">${this.words.t('issues.title')}</h3>
          ${this.renderIssues(file)}
        </section>
      </div>
    `;
  }

  private renderLedger({ ledger }: FileReport): TemplateResult {
    const { lang } = this.words;
    return html`
      <table>
        <thead class="unseen">
          <tr>
            <th scope="col">${this.words.t('ledger.outcome')}</th>
            <th scope="col">${this.words.t('ledger.rows')}</th>
          </tr>
        </thead>
        <tbody>
          <tr class="whole">
            <th scope="row">${this.words.t('ledger.read')}</th>
            <td class="number">${formatCount(lang, ledger.read)}</td>
          </tr>
          ${ledgerLines(ledger).map((line) => this.renderLine(line))}
        </tbody>
      </table>
      ${
        ledger.blankLines > 0
          ? html`<p class="soft small">${this.words.plural('ledger.blank', ledger.blankLines)}</p>`
          : nothing
      }
    `;
  }

  private renderLine({ outcome, count, reasons }: LedgerLine): TemplateResult {
    const { lang } = this.words;
    return html`
      <tr class=${reasons.length > 0 ? 'explained' : ''}>
        <th scope="row">${this.words.t(`ledger.${outcome}`)}</th>
        <td class="number">${formatCount(lang, count)}</td>
      </tr>
      ${reasons.map(
        ([code, rows]) => html`
          <tr class="reason">
            <th scope="row">${explain(lang, code).sentence}</th>
            <td class="number">${formatCount(lang, rows)}</td>
          </tr>
        `,
      )}
    `;
  }

  private renderIssues(file: FileReport): TemplateResult {
    const issues = [...file.issues].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    if (issues.length === 0) {
      return html`<p class="fine">${checkIcon}<span>${this.words.t('issues.none')}</span></p>`;
    }
    return html`<ul>
      ${issues.map((issue) => this.renderIssue(issue, file))}
    </ul>`;
  }

  private renderIssue({ code, severity, count, examples }: Issue, file: FileReport): TemplateResult {
    const { sentence, fix } = explain(this.words.lang, code);
    const times = count > 1 ? html`<span class="times">${this.words.t('issues.count', { count })}</span> ` : nothing;
    return html`
      <li class=${severity}>
        ${icons[severity]}
        <div>
          <p>
            <span class="unseen">${this.words.t(`severity.${severity}`)}: </span>${times}<span class="what">${sentence}</span>
          </p>
          <p class="soft">${fix}</p>
          ${this.renderPlaces(examples.slice(0, kPlaces), file)}
        </div>
      </li>
    `;
  }

  /** Where the first ones stand; a column that all have in common is named once. */
  private renderPlaces(examples: readonly IssueExample[], file: FileReport): TemplateResult | typeof nothing {
    const [first, ...others] = examples;
    if (!first) return nothing;
    const { column } = first;
    const shared = column !== null && others.every((example) => example.column === column);
    const places = examples.map((example) => this.renderPlace(shared ? { ...example, column: null } : example, file));
    const text = shared
      ? this.words.rich('issues.where-column', { column: this.columnName(column, file), places: this.joined(places) })
      : this.words.rich('issues.where', { places: this.joined(places) });
    return html`<p class="soft small">${text}</p>`;
  }

  /** What was found when the rows were settled stands at a record, without a line. */
  private renderPlace({ record, line, column }: IssueExample, file: FileReport): unknown[] {
    const written = formatCount(this.words.lang, line ?? record);
    const inSheet = line === null || kSheets.includes(file.format);
    if (column === null) return this.words.rich(inSheet ? 'issues.row' : 'issues.place', { line: written });
    const place = { line: written, column: this.columnName(column, file) };
    return this.words.rich(inSheet ? 'issues.row-cell' : 'issues.place-cell', place);
  }

  private columnName(column: number, file: FileReport): TemplateResult {
    const name = file.columns[column]?.name || this.words.t('mapping.unnamed', { position: column + 1 });
    return html`<bdi>${name}</bdi>`;
  }

  private joined(places: readonly unknown[]): unknown[] {
    return places.flatMap((place, index) => (index === 0 ? [place] : [this.words.t('issues.joint'), place]));
  }
}

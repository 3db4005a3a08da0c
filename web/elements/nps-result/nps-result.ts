// SPDX-License-Identifier: MIT
// <nps-result>: a whole report: the figures, those of groups, how much they depend on the policy, the files with their ledgers and
// issues, what the decisions move, and what can be saved. Draws properties; the events of what it holds pass through.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';

import type { FileReport, Report, Sensitivity } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { formatBytes } from '../../i18n/format.js';
import { encodingName } from '../../i18n/names.js';
import { isKey } from '../../i18n/index.js';
import { infoIcon } from '../../styles/icons.js';
import { styles } from './nps-result.styles.js';

/** Failures that the choice of another column can mend. */
const kColumnFailures: readonly string[] = ['no-score-column', 'no-scores', 'unknown-column'];

function isColumnTheQuestion({ columns, failure }: FileReport): boolean {
  return columns.length > 0 && (!failure || kColumnFailures.includes(failure.code));
}

/** Where respondents repeat and all of their responses count, the figure with one of each stands beside. */
function latestBeside({ policy, repeats, sensitivity }: Report): Sensitivity | undefined {
  if (policy.answers !== 'all' || !repeats || repeats.respondents === 0) return undefined;
  return sensitivity.find(({ answers, unit }) => answers === 'latest' && unit === 'respondent');
}

/**
 * A report.
 *
 * @fires {NpsMapEvent} nps-map - A person chose the column that holds the scores of a file.
 * @fires {NpsChooseEvent} nps-choose - A person chose another sheet or encoding of the file.
 * @fires {NpsDecideEvent} nps-decide - A person decided otherwise what counts.
 * @fires {NpsSaveEvent} nps-save - A person wants to save rows, the recipe or the report.
 * @slot actions - Beside the heading, such as a button for another file.
 * @slot explore - After the figures: further questions about the files.
 * @slot notes - Under the heading.
 * @slot files - The list of the files.
 * @csspart heading - The name of what was read.
 */
export class NpsResult extends LitElement {
  static override styles = styles;

  /** The report to draw; without figures only what is known of its files. */
  @property({ attribute: false }) report: Report | undefined;

  /** Offers to save rows, recipe and report. */
  @property({ type: Boolean, attribute: 'can-save' }) canSave = false;

  /** Something is being made to be saved. */
  @property({ type: Boolean }) busy = false;

  @query('h2') private readonly heading!: HTMLElement | null;

  private readonly words = new LocaleController(this);

  /** Puts the focus back on the choice of groups, where it was before the files were read again. */
  focusGroups(): void {
    this.renderRoot.querySelector('nps-groups')?.focus({ preventScroll: true });
  }

  /** Puts the focus on the heading, so that a screen reader begins there. */
  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html``;
    const [first] = report.files;
    const single = report.files.length === 1 && first;
    return html`
      ${report.nps ? this.renderHead(report) : nothing}
      <slot name="notes"></slot>
      <div class=${single ? 'grid' : 'grid several'}>
        ${this.renderFigures(report)} ${single ? this.renderMapping(first) : nothing} ${this.renderGroups(report)}
        <slot name="explore"></slot>
        ${single ? this.renderFile(first) : nothing} ${single ? this.renderRest(report) : nothing}
      </div>
      ${
        single
          ? nothing
          : html`
              ${report.files.map((file, index) => this.renderSection(file, index))}
              <div class="grid end">${this.renderRest(report)}</div>
            `
      }
    `;
  }

  private renderHead({ files }: Report): TemplateResult {
    const [first] = files;
    return html`
      <header>
        <div>
          <h2 part="heading" tabindex="-1">
            ${
              files.length === 1 && first
                ? this.words.rich('result.heading', { name: html`<bdi>${first.name}</bdi>` })
                : this.words.plural('result.heading-files', files.length)
            }
          </h2>
          ${files.length === 1 && first ? html`<p class="soft small facts">${this.renderFacts(first)}</p>` : nothing}
        </div>
        <slot name="actions"></slot>
      </header>
    `;
  }

  private renderFigures(report: Report): TemplateResult | typeof nothing {
    const { nps, policy, limits } = report;
    if (!nps) return nothing;
    const { lang } = this.words;
    return html`
      <nps-score lang=${lang} .summary=${nps} .policy=${policy} .beside=${latestBeside(report)}></nps-score>
      ${limits.length > 0 ? this.renderLimits(limits) : nothing}
      ${nps.histogram ? html`<nps-distribution lang=${lang} .summary=${nps}></nps-distribution>` : nothing}
    `;
  }

  private renderLimits(limits: readonly string[]): TemplateResult {
    return html`
      <aside class="card limits">
        ${infoIcon}
        <div>
          <h3>${this.words.t('limits.title')}</h3>
          ${limits.map((limit) => html`<p>${this.limitText(`limits.${limit}`)}</p>`)}
        </div>
      </aside>
    `;
  }

  private limitText(key: string): string {
    return isKey(key) ? this.words.t(key) : key;
  }

  /** One of several files, under a heading of its own. */
  private renderSection(file: FileReport, index: number): TemplateResult {
    const id = `file-${index}`;
    return html`
      <section aria-labelledby=${id}>
        <h3 id=${id}><bdi>${file.name}</bdi></h3>
        <p class="soft small facts">${this.renderFacts(file)}</p>
        ${file.failure ? html`<nps-failure lang=${this.words.lang} .failure=${file.failure}></nps-failure>` : nothing}
        <div class="grid">${this.renderMapping(file)} ${this.renderFile(file)}</div>
      </section>
    `;
  }

  private renderGroups(report: Report): TemplateResult | typeof nothing {
    return report.nps ? html`<nps-groups lang=${this.words.lang} .report=${report}></nps-groups>` : nothing;
  }

  private renderMapping(file: FileReport): TemplateResult | typeof nothing {
    return isColumnTheQuestion(file) ? html`<nps-mapping lang=${this.words.lang} .file=${file}></nps-mapping>` : nothing;
  }

  private renderFile(file: FileReport): TemplateResult {
    const { lang } = this.words;
    // A choice holds for all files of a reading, so it is offered where there is one.
    const alone = this.report?.files.length === 1;
    return html`
      ${file.format ? html`<nps-recognition lang=${lang} .file=${file} ?can-choose=${alone}></nps-recognition>` : nothing}
      ${file.ledger.read > 0 || file.issues.length > 0 ? html`<nps-issues lang=${lang} .file=${file}></nps-issues>` : nothing}
      ${file.quality ? html`<nps-quality lang=${lang} .file=${file}></nps-quality>` : nothing}
    `;
  }

  /** What is about all files together. */
  private renderRest(report: Report): TemplateResult | typeof nothing {
    const { lang } = this.words;
    const read = report.ledger.read > 0;
    if (!read) return nothing;
    return html`
      ${report.sensitivity.length > 0 ? html`<nps-sensitivity lang=${lang} .report=${report}></nps-sensitivity>` : nothing}
      <nps-ledger lang=${lang} .report=${report}></nps-ledger>
      <slot name="files"></slot>
      ${
        this.canSave
          ? html`
              <nps-rejects lang=${lang} .report=${report} ?busy=${this.busy}></nps-rejects>
              <nps-recipe lang=${lang} ?busy=${this.busy}></nps-recipe>
            `
          : nothing
      }
    `;
  }

  private renderFacts({ ledger, columns, bytes, format, encoding }: FileReport): TemplateResult {
    const table = html`
      <span>${this.words.plural('result.rows', ledger.read)}</span>
      ${ledger.unscored > 0 ? html`<span>${this.words.t('result.unscored', { count: ledger.unscored })}</span>` : nothing}
      <span>${this.words.plural('result.columns', columns.length)}</span>
    `;
    return html`
      ${columns.length > 0 ? table : nothing}
      <span>${formatBytes(this.words.lang, bytes)}</span>
      ${format ? html`<span>${this.words.t(`kind.${format}`)}</span>` : nothing}
      ${encoding ? html`<span>${encodingName(encoding)}</span>` : nothing}
    `;
  }
}

// SPDX-License-Identifier: MIT
// <nps-workspace>: a person gives survey files by dropping, choosing or pasting, and sees what they say.
// The only element that holds a client; the others draw parts of its report.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { createClient, NpsError } from '../../client/browser.js';
import type { FileInput } from '../../client/inputs.js';
import { kMostFiles } from '../../files/folders.js';
import type { AnalyzeOptions, ColumnRef, GroupBy, Mapping } from '../../client/options.js';
import type { Report } from '../../client/report.js';
import { AnalysisController, nameOf, type Analysis, type ClientFactory } from '../../controllers/analysis-controller.js';
import { DropController } from '../../controllers/drop-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { tableFile } from '../../controllers/table.js';
import { NpsErrorEvent, NpsProgressEvent, NpsReportEvent } from '../../events/events.js';
import type { NpsChooseEvent, NpsFilesEvent, NpsLookEvent, NpsMapEvent } from '../../events/events.js';
import { formatBytes } from '../../i18n/format.js';
import { explain, spokenResult } from '../../i18n/sentences.js';
import { styles } from './nps-workspace.styles.js';

/**
 * Reads survey files and shows their nps, distribution, mapping, ledger and issues.
 *
 * @fires {NpsReportEvent} nps-report - Files that a person gave were read.
 * @fires {NpsErrorEvent} nps-error - Files that a person gave yield no result.
 * @fires {NpsProgressEvent} nps-progress - How far a reading is that a person started.
 * @fires {NpsMapEvent} nps-map - A person chose the column that holds the scores; it is read at once.
 * @fires {NpsChooseEvent} nps-choose - A person chose another sheet or encoding; the file is read again at once.
 * @slot start - More ways to begin, beside the buttons that choose a file and paste a table.
 * @csspart progress - The card shown while files are read.
 * @cssprop --nps-accent - Colour of what can be pressed and of the interval.
 * @cssprop --nps-surface - Colour of the cards.
 * @cssprop --nps-ink - Colour of the text.
 * @cssprop --nps-font - Font of everything.
 * @cssprop --nps-radius - Roundness of the cards.
 * @cssprop --nps-zone-height - Least height of the area that invites to drop.
 */
export class NpsWorkspace extends LitElement {
  static override styles = styles;

  /** How the workspace makes its client; a page with worker and module as files sets the one of `npscope/split`. */
  @property({ attribute: false }) createClient: ClientFactory = createClient;

  /** Columns that are known from the start; what it does not name is found. */
  @property({ attribute: false }) mapping: Mapping | undefined;

  /** NPS per value in the report: `month` or `column:HEADER`. */
  @property({ attribute: 'group-by' }) groupBy: GroupBy | readonly GroupBy[] | undefined;

  /** What is shown, for styles of the page; read only. */
  @property({ reflect: true }) phase: Analysis['phase'] = 'empty';

  private readonly words = new LocaleController(this);
  private readonly analysis = new AnalysisController(this, {
    client: () => this.createClient(),
    errorOf: (thrown) => (isNpsError(thrown) ? thrown : new NpsError('crashed', { cause: thrown })),
  });
  private readonly dropping = new DropController(this, {
    files: (files) => void this.take(files),
    refused: (code) => this.refuse(code),
    table: (text) => void this.take([tableFile(text, this.words.t('paste.name'))]),
  });
  private given: readonly FileInput[] = [];
  /** What a person chose for the files given: columns, a sheet, an encoding. */
  private chosen: Chosen = {};
  /** Somebody acts in this element, so the focus follows what is shown. */
  private leadsFocus = false;

  /** The report on show, or null. */
  get report(): Report | null {
    const { state } = this.analysis;
    return state.phase === 'done' ? state.report : null;
  }

  /** Reads files and shows their result. Sends no events; rejects with `NpsError`. The focus follows if it is inside. */
  analyze(files: FileInput | readonly FileInput[]): Promise<Report> {
    this.leadsFocus = this.matches(':focus-within');
    return this.read(Array.isArray(files) ? (files as readonly FileInput[]) : [files as FileInput], {});
  }

  /** Ends a reading that is under way. */
  cancel(): void {
    this.analysis.cancel();
  }

  /** Removes the result and shows the way in for files again. */
  reset(): void {
    this.given = [];
    this.leadsFocus = false;
    this.analysis.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('createClient')) this.analysis.close();
    this.phase = this.analysis.state.phase;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('phase') && this.leadsFocus) void this.focusOn(this.phase);
  }

  private async focusOn(phase: Analysis['phase']): Promise<void> {
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-phase=${phase}]`);
    if (target instanceof LitElement) await target.updateComplete;
    target?.focus();
  }

  private read(files: readonly FileInput[], chosen: Chosen, more: AnalyzeOptions = {}): Promise<Report> {
    this.given = files;
    this.chosen = chosen;
    return this.analysis.read(files, {
      ...(this.mapping && { mapping: this.mapping }),
      ...(this.groupBy && { groupBy: this.groupBy }),
      ...chosen,
      ...more,
    });
  }

  /** Reads what a person gave, and tells the page about it. */
  private async take(files: readonly FileInput[], chosen: Chosen = {}): Promise<void> {
    this.leadsFocus = true;
    if (files.length > kMostFiles) {
      this.refuse('too-many-files');
      return;
    }
    try {
      const report = await this.read(files, chosen, {
        onProgress: (progress) => this.dispatchEvent(new NpsProgressEvent(progress)),
      });
      this.dispatchEvent(new NpsReportEvent(report));
    } catch (error) {
      if (!isNpsError(error)) throw error;
      this.dispatchEvent(new NpsErrorEvent(error));
    }
  }

  private readonly takeFiles = ({ files }: NpsFilesEvent): void => void this.take(files);

  private readonly stop = (): void => this.cancel();

  /** Shows why what a person gave is not read at all, and tells the page about it. */
  private refuse(code: string): void {
    this.leadsFocus = true;
    this.given = [];
    const error = new NpsError(code);
    this.analysis.fail(error);
    this.dispatchEvent(new NpsErrorEvent(error));
  }

  private readonly remap = (event: NpsMapEvent): void => {
    void this.take(this.given, { ...this.chosen, mapping: { ...this.mapping, score: this.columnRef(event) } });
  };

  /** Columns were chosen in the sheet that was read, so they do not hold for another one. */
  private readonly reread = ({ choice }: NpsChooseEvent): void => {
    const { mapping, ...before } = this.chosen;
    const kept = 'encoding' in choice && mapping ? { mapping } : {};
    void this.take(this.given, { ...before, ...kept, ...choice });
  };

  /** Examples of a file's columns. Without them the columns stand there as before, so a failure needs no word. */
  private readonly look = ({ file, show }: NpsLookEvent): void => {
    const index = this.report?.files.indexOf(file) ?? -1;
    if (index < 0) return;
    const options = { ...(this.mapping && { mapping: this.mapping }), ...this.chosen };
    this.analysis.inspect(this.given, options).then(
      ({ files }) => show(files[index]?.columns ?? []),
      () => undefined,
    );
  };

  /** One file: the position, which is never ambiguous. Several: the header, where every file is asked for the same column. */
  private columnRef({ column, columnName }: NpsMapEvent): ColumnRef {
    return this.given.length === 1 || columnName === '' ? column : columnName;
  }

  override render(): TemplateResult {
    const { state } = this.analysis;
    return html`
      <div
        class="content"
        lang=${this.words.lang}
        @nps-files=${this.takeFiles}
        @nps-map=${this.remap}
        @nps-choose=${this.reread}
        @nps-look=${this.look}
      >
        ${state.phase === 'reading' ? this.renderProgress(state) : nothing}
        ${state.phase === 'failed' ? this.renderFailure(state.error) : nothing} ${this.renderReport(state)}
        ${state.phase === 'empty' || state.phase === 'failed' ? this.renderIntake(state) : nothing}
        <p class="unseen" role="status">${this.spoken(state)}</p>
      </div>
      ${
        this.dropping.hovering
          ? html`<div class="veil" aria-hidden="true"><span>${this.words.t('drop.now')}</span></div>`
          : nothing
      }
    `;
  }

  private renderIntake(state: Analysis): TemplateResult {
    const cancelled = state.phase === 'empty' && state.cancelled;
    return html`
      ${cancelled ? html`<p class="note soft">${this.words.t('code.aborted')}</p>` : nothing}
      <nps-intake lang=${this.words.lang} data-phase="empty"><slot name="start"></slot></nps-intake>
    `;
  }

  private renderProgress({ names, progress, before }: Extract<Analysis, { phase: 'reading' }>): TemplateResult {
    const { lang } = this.words;
    const { file = 0, files = names.length, bytesRead = 0, bytesTotal = 0, records = 0 } = progress ?? {};
    const sizes = { read: formatBytes(lang, bytesRead), total: formatBytes(lang, bytesTotal) };
    return html`
      <section class=${before ? 'card progress' : 'card progress tall'} part="progress" aria-labelledby="reading">
        <h2 id="reading">${this.words.rich('progress.reading', { name: html`<bdi>${names[file] ?? ''}</bdi>` })}</h2>
        <progress max=${bytesTotal || 1} .value=${bytesRead} aria-labelledby="reading"></progress>
        <p class="soft small facts">
          ${files > 1 ? html`<span>${this.words.t('progress.file', { file: file + 1, files })}</span>` : nothing}
          ${progress ? html`<span>${this.words.t('progress.bytes', sizes)}</span>` : nothing}
          ${progress ? html`<span>${this.words.plural('progress.rows', records)}</span>` : nothing}
        </p>
        <button @click=${this.stop} data-phase="reading">${this.words.t('progress.cancel')}</button>
      </section>
    `;
  }

  private renderFailure({ code, detail }: NpsError): TemplateResult {
    const [only, second] = this.given;
    const name = only !== undefined && second === undefined ? nameOf(only) : '';
    return html`
      <nps-failure lang=${this.words.lang} .failure=${{ code, detail }} file-name=${name} data-phase="failed"></nps-failure>
    `;
  }

  /** While a file is read again, the report shown before stays, out of reach. */
  private renderReport(state: Analysis): TemplateResult | typeof nothing {
    const report = reportIn(state);
    if (!report) return nothing;
    return html`
      <nps-result lang=${this.words.lang} .report=${report} ?inert=${state.phase === 'reading'} data-phase="done">
        ${report.nps ? html`<nps-intake slot="actions" lang=${this.words.lang} compact></nps-intake>` : nothing}
      </nps-result>
    `;
  }

  /** What a screen reader is told without being asked. A failure gets the focus, unless a program started the reading. */
  private spoken(state: Analysis): string {
    const { lang } = this.words;
    switch (state.phase) {
      case 'empty':
        return state.cancelled ? this.words.t('code.aborted') : '';
      case 'reading':
        return this.words.t('progress.started');
      case 'done':
        return state.report.nps ? spokenResult(lang, state.report.nps) : '';
      case 'failed':
        return this.leadsFocus ? '' : explain(lang, state.error.code, state.error.detail).sentence;
    }
  }
}

type Chosen = Pick<AnalyzeOptions, 'mapping' | 'sheet' | 'encoding'>;

/** By shape, not by class: the client may come from another bundle. */
function isNpsError(thrown: unknown): thrown is NpsError {
  return thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string';
}

function reportIn(state: Analysis): Report | undefined {
  switch (state.phase) {
    case 'empty':
      return undefined;
    case 'reading':
      return state.before;
    case 'done':
      return state.report;
    case 'failed':
      return state.error.report;
  }
}

// SPDX-License-Identifier: MIT
// <nps-workspace>: a person gives survey files by dropping, choosing or pasting, answers what they leave open, and sees what they say
// and every decision behind it. The only element that holds a client; the others draw parts of its report and plan.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { createClient, NpsError } from '../../client/browser.js';
import type { FileInput } from '../../client/inputs.js';
import type { GroupBy, Mapping } from '../../client/options.js';
import type { Plan, Recipe, Report } from '../../client/report.js';
import { verify } from '../../client/verify.js';
import { AnalysisController, type Analysis, type ClientFactory } from '../../controllers/analysis-controller.js';
import { jsonBlob } from '../../controllers/download.js';
import { DropController } from '../../controllers/drop-controller.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { ReviewController } from '../../controllers/review-controller.js';
import { SavingController } from '../../controllers/saving-controller.js';
import { tableFile } from '../../controllers/table.js';
import { NpsErrorEvent, NpsProgressEvent, NpsReportEvent } from '../../events/events.js';
import type {
  NpsChooseEvent,
  NpsDecideEvent,
  NpsFilesEvent,
  NpsLookEvent,
  NpsMapEvent,
  NpsRemoveEvent,
  NpsSaveEvent,
  Saved,
} from '../../events/events.js';
import { kMostFiles } from '../../files/folders.js';
import { isSame, withSettled } from '../../files/recipe-edits.js';
import { besideName, nameOf } from '../../files/saved-files.js';
import { issueCodes } from '../../i18n/codes.js';
import { explain, spokenResult } from '../../i18n/sentences.js';
import type { NpsResult } from '../nps-result/nps-result.js';
import { Exploring } from './exploring.js';
import { errorOf, isNpsError, phaseOf, reportIn, type Phase } from './phases.js';
import { renderNotes, renderWaiting } from './notes.js';
import { renderProgress } from './progress.js';
import { styles } from './nps-workspace.styles.js';

const kRecipeFile = 'npscope-recipe.json';
const kReportFile = 'npscope-report.json';

/**
 * Reads survey files and shows their nps, distribution, decisions, ledger and issues.
 *
 * @fires {NpsReportEvent} nps-report - Files that a person gave were read, and the result is shown.
 * @fires {NpsErrorEvent} nps-error - Files that a person gave yield no result.
 * @fires {NpsProgressEvent} nps-progress - How far a reading is that a person started.
 * @fires {NpsMapEvent} nps-map - A person chose the column that holds the scores; it is read at once.
 * @fires {NpsChooseEvent} nps-choose - A person chose another sheet or encoding; the file is read again at once.
 * @fires {NpsDecideEvent} nps-decide - A person decided something about the files; they are read again at once.
 * @fires {NpsAlertEvent} nps-alert - Targets that a person set are missed for certain.
 * @fires {NpsSaveEvent} nps-save - A person saves rows that were not counted, the recipe or the report.
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

  /** NPS of groups in the report, until a person chooses others: `month`, `file` or `column:HEADER`. */
  @property({ attribute: 'group-by' }) groupBy: GroupBy | readonly GroupBy[] | undefined;

  /** What is shown, for styles of the page; read only. */
  @property({ reflect: true }) phase: Phase = 'empty';

  private readonly words = new LocaleController(this);
  private readonly analysis = new AnalysisController(this, { client: () => this.createClient(), verify, errorOf });
  private readonly saving = new SavingController(this, errorOf);
  private readonly review = new ReviewController(this.analysis, () => ({
    ...(this.mapping && { mapping: this.mapping }),
    ...(this.groupBy && { groupBy: this.groupBy }),
    ...(this.tells && { onProgress: (progress) => this.dispatchEvent(new NpsProgressEvent(progress)) }),
  }));
  private readonly exploring = new Exploring(this, this.analysis, this.review, this.saving);
  private readonly dropping = new DropController(this, {
    files: (files) => void this.take(files),
    refused: (code) => this.refuse(code),
    table: (text) => void this.take([tableFile(text, this.words.t('paste.name'))]),
  });
  /** A person acts, so the page is told. */
  private tells = false;
  /** Somebody acts in this element, so the focus follows what is shown. */
  private leadsFocus = false;
  /** A person chooses groups: the focus and what is in view stay there while the files are read again. */
  private staysAtGroups = false;

  /** The report on show, or null. */
  get report(): Report | null {
    const { state } = this.analysis;
    return state.phase === 'done' && this.review.asked.length === 0 ? state.report : null;
  }

  /** Decisions for files of the same kind: they are read by it without a question. What a person decides takes its place. */
  @property({ attribute: false })
  get recipe(): Recipe | undefined {
    const recipe = this.review.remembered?.recipe;
    return typeof recipe === 'object' ? recipe : undefined;
  }
  set recipe(recipe: Recipe | undefined) {
    this.review.remembered = recipe && { name: kRecipeFile, recipe };
  }

  /** Reads files and shows their result. Sends no events; rejects with `NpsError`. The focus follows if it is inside. */
  async analyze(files: FileInput | readonly FileInput[]): Promise<Report> {
    this.leadsFocus = this.matches(':focus-within');
    this.tells = false;
    this.saving.stop();
    const given = Array.isArray(files) ? (files as readonly FileInput[]) : [files as FileInput];
    const report = await this.review.take(given);
    if (!report) throw new NpsError('bad-option', { detail: 'files' });
    return report;
  }

  /** Ends a reading that is under way. */
  cancel(): void {
    this.analysis.cancel();
  }

  /** Removes the result and shows the way in for files again. */
  reset(): void {
    this.leadsFocus = false;
    this.saving.stop();
    this.review.reset();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('createClient')) this.analysis.close();
    this.phase = phaseOf(this.analysis.state, this.review.view);
    this.exploring.follow();
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (changed.has('phase') && this.leadsFocus) void this.focusOn(this.phase);
  }

  private async focusOn(phase: Phase): Promise<void> {
    if (this.staysAtGroups && phase === 'reading') return;
    const target = this.renderRoot.querySelector<HTMLElement>(`[data-phase=${phase}]`);
    if (target instanceof LitElement) await target.updateComplete;
    if (this.staysAtGroups && phase === 'done') (target as NpsResult | null)?.focusGroups();
    else target?.focus();
    this.staysAtGroups = false;
  }

  /** Does what a person asked for, and tells the page what came of it. */
  private async perform(work: () => Promise<Report | undefined>): Promise<void> {
    this.leadsFocus = true;
    this.tells = true;
    this.saving.stop();
    try {
      const report = await work();
      if (report && report === this.report) this.dispatchEvent(new NpsReportEvent(report));
      this.requestUpdate();
    } catch (error) {
      if (!isNpsError(error)) throw error;
      this.dispatchEvent(new NpsErrorEvent(error));
    }
  }

  private async take(files: readonly FileInput[], add = false): Promise<void> {
    if (files.length + (add ? this.review.given.length : 0) > kMostFiles) this.refuse('too-many-files');
    else await this.perform(() => this.review.take(files, add));
  }

  private readonly takeFiles = ({ files, add }: NpsFilesEvent): void => void this.take(files, add);

  private readonly takeOut = ({ index }: NpsRemoveEvent): void =>
    void this.perform(() => (index === 'undo' ? this.review.undoRemoval() : this.review.remove(index)));

  private readonly stop = (): void => this.cancel();

  /** Shows why what a person gave is not read at all, and tells the page about it. */
  private refuse(code: string): void {
    this.leadsFocus = true;
    this.review.reset();
    const error = new NpsError(code);
    this.analysis.fail(error);
    this.dispatchEvent(new NpsErrorEvent(error));
  }

  private readonly remap = ({ column, columnName }: NpsMapEvent): void =>
    void this.perform(() => this.review.decideScore(column, columnName, reportIn(this.analysis.state)));

  private readonly reread = ({ choice }: NpsChooseEvent): void => void this.perform(() => this.review.choose(choice));

  /** Answers that were marked already need no second reading. */
  private readonly decide = (event: NpsDecideEvent): void => {
    const { recipe } = event;
    const { state } = this.analysis;
    this.staysAtGroups = event.composedPath().some((target) => target instanceof Element && target.localName === 'nps-groups');
    const { asked } = this.review;
    const isRead =
      state.phase === 'done' &&
      asked.length > 0 &&
      isSame(recipe, withSettled(state.plan.recipe, state.plan.files, state.plan.questions));
    void this.perform(async () => (isRead ? this.review.accept(recipe) : this.review.decide({ recipe })));
  };

  private readonly openPlan = (): void => this.see('plan');

  private readonly closePlan = (): void => this.see(this.review.asked.length > 0 ? 'questions' : 'result');

  private see(view: ReviewController['view']): void {
    this.leadsFocus = true;
    this.review.view = view;
    this.requestUpdate();
  }

  private readonly readWithout = (): void => void this.perform(() => this.review.withoutRecipe());

  /** Examples of a file's columns, as the plan has them. */
  private readonly look = ({ file, show }: NpsLookEvent): void => {
    const { state } = this.analysis;
    const plan = state.phase === 'done' || state.phase === 'failed' ? state.plan : undefined;
    const index = reportIn(state)?.files.indexOf(file) ?? -1;
    show(plan?.files[index]?.columns ?? []);
  };

  private readonly save = ({ saved, onCut }: NpsSaveEvent): void => {
    const { state } = this.analysis;
    if (state.phase === 'done') void this.saveFrom(state.report, saved, onCut);
  };

  private saveFrom(report: Report, saved: Saved, onCut: NpsSaveEvent['onCut']): Promise<void> {
    const { given, lastOptions } = this.review;
    if (saved.what === 'rejects') {
      const { file, as } = saved;
      const name = besideName(report.files[file]?.name ?? '', as === 'xlsx' ? '-rejects.xlsx' : '-rejects.csv');
      const reasons = Object.fromEntries(issueCodes.map((code) => [code, this.words.t(`code.${code}`)]));
      return this.saving.save(saved, name, (making) =>
        this.analysis.rejects(given, { ...lastOptions, file, as, reasons, ...(onCut && { onCut }), ...making }),
      );
    }
    const { recipe } = report;
    if (saved.what === 'recipe') return this.saving.save(saved, kRecipeFile, () => jsonBlob(recipe));
    const { employees } = lastOptions;
    return this.saving.save(saved, kReportFile, async (making) =>
      jsonBlob(await this.analysis.report(given, { recipe, sha256: true, ...(employees && { employees }), ...making })),
    );
  }

  override render(): TemplateResult {
    const { state } = this.analysis;
    const isEmpty = state.phase === 'empty' || (state.phase === 'failed' && this.phase === 'failed');
    return html`
      <div
        class="content"
        lang=${this.words.lang}
        @nps-files=${this.takeFiles}
        @nps-map=${this.remap}
        @nps-choose=${this.reread}
        @nps-look=${this.look}
        @nps-decide=${this.decide}
        @nps-back=${this.closePlan}
        @nps-save=${this.save}
        @nps-remove=${this.takeOut}
      >
        ${state.phase === 'reading' ? renderProgress(this.words, state, this.stop) : nothing} ${this.renderView(state)}
        ${isEmpty ? this.renderIntake(state) : nothing}
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
    return html`
      ${renderWaiting(this.words, this.review.waiting, state.phase === 'empty' && state.cancelled)}
      <nps-intake lang=${this.words.lang} data-phase="empty"><slot name="start"></slot></nps-intake>
    `;
  }

  private renderView(state: Analysis): TemplateResult | typeof nothing {
    switch (this.phase) {
      case 'asking':
        return state.phase === 'done' ? this.renderQuestions(state.plan) : nothing;
      case 'reviewing':
        return this.renderPlan(state);
      case 'failed':
        return html`${state.phase === 'failed' ? this.renderFailure(state) : nothing} ${this.renderReport(state)}`;
      default:
        return this.renderReport(state);
    }
  }

  private renderQuestions(plan: Plan): TemplateResult {
    return html`
      <nps-questions lang=${this.words.lang} .plan=${plan} .questions=${this.review.asked} data-phase="asking">
        <button @click=${this.openPlan}>${this.words.t('plan.open')}</button>
        <nps-intake lang=${this.words.lang} compact></nps-intake>
      </nps-questions>
    `;
  }

  private renderPlan(state: Analysis): TemplateResult | typeof nothing {
    const plan = state.phase === 'done' || state.phase === 'failed' ? state.plan : undefined;
    if (!plan) return nothing;
    return html`
      <nps-plan
        lang=${this.words.lang}
        .plan=${plan}
        .report=${reportIn(state)}
        .recognised=${this.review.recognised?.recipe}
        ?asking=${this.review.asked.length > 0}
        data-phase="reviewing"
      ></nps-plan>
    `;
  }

  private renderFailure({ error: { code, detail }, plan }: Extract<Analysis, { phase: 'failed' }>): TemplateResult {
    const { given, applied } = this.review;
    const name = given.length === 1 && given[0] !== undefined ? nameOf(given[0]) : '';
    const canReview = plan?.files.some(({ columns }) => columns.length > 0);
    return html`
      <nps-failure lang=${this.words.lang} .failure=${{ code, detail }} file-name=${name} data-phase="failed"></nps-failure>
      <div class="ways">
        ${applied ? html`<button @click=${this.readWithout}>${this.words.t('recipe.without')}</button>` : nothing}
        ${canReview ? html`<button @click=${this.openPlan}>${this.words.t('plan.open')}</button>` : nothing}
      </div>
    `;
  }

  /** While a file is read again, the report shown before stays, out of reach. */
  private renderReport(state: Analysis): TemplateResult | typeof nothing {
    const report = reportIn(state);
    if (!report || (state.phase === 'reading' && this.review.hidesBefore)) return nothing;
    const { lang } = this.words;
    const { given, canUndoRemoval } = this.review;
    const isDone = state.phase === 'done';
    return html`
      <nps-result
        lang=${lang}
        .report=${report}
        ?can-save=${isDone}
        ?busy=${this.saving.state.phase === 'working'}
        ?inert=${state.phase === 'reading'}
        data-phase="done"
      >
        ${
          report.nps
            ? html`<div slot="actions" class="ways">
                ${isDone ? html`<button @click=${this.openPlan}>${this.words.t('plan.open')}</button>` : nothing}
                <nps-intake lang=${lang} compact></nps-intake>
              </div>`
            : nothing
        }
        ${renderNotes(this.words, {
          report,
          applied: state.phase === 'failed' ? undefined : this.review.applied,
          saved: this.review.repeated,
          verification: isDone ? state.verification : undefined,
          saving: this.saving.state,
          readWithout: this.readWithout,
        })}
        ${report.nps ? this.exploring.render(report, lang) : nothing}
        <nps-files
          slot="files"
          lang=${lang}
          .report=${report}
          .given=${given.map(nameOf)}
          ?can-undo=${canUndoRemoval}
        ></nps-files>
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
        if (this.phase === 'asking') return this.words.plural('questions.title', this.review.asked.length);
        return state.report.nps && this.phase === 'done' ? spokenResult(lang, state.report.nps, state.report.policy) : '';
      case 'failed':
        return this.leadsFocus ? '' : explain(lang, state.error.code, state.error.detail).sentence;
    }
  }
}

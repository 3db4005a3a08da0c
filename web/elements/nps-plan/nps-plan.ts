// SPDX-License-Identifier: MIT
// <nps-plan>: every decision that leads to the figure: questions, what each file is and its columns are, cleaning, what counts.
// Draws properties and keeps what a person changed until it is read; sends `nps-decide` with the changed recipe.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { Plan, Recipe, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsBackEvent, NpsDecideEvent, type NpsEditEvent } from '../../events/events.js';
import { isSame, withSettled, withThemes } from '../../files/recipe-edits.js';
import { formatDay } from '../../i18n/format.js';
import { styles } from './nps-plan.styles.js';

/**
 * The plan, and everything in it that can be changed.
 *
 * @fires {NpsDecideEvent} nps-decide - A person wants the files read with what was changed.
 * @fires {NpsBackEvent} nps-back - A person wants to see the result again.
 * @fires {NpsChooseEvent} nps-choose - A person chose another sheet or encoding of the file.
 * @csspart heading - The name of the view.
 * @csspart read - The button that reads with what was changed.
 * @csspart bar - What is changed and not read yet, with what to do about it.
 */
export class NpsPlan extends LitElement {
  static override styles = styles;

  /** The plan to draw. */
  @property({ attribute: false }) plan: Plan | undefined;

  /** The report that was made by it: what each decision moves. */
  @property({ attribute: false }) report: Report | undefined;

  /** The recipe that nobody has changed, to go back to. */
  @property({ attribute: false }) recognised: Recipe | undefined;

  /** Questions are open, so that what is marked may be confirmed without a change. */
  @property({ type: Boolean }) asking = false;

  /** What was changed, step by step. */
  @state() private steps: readonly Recipe[] = [];
  @query('h2') private readonly heading!: HTMLElement | null;

  private readonly words = new LocaleController(this);

  /** Puts the focus on the heading, so that a screen reader begins there. */
  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plan')) this.steps = [];
  }

  private get draft(): Recipe | undefined {
    return this.steps.at(-1) ?? this.plan?.recipe;
  }

  private readonly edit = (event: NpsEditEvent): void => {
    event.stopPropagation();
    this.change(event.recipe);
  };

  private change(recipe: Recipe): void {
    if (isSame(recipe, this.draft)) return;
    // Back where it began: nothing is changed any more.
    const { plan } = this;
    this.steps = plan && isSame(unsettled(recipe), unsettled(plan.recipe)) ? [] : [...this.steps, recipe];
  }

  private readonly undo = (): void => {
    this.steps = this.steps.slice(0, -1);
  };

  /** What nobody has changed: themes are no decision about files, and stay. */
  private get untouched(): Recipe | undefined {
    return this.recognised && withThemes(this.recognised, this.draft?.themes);
  }

  private readonly resetAll = (): void => {
    if (this.untouched) this.change(this.untouched);
  };

  private readonly read = (): void => {
    const { plan, draft } = this;
    if (plan && draft) this.dispatchEvent(new NpsDecideEvent(withSettled(draft, plan.files, plan.questions)));
  };

  private readonly goBack = (): void => void this.dispatchEvent(new NpsBackEvent());

  override render(): TemplateResult {
    const { plan, draft } = this;
    if (!plan || !draft) return html``;
    const { lang } = this.words;
    return html`
      <section aria-labelledby="title" @nps-edit=${this.edit}>
        <h2 id="title" part="heading" tabindex="-1">${this.words.t('plan.title')}</h2>
        <p class="soft">${this.renderFacts(plan)}</p>
        <div class="parts">
          ${plan.questions.map(
            (question) => html`
              <nps-question lang=${lang} .question=${question} .files=${plan.files} .recipe=${draft}></nps-question>
            `,
          )}
          ${plan.files.map((file, index) => this.renderFile(file, index, draft))}
          <nps-policy lang=${lang} .recipe=${draft} .report=${this.report}></nps-policy>
          <nps-cleaning lang=${lang} .recipe=${draft} .report=${this.report} .plan=${plan}></nps-cleaning>
        </div>
        ${this.renderBar(draft)}
      </section>
    `;
  }

  private renderFacts({ certain, complete, recipe }: Plan): TemplateResult {
    return html`
      ${certain && this.plan?.questions.length === 0 ? this.words.t('plan.certain') : nothing}
      ${this.words.t(complete ? 'plan.from-all' : 'plan.from-start')}
      ${recipe.asOf === null ? nothing : this.words.t('plan.as-of', { date: formatDay(this.words.lang, recipe.asOf) })}
    `;
  }

  private renderFile(file: Plan['files'][number], index: number, draft: Recipe): TemplateResult {
    const { lang } = this.words;
    // A choice holds for all files of a reading, so it is offered where there is one.
    const alone = this.plan?.files.length === 1;
    return html`
      <section class="file" aria-labelledby="file-${index}">
        <h3 id="file-${index}"><bdi>${file.name}</bdi></h3>
        ${file.failure ? html`<nps-failure lang=${lang} .failure=${file.failure}></nps-failure>` : nothing}
        <nps-recognition lang=${lang} .file=${file} ?can-choose=${alone}></nps-recognition>
        ${
          file.columns.length > 0
            ? html`<div class="card">
                <nps-columns lang=${lang} .files=${this.plan?.files} .index=${index} .recipe=${draft}></nps-columns>
              </div>`
            : nothing
        }
      </section>
    `;
  }

  private renderBar(draft: Recipe): TemplateResult {
    const { steps, untouched } = this;
    const canReset = untouched !== undefined && !isSame(unsettled(untouched), unsettled(draft));
    return html`
      <div class="bar" part="bar">
        <p role="status">${steps.length > 0 ? this.words.plural('plan.changes', steps.length) : nothing}</p>
        ${
          steps.length > 0 || this.asking
            ? html`<button class="main" part="read" @click=${this.read}>${this.words.t('plan.read')}</button>`
            : nothing
        }
        ${steps.length > 0 ? html`<button @click=${this.undo}>${this.words.t('plan.undo')}</button>` : nothing}
        ${canReset ? html`<button @click=${this.resetAll}>${this.words.t('plan.reset')}</button>` : nothing}
        <button @click=${this.goBack}>${this.words.t(this.asking ? 'paste.close' : 'plan.back')}</button>
      </div>
    `;
  }
}

/** Whether a question was answered as recognised makes no difference to what is read. */
function unsettled(recipe: Recipe): unknown {
  return { ...recipe, sources: recipe.sources.map((source) => ({ ...source, settled: null })) };
}

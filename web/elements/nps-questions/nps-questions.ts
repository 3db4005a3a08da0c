// SPDX-License-Identifier: MIT
// <nps-questions>: what the files do not tell for certain, before any figure is shown. The answers that are marked hold when they are
// confirmed as they are. Draws properties and sends `nps-decide` with the recipe that holds the answers.
import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';

import type { Plan, Recipe } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsDecideEvent, type NpsEditEvent } from '../../events/events.js';
import { withSettled } from '../../files/recipe-edits.js';
import { styles } from './nps-questions.styles.js';

/**
 * All open questions, with one button to go on.
 *
 * @fires {NpsDecideEvent} nps-decide - A person confirmed the answers that are marked.
 * @csspart heading - How many questions there are.
 * @csspart read - The button that confirms the answers.
 */
export class NpsQuestions extends LitElement {
  static override styles = styles;

  /** The plan that the questions are about. */
  @property({ attribute: false }) plan: Plan | undefined;

  /** The questions to ask; those of the plan that nobody has answered when not given. */
  @property({ attribute: false }) questions: Plan['questions'] | undefined;

  @state() private draft: Recipe | undefined;
  @query('h2') private readonly heading!: HTMLElement | null;

  private readonly words = new LocaleController(this);

  /** Puts the focus on the heading, so that a screen reader begins there. */
  override focus(options?: FocusOptions): void {
    this.heading?.focus(options);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('plan')) this.draft = this.plan?.recipe;
  }

  private readonly edit = (event: NpsEditEvent): void => {
    event.stopPropagation();
    this.draft = event.recipe;
  };

  private readonly confirm = (): void => {
    const { plan, draft } = this;
    if (plan && draft) this.dispatchEvent(new NpsDecideEvent(withSettled(draft, plan.files, this.open)));
  };

  private get open(): Plan['questions'] {
    return this.questions ?? this.plan?.questions.filter(({ settled }) => !settled) ?? [];
  }

  override render(): TemplateResult {
    const { plan } = this;
    if (!plan) return html``;
    const { open } = this;
    return html`
      <section aria-labelledby="title" @nps-edit=${this.edit}>
        <h2 id="title" part="heading" tabindex="-1">${this.words.plural('questions.title', open.length)}</h2>
        <p>${this.words.t('questions.intro')}</p>
        <div class="list">
          ${open.map(
            (question) => html`
              <nps-question
                lang=${this.words.lang}
                .question=${question}
                .files=${plan.files}
                .recipe=${this.draft}
              ></nps-question>
            `,
          )}
        </div>
        <div class="confirm">
          <button class="main" part="read" @click=${this.confirm}>${this.words.t('plan.read')}</button>
          <slot></slot>
        </div>
      </section>
    `;
  }
}

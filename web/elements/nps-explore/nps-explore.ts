// SPDX-License-Identifier: MIT
// <nps-explore>: the questions of an insight team about files that are read: a filter for everything, and a tab for each way to look.
// Draws a report and answers; sends `nps-query` for what a person looks at.
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';

import type { Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answers } from '../../controllers/query-controller.js';
import type { NpsChoiceEvent, NpsFilterEvent } from '../../events/events.js';
import { choiceFor, nothingChosen, type Choice } from '../../files/choice.js';
import { styles } from './nps-explore.styles.js';
import { views, type ExploreView } from './views.js';

/** Where the focus goes from the tab at `index` of `count`. */
function nextTab(key: string, index: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
      return (index + 1) % count;
    case 'ArrowLeft':
      return (index + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}

/**
 * Filter, groups, comparisons, targets.
 *
 * @fires {NpsQueryEvent} nps-query - What a person looks at needs an answer.
 * @fires {NpsStopEvent} nps-stop - A person does not want to wait for an answer.
 * @fires {NpsShareEvent} nps-share - A person wants to save an answer that may leave the tab.
 * @fires {NpsAlertEvent} nps-alert - Targets that a person set are missed for certain.
 * @csspart card - The surface everything stands on.
 * @csspart tab - A way to look.
 * @cssprop --nps-accent - Colour of intervals and of what can be pressed.
 */
export class NpsExplore extends LitElement {
  static override styles = styles;

  /** The report that the questions are about. */
  @property({ attribute: false }) report: Report | undefined;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** Filter and attributes, for all views. */
  @state() private choice: Choice = nothingChosen;

  /** The tab that is open. */
  @state() private tab = 0;

  /** Views are made when they are first looked at, and stay as they are when another one is. */
  private readonly made = new Map<string, ExploreView>();

  private readonly words = new LocaleController(this);

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('report') && this.report) this.choice = choiceFor(this.report, this.choice);
    this.showView();
  }

  /** Hands everything on to the views: the one that is open is active. */
  private showView(): void {
    const open = views[this.tab];
    if (open && !this.made.has(open.id)) this.made.set(open.id, document.createElement(open.element) as ExploreView);
    for (const [id, view] of this.made) {
      view.lang = this.words.lang;
      view.report = this.report;
      view.choice = this.choice;
      view.answers = this.answers;
      view.active = id === open?.id;
    }
  }

  private readonly changeFilter = ({ filter }: NpsFilterEvent): void => {
    this.choice = { ...this.choice, filter };
  };

  private readonly choose = ({ choice }: NpsChoiceEvent): void => {
    this.choice = { ...this.choice, ...choice };
  };

  private readonly press = (event: KeyboardEvent): void => {
    const next = nextTab(event.key, this.tab, views.length);
    if (next === undefined) return;
    event.preventDefault();
    this.tab = next;
    this.renderRoot.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };

  override render(): TemplateResult {
    const { report, choice } = this;
    if (!report?.nps) return html``;
    const { lang } = this.words;
    return html`
      <section class="card" part="card" aria-labelledby="title" @nps-filter=${this.changeFilter} @nps-choice=${this.choose}>
        <h3 class="title" id="title">${this.words.t('explore.title')}</h3>
        <p class="soft">${this.words.t('explore.intro')}</p>
        <nps-filter
          lang=${lang}
          .report=${report}
          .filter=${choice.filter}
          .answers=${this.answers}
          place="filter"
        ></nps-filter>
        <div class="tabs" role="tablist" aria-label=${this.words.t('explore.views')} @keydown=${this.press}>
          ${views.map(
            ({ id, label }, index) => html`
              <button
                part="tab"
                role="tab"
                id="tab-${id}"
                aria-selected=${index === this.tab}
                aria-controls="view-${id}"
                tabindex=${index === this.tab ? 0 : -1}
                @click=${() => (this.tab = index)}
              >
                ${this.words.t(label)}
              </button>
            `,
          )}
        </div>
        ${views.map(
          ({ id }, index) => html`
            <div role="tabpanel" id="view-${id}" aria-labelledby="tab-${id}" ?hidden=${index !== this.tab}>
              ${this.made.get(id) ?? nothing}
            </div>
          `,
        )}
      </section>
    `;
  }
}

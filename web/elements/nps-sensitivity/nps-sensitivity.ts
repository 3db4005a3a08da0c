// SPDX-License-Identifier: MIT
// <nps-sensitivity>: the NPS under each policy side by side, so that everybody sees how much the choice matters; another one can be
// put in force. Draws a report; sends `nps-decide` with its recipe when a person chose.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { axisFor, intervalLine, kIntervalHeight, type Axis } from '../../charts/intervals.js';
import type { NpsSummary, Report, Sensitivity } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsDecideEvent } from '../../events/events.js';
import { withPolicy } from '../../files/recipe-edits.js';
import { formatCount, formatLevel, formatNps, formatPoints } from '../../i18n/format.js';
import { policyName, repeatsText } from '../../i18n/review.js';
import { styles } from './nps-sensitivity.styles.js';

const placesOf = ({ nps, interval }: NpsSummary) => ({ nps, low: interval.low, high: interval.high });

/**
 * The figures of a report under each policy.
 *
 * @fires {NpsDecideEvent} nps-decide - A person put another policy in force.
 * @csspart card - The surface everything stands on.
 * @cssprop --nps-accent - Colour of the intervals.
 */
export class NpsSensitivity extends LitElement {
  static override styles = styles;

  /** The report to draw; nothing where all policies give the same. */
  @property({ attribute: false }) report: Report | undefined;

  private readonly words = new LocaleController(this);

  private use({ answers, unit }: Sensitivity): void {
    const { report } = this;
    if (report) this.dispatchEvent(new NpsDecideEvent(withPolicy(report.recipe, { answers, unit })));
  }

  override render(): TemplateResult {
    const { report } = this;
    if (!report || report.sensitivity.length === 0) return html``;
    const figures = report.sensitivity.flatMap(({ nps }) => nps ?? []);
    const axis = axisFor(figures.map(placesOf));
    const level = formatLevel(this.words.lang, figures[0]?.interval.level ?? 0.95);
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('sensitivity.title')}</h3>
        ${report.repeats && report.repeats.respondents > 0 ? html`<p>${this.renderRepeats(report)}</p>` : nothing}
        <p class="soft">${this.words.t('sensitivity.sentence')}</p>
        <div class="scroll" tabindex="0" role="group" aria-labelledby="title">
          <table>
            <thead>
              <tr>
                <th scope="col">${this.words.t('sensitivity.policy')}</th>
                <th scope="col" class="number">${this.words.t('sensitivity.nps')}</th>
                <th scope="col" class="interval">${this.words.t('sensitivity.interval', { level })}</th>
                <th scope="col" class="chart" aria-hidden="true">${this.renderEnds(axis)}</th>
                <th scope="col" class="number">${this.words.t('sensitivity.responses')}</th>
                <td></td>
              </tr>
            </thead>
            <tbody>
              ${report.sensitivity.map((one) => this.renderVariant(one, axis))}
            </tbody>
          </table>
        </div>
      </section>
    `;
  }

  private renderRepeats({ repeats, policy }: Report): string {
    return repeats ? repeatsText(this.words.lang, repeats, policy.unit) : '';
  }

  private renderEnds({ low, high }: Axis): TemplateResult {
    const { lang } = this.words;
    return html`<span class="ends"><span>${formatCount(lang, low)}</span><span>${formatCount(lang, high)}</span></span>`;
  }

  private renderVariant(one: Sensitivity, axis: Axis): TemplateResult {
    const { lang } = this.words;
    const { nps, chosen } = one;
    const name = policyName(lang, one);
    return html`
      <tr class=${chosen ? 'chosen' : ''}>
        <th scope="row">${name}</th>
        <td class="number figure">${nps ? formatNps(lang, nps.nps) : this.words.t('questions.no-outcome')}</td>
        <td class="interval">
          ${nps ? `${formatPoints(lang, nps.interval.low)} – ${formatPoints(lang, nps.interval.high)}` : nothing}
        </td>
        <td class="chart" aria-hidden="true">
          ${nps ? html`<svg height=${kIntervalHeight}>${intervalLine(placesOf(nps), axis)}</svg>` : nothing}
        </td>
        <td class="number" data-label=${this.words.t('sensitivity.responses')}>${formatCount(lang, nps?.responses ?? 0)}</td>
        <td class="use">
          ${
            chosen
              ? html`<span class="badge">${this.words.t('sensitivity.chosen')}</span>`
              : html`<button aria-label="${this.words.t('policy.use')}: ${name}" @click=${() => this.use(one)}>
                  ${this.words.t('policy.use')}
                </button>`
          }
        </td>
      </tr>
    `;
  }
}

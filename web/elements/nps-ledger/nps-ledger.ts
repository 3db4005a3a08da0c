// SPDX-License-Identifier: MIT
// <nps-ledger>: what became of the rows of all files together, and what each decision that left rows out moves.
// Draws a report; sends `nps-decide` when a person wants such rows counted, or left out again.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import type { Decision, FileReport, Ledger, Recipe, Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { NpsDecideEvent } from '../../events/events.js';
import { withCounted, withInclusion } from '../../files/recipe-edits.js';
import { formatCount, formatNps } from '../../i18n/format.js';
import { effectText } from '../../i18n/review.js';
import { explain } from '../../i18n/sentences.js';
import { styles } from './nps-ledger.styles.js';

const outcomes = ['accepted', 'unscored', 'rejected', 'excluded', 'duplicate'] as const;

/**
 * The rows of all files, and the decisions about them.
 *
 * @fires {NpsDecideEvent} nps-decide - A person wants rows counted that were left out, or left out again.
 * @csspart card - The surface everything stands on.
 */
export class NpsLedger extends LitElement {
  static override styles = styles;

  /** The report to draw. */
  @property({ attribute: false }) report: Report | undefined;

  private readonly words = new LocaleController(this);

  private decide(recipe: Recipe | undefined): void {
    if (recipe) this.dispatchEvent(new NpsDecideEvent(recipe));
  }

  override render(): TemplateResult {
    const { report } = this;
    if (!report) return html``;
    const { decisions, policy } = report;
    return html`
      ${
        report.files.length > 1
          ? html`<section class="card" part="card" aria-labelledby="ledger">
              <h3 class="title" id="ledger">${this.words.t('ledger.title')}</h3>
              ${this.renderFiles(report)}
            </section>`
          : nothing
      }
      <section class="card" part="card" aria-labelledby="decisions">
        <h3 class="title" id="decisions">${this.words.t('decisions.title')}</h3>
        <p class="soft">${this.words.t(decisions.length + policy.include.length > 0 ? 'decisions.intro' : 'decisions.none')}</p>
        ${decisions.length + policy.include.length > 0 ? this.renderDecisions(report) : nothing}
      </section>
    `;
  }

  private renderFiles({ files, ledger }: Report): TemplateResult {
    const shown = outcomes.filter((outcome) => outcome === 'accepted' || ledger[outcome] > 0);
    const cells = (one: Ledger): TemplateResult[] =>
      ['read' as const, ...shown].map(
        (key) =>
          html`<td class="number" data-label=${this.words.t(`ledger.${key}`)}>${formatCount(this.words.lang, one[key])}</td>`,
      );
    return html`
      <div class="scroll" tabindex="0" role="group" aria-labelledby="ledger">
        <table class="files">
          <thead>
            <tr>
              <th scope="col">${this.words.t('ledger.file')}</th>
              <th scope="col" class="number">${this.words.t('ledger.read')}</th>
              ${shown.map((outcome) => html`<th scope="col" class="number">${this.words.t(`ledger.${outcome}`)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${files.map(
              (file: FileReport) =>
                html`<tr>
                  <th scope="row"><bdi>${file.name}</bdi></th>
                  ${cells(file.ledger)}
                </tr>`,
            )}
            <tr class="whole">
              <th scope="row">${this.words.t('ledger.all')}</th>
              ${cells(ledger)}
            </tr>
          </tbody>
        </table>
      </div>
    `;
  }

  private renderDecisions(report: Report): TemplateResult {
    return html`
      <div class="scroll" tabindex="0" role="group" aria-labelledby="decisions">
        <table class="decisions">
          <thead>
            <tr>
              <th scope="col">${this.words.t('decisions.reason')}</th>
              <th scope="col" class="number">${this.words.t('decisions.rows')}</th>
              <th scope="col" class="number">${this.words.t('decisions.responses')}</th>
              <th scope="col" class="number">${this.words.t('decisions.nps')}</th>
              <th scope="col">${this.words.t('decisions.effect')}</th>
              <td></td>
            </tr>
          </thead>
          <tbody>
            ${report.decisions.map((decision) => this.renderDecision(decision, report))}
            ${report.policy.include.map((code) => this.renderIncluded(code, report))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderDecision({ code, records, responses, npsWithout }: Decision, report: Report): TemplateResult {
    const { lang } = this.words;
    const reason = explain(lang, code).sentence;
    const points = npsWithout === null || !report.nps ? 0 : npsWithout - report.nps.nps;
    const counted = withCounted(report.recipe, code);
    const effect = responses === 0 ? this.words.t('effect.none') : effectText(lang, points, responses);
    return html`
      <tr>
        <th scope="row">${reason}</th>
        <td class="number" data-label=${this.words.t('decisions.rows')}>${formatCount(lang, records)}</td>
        <td class="number" data-label=${this.words.t('decisions.responses')}>${formatCount(lang, responses)}</td>
        <td class="number" data-label=${this.words.t('decisions.nps')}>
          ${npsWithout === null || responses === 0 ? nothing : formatNps(lang, npsWithout)}
        </td>
        <td>${effect}</td>
        <td class="use">
          ${
            counted && responses > 0
              ? this.renderButton(this.words.t('decisions.count'), reason, () => this.decide(counted))
              : nothing
          }
        </td>
      </tr>
    `;
  }

  /** An exclusion that is switched off: its rows are counted. */
  private renderIncluded(code: string, report: Report): TemplateResult {
    const reason = explain(this.words.lang, code).sentence;
    return html`
      <tr>
        <th scope="row">${reason}</th>
        <td class="number">${formatCount(this.words.lang, 0)}</td>
        <td class="number">${formatCount(this.words.lang, 0)}</td>
        <td></td>
        <td><span class="badge">${this.words.t('policy.include')}</span></td>
        <td class="use">
          ${this.renderButton(this.words.t('decisions.leave'), reason, () =>
            this.decide(withInclusion(report.recipe, code, false)),
          )}
        </td>
      </tr>
    `;
  }

  private renderButton(text: string, reason: string, act: () => void): TemplateResult {
    return html`<button aria-label="${text}: ${reason}" @click=${act}>${text}</button>`;
  }
}

// SPDX-License-Identifier: MIT
// <nps-score>: the nps as one big figure, never without its interval and the number of responses,
// and the three groups it is made of. Draws a property; sends no event.
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { groups, type Group } from '../../charts/groups.js';
import { intervalChart } from '../../charts/interval.js';
import { sharesChart } from '../../charts/shares.js';
import type { NpsSummary, Policy, Sensitivity } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { formatCount, formatLevel, formatMean, formatNps, formatPoints, formatShare } from '../../i18n/format.js';
import { policyName, policyParts } from '../../i18n/review.js';
import { styles } from './nps-score.styles.js';

/** Below this many responses the interval says much more than the point. */
const kFewResponses = 30;

/**
 * The nps with its interval, its groups and the number of responses.
 *
 * @csspart card - The surface everything stands on.
 * @csspart figure - The big number.
 * @csspart beside - The figure under another policy.
 * @csspart policy - Which responses the figure is about.
 * @cssprop --nps-accent - Colour of the interval.
 * @cssprop --nps-detractor - Colour of the detractors.
 * @cssprop --nps-passive - Colour of the passives.
 * @cssprop --nps-promoter - Colour of the promoters.
 */
export class NpsScore extends LitElement {
  static override styles = styles;

  /** The figures to draw; null or undefined draws the sentence that there is none. */
  @property({ attribute: false }) summary: NpsSummary | null | undefined;

  /** Which responses the figure is about; said where it is not simply all of them. */
  @property({ attribute: false }) policy: Policy | undefined;

  /** The figure under another policy, for files in which respondents repeat. */
  @property({ attribute: false }) beside: Sensitivity | undefined;

  private readonly words = new LocaleController(this);

  override render(): TemplateResult {
    const { summary } = this;
    if (!summary) return html`<div class="card" part="card">${this.words.t('score.none')}</div>`;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <div class="hero">
          ${this.renderFigure(summary)}
          <div class="interval">${this.renderInterval(summary)}</div>
        </div>
        ${this.renderGroups(summary)}
      </section>
    `;
  }

  private renderFigure({ nps, interval, responses, mean }: NpsSummary): TemplateResult {
    const { lang } = this.words;
    const few = responses < kFewResponses;
    return html`
      <div>
        <h3 class="title" id="title">${this.words.t('score.title')}</h3>
        <p class="figure" part="figure">${formatNps(lang, nps)}</p>
        <p class="range">
          ${this.words.t('score.interval', {
            level: formatLevel(lang, interval.level),
            low: formatPoints(lang, interval.low),
            high: formatPoints(lang, interval.high),
          })}
        </p>
        <p class="soft facts">
          <span>${this.words.plural('score.responses', responses)}</span>
          ${mean === null ? nothing : html`<span>${this.words.t('score.mean', { mean: formatMean(lang, mean) })}</span>`}
          ${few ? html`<span class="badge warning">${this.words.t('score.few')}</span>` : nothing}
        </p>
        ${this.renderPolicy()} ${this.renderBeside()}
      </div>
    `;
  }

  private renderPolicy(): TemplateResult | typeof nothing {
    const [counted = '', ...limits] = this.policy ? policyParts(this.words.lang, this.policy) : [];
    if (!this.policy || (this.policy.answers === 'all' && limits.length === 0)) return nothing;
    return html`
      <p class="facts policy" part="policy">
        <span>${this.words.t('policy.figure', { policy: counted })}</span>
        ${limits.map((limit) => html`<span>${limit}</span>`)}
      </p>
    `;
  }

  private renderBeside(): TemplateResult | typeof nothing {
    const { nps } = this.beside ?? {};
    if (!this.beside || !nps) return nothing;
    const { lang } = this.words;
    const params = { policy: policyName(lang, this.beside), nps: formatNps(lang, nps.nps) };
    return html`<p class="soft small" part="beside">${this.words.plural('repeats.beside', nps.responses, params)}</p>`;
  }

  private renderInterval({ nps, interval, responses }: NpsSummary): TemplateResult {
    const { lang } = this.words;
    const label = this.words.t('score.axis', {
      nps: formatNps(lang, nps),
      low: formatPoints(lang, interval.low),
      high: formatPoints(lang, interval.high),
    });
    const few = responses < kFewResponses;
    return html`
      <svg class="axis-chart" role="img" aria-label=${label} height="54">
        ${intervalChart({ nps, low: interval.low, high: interval.high }, (tick) => formatCount(lang, tick))}
      </svg>
      <p class="soft small">
        ${few ? this.words.t('score.few-hint') : nothing}
        ${this.words.t('score.method', { method: this.words.t(`score.method.${interval.method}`) })}
      </p>
    `;
  }

  private renderGroups(summary: NpsSummary): TemplateResult {
    const share = (count: number): string => formatShare(this.words.lang, count / summary.responses);
    return html`
      <div class="groups">
        <svg class="shares" aria-hidden="true" height="16">${sharesChart(summary)}</svg>
        <dl>${groups.map((group) => this.renderGroup(group, summary[group.name], share(summary[group.name])))}</dl>
        <p class="soft small formula">
          ${this.words.t('score.formula', {
            promoters: share(summary.promoters),
            detractors: share(summary.detractors),
            nps: formatNps(this.words.lang, summary.nps),
          })}
        </p>
      </div>
    `;
  }

  private renderGroup({ name, from, to }: Group, count: number, share: string): TemplateResult {
    return html`
      <div class="group">
        <dt><span class="swatch ${name}"></span>${this.words.t(`group.${name}`)} <span class="soft">${from}–${to}</span></dt>
        <dd><span class="amount">${formatCount(this.words.lang, count)}</span> <span class="soft">${share}</span></dd>
      </div>
    `;
  }
}

// SPDX-License-Identifier: MIT
// <nps-distribution>: how many responses gave each score from 0 to 10, as a column chart and as a table.
// Draws a property; sends no event.
import { html, LitElement, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { columnChart, kColumnChartHeight } from '../../charts/columns.js';
import { groupOf, groups, type Group } from '../../charts/groups.js';
import { indexOfMost } from '../../charts/scale.js';
import type { NpsSummary } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import { formatCount, formatShare, formatShort } from '../../i18n/format.js';
import { styles } from './nps-distribution.styles.js';

/**
 * The responses per score.
 *
 * @csspart card - The surface everything stands on.
 * @csspart chart - The svg element of the chart.
 * @cssprop --nps-detractor - Colour of the detractors.
 * @cssprop --nps-passive - Colour of the passives.
 * @cssprop --nps-promoter - Colour of the promoters.
 */
export class NpsDistribution extends LitElement {
  static override styles = styles;

  /** The figures to draw; without a histogram a sentence says that only the groups are known. */
  @property({ attribute: false }) summary: NpsSummary | null | undefined;

  private readonly words = new LocaleController(this);

  override render(): TemplateResult {
    const histogram = this.summary?.histogram;
    return html`
      <section class="card" part="card" aria-labelledby="title">
        <h3 class="title" id="title">${this.words.t('dist.title')}</h3>
        ${histogram ? this.renderChart(histogram) : html`<p>${this.words.t('dist.unknown')}</p>`}
      </section>
    `;
  }

  private renderChart(histogram: readonly number[]): TemplateResult {
    const { lang } = this.words;
    const total = histogram.reduce((sum, count) => sum + count, 0);
    const drawing = columnChart(histogram, {
      count: (count) => formatShort(lang, count),
      group: ({ name }) => this.words.t(`group.${name}`),
      hover: (score, count) => `${score}: ${formatCount(lang, count)} (${formatShare(lang, count / total)})`,
    });
    return html`
      <svg part="chart" class="chart" role="img" aria-label=${this.describe(histogram, total)} height=${kColumnChartHeight}>
        ${drawing}
      </svg>
      <details>
        <summary>${this.words.t('dist.table')}</summary>
        ${this.renderTable(histogram, total)}
      </details>
    `;
  }

  private renderTable(histogram: readonly number[], total: number): TemplateResult {
    const { lang } = this.words;
    return html`
      <table>
        <thead>
          <tr>
            <th scope="col">${this.words.t('dist.score')}</th>
            <th scope="col">${this.words.t('dist.group-name')}</th>
            <th scope="col" class="number">${this.words.t('dist.responses')}</th>
            <th scope="col" class="number">${this.words.t('dist.share')}</th>
          </tr>
        </thead>
        <tbody>
          ${histogram.map(
            (count, score) => html`
              <tr>
                <th scope="row">${score}</th>
                <td>${this.words.t(`group.${groupOf(score)}`)}</td>
                <td class="number">${formatCount(lang, count)}</td>
                <td class="number">${formatShare(lang, total === 0 ? 0 : count / total)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  /** The chart in words, for those who do not see it. */
  private describe(histogram: readonly number[], total: number): string {
    const inGroup = ({ from, to }: Group): number => histogram.slice(from, to + 1).reduce((sum, count) => sum + count, 0);
    const most = indexOfMost(histogram);
    return this.words.t('dist.alt', {
      groups: groups
        .map((group) => this.words.t('dist.group', { group: this.words.t(`group.${group.name}`), count: inGroup(group) }))
        .join(', '),
      score: most,
      count: histogram[most] ?? 0,
      total,
    });
  }
}

// SPDX-License-Identifier: MIT
// <nps-drivers>: what ratings and attributes are associated with the score, with the caveats beside the result. Draws answers; sends
// `nps-query` for them.
import { html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';

import { kQuadrantHeight, quadrants } from '../../charts/quadrants.js';
import { percent } from '../../charts/scale.js';
import type { Report } from '../../client/report.js';
import { LocaleController } from '../../controllers/locale-controller.js';
import type { Answered, Answers } from '../../controllers/query-controller.js';
import { QuestionController } from '../../controllers/question-controller.js';
import { numberColumns } from '../../files/attributes.js';
import { nothingChosen, type Choice } from '../../files/choice.js';
import type { Driver, DriverMap, Drivers } from '../../files/driver-answers.js';
import { limitsText, pText, unavailableText } from '../../i18n/explore.js';
import { formatCoefficient, formatCount, formatNps, formatShare } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';
import { measureIn, renderAsked, renderUnavailable } from '../answer-state.js';
import { styles } from './nps-drivers.styles.js';
import { renderAssociation } from './association.js';

/**
 * What goes with the score.
 *
 * @fires {NpsQueryEvent} nps-query - The answer is needed.
 */
export class NpsDrivers extends LitElement {
  static override styles = styles;

  /** The report that the ratings belong to. */
  @property({ attribute: false }) report: Report | undefined;

  /** Filter and attributes. */
  @property({ attribute: false }) choice: Choice = nothingChosen;

  /** The answers there are, by place. */
  @property({ attribute: false }) answers: Answers = new Map();

  /** It is looked at. */
  @property({ type: Boolean }) active = false;

  private readonly words = new LocaleController(this);

  private readonly questions = new QuestionController(this, () => {
    const { filter } = this.choice;
    return {
      drivers: this.active && this.hasDrivers ? { filter, measures: ['drivers'] as const } : undefined,
      association: this.active ? { filter, measures: ['association'] as const } : undefined,
    };
  });

  private get hasDrivers(): boolean {
    return this.report !== undefined && numberColumns(this.report).some(({ role }) => role === 'driver');
  }

  override render(): TemplateResult {
    if (!this.report) return html``;
    return html`
      <p class="soft intro">${this.words.t('drivers.intro')}</p>
      ${this.hasDrivers ? nothing : html`<p class="soft">${this.words.t('drivers.none')}</p>`}
      ${renderAsked(this, this.words, 'drivers', this.questions.asked('drivers'), (answered) => this.renderDrivers(answered))}
      ${renderAsked(this, this.words, 'association', this.questions.asked('association'), (answered) =>
        renderAssociation(this.words, answered),
      )}
    `;
  }

  private renderDrivers(answered: Answered): TemplateResult | typeof nothing {
    const answer = measureIn(answered, 'drivers') as unknown as Drivers | undefined;
    if (!answer) return nothing;
    if (answer.unavailable) return html`${renderUnavailable(this.words, answer.unavailable)}`;
    const { importance, complete = 0, map, caveats = [] } = answer;
    const { lang } = this.words;
    return html`
      ${
        importance?.rSquared === undefined
          ? renderUnavailable(this.words, importance?.unavailable)
          : html`<p>
              ${this.words.t('drivers.explained', {
                share: formatShare(lang, importance.rSquared),
                count: formatCount(lang, complete),
              })}
            </p>`
      }
      ${this.renderTable(answer)} ${map ? this.renderMap(map) : nothing} ${this.renderCaveats(caveats)}
    `;
  }

  private renderTable(answer: Drivers): TemplateResult {
    const shareOf = (name: string): number => answer.importance?.drivers?.find((one) => one.name === name)?.johnsonShare ?? -1;
    const rows = [...(answer.drivers ?? [])].sort((a, b) => shareOf(b.name) - shareOf(a.name));
    const head = (key: 'share' | 'rank' | 'odds'): TemplateResult =>
      html`<th scope="col" class="number">
        <abbr title=${this.words.t(`drivers.${key}-help`)}>${this.words.t(`drivers.${key}`)}</abbr>
      </th>`;
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${this.words.t('explore.drivers')}>
        <table aria-label=${this.words.t('explore.drivers')}>
          <thead>
            <tr>
              <th scope="col">${this.words.t('drivers.driver')}</th>
              ${head('share')} ${head('rank')} ${head('odds')}
              <th scope="col">${this.words.t('drivers.low')}</th>
              <th scope="col">${this.words.t('drivers.high')}</th>
              <th scope="col" class="number">${this.words.t('drivers.rated')}</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map((driver) => this.renderRow(driver, answer))}
          </tbody>
        </table>
      </div>
    `;
  }

  private renderRow(driver: Driver, { importance, logit, contrasts }: Drivers): TemplateResult {
    const { lang } = this.words;
    const { name, ranks, leftOut, rated } = driver;
    const of = (list: NonNullable<Drivers['importance']> | undefined) => list?.drivers?.find((one) => one.name === name);
    const share = of(importance)?.johnsonShare;
    const modelled = of(logit);
    const kind = `drivers.kind.${of(contrasts)?.kind ?? ''}`;
    const reason = leftOut && unavailableText(lang, leftOut);
    return html`
      <tr>
        <th scope="row">
          <bdi>${name}</bdi>
          ${reason ? html`<br /><span class="soft small">${this.words.t('drivers.left-out', { reason })}</span>` : nothing}
          ${isKey(kind) ? html`<br /><span class="soft small">${this.words.t(kind)}</span>` : nothing}
        </th>
        <td class="number wide" data-label=${this.words.t('drivers.share')}>
          ${typeof share === 'number' ? this.renderShare(share) : ''}
        </td>
        <td class="number wide" data-label=${this.words.t('drivers.rank')}>
          ${ranks?.spearman === undefined ? '' : formatCoefficient(lang, ranks.spearman)}
        </td>
        <td class="number wide" data-label=${this.words.t('drivers.odds')}>
          ${
            modelled?.oddsRatio
              ? html`${formatCoefficient(lang, modelled.oddsRatio.ratio)}<span class="soft small"
                    >${formatCoefficient(lang, modelled.oddsRatio.interval.low)} –
                    ${formatCoefficient(lang, modelled.oddsRatio.interval.high)}${
                      modelled.p === undefined ? '' : `, ${pText(lang, modelled.p)}`
                    }</span
                  >`
              : ''
          }
        </td>
        <td class="wide" data-label=${this.words.t('drivers.low')}>${this.renderBand(driver, 'low')}</td>
        <td class="wide" data-label=${this.words.t('drivers.high')}>${this.renderBand(driver, 'high')}</td>
        <td class="number" data-label=${this.words.t('drivers.rated')}>${formatCount(lang, rated)}</td>
      </tr>
    `;
  }

  private renderShare(share: number): TemplateResult {
    return html`${formatShare(this.words.lang, share)}<svg class="share" aria-hidden="true">
        ${svg`<rect class="bar-ground" width="100%" height="100%" rx="3"></rect><rect class="bar" width=${percent(share * 100)} height="100%" rx="3"></rect>`}
      </svg>`;
  }

  private renderBand({ byBand }: Driver, band: 'low' | 'high'): TemplateResult {
    const found = byBand?.find((one) => one.band === band);
    const { lang } = this.words;
    if (!found) return html``;
    return html`${formatNps(lang, found.nps)}<span class="soft small"
        >${limitsText(lang, found.interval)},
        ${this.words.t('heat.responses', { count: formatCount(lang, found.responses) })}</span
      >`;
  }

  private renderMap({ points, middleImportance, middleHighShare }: DriverMap): TemplateResult {
    const { lang } = this.words;
    const drawn = points.map(({ name, highShare, importance, quadrant }) => {
      const key = `drivers.quadrant.${quadrant}`;
      const word = isKey(key) ? this.words.t(key) : quadrant;
      return {
        name: `${name} (${word})`,
        x: highShare,
        y: importance,
        title: `${name}: ${this.words.t('drivers.share')} ${formatShare(lang, importance)}, ${this.words.t('drivers.high')} ${formatShare(lang, highShare)}`,
      };
    });
    return html`
      <figure>
        <h4>${this.words.t('drivers.map')}</h4>
        <p class="soft small">${this.words.t('drivers.map-help')}</p>
        <svg height=${kQuadrantHeight} role="img" aria-label=${drawn.map(({ title }) => title).join('; ')}>
          ${quadrants(drawn, { x: middleHighShare, y: middleImportance })}
        </svg>
      </figure>
    `;
  }

  private renderCaveats(caveats: readonly { readonly code: string }[]): TemplateResult | typeof nothing {
    if (caveats.length === 0) return nothing;
    return html`
      <div class="caveats small">
        <strong>${this.words.t('drivers.caveats')}</strong>
        <ul>
          ${caveats.map(({ code }) => {
            const key = `caveat.${code}`;
            return html`<li>${isKey(key) ? this.words.t(key) : code}</li>`;
          })}
        </ul>
      </div>
    `;
  }
}

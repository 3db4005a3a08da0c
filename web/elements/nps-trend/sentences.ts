// SPDX-License-Identifier: MIT
// What a trend says in words: the line, the ranks, possible changes, control limits. Each with what is known about it, or why it is not.
import { html, nothing, type TemplateResult } from 'lit';

import type { Unavailable } from '../../client/query.js';
import type { LocaleController } from '../../controllers/locale-controller.js';
import type { PossibleChange, Slope, TrendBucket, TrendSeries } from '../../files/trend-answers.js';
import { figureText, pText, unavailableText } from '../../i18n/explore.js';
import { formatChange, formatCoefficient, formatLevel, formatMonth } from '../../i18n/format.js';
import { isKey } from '../../i18n/index.js';

/** A bucket's label as people write it. */
export function bucketText(lang: string, label: string, months: 'long' | 'short' = 'long'): string {
  return /^\d{4}-\d\d$/.test(label) ? formatMonth(lang, label, months) : label;
}

/** The same with what there is to know about it. */
export function bucketName(words: LocaleController, { label, partial }: TrendBucket): string {
  const name = bucketText(words.lang, label);
  return partial ? words.t('trend.partial-name', { label: name }) : name;
}

export function renderSentences(words: LocaleController, series: TrendSeries, unit: string): TemplateResult {
  const { buckets, slope, mannKendall, sen, changePoints, control, undated } = series;
  const per = unitWord(words, unit);
  const partial = buckets.filter((bucket) => bucket.partial);
  return html`
    <div class="sentences">
      ${partial.length > 0 ? renderPartial(words, partial) : nothing} ${slope ? renderSlope(words, slope, per) : nothing}
      ${
        mannKendall && sen && !mannKendall.unavailable && !sen.unavailable
          ? html`<p class="soft">
              ${words.t('trend.ranks', {
                tau: formatCoefficient(words.lang, mannKendall.tau),
                p: pText(words.lang, mannKendall.p),
                points: formatChange(words.lang, sen.slope),
                unit: per,
              })}
            </p>`
          : nothing
      }
      ${changePoints ? renderChanges(words, changePoints) : nothing}
      ${control ? (control.unavailable ? renderWhy(words, control.unavailable) : renderControl(words, control.out)) : nothing}
      ${undated ? html`<p class="soft">${words.plural('trend.undated', undated)}</p>` : nothing}
    </div>
  `;
}

function renderPartial(words: LocaleController, partial: readonly TrendBucket[]): TemplateResult {
  const labels = partial.map(({ label }) => bucketText(words.lang, label)).join(words.t('filter.joint'));
  return html`<p>${words.t('trend.partial', { labels })}</p>`;
}

function unitWord(words: LocaleController, unit: string): string {
  const key = `trend.per.${unit}`;
  return isKey(key) ? words.t(key) : unit;
}

function renderWhy(words: LocaleController, unavailable: Unavailable): TemplateResult {
  return html`<p class="soft">${unavailableText(words.lang, unavailable)}</p>`;
}

function renderSlope(words: LocaleController, { slope, interval, p, unavailable }: Slope, unit: string): TemplateResult {
  if (unavailable) return renderWhy(words, unavailable);
  const { lang } = words;
  const verdict = interval.low > 0 ? 'trend.rising' : interval.high < 0 ? 'trend.falling' : 'trend.open';
  return html`<p>
    ${words.t('trend.slope', {
      points: formatChange(lang, slope),
      unit,
      level: formatLevel(lang, interval.level),
      low: formatChange(lang, interval.low),
      high: formatChange(lang, interval.high),
      p: pText(lang, p),
      verdict: words.t(verdict),
    })}
  </p>`;
}

function renderChanges(
  words: LocaleController,
  { changes, unavailable }: { readonly changes: readonly PossibleChange[]; readonly unavailable?: Unavailable },
): TemplateResult {
  if (unavailable) return renderWhy(words, unavailable);
  if (changes.length === 0) return html`<p>${words.t('trend.no-change')}</p>`;
  const { lang } = words;
  return html`
    ${changes.map(
      ({ between: [first, second], before, after }) =>
        html`<p>
          ${words.t('trend.change', {
            first: bucketText(lang, first),
            second: bucketText(lang, second),
            before: figureText(lang, before),
            after: figureText(lang, after),
          })}
        </p>`,
    )}
    <p class="soft small">${words.t('trend.changes-help')}</p>
  `;
}

function renderControl(words: LocaleController, out: readonly string[]): TemplateResult {
  if (out.length === 0) return html`<p>${words.t('trend.in-control')}</p>`;
  const labels = out.map((label) => bucketText(words.lang, label)).join(words.t('filter.joint'));
  return html`<p>${words.plural('trend.out', out.length, { labels })}</p>`;
}

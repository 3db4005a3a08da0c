// SPDX-License-Identifier: MIT
// How views show where a question stands: work under way with a way to end it, why there is no answer, and the answer, out of reach of the
// eye while a newer one is worked out.
import { html, nothing, type TemplateResult } from 'lit';

import type { MeasureAnswer, MeasureName } from '../client/query.js';
import type { LocaleController } from '../controllers/locale-controller.js';
import type { Answered, Asked } from '../controllers/query-controller.js';
import { NpsStopEvent } from '../events/events.js';
import { unavailableText } from '../i18n/explore.js';

type Content = TemplateResult | typeof nothing;

/** The state of a question, and `draw` for its last answer. Nothing for a question that is not asked. */
export function renderAsked(
  host: EventTarget,
  words: LocaleController,
  place: string,
  asked: Asked | undefined,
  draw: (answered: Answered) => Content,
): Content {
  if (!asked) return nothing;
  const { busy, failure, answered } = asked;
  return html`
    ${busy ? renderWaiting(words, asked, () => host.dispatchEvent(new NpsStopEvent(place))) : nothing}
    ${failure ? renderFailure(words, failure) : nothing}
    ${answered ? html`<div class=${busy || failure ? 'stale' : ''} aria-busy=${busy}>${draw(answered)}</div>` : nothing}
  `;
}

function renderWaiting(words: LocaleController, { progress }: Asked, stop: () => void): TemplateResult {
  const { bytesRead = 0, bytesTotal = 0 } = progress ?? {};
  return html`
    <div class="waiting">
      <span class="soft small" role="status">${words.t('explore.working')}</span>
      ${
        bytesTotal > 0
          ? html`<progress max=${bytesTotal} .value=${bytesRead} aria-label=${words.t('explore.working')}></progress>
              <button @click=${stop}>${words.t('progress.cancel')}</button>`
          : html`<progress aria-label=${words.t('explore.working')}></progress>`
      }
    </div>
  `;
}

function renderFailure(words: LocaleController, failure: NonNullable<Asked['failure']>): TemplateResult {
  if (failure.code === 'aborted') return html`<p class="soft" role="status">${words.t('explore.stopped')}</p>`;
  return html`<nps-failure lang=${words.lang} .failure=${failure} role="alert"></nps-failure>`;
}

/** The answer to one measure; nothing when it was not asked for. */
export function measureIn({ answer }: Answered, measure: MeasureName): MeasureAnswer | undefined {
  return answer.answers.find((one) => one.measure === measure);
}

/** Why a figure can not be had, in a sentence. */
export function renderUnavailable(words: LocaleController, unavailable: MeasureAnswer['unavailable']): Content {
  return unavailable ? html`<p class="soft">${unavailableText(words.lang, unavailable)}</p>` : nothing;
}

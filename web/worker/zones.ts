// SPDX-License-Identifier: MIT
// The rules of time zones as the core wants them (core/base/zone_rules.h), found by asking Intl what clocks showed.

import type { Engine } from './core.js';

const day = 86_400;
/** Nothing is asked about times outside of these; the first and the last offset go on. */
const first = Date.UTC(1990, 0) / 1000;
const last = Date.UTC(2040, 0) / 1000;
/** No offset is kept for a shorter time: during Ramadan clocks go back for about 30 days. */
const step = 7 * day;

/** Gives the engine the rules of every zone it wants; of one that is not known here, the name. */
export function giveZones(engine: Engine): void {
  for (const name of engine.wantedZones().split('\n')) {
    if (name !== '') engine.set('zoneRules', `${name} ${zoneRules(name) ?? ''}`.trim());
  }
}

/** `seconds/offset` for every change, or nothing for a zone that is not known. */
export function zoneRules(name: string): string | undefined {
  const offsetAt = offsetsOf(name);
  if (!offsetAt) return undefined;
  let offset = offsetAt(first);
  const changes = [`${first}/${offset}`];
  for (let from = first; from < last; from += step) {
    const next = offsetAt(from + step);
    if (next === offset) continue;
    changes.push(`${changeBetween(from, from + step, offset, offsetAt)}/${next}`);
    offset = next;
  }
  return changes.join(' ');
}

/** The first second with another offset than `before`. */
function changeBetween(from: number, to: number, before: number, offsetAt: (seconds: number) => number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return high;
}

function offsetsOf(name: string): ((seconds: number) => number) | undefined {
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: name,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    return (seconds) => {
      const shown: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
      for (const { type, value } of clock.formatToParts(seconds * 1000)) shown[type] = value;
      const { year, month, day: date, hour, minute, second } = shown;
      const local = Date.UTC(Number(year), Number(month) - 1, Number(date), Number(hour), Number(minute), Number(second));
      return local / 1000 - seconds;
    };
  } catch (thrown) {
    if (thrown instanceof RangeError) return undefined;
    throw thrown;
  }
}

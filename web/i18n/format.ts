// SPDX-License-Identifier: MIT
// Numbers as each language writes them: nps with one decimal and its sign, points, counts, shares and sizes.
// A minus is a true minus (U+2212), so that it stands as high and as wide as the plus.

const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(lang: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = lang + JSON.stringify(options);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lang, options);
  formats.set(key, made);
  return made;
}

function write(lang: string, value: number, options: Intl.NumberFormatOptions): string {
  return numberFormat(lang, options).format(value).replace('-', '\u2212');
}

/** An nps, with its sign: `+36.3`, `−4.0`, `0.0`. */
export function formatNps(lang: string, nps: number): string {
  return write(lang, nps, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' });
}

/** A change in points, with its sign; below one a second digit says how small: `+19.6`, `−0.05`. */
export function formatChange(lang: string, points: number): string {
  const digits = Math.abs(points) < 1 ? 2 : 1;
  return write(lang, points, { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: 'exceptZero' });
}

/** A coefficient, a correlation or a ratio, with two digits: `0.94`, `−0.31`. */
export function formatCoefficient(lang: string, value: number): string {
  return write(lang, value, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'negative' });
}

/** A bound of an interval, in points; only a minus is written: `28.7`. */
export function formatPoints(lang: string, points: number): string {
  return write(lang, points, { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'negative' });
}

/** A count, with the separators of the language: `12,345`. */
export function formatCount(lang: string, count: number): string {
  return write(lang, count, {});
}

/** A count in at most about five characters, for labels in a chart: `12,345` reads `12K`. */
export function formatShort(lang: string, count: number): string {
  if (count < 10_000) return formatCount(lang, count);
  return write(lang, count, { notation: 'compact', maximumFractionDigits: 0 });
}

/** A share from 0 to 1 with one decimal: `17.2%`. */
export function formatShare(lang: string, share: number): string {
  return write(lang, share, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A confidence level from 0 to 1 as a percentage without its sign, which the text around it holds: `95`. */
export function formatLevel(lang: string, level: number): string {
  return write(lang, level * 100, { maximumFractionDigits: 1 });
}

/** A mean with one decimal. */
export function formatMean(lang: string, mean: number): string {
  return write(lang, mean, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** A size in bytes, kilobytes (1000 bytes), megabytes or gigabytes. */
export function formatBytes(lang: string, bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return write(lang, value, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 100 ? 1 : 0,
  });
}

/** A day such as `2024-05-31` as the language writes it: `31 May 2024`; anything else stays as it is. */
export function formatDay(lang: string, day: string): string {
  const date = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(`${day}T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(date.getTime())) return day;
  const written = lang === 'en' ? 'en-GB' : lang;
  return new Intl.DateTimeFormat(written, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** A month such as `2024-05` as the language writes it: `May 2024`, or `Jan 2024` for `short`; anything else stays as it is. */
export function formatMonth(lang: string, month: string, name: 'long' | 'short' = 'long'): string {
  const date = /^\d{4}-\d\d$/.test(month) ? new Date(`${month}-01T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(date.getTime())) return month;
  return new Intl.DateTimeFormat(lang, { year: 'numeric', month: name, timeZone: 'UTC' }).format(date);
}

/** Which of the two forms of a text a number asks for. */
export function pluralOf(lang: string, count: number): 'one' | 'other' {
  return new Intl.PluralRules(lang).select(count) === 'one' ? 'one' : 'other';
}

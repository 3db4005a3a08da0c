// SPDX-License-Identifier: MIT
// The figures for a terminal: NPS with its interval, the three groups, the distribution, and NPS per group of a column.

import type { GroupTable, NpsSummary } from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { formatCount, formatLevel, formatMean, formatNps, formatPoints, formatShare } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { bar, printable, table } from './layout.js';

/** The headline, the groups and, when the scores are known, how often each was given. */
export function scoreText(lang: Lang, summary: NpsSummary): string[] {
  const { nps, responses, mean, interval } = summary;
  const method = t(lang, `score.method.${interval.method}`);
  const lines = [
    `NPS ${formatNps(lang, nps)}   ${intervalText(lang, summary)}   ${method}`,
    [plural(lang, 'score.responses', responses), mean === null ? '' : t(lang, 'score.mean', { mean: formatMean(lang, mean) })]
      .filter(Boolean)
      .join('   '),
    '',
    ...groupsText(lang, summary),
  ];
  return summary.histogram ? [...lines, '', ...histogramText(lang, summary.histogram, responses)] : lines;
}

function intervalText(lang: Lang, { interval }: NpsSummary): string {
  return t(lang, 'score.interval', {
    level: formatLevel(lang, interval.level),
    low: formatPoints(lang, interval.low),
    high: formatPoints(lang, interval.high),
  });
}

function groupsText(lang: Lang, { detractors, passives, promoters, responses }: NpsSummary): string[] {
  const row = (name: string, range: string, count: number): string[] => [
    name,
    range,
    formatCount(lang, count),
    formatShare(lang, count / responses),
  ];
  return table(
    [
      row(t(lang, 'group.detractors'), '0–6', detractors),
      row(t(lang, 'group.passives'), '7–8', passives),
      row(t(lang, 'group.promoters'), '9–10', promoters),
    ],
    ['left', 'left', 'right', 'right'],
  );
}

function histogramText(lang: Lang, histogram: readonly number[], responses: number): string[] {
  const most = Math.max(...histogram);
  const rows = histogram.map((count, score) => [
    String(score),
    formatCount(lang, count),
    formatShare(lang, count / responses),
    bar(count, most),
  ]);
  return [t(lang, 'dist.title'), ...table(rows, ['right', 'right', 'right', 'left'])];
}

/** One line per value: its NPS, interval and responses. */
export function groupTableText(lang: Lang, { by, name, groups, hidden }: GroupTable): string[] {
  const title = cliText(lang, `by.${by}`, { name: printable(name) });
  const rows = groups.map(({ value, nps }) => [
    value === null ? cliText(lang, 'by.none') : printable(value),
    formatNps(lang, nps.nps),
    `[${formatPoints(lang, nps.interval.low)}, ${formatPoints(lang, nps.interval.high)}]`,
    plural(lang, 'score.responses', nps.responses),
  ]);
  const few = hidden ? [`  ${t(lang, 'issues.count', { count: hidden.groups })} ${t(lang, 'employees.few')}`] : [];
  return [title, ...table(rows, ['left', 'right', 'right', 'right']), ...few];
}

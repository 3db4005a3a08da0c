// SPDX-License-Identifier: MIT
// A report for a terminal: the files, the figures with the policy they follow, what every decision moves, what is still open, and
// where every record went.

import type { Report } from '../client/node.js';
import { cliText } from '../i18n/cli.js';
import { formatCount, formatDay, formatLevel, formatNps, formatPoints } from '../i18n/format.js';
import { plural, t, type Lang } from '../i18n/index.js';
import { effectText, policyName, policyParts, repeatsText } from '../i18n/review.js';
import { explain } from '../i18n/sentences.js';
import { accountText, fileText, ledgerText } from './file-text.js';
import { printable, table } from './layout.js';
import { questionsText } from './question-text.js';
import { groupTableText, scoreText } from './score-text.js';

/** Files that failed are left to standard error. */
export function reportText(report: Report, lang: Lang): string[] {
  const files = report.files.filter((file) => !file.failure);
  const several = files.length > 1;
  const sections = [
    ...files.map((file) => fileText(lang, file)),
    ...(report.nps ? [scoreText(lang, report.nps)] : []),
    files.length > 0 ? countedText(report, lang) : [],
    sensitivityText(report, lang),
    ...(report.groupBy ?? []).filter(({ groups, hidden }) => groups.length > 0 || hidden).map((by) => groupTableText(lang, by)),
    limitsText(report, lang),
    questionsText(report, lang),
    decisionsText(report, lang),
    cleaningText(report, lang),
    ...files.map((file) => [...(several ? [printable(file.name)] : []), ...accountText(lang, file)]),
    several ? ledgerText(lang, report.ledger, t(lang, 'ledger.all')) : [],
  ];
  return sections.filter((lines) => lines.length > 0).flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

/** What stands on the figure: the policy, the day, and who answered more than once. */
function countedText({ policy, asOf, repeats }: Report, lang: Lang): string[] {
  const lines = [cliText(lang, 'policy', { policy: policyParts(lang, policy).join(cliText(lang, 'comma')) })];
  if (asOf !== null) lines.push(t(lang, 'plan.as-of', { date: formatDay(lang, asOf) }));
  if (repeats && repeats.respondents > 0) lines.push(repeatsText(lang, repeats, policy.unit));
  return lines;
}

function sensitivityText({ sensitivity }: Report, lang: Lang): string[] {
  if (sensitivity.length === 0) return [];
  const level = sensitivity.find(({ nps }) => nps)?.nps?.interval.level;
  const heading = [
    '',
    t(lang, 'sensitivity.policy'),
    t(lang, 'sensitivity.nps'),
    level === undefined ? '' : t(lang, 'sensitivity.interval', { level: formatLevel(lang, level) }),
    t(lang, 'sensitivity.responses'),
    '',
  ];
  const rows = sensitivity.map(({ nps, chosen, ...policy }) => [
    chosen ? '>' : '',
    policyName(lang, policy),
    nps ? formatNps(lang, nps.nps) : t(lang, 'questions.no-outcome'),
    nps ? `[${formatPoints(lang, nps.interval.low)}, ${formatPoints(lang, nps.interval.high)}]` : '',
    nps ? formatCount(lang, nps.responses) : '',
    chosen ? t(lang, 'sensitivity.chosen') : `--policy ${policy.answers}${policy.unit === 'account' ? ':account' : ''}`,
  ]);
  return [t(lang, 'sensitivity.title'), ...table([heading, ...rows], ['left', 'left', 'right', 'right', 'right', 'left'])];
}

function limitsText({ limits }: Report, lang: Lang): string[] {
  if (limits.length === 0) return [];
  const known = limits.filter((limit) => limit === 'mean' || limit === 'histogram');
  return [t(lang, 'limits.title'), ...known.map((limit) => `  ${t(lang, `limits.${limit}`)}`)];
}

/** Rows that were left out although they can be read, and what the NPS would be with them. */
function decisionsText({ decisions, nps }: Report, lang: Lang): string[] {
  if (decisions.length === 0) return [];
  const heading = (['rows', 'responses', 'nps', 'effect', 'reason'] as const).map((word) => t(lang, `decisions.${word}`));
  const rows = decisions.map(({ code, records, responses, npsWithout }) => [
    formatCount(lang, records),
    formatCount(lang, responses),
    npsWithout === null ? t(lang, 'questions.no-outcome') : formatNps(lang, npsWithout),
    npsWithout === null || !nps ? '' : effectText(lang, npsWithout - nps.nps, responses),
    `${explain(lang, code).sentence} [${code}]`,
  ]);
  return [t(lang, 'decisions.title'), ...table([heading, ...rows], ['right', 'right', 'right', 'left', 'left'])];
}

/** Rules that changed something, and those that are off. */
function cleaningText({ cleaning, nps }: Report, lang: Lang): string[] {
  const told = cleaning.filter(({ cells, on }) => cells > 0 || !on);
  if (told.length === 0) return [];
  const rows = told.map(({ rule, on, cells, responses, npsWithout }) => {
    const effect =
      responses === 0 || !nps
        ? ''
        : npsWithout === null
          ? t(lang, 'effect.all')
          : effectText(lang, nps.nps - npsWithout, responses);
    return [t(lang, `clean.${rule}`), on ? plural(lang, 'clean.changed', cells) : t(lang, 'clean.off'), effect, `[${rule}]`];
  });
  return [t(lang, 'clean.title'), ...table(rows, ['left', 'left', 'left', 'left'])];
}

// SPDX-License-Identifier: MIT
// A survey with everything that can be asked about: made up, the same on every run, as rows of texts that tests count for themselves.

export const kColumns = [
  'Response ID',
  'Email',
  'Account',
  'Submitted',
  'How likely are you to recommend us?',
  'Comment',
  'Region',
  'Plan',
  'Support rating',
  'Price rating',
  'Ease rating',
  'Weight',
  'Seats',
];

/** How the columns are to be read, whatever is found. */
export const kRoles = [
  ['map.response-id', 'Response ID'],
  ['map.respondent', 'Email'],
  ['map.account', 'Account'],
  ['map.date', 'Submitted'],
  ['map.score', 'How likely are you to recommend us?'],
  ['map.comment', 'Comment'],
  ['map.segment', 'Region'],
  ['map.segment', 'Plan'],
  ['map.segment', 'Seats'],
  ['map.driver', 'Support rating'],
  ['map.driver', 'Price rating'],
  ['map.driver', 'Ease rating'],
  ['map.weight', 'Weight'],
];

const kRegions = ['EMEA', 'Americas', 'APAC', 'DACH', ''];
const kPlans = ['Free', 'Pro', 'Team'];
const kGood = ['the team is friendly', 'so easy to use', 'great support, thank you', 'it just works', 'not a single problem'];
const kBad = [
  'too expensive for us',
  'the export is slow',
  'support never answers',
  'not easy to use',
  'it crashes; call 030 1234567',
];

const kWhere = [
  'at home',
  'in our Berlin office',
  'on my phone',
  'for the finance team',
  'since the last update',
  'every Monday',
];

/** Numbers in [0, 1), the same ones each time. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const clamp = (value, least, most) => Math.min(most, Math.max(least, value));

/** So many rows, each an array of texts in the order of kColumns. */
export function surveyRows(count, seed = 7) {
  const next = chance(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  return Array.from({ length: count }, (_, index) => {
    const region = pick(kRegions);
    const plan = pick(kPlans);
    const mood = next() + (region === 'EMEA' ? 0.15 : 0) - (plan === 'Free' ? 0.2 : 0);
    const score = clamp(Math.round(mood * 11), 0, 10);
    const rating = (pull) =>
      next() < 0.05 ? '' : String(clamp(Math.round(1 + 4 * (pull * mood + (1 - pull) * next())), 1, 5));
    const day = new Date(Date.UTC(2025, 0, 1) + Math.floor(next() * 360) * 86_400_000).toISOString().slice(0, 10);
    const comment =
      next() < 0.3
        ? ''
        : [
            pick(score >= 7 ? kGood : kBad),
            pick(kWhere),
            `after ${1 + Math.floor(next() * 40)} days`,
            pick(score >= 9 ? kGood : kBad),
          ].join(', ');
    const person = Math.floor(next() * count * 0.8);
    return [
      `R-${String(index + 1).padStart(6, '0')}`,
      `person${person}@example.com`,
      `Account ${person % 40}`,
      day,
      String(score),
      comment,
      region,
      plan,
      rating(0.8),
      rating(0.3),
      rating(0.5),
      (0.5 + Math.floor(next() * 20) / 10).toFixed(1),
      String(1 + Math.floor(next() * 200)),
    ];
  });
}

const quoted = (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Rows as the bytes of a CSV file with a header. */
export function csvOf(rows) {
  return Buffer.from([kColumns, ...rows].map((row) => row.map(quoted).join(',')).join('\n') + '\n');
}

// SPDX-License-Identifier: MIT
// The expected statistics of tests/data/vectors.json (made with R and with Python) against the WebAssembly module: reports and answers to
// queries. tests/data/vector-status.tsv says of every key whether it is used, used:native (checked by tests/stats/vectors_test.cc only),
// not offered, or must differ; this test holds the list complete.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { dataFolder, wasmAnswers, wasmReport, wasmScore } from '../support/core.mjs';

const { vectors } = JSON.parse(readFileSync(join(dataFolder, 'vectors.json'), 'utf8'));
const [heading, ...rows] = readFileSync(join(dataFolder, 'vector-status.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => line.split('\t'));

/** Rows whose pattern fits an id; a pattern is an id or a start of ids with `*` behind it. The longest pattern decides. */
function statusOf(id, key) {
  const fits = ([pattern]) => (pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern);
  const length = Math.max(0, ...rows.filter(fits).map(([pattern]) => pattern.length));
  return rows.filter((row) => fits(row) && row[0].length === length && row[1] === key);
}

/** The rest is not offered, or checked by the native tests. */
const isCheckedHere = ([, , status]) => status === 'used' || status === 'must differ';

const z95 = 1.959963984540054;
const countsOf = ({ detractors, passives, promoters }) => [detractors, passives, promoters];
const score = (counts, method = 'score', level = '95') =>
  JSON.parse(
    wasmScore(counts, [
      ['method', method],
      ['level', level],
    ]),
  ).nps;
const interval = (counts, method, level) => {
  const { low, high } = score(counts, method, level).interval;
  return [low / 100, high / 100];
};
const tableOf = (scores) => [{ name: 'scores.csv', bytes: Buffer.from(`nps\n${scores.join('\n')}\n`) }];
const scoresOf = ({ scores }) => [scores].flat();
const reportOn = (files, options) => JSON.parse(wasmReport(files, options)).nps;

const synthetic = [{ name: 'synth_drivers.csv', bytes: readFileSync(join(dataFolder, 'synth_drivers.csv')) }];
const byRegion = (take) => {
  const { groupBy } = JSON.parse(wasmReport(synthetic, [['groupBy', 'column:region']]));
  return Object.fromEntries(groupBy[0].groups.map(({ value, nps }) => [value, take(nps)]));
};

/** The answer to one measure about files. */
function answerOf(files, measure, options = []) {
  const [text] = wasmAnswers(files, [{ measures: [measure] }], options);
  return JSON.parse(text).answers[0];
}

const mapped = [
  ['map.score', 'score'],
  ['map.account', 'account'],
  ['map.segment', 'region'],
  ['map.weight', 'weight'],
  ...['support', 'price', 'ease', 'delivery'].map((name) => ['map.driver', name]),
];
const aboutSynthetic = (measure) => answerOf(synthetic, measure, mapped);
const drivers = aboutSynthetic({ measure: 'drivers', cluster: 'none' });
const byDriver = (list, take) => Object.fromEntries(list.map((driver) => [driver.name, take(driver)]));
const importance = (member) => byDriver(drivers.importance.drivers, (driver) => driver[member]);
const bands = { low: 'low', middle: 'mid', high: 'high' };
const byBand = (driver, take) => Object.fromEntries(driver.byBand.map((entry) => [bands[entry.band], take(entry)]));

/** The coefficients of the logit under the names of R's clm(). */
function coefficients(take) {
  const [low, high] = drivers.logit.thresholds;
  return { '-1|0': take(low), '0|1': take(high), ...byDriver(drivers.logit.drivers, take) };
}

function contrasts() {
  const found = { '(Intercept)': drivers.contrasts.intercept.estimate };
  for (const { name, penalty, reward } of drivers.contrasts.drivers) {
    found[`${name}_low`] = penalty.estimate;
    found[`${name}_high`] = reward.estimate;
  }
  return found;
}

function poststratified({ expected: { poststrat } }) {
  const { nps, standardError } = aboutSynthetic({
    measure: 'raked',
    margins: [{ column: 'region', shares: poststrat.pop }],
  });
  return { pop: poststrat.pop, nps: nps / 100, se: standardError / 100 };
}

const weightedSmall = ({ score: scores, weight }) => {
  const rows = scores.map((value, index) => `${value},${weight[index]}`);
  const files = [{ name: 'weights.csv', bytes: Buffer.from(`nps,weight\n${rows.join('\n')}\n`) }];
  return answerOf(files, 'weighted', [
    ['map.score', 'nps'],
    ['map.weight', 'weight'],
  ]);
};

/** The months of 2024 with so many detractors, passives and promoters. */
function trendOf(months) {
  const rows = months.flatMap((counts, month) =>
    counts.flatMap((count, group) => Array(count).fill(`2024-${String(month + 1).padStart(2, '0')}-15,${[3, 7, 10][group]}`)),
  );
  const files = [{ name: 'months.csv', bytes: Buffer.from(`date,nps\n${rows.join('\n')}\n`) }];
  return answerOf(files, { measure: 'trend', unit: 'month' }).series[0];
}

const ranksOf = ({ x }) => trendOf(x.map((nps) => [0, 100 - nps, nps]));
const changesOf = ({ counts_det_pas_pro: months }) => trendOf(months).changePoints;

/** How the product's figure for a key is had: `[pattern of ids, pattern of keys, figure, tolerance if not the vector's]`. */
const figures = [
  [/^counts-/, /^nps$/, ({ input }) => score(countsOf(input)).nps / 100, 1e-12],
  [/^counts-/, /^wald(\d\d)$/, ({ input }, [, level]) => interval(countsOf(input), 'wald', level), 1e-12],
  [
    /^counts-/,
    /^adjwald_075_150_075_(\d\d)$/,
    ({ input }, [, level]) => interval(countsOf(input), 'adjusted-wald', level),
    1e-12,
  ],
  [/^counts-/, /^score_tango_(\d\d)$/, ({ input }, [, level]) => interval(countsOf(input), 'score', level)],
  [/^counts-/, /^score_tango_(\d\d)_hp$/, ({ input }, [, level]) => interval(countsOf(input), 'score', level), 1e-9],
  [/^counts-/, /^iterative_nps_pkg_95$/, ({ input }) => interval(countsOf(input), 'score', '95')],
  [/^raw-/, /^nps$/, ({ input }) => reportOn(tableOf(scoresOf(input))).nps / 100],
  [/^raw-/, /^mean$/, ({ input }) => reportOn(tableOf(scoresOf(input))).mean],
  [/^raw-/, /^counts$/, ({ input }) => countsOf(reportOn(tableOf(scoresOf(input))))],
  [/^lit-cv-hat$/, /^nps$/, () => score([1, 2, 3]).nps / 100],
  [/^synth-drivers$/, /^counts$/, () => countsOf(reportOn(synthetic))],
  [/^synth-drivers$/, /^nps$/, () => reportOn(synthetic).nps / 100],
  [/^synth-drivers$/, /^by_region$/, () => byRegion(({ nps }) => nps / 100)],
  [/^synth-drivers$/, /^n_region$/, () => byRegion(({ responses }) => responses)],
  [
    /^synth-drivers$/,
    /^weighted$/,
    () => {
      const { nps, standardError, kish } = aboutSynthetic('weighted');
      return { nps: nps / 100, se: standardError / 100, neff: kish.responses };
    },
  ],
  [
    /^synth-drivers$/,
    /^clustered$/,
    () => {
      const { standardError, degrees, designEffect } = aboutSynthetic('clustered');
      return { se: standardError / 100, df: degrees, deff: designEffect };
    },
  ],
  [
    /^synth-drivers$/,
    /^weighted_clustered$/,
    () => {
      const { nps, standardError } = aboutSynthetic({ measure: 'weighted', cluster: 'account' });
      return { nps: nps / 100, se: standardError / 100 };
    },
  ],
  [
    /^synth-drivers$/,
    /^account_level$/,
    () => {
      const { nps, standardError, clusters } = aboutSynthetic('accounts').definitions[0];
      return { mean_of_accounts: nps / 100, se: standardError / 100, n_accounts: clusters };
    },
  ],
  [/^synth-drivers$/, /^poststrat$/, poststratified],
  [
    /^synth-drivers$/,
    /^clm3$/,
    () => ({
      coef: coefficients(({ estimate }) => estimate),
      se: coefficients(({ error }) => error),
      logLik: drivers.logit.logLikelihood,
    }),
  ],
  [
    /^synth-drivers$/,
    /^po_test$/,
    () => ({
      terms: drivers.logit.drivers.map(({ name }) => name),
      LR: drivers.logit.drivers.map(({ proportionality }) => proportionality.likelihoodRatio),
      p: drivers.logit.drivers.map(({ proportionality }) => proportionality.p),
    }),
  ],
  [/^synth-drivers$/, /^R2$/, () => drivers.importance.rSquared],
  [/^synth-drivers$/, /^lmg$/, () => importance('lmg')],
  [/^synth-drivers$/, /^first$/, () => importance('alone')],
  [/^synth-drivers$/, /^last$/, () => importance('added')],
  [/^synth-drivers$/, /^johnson_raw$/, () => importance('johnson')],
  [/^synth-drivers$/, /^pearson$/, () => importance('pearson')],
  [/^synth-drivers$/, /^vif$/, () => importance('inflation')],
  [/^synth-drivers$/, /^spearman$/, () => byDriver(drivers.drivers, ({ ranks }) => ranks.spearman)],
  [/^synth-drivers$/, /^kendall_tau_b$/, () => byDriver(drivers.drivers, ({ ranks }) => ranks.kendall)],
  [
    /^synth-drivers$/,
    /^nps_by_band$/,
    () =>
      byDriver(drivers.drivers, (driver) => ({
        n: byBand(driver, ({ responses }) => responses),
        nps: byBand(driver, ({ nps }) => nps / 100),
      })),
  ],
  [/^synth-drivers$/, /^penalty_reward$/, contrasts],
  [
    /^synth-drivers$/,
    /^chisq_region$/,
    () => {
      const { chiSquare, degrees, p, plainV } = aboutSynthetic('association').attributes[0];
      return { X2: chiSquare, df: degrees, p, V: plainV };
    },
  ],
  [/^weighted-small$/, /^nps$/, ({ input }) => weightedSmall(input).nps / 100],
  [/^weighted-small$/, /^neff$/, ({ input }) => weightedSmall(input).kish.responses],
  [/^weighted-small$/, /^deff$/, ({ input }) => weightedSmall(input).kish.designEffect],
  [/^weighted-small$/, /^se_linearised$/, ({ input }) => weightedSmall(input).standardError / 100],
  [/^weighted-small$/, /^se_kish$/, ({ input }) => weightedSmall(input).kish.standardError / 100],
  [
    /^weighted-small$/,
    /^score95_on_effective_counts$/,
    ({ input }) => {
      const { low, high } = weightedSmall(input).kish.interval;
      return [low / 100, high / 100];
    },
  ],
  [/^mk-12months$/, /^S$/, ({ input }) => ranksOf(input).mannKendall.s],
  [/^mk-12months$/, /^varS$/, ({ input }) => ranksOf(input).mannKendall.variance],
  [/^mk-12months$/, /^(tau|z|p)$/, ({ input }, [key]) => ranksOf(input).mannKendall[key]],
  [/^mk-12months$/, /^sen_slope$/, ({ input }) => ranksOf(input).sen.slope],
  [
    /^mk-12months$/,
    /^sen_ci$/,
    ({ input }) => {
      const { low, high } = ranksOf(input).sen.interval;
      return [low, high];
    },
  ],
  [
    /^x-cpt-multinomial$/,
    /^changepoints$/,
    ({ input }) => changesOf(input).changes.map(({ between: [last] }) => Number(last.slice(-2))),
  ],
  [/^x-cpt-multinomial$/, /^penalty$/, ({ input }) => changesOf(input).penalty],
  [/^x-cpt-multinomial$/, /^lr_at_6$/, ({ input }) => changesOf(input).changes[0].improvement],
  [
    /^x-cpt-multinomial$/,
    /^seg_nps$/,
    ({ input }) => {
      const [{ before, after }] = changesOf(input).changes;
      return [before.nps / 100, after.nps / 100];
    },
  ],
  [
    /^trap-nocov-/,
    /_(se|se_no_covariance)$/,
    ({ input }) => interval(countsOf(input), 'wald', '95').reduce((low, high) => (high - low) / 2 / z95),
  ],
  [
    /^trap-nocov-/,
    /^wrong_moe_full_width$/,
    ({ input }) => interval(countsOf(input), 'wald', '95').reduce((low, high) => (high - low) / 2),
  ],
];

/** Numbers side by side; limits are clamped on both sides, as the product does. */
function pairsOf(wanted, found, clamp) {
  if (typeof wanted === 'string') {
    assert.equal(found, wanted);
    return [];
  }
  if (typeof wanted === 'number') {
    const inside = (value) => (clamp ? Math.min(1, Math.max(-1, value)) : value);
    return [[inside(wanted), inside(found)]];
  }
  assert.deepEqual(Object.keys(found).sort(), Object.keys(wanted).sort());
  return Object.keys(wanted).flatMap((key) => pairsOf(wanted[key], found[key], clamp));
}

const checked = new Set();

for (const vector of vectors) {
  for (const [key, wanted] of Object.entries(vector.expected)) {
    const [row] = statusOf(vector.id, key);
    if (!row || !isCheckedHere(row)) continue;
    test(`${vector.id} ${key}: ${row[2]}`, () => {
      const figure = figures.find(([ids, keys]) => ids.test(vector.id) && keys.test(key));
      assert.ok(figure, 'used, but this test does not know how');
      const [, keys, take, tolerance = vector.tolerance] = figure;
      for (const [a, b] of pairsOf(wanted, take(vector, keys.exec(key)), /wald|tango|iterative/.test(key))) {
        if (row[2] === 'used') assert.ok(Math.abs(a - b) <= tolerance, `${b} is not ${a} within ${tolerance}`);
        else assert.ok(Math.abs(a - b) > 0.001, `${b} is the wrong ${a}`);
      }
      checked.add(`${vector.id} ${key}`);
    });
  }
}

test('the list names every key of every vector once, and nothing else', () => {
  assert.deepEqual(heading, ['id', 'key', 'status', 'note']);
  const keys = vectors.flatMap(({ id, expected }) => Object.keys(expected).map((key) => [id, key]));
  for (const [id, key] of keys) assert.equal(statusOf(id, key).length, 1, `${id} ${key}`);
  const meant = new Set(keys.map(([id, key]) => statusOf(id, key)[0]));
  for (const row of rows) {
    assert.ok(meant.has(row), `no vector has ${row[0]} ${row[1]}`);
    assert.ok(['used', 'used:native', 'not offered', 'must differ'].includes(row[2]), row[2]);
    assert.ok(row[3], `${row[0]} ${row[1]} has no note`);
  }
});

test('what the list calls used was checked', () => {
  const promised = vectors.flatMap(({ id, expected }) =>
    Object.keys(expected)
      .filter((key) => isCheckedHere(statusOf(id, key)[0]))
      .map((key) => `${id} ${key}`),
  );
  assert.deepEqual([...checked].sort(), promised.sort());
  assert.ok(promised.length > 290, `${promised.length}`);
});

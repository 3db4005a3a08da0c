// SPDX-License-Identifier: MIT
// The golden fixtures: what each tool writes, with what a careful person would count (tests/data/golden/expect.py), through the
// built package and the native command. An expectation says which questions a new user answers, and how; the figures are those after.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { close } from '../../dist/node.js';
import { ledgerFaults, nativeReport, wasmReport, withoutNative } from '../support/core.mjs';
import { bytesOf, expectations, folder, made, near, rejected, rejectFile, run, sameFigures } from '../support/golden.mjs';
import { tableOf } from '../support/reshape.mjs';

after(close);

const names = `qualtrics_3row_de_numeric.csv qualtrics_legacy_bom_trailing_comma.csv qualtrics_choice_text_unanswered_-99.csv
qualtrics_multiline_row2.csv qualtrics_utf16le.tsv surveymonkey_expanded_2row.csv surveymonkey_extremely_likely_-_10.csv
surveymonkey_numeric_1_11.csv surveymonkey_html_entities.csv typeform_old_multicol.csv typeform_new_partial_rows.csv
google_forms_gmt.csv google_sheets_dmy.csv msforms_cp1252_dash.csv msforms_serial_dates.xlsx
limesurvey_semicolon_null_vs_empty.csv limesurvey_1980_sentinel.csv limesurvey_de_full.csv formbricks_formula_guard.csv
posthog_events_partial.ndjson delighted_api.json asknicely_all_strings.csv intellisurvey_triple_columns.csv
hubspot_mixed_metrics.csv appcues_event_log.csv longformat_one_row_per_answer.csv decimal_comma_semicolon.csv
xlsx_340k_rows.xlsx`.split(/\s+/);

/** As in the source, or with the apostrophe that keeps spreadsheets from calculating. */
const isGuarded = (cell, original) => cell === original || cell === `'${original}`;

function sameCells(rows, expected) {
  const { file, encoding, delimiter, headerRecords } = expected;
  const text = new TextDecoder(encoding).decode(readFileSync(join(folder, file)));
  const { records } = tableOf(text, delimiter, headerRecords);
  for (const { record, cells } of rows) {
    const original = records[record - 1 - headerRecords];
    const faults = original.filter((cell, column) => !isGuarded(cells[column] ?? '', cell));
    assert.deepEqual(faults, [], `record ${record}: these cells are not as in the source`);
  }
}

test('every name of the list is there, each with what it must give', () => {
  assert.deepEqual(expectations.map(({ file }) => file).sort(), [...names].sort());
  const files = readdirSync(folder).filter((file) => !/\.(expect\.json|py|md)$/.test(file));
  assert.deepEqual(files.sort(), names.filter((name) => name !== made).sort());
  for (const { file, decisions, ledger } of expectations) {
    assert.ok(decisions.length <= 2, `${file} asks too much`);
    assert.ok(ledger.rejected >= 2 && ledger.unscored >= 1, `${file} has too little wrong`);
  }
});

for (const expected of expectations) {
  const { file, rule } = expected;

  test(`${file}: ${rule}`, async () => {
    const { report } = await run(expected);
    assert.deepEqual(report.files[0].failure, null);
    assert.deepEqual(report.files[0].ledger, expected.ledger);
    sameFigures(report.nps, expected);
    assert.deepEqual(ledgerFaults(report), []);
  });

  test(`${file}: what it is, and what its columns are`, async () => {
    const { report } = await run(expected);
    const [{ preset, format, encoding, dialect, headerRecords, columns, issues }] = report.files;
    const found = { preset, format, encoding, delimiter: dialect?.delimiter ?? null, headerRecords };
    assert.deepEqual(found, Object.fromEntries(Object.keys(found).map((key) => [key, expected[key]])));
    assert.deepEqual(
      columns.filter(({ role }) => role === 'score').map(({ name }) => name),
      [expected.score],
    );
    const roles = Object.keys(expected.roles).map((name) => [name, columns.find((column) => column.name === name)?.role]);
    assert.deepEqual(Object.fromEntries(roles), expected.roles);
    const codes = issues.map(({ code }) => code);
    assert.deepEqual(
      expected.issues.filter((code) => !codes.includes(code)),
      [],
      'these are not told',
    );
  });

  test(`${file}: asks ${expected.decisions.map(({ code }) => code).join(', ') || 'nothing'}`, async () => {
    const { plan } = await run(expected);
    assert.deepEqual(
      plan.questions.map(({ code }) => code),
      expected.decisions.map(({ code }) => code),
    );
    assert.equal(plan.certain, expected.decisions.length === 0);
    for (const { code, answer } of expected.decisions) {
      const { answers, proof } = plan.questions.find((question) => question.code === code);
      assert.ok(
        answers.some(({ value }) => value === answer),
        `${answer} is no answer to ${code}`,
      );
      assert.ok(proof.length > 0, `${code} shows no record`);
    }
  });

  test(`${file}: months and respondents under every policy`, async () => {
    const { report } = await run(expected);
    if (expected.months) {
      const groups = report.groupBy[0].groups.map(({ value, nps }) => ({ value, responses: nps.responses }));
      assert.deepEqual(groups, expected.months);
    }
    assert.deepEqual(report.repeats ?? { respondents: 0, responses: 0 }, expected.repeats);
    const found = report.sensitivity.filter(({ unit }) => unit === 'respondent');
    for (const answers of ['latest', 'first', 'mean']) {
      const entry = found.find((one) => one.answers === answers);
      // Where nobody repeats, all policies are the same, and a report need not say so.
      if (expected.sensitivity === null && entry === undefined) continue;
      const wanted = expected.sensitivity?.[answers] ?? { nps: expected.nps.nps, n: expected.nps.responses };
      assert.ok(entry, `nothing about ${answers}`);
      // Under "mean" each respondent counts once, however many answers there are.
      assert.equal(entry.nps.units ?? entry.nps.responses, wanted.n, `n of ${answers}`);
      near(entry.nps.nps, wanted.nps, answers);
    }
  });

  test(`${file}: the reject file`, async () => {
    const rows = rejected(await rejectFile(await run(expected)), file).sort((a, b) => a.record - b.record);
    const codes = {};
    for (const { code } of rows) codes[code] = (codes[code] ?? 0) + 1;
    assert.deepEqual(codes, expected.ledger.reasons);
    if (expected.rejects === null) return;
    assert.deepEqual(
      rows.map(({ record, code }) => [record, code]),
      expected.rejects,
    );
    // Responses of a pivoted file are no records of it.
    if (expected.delimiter !== null && !expected.issues.includes('long-format')) sameCells(rows, expected);
  });
}

/** Options of the engine instead of a recipe; a scale has none. */
const engineOptions = ({ decisions }) => [
  ['groupBy', 'month'],
  ...decisions.filter(({ code, answer }) => code === 'missing' && answer !== 'reject').map(({ answer }) => ['missing', answer]),
];

for (const expected of expectations.filter(({ file }) => file !== made)) {
  test(`${expected.file}: the native command gives the bytes of WebAssembly`, { skip: withoutNative }, () => {
    const options = engineOptions(expected);
    const text = nativeReport([join(folder, expected.file)], options);
    assert.ok(text === wasmReport([{ name: expected.file, bytes: bytesOf(expected) }], options), 'they differ');
    if (expected.decisions.some(({ code }) => code === 'scale')) return;
    const report = JSON.parse(text);
    assert.deepEqual(report.files[0].ledger, expected.ledger);
    sameFigures(report.nps, expected);
  });
}

// SPDX-License-Identifier: MIT
// Groups stand in an order that says nothing about their figures, and only what every file allows can be chosen.

import assert from 'node:assert/strict';
import { test } from 'node:test';

import { importSources } from './source.mjs';

const { groupingsOf, groupsEmployees, inOrder, withGroupings } = await importSources(['web/files/groupings.ts']);

const group = (value, responses, nps = 0) => ({ value, nps: { responses, nps } });
const valuesOf = (groups) => groups.map(({ value }) => value);

test('months stand in time order, whatever their responses; without a date comes last', () => {
  const groups = [group(null, 99), group('2024-10', 5), group('2023-12', 1), group('2024-02', 50)];
  assert.deepEqual(valuesOf(inOrder({ by: 'month', groups }, null, 'en')), ['2023-12', '2024-02', '2024-10', null]);
});

test('other groups stand by their responses and never by their figure', () => {
  const groups = [group('A', 2, 100), group('B', 30, -50), group(null, 400), group('C', 7, 90), group('D', 12, -90)];
  assert.deepEqual(valuesOf(inOrder({ by: 'column', groups }, 'segment', 'en')), ['B', 'D', 'C', 'A', null]);
});

test('groups of as many responses stand by name, numbers in it as numbers', () => {
  const groups = [group('Team 10', 3), group('team 9', 3), group('Äpfel', 3), group('Zug', 3)];
  assert.deepEqual(valuesOf(inOrder({ by: 'column', groups }, 'channel', 'de')), ['Äpfel', 'team 9', 'Team 10', 'Zug']);
});

test('waves stand in their own order', () => {
  const groups = [group('Wave 2', 30), group('Wave 10', 90), group('Wave 1', 60)];
  assert.deepEqual(valuesOf(inOrder({ by: 'column', groups }, 'wave', 'en')), ['Wave 1', 'Wave 2', 'Wave 10']);
});

test('the groups of the report stay as they are', () => {
  const groups = Object.freeze([group('A', 1), group('B', 2)]);
  inOrder({ by: 'column', groups }, null, 'en');
  assert.deepEqual(valuesOf(groups), ['A', 'B']);
});

const columnsOf = (...columns) => columns.map(([name, role], index) => ({ index, name, role, confidence: 1, evidence: [] }));
const fileOf = (fingerprint, ...columns) => ({ fingerprint, failure: null, columns: columnsOf(...columns) });
const sourceOf = ({ fingerprint, columns }) => ({
  fingerprint,
  columns: columns.flatMap(({ name, role }) => (role === 'none' ? [] : [{ column: name, role }])),
});
const recipeOf = (files, groupBy = []) => ({ sources: files.map(sourceOf), groupBy });
const offered = (...files) => groupingsOf({ files, recipe: recipeOf(files) }).map(({ by }) => by);

const spring = fileOf('a', ['nps', 'score'], ['Agent', 'employee'], ['Way', 'channel'], ['City', 'segment'], ['When', 'date']);

test('one file: months and the columns whose values are groups; not scores, comments or keys', () => {
  assert.deepEqual(offered(spring), ['month', 'column:City', 'column:Way', 'column:Agent']);
  assert.deepEqual(offered(fileOf('x', ['nps', 'score'], ['Why', 'comment'], ['Id', 'response-id'], ['E', 'respondent'])), []);
});

test('several files: the file, and only columns that each of them has', () => {
  const summer = fileOf('b', ['City', 'segment'], ['Mark', 'score'], ['Agent', 'employee']);
  assert.deepEqual(offered(spring, summer), ['file', 'column:City', 'column:Agent']);
  // A file that gives no figure asks for nothing.
  assert.deepEqual(offered(spring, { ...summer, failure: { code: 'no-scores' } }), [
    'month',
    'column:City',
    'column:Way',
    'column:Agent',
  ]);
});

test('a chosen role counts, not the one that was found', () => {
  const found = fileOf('c', ['nps', 'score'], ['Team', 'none']);
  const recipe = { sources: [{ fingerprint: 'c', columns: [{ column: 'Team', role: 'segment' }] }], groupBy: [] };
  assert.deepEqual(
    groupingsOf({ files: [found], recipe }).map(({ by, name, role }) => [by, name, role]),
    [['column:Team', 'Team', 'segment']],
  );
});

test('a recipe shows single employees only when one of its groupings is a column of them', () => {
  const recipe = recipeOf([spring], ['column:City']);
  assert.equal(groupsEmployees(recipe), false);
  const changed = withGroupings(recipe, ['column:City', 'column:Agent', 'column:City']);
  assert.deepEqual(changed.groupBy, ['column:City', 'column:Agent']);
  assert.equal(groupsEmployees(changed), true);
  assert.deepEqual(recipe.groupBy, ['column:City']);
});

// SPDX-License-Identifier: MIT
// npscope in a page: a session with all columns loaded, asked in its own worker.
import { open as openSession } from 'npscope';

import { lineOf, questions } from '../questions.mjs';

let session;

export async function load() {}

export async function open(file) {
  session = await openSession(file);
  await session.load();
}

export async function ask(name) {
  const { query, rivals } = questions.find((question) => question.name === name);
  const { answers } = await session.query(query);
  if (!rivals) return answers[0].unavailable ? 'unavailable' : 'answered';
  const groups = answers[0].cells.map(({ values, promoters, passives, detractors }) => [
    values.join('|'),
    promoters,
    passives,
    detractors,
  ]);
  return lineOf(groups);
}

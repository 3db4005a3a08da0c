// SPDX-License-Identifier: MIT
// Generates the survey that the bench reads: the same bytes for the same number of rows, and beside them the truth line of the
// full job. Every random number is drawn in a fixed order, so the order of the statements here is part of the result.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

import { Tally } from './job.mjs';
import { Truth } from './questions.mjs';
import * as words from './vocabulary.mjs';
import { chance, zipfWords } from './zipf.mjs';

/** SHA-256 of the file by number of rows, from an independent generator of the same survey. */
const fingerprints = {
  1_000: '3b36784f6105e156b43f92b75c5ebcfefce9ee199658819fe3163472898b8686',
  100_000: 'd0d67f549838708c63c9ebe544856db90a17cfaf9a6ae7be9b82f44fe53823bc',
  1_000_000: 'fe295c4d08467d3867400964ac6e443fc420c87aa70794120c1a3f2a65d89d21',
};

const firstDay = Date.UTC(2023, 6, 1);
const spanMs = 30 * 30.4 * 86_400_000;
const longestComment = 200;
const commentColumn = 5;
const rowsPerWrite = 8192;

/** Draws rows one after the other; `rows` is how many there will be, which sets how often a respondent comes back. */
class Survey {
  #draw = chance();
  #people;
  #companies;
  #scoreSteps;

  constructor(rows) {
    this.#people = Math.max(10, Math.trunc(rows * 0.85));
    this.#companies = Array.from({ length: 4000 }, (_, index) => this.#company(index));
    const total = words.scoreWeights.reduce((sum, weight) => sum + weight);
    let sum = 0;
    this.#scoreSteps = words.scoreWeights.map((weight) => (sum += weight) / total);
  }

  /** The twelve cells of row `index`, counting from 0, in the order of the headers. */
  row(index) {
    const person = this.#below(this.#people);
    const score = this.#score();
    const comment = this.#comment();
    const created = new Date(firstDay + this.#draw() * spanMs).toISOString().replace(/\.\d+/, '');
    const labels = [words.channels, words.products, words.plans, words.countries].map((list) => this.#pick(list));
    const revenue = Math.floor(this.#draw() * this.#draw() * 50_000_000) / 100;
    return [
      `R-${String(index + 1).padStart(8, '0')}`,
      `user${person.toString(36)}.${person % 9973}@${words.mailHosts[person % 4]}`,
      nameOf(person),
      this.#companies[(person * 31) % this.#companies.length],
      score,
      comment,
      created,
      ...labels,
      revenue.toFixed(2),
    ];
  }

  #below(limit) {
    return Math.trunc(this.#draw() * limit);
  }

  #pick(list) {
    return list[this.#below(list.length)];
  }

  #company(index) {
    const { starts, trades, forms } = words.companyParts;
    const start = this.#pick(starts);
    const trade = this.#pick(trades);
    return `${start}${trade} ${index % 997}${this.#pick(forms)}`;
  }

  #score() {
    const isBad = this.#draw() < 0.003;
    const drawn = this.#draw();
    const score = this.#scoreSteps.findIndex((step) => drawn <= step);
    return isBad ? this.#pick(words.badScores) : String(score);
  }

  #comment() {
    if (this.#draw() < 0.4) return '';
    const language = this.#draw();
    const { sentences } = words.comments.find(({ upTo }) => language < upTo);
    const count = 1 + this.#below(4);
    let text = '';
    for (let nth = 0; nth < count; nth++) {
      if (nth > 0) text += this.#draw() < 0.15 ? '\n' : ' ';
      text += this.#pick(sentences);
    }
    if (this.#draw() < 0.02) text += ' 🙂';
    return cut(text);
  }
}

function nameOf(person) {
  const first = words.firstNames[person % words.firstNames.length];
  return `${first} ${words.lastNames[(person * 7 + (person >> 5)) % words.lastNames.length]}`;
}

/** At most 200 UTF-16 units, without half a character at the end. */
function cut(text) {
  if (text.length <= longestComment) return text;
  const isHalf = /[\ud800-\udbff]/.test(text[longestComment - 1]);
  return text.slice(0, longestComment - (isHalf ? 1 : 0));
}

/** Comments are quoted whenever there is one, other cells when they have to be. */
function record(cells) {
  const written = cells.map((cell, column) =>
    (column === commentColumn && cell !== '') || /[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${written.join(',')}\n`;
}

/** The rows of the survey of so many rows, one after the other: arrays of twelve texts. */
export function* surveyRows(rows) {
  const survey = new Survey(rows);
  for (let index = 0; index < rows; index++) yield survey.row(index);
}

/**
 * What a survey has beside the twelve columns: `drivers` ratings of 1 to 5 that go with the score less and less, and comments of words that
 * are as frequent as words are (`zipf`: how many different ones there are).
 */
class Extras {
  #draw = chance();
  #drivers;
  #comment;

  constructor({ drivers = 0, zipf = 0 }) {
    this.#drivers = drivers;
    this.#comment = zipf > 0 ? zipfWords(zipf, this.#draw) : undefined;
  }

  get headers() {
    return Array.from({ length: this.#drivers }, (_, index) => `rating ${index + 1}`);
  }

  /** The cells with what this adds. */
  of(cells) {
    const added = [...cells];
    if (this.#comment) added[commentColumn] = this.#draw() < 0.4 ? '' : this.#comment();
    const score = Number(cells[4]);
    for (let nth = 0; nth < this.#drivers; nth++) {
      const pull = Number.isFinite(score) ? (score / 10) * (0.9 - nth / 10) : 0;
      const rating = Math.round(1 + 4 * (pull + this.#draw() * (0.1 + nth / 10)));
      added.push(this.#draw() < 0.03 ? '' : String(Math.min(5, Math.max(1, rating))));
    }
    return added;
  }
}

/** Writes the file and returns its truth: the line of the full job, and some records with their cells. */
function write(path, rows, more) {
  const survey = new Survey(rows);
  const extras = more && new Extras(more);
  const answers = more && new Truth();
  const truth = new Tally();
  const examples = {};
  const hash = createHash('sha256');
  const file = openSync(path, 'w');
  let pending = `${[...words.headers, ...(extras?.headers ?? [])].join(',')}\n`;
  const flush = () => {
    const bytes = Buffer.from(pending);
    hash.update(bytes);
    writeSync(file, bytes);
    pending = '';
  };
  for (let index = 0; index < rows; index++) {
    const row = survey.row(index);
    const cells = extras ? extras.of(row) : row;
    truth.add(cells[4], cells[6], cells[8]);
    answers?.add(cells);
    // Records count from 1 and the header is one.
    if ([0, rows >> 1, rows - 1].includes(index)) examples[index + 2] = cells;
    pending += record(cells);
    if (index % rowsPerWrite === rowsPerWrite - 1) flush();
  }
  flush();
  closeSync(file);
  return { rows, sha256: hash.digest('hex'), line: truth.line(), examples, answers: answers?.lines() };
}

/**
 * The survey of so many rows below `folder`, generated when it is not there: `{ path, bytes, rows, line, examples }`.
 * Throws when the bytes are not the known ones. `more` adds columns, see `Extras`.
 */
export function ensureSurvey(folder, rows, more) {
  const name = more ? `survey-${rows}-drivers${more.drivers ?? 0}-zipf${more.zipf ?? 0}` : `survey-${rows}`;
  const path = join(folder, `${name}.csv`);
  const truthPath = join(folder, `${name}.truth.json`);
  if (!existsSync(truthPath)) {
    mkdirSync(folder, { recursive: true });
    const truth = write(`${path}.part`, rows, more);
    const known = more ? undefined : fingerprints[rows];
    if (known && known !== truth.sha256) throw new Error(`The survey of ${rows} rows is not the known one: ${truth.sha256}`);
    renameSync(`${path}.part`, path);
    writeFileSync(truthPath, JSON.stringify(truth));
  }
  return { ...JSON.parse(readFileSync(truthPath, 'utf8')), path, bytes: statSync(path).size };
}

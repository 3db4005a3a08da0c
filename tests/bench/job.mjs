// SPDX-License-Identifier: MIT
// The full job: validated scores, group counts, and NPS groups per month and per product, as one line of text that any two
// contestants can be compared by. Rivals bring rows or grouped rows; npscope brings its report.

/** Columns of the generated survey, counting from 0. */
export const scoreColumn = 4;
export const createdColumn = 6;
export const productColumn = 8;

/** What is asked: score, date and product; the rivals look at no other column either. */
export const askedRoles = {
  mapping: {
    ignore: ['response_id', 'email', 'name', 'company', 'comment', 'channel', 'plan', 'country', 'account_revenue'],
  },
};

/** Counts responses; groups are [promoters, passives, detractors]. */
export class Tally {
  #valid = 0;
  #invalid = 0;
  #all = [0, 0, 0];
  #months = new Map();
  #products = new Map();

  /** Adds `rows` equal rows: the texts of score and product, and the date as far as the month or longer. */
  add(score, created, product, rows = 1) {
    this.#count(scoreOf(score), created, product, rows);
  }

  /** Adds one row of the file, an array of texts. */
  addRow(row) {
    this.add(row[scoreColumn], row[createdColumn], row[productColumn]);
  }

  /** Adds one row whose score is a number where the file has one: of JSON and of workbooks. */
  addTyped(score, created, product) {
    this.#count(typedScoreOf(score), created, product, 1);
  }

  #count(value, created, product, rows) {
    if (value < 0) {
      this.#invalid += rows;
      return;
    }
    const group = value >= 9 ? 0 : value >= 7 ? 1 : 2;
    this.#valid += rows;
    this.#all[group] += rows;
    groupsOf(this.#months, created.slice(0, 7))[group] += rows;
    groupsOf(this.#products, product)[group] += rows;
  }

  line() {
    return lineOf(this.#valid, this.#invalid, this.#all, [...this.#months], [...this.#products]);
  }
}

/** The same line from a report of npscope that is grouped by month and by product. */
export function lineOfReport(report) {
  const [{ ledger }] = report.files;
  const [months, products] = report.groupBy.map(({ groups }) => groups.map(({ value, nps }) => [value, threeOf(nps)]));
  return lineOf(ledger.accepted, ledger.read - ledger.accepted, threeOf(report.nps), months, products);
}

function threeOf({ promoters, passives, detractors }) {
  return [promoters, passives, detractors];
}

function lineOf(valid, invalid, all, months, products) {
  return [valid, invalid, ...all, tableOf(months), tableOf(products)].join('|');
}

function tableOf(entries) {
  const inOrder = entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([value, groups]) => `${value}:${groups.join('/')}`).join(';');
}

function groupsOf(table, value) {
  let groups = table.get(value);
  if (!groups) table.set(value, (groups = [0, 0, 0]));
  return groups;
}

function typedScoreOf(value) {
  if (typeof value !== 'number') return scoreOf(value);
  return Number.isInteger(value) && value >= 0 && value <= 10 ? value : -1;
}

/** 0 to 10, or -1 for anything that is not written as one of these. Texts only: a number would hide how it was written. */
function scoreOf(text) {
  if (text === null || text === undefined) return -1;
  const digit = text.charCodeAt(0) - 48;
  if (text.length === 1) return digit >= 0 && digit <= 9 ? digit : -1;
  return text === '10' ? 10 : -1;
}

// SPDX-License-Identifier: MIT
// What is read: one row per file of the bench, in the order in which they are run, with the hosts that read it and how many
// rounds they get (workbooks take the rivals long). `least` is how many times less CPU npscope has to take than the fastest rival.

export const fullRows = 1_000_000;
export const fullRounds = 5;

const files = [
  { format: 'csv', rows: fullRows, rounds: fullRounds, hosts: ['node', 'chromium'] },
  { format: 'ndjson', rows: fullRows, rounds: fullRounds, hosts: ['node'], least: 5 },
  { format: 'json', rows: fullRows, rounds: fullRounds, hosts: ['node'], least: 5 },
  { format: 'xlsx', rows: 100_000, rounds: 5, hosts: ['node'], least: 8, mostMib: 300 },
  { format: 'xlsx', rows: 500_000, rounds: 3, hosts: ['node'], least: 8, mostMib: 300 },
  { format: 'xls', rows: 60_000, rounds: 5, hosts: ['node'], least: 5 },
];

export const formatNames = [...new Set(files.map(({ format }) => format))];

/** The files of these formats, none with more than `rows` rows or `rounds` rounds; the same file is not taken twice. */
export function filesOf(formats, rows, rounds) {
  const chosen = files
    .filter(({ format }) => formats.includes(format))
    .map((file) => ({ ...file, rows: Math.min(file.rows, rows), rounds: Math.min(file.rounds, rounds) }));
  return chosen.filter(
    (file, index) => chosen.findIndex((other) => other.format === file.format && other.rows === file.rows) === index,
  );
}

/** "CSV, 1,000,000 rows". */
export const titleOf = ({ format, rows }) => `${format.toUpperCase()}, ${rows.toLocaleString('en')} rows`;

// SPDX-License-Identifier: MIT
// The golden fixtures: a file as a tool writes it, and what a careful person counts in it (tests/data/golden/expect.py).
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { goldenFolder } from './fixtures.js';

export interface Golden {
  file: string;
  score: string;
  delimiter: string | null;
  headerRecords: number;
  decisions: { code: string; answer: string }[];
  ledger: { read: number; accepted: number };
  nps: { responses: number; detractors: number; passives: number; promoters: number; nps: number };
  sensitivity: Record<'latest' | 'first' | 'mean', { nps: number; n: number }> | null;
  rejects: [record: number, code: string][] | null;
}

export const goldenFiles: readonly Golden[] = readdirSync(goldenFolder)
  .filter((file) => file.endsWith('.expect.json'))
  .sort()
  .map((file) => JSON.parse(readFileSync(join(goldenFolder, file), 'utf8')) as Golden)
  .filter(({ file }) => existsSync(join(goldenFolder, file)));

export function golden(file: string): Golden {
  const found = goldenFiles.find((one) => one.file === file);
  if (!found) throw new Error(`no golden fixture ${file}`);
  return found;
}

export const pathOf = ({ file }: Golden): string => join(goldenFolder, file);

/** An nps as the page writes it in English. */
export function written(nps: number): string {
  const form = { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat('en', form).format(nps).replace('-', '\u2212');
}

export const groupsOf = ({ nps }: Golden): string[] => [nps.detractors, nps.passives, nps.promoters].map(String);

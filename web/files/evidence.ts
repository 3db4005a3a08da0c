// SPDX-License-Identifier: MIT
// A recipe says what each column is, so a reading by it no longer tells why. What was recognised before anybody decided still does:
// for every column that is used as recognised, the reasons are put back.
import type { ColumnReport, FileReport, Plan } from '../client/report.js';

type WithColumns = Pick<FileReport, 'fingerprint'> & { columns: ColumnReport[] };

/** The files with the reasons of `recognised` for all that was not chosen otherwise. */
export function withEvidence<File extends WithColumns>(files: readonly File[], recognised: Plan | undefined): File[] {
  return files.map((file) => {
    const known = recognised?.files.find(({ fingerprint }) => fingerprint !== null && fingerprint === file.fingerprint);
    if (!known) return file;
    const columns = file.columns.map((column) => {
      const before = known.columns[column.index];
      const isAsFound = before?.role === column.role && before.name === column.name && column.role !== 'none';
      return isAsFound ? { ...column, confidence: before.confidence, evidence: before.evidence } : column;
    });
    return { ...file, columns };
  });
}

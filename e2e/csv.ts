// SPDX-License-Identifier: MIT
// Delimited text as the tests need it, apart from the reader of npscope: records of cells, and back.

/** RFC 4180: quotes only where a cell begins with one. */
export function parseCsv(text: string, delimiter = ','): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  const body = text.replace(/^\ufeff/, '');
  let at = 0;
  while (at < body.length) {
    let cell = '';
    if (body[at] === '"') {
      const end = closing(body, at + 1);
      cell = body.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      const [plain = ''] = /^[^\r\n]*/.exec(body.slice(at).split(delimiter, 1)[0] ?? '') ?? [];
      cell = plain;
      at += plain.length;
    }
    record.push(cell);
    if (body.startsWith(delimiter, at)) {
      at += delimiter.length;
      if (at < body.length && body[at] !== '\r' && body[at] !== '\n') continue;
      record.push('');
    }
    if (body.startsWith('\r\n', at)) at += 2;
    else at += 1;
    records.push(record);
    record = [];
  }
  return records;
}

function closing(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '"') continue;
    if (text[at + 1] !== '"') return at;
    at++;
  }
  return text.length;
}

export function csvText(records: readonly (readonly string[])[]): string {
  const cells = (record: readonly string[]): string => record.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  return records.map((record) => `${cells(record)}\r\n`).join('');
}

// SPDX-License-Identifier: MIT
// A workbook stream of BIFF8 records, as Excel 97 to 2003 writes it: globals with the shared strings, then one sheet.
// After [MS-XLS]; only what a table of texts and numbers needs.

const mostBody = 8224;
const mostRows = 65_536;

const records = {
  bof: 0x0809,
  eof: 0x000a,
  codePage: 0x0042,
  boundSheet: 0x0085,
  strings: 0x00fc,
  continued: 0x003c,
  dimensions: 0x0200,
  sharedText: 0x00fd,
  number: 0x0203,
};

function record(type, body) {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** A body of 16-bit and 32-bit numbers: `[[value, bytes], …]`. */
function body(fields) {
  const bytes = Buffer.alloc(fields.reduce((sum, [, size]) => sum + size, 0));
  let at = 0;
  for (const [value, size] of fields) at = bytes.writeUIntLE(value, at, size);
  return bytes;
}

const beginning = (kind) =>
  record(
    records.bof,
    body([
      [0x0600, 2],
      [kind, 2],
      [0x0dbb, 2],
      [0x07cc, 2],
      [0x00c1, 4],
      [0x0306, 4],
    ]),
  );

/** Length, flag and characters: one byte each where all of them fit, else UTF-16. */
function unicode(text, lengthBytes) {
  const isWide = /[^\0-\xff]/.test(text);
  return Buffer.concat([
    body([
      [text.length, lengthBytes],
      [isWide ? 1 : 0, 1],
    ]),
    Buffer.from(text, isWide ? 'utf16le' : 'latin1'),
  ]);
}

/** The shared string table; a string that does not fit into its record goes on in the next, which repeats the flag. */
function stringTable(texts, uses) {
  const parts = [];
  let pieces = [
    body([
      [uses, 4],
      [texts.length, 4],
    ]),
  ];
  let room = mostBody - 8;
  const flush = () => {
    parts.push(record(parts.length === 0 ? records.strings : records.continued, Buffer.concat(pieces)));
    pieces = [];
    room = mostBody;
  };
  for (const text of texts) {
    const bytes = unicode(text, 2);
    const flag = bytes[2];
    if (room < 5) flush();
    let rest = bytes;
    while (rest.length > room) {
      // Two-byte characters are not cut in the middle.
      const fits = flag === 1 && (room - (rest === bytes ? 3 : 1)) % 2 === 1 ? room - 1 : room;
      pieces.push(rest.subarray(0, fits));
      rest = Buffer.concat([Buffer.of(flag), rest.subarray(fits)]);
      flush();
    }
    pieces.push(rest);
    room -= rest.length;
  }
  flush();
  return Buffer.concat(parts);
}

const place = (row, column) => [
  [row, 2],
  [column, 2],
  [0, 2],
];

function numberCell(row, column, value) {
  const bytes = Buffer.alloc(14);
  body(place(row, column)).copy(bytes);
  bytes.writeDoubleLE(value, 6);
  return record(records.number, bytes);
}

/** The sheet's cells, and the texts that they share. */
function cellsOf(rows) {
  const parts = [];
  const places = new Map();
  let uses = 0;
  let count = 0;
  let widest = 0;
  for (const values of rows) {
    if (count === mostRows) throw new Error(`A sheet of this format has at most ${mostRows} rows.`);
    widest = Math.max(widest, values.length);
    for (const [column, value] of values.entries()) {
      if (value === null) continue;
      if (typeof value === 'number') {
        parts.push(numberCell(count, column, value));
        continue;
      }
      if (!places.has(value)) places.set(value, places.size);
      uses++;
      parts.push(record(records.sharedText, body([...place(count, column), [places.get(value), 4]])));
    }
    count++;
  }
  return { cells: Buffer.concat(parts), texts: [...places.keys()], uses, count, widest };
}

/** The bytes of the stream `Workbook`. `rows`: arrays of texts, numbers and nulls. */
export function biff8Stream(sheetName, rows) {
  const { cells, texts, uses, count, widest } = cellsOf(rows);
  const strings = stringTable(texts, uses);
  const codePage = record(records.codePage, body([[1200, 2]]));
  const boundSheet = (offset) => {
    const visible = [0, 2];
    return record(records.boundSheet, Buffer.concat([body([[offset, 4], visible]), unicode(sheetName, 1)]));
  };
  const end = record(records.eof, Buffer.alloc(0));
  const globals = (offset) => Buffer.concat([beginning(0x0005), codePage, boundSheet(offset), strings, end]);
  const dimensions = record(
    records.dimensions,
    body([
      [0, 4],
      [count, 4],
      [0, 2],
      [widest, 2],
      [0, 2],
    ]),
  );
  return Buffer.concat([globals(globals(0).length), beginning(0x0010), dimensions, cells, end]);
}

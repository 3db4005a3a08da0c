// SPDX-License-Identifier: MIT
// A workbook of 340,000 rows, more than old readers take, written here as XML and packed by zlib: every row counts once, and the
// memory does not grow with the rows.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';

import { heapSize, wasmReport } from '../support/core.mjs';

const rows = 340_000;
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function sheet() {
  const lines = [
    `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>`,
  ];
  for (let i = 0; i < rows; i++)
    lines.push(`<row r="${i + 2}"><c r="A${i + 2}"><v>${i}</v></c><c r="B${i + 2}"><v>${i % 11}</v></c></row>`);
  return `${lines.join('')}</sheetData></worksheet>`;
}

const parts = {
  '_rels/.rels': `<Relationships xmlns="${relations}"><Relationship Id="a" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Data" sheetId="1" r:id="s"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${relations}"><Relationship Id="s" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>id</t></si><si><t>score</t></si></sst>`,
  'xl/worksheets/sheet1.xml': sheet(),
};

/** A ZIP file as APPNOTE.TXT says. */
function archive(entries) {
  const number = (value, size) => {
    const bytes = Buffer.alloc(size);
    bytes.writeUIntLE(value, 0, size);
    return bytes;
  };
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const content = Buffer.from(text);
    // gzip holds what ZIP wants: ten bytes of header, the deflated content, its checksum and its length.
    const gzip = gzipSync(content);
    const packed = gzip.subarray(10, -8);
    const crc = gzip.readUInt32LE(gzip.length - 8);
    const common = Buffer.concat([
      ...[20, 0x800, 8].map((value) => number(value, 2)),
      number(0, 4),
      ...[crc, packed.length, content.length].map((value) => number(value, 4)),
      number(name.length, 2),
      number(0, 2),
    ]);
    directory.push(Buffer.from('PK\x01\x02'), number(20, 2), common, Buffer.alloc(10), number(offset, 4), Buffer.from(name));
    const piece = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    pieces.push(piece);
    offset += piece.length;
  }
  const central = Buffer.concat(directory);
  const count = Object.keys(entries).length;
  const end = [number(0, 4), number(count, 2), number(count, 2), number(central.length, 4), number(offset, 4), number(0, 2)];
  return Buffer.concat([...pieces, central, Buffer.from('PK\x05\x06'), ...end]);
}

test('a workbook of 340,000 rows', () => {
  const report = JSON.parse(wasmReport([{ name: 'large.xlsx', bytes: archive(parts) }]));
  const [file] = report.files;
  assert.equal(file.failure, null);
  assert.deepEqual(file.tables, [{ name: 'Data', rows: rows + 1, chosen: true, hidden: false }]);
  assert.equal(file.ledger.accepted, rows);
  const most = Math.ceil(rows / 11);
  assert.deepEqual(
    report.nps.histogram,
    Array.from({ length: 11 }, (_, score) => (score < rows % 11 ? most : most - 1)),
  );
  assert.ok(heapSize() <= 64 << 20, `${heapSize()} bytes`);
});

// SPDX-License-Identifier: MIT
// A workbook with one sheet and shared strings, as spreadsheets save it: rows of texts, numbers and dates in, bytes out.
// Written after ECMA-376 and APPNOTE.TXT with Node's zlib alone, so that tests need no other package.

import { gzipSync } from 'node:zlib';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const escaped = (text) =>
  String(text).replace(/[&<>]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[character]);

/** `A`, `Z`, `AA` for 0, 25, 26. */
const letters = (column) =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** A date as spreadsheets keep it: days since 1899-12-30. */
export const date = (serial) => ({ serial });

/** The texts of a workbook, each once. */
class SharedStrings {
  #indices = new Map();

  index(text) {
    if (!this.#indices.has(text)) this.#indices.set(text, this.#indices.size);
    return this.#indices.get(text);
  }

  xml() {
    // XML would read a carriage return as a line feed; spreadsheets write it as _x000D_.
    const texts = [...this.#indices.keys()].map((text) => escaped(text).replaceAll('\r', '_x000D_'));
    return `<sst xmlns="${main}">${texts.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`;
  }
}

function cell(value, place, strings) {
  if (value === '' || value === null || value === undefined) return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  if (typeof value === 'object') return `<c r="${place}" s="1"><v>${value.serial}</v></c>`;
  return `<c r="${place}" t="s"><v>${strings.index(value)}</v></c>`;
}

function sheet(rows, strings) {
  const names = [];
  const lines = [`<worksheet xmlns="${main}"><sheetData>`];
  let number = 0;
  for (const row of rows) {
    number++;
    const cells = row.map((value, column) => cell(value, (names[column] ??= letters(column)) + number, strings));
    lines.push(`<row r="${number}">${cells.join('')}</row>`);
  }
  lines.push('</sheetData></worksheet>');
  return lines.join('');
}

const relationships = (entries) =>
  `<Relationships xmlns="${packages}/relationships">${entries
    .map(([id, kind, target]) => `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const overrides = [
  ['/xl/workbook.xml', 'sheet.main'],
  ['/xl/worksheets/sheet1.xml', 'worksheet'],
  ['/xl/styles.xml', 'styles'],
  ['/xl/sharedStrings.xml', 'sharedStrings'],
].map(([part, type]) => `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`);

const fixedParts = {
  '[Content_Types].xml':
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
  '_rels/.rels': relationships([['rId1', 'officeDocument', 'xl/workbook.xml']]),
  'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': relationships([
    ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
    ['rId2', 'styles', 'styles.xml'],
    ['rId3', 'sharedStrings', 'sharedStrings.xml'],
  ]),
  'xl/styles.xml':
    `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts><fonts count="1"><font/></fonts>` +
    '<fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs>' +
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>',
};

function number(value, size) {
  const bytes = Buffer.alloc(size);
  bytes.writeUIntLE(value, 0, size);
  return bytes;
}

/** A ZIP file of texts by name. */
function archive(entries) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const [name, text] of entries) {
    const content = Buffer.from(text);
    // gzip holds what ZIP wants: ten bytes of header, the deflated content, its checksum and its length.
    const gzip = gzipSync(content, { level: 1 });
    const packed = gzip.subarray(10, -8);
    const sizes = [gzip.readUInt32LE(gzip.length - 8), packed.length, content.length].map((value) => number(value, 4));
    const common = Buffer.concat([...[20, 0x800, 8].map((value) => number(value, 2)), number(0, 4), ...sizes]);
    const lengths = [number(name.length, 2), number(0, 2)];
    directory.push(Buffer.from('PK\x01\x02'), number(20, 2), common, ...lengths, Buffer.alloc(10), number(offset, 4));
    directory.push(Buffer.from(name));
    const piece = Buffer.concat([Buffer.from('PK\x03\x04'), common, ...lengths, Buffer.from(name), packed]);
    pieces.push(piece);
    offset += piece.length;
  }
  const list = Buffer.concat(directory);
  const count = number(entries.length, 2);
  const end = [
    Buffer.from('PK\x05\x06'),
    Buffer.alloc(4),
    count,
    count,
    number(list.length, 4),
    number(offset, 4),
    Buffer.alloc(2),
  ];
  return Buffer.concat([...pieces, list, ...end]);
}

/** The bytes of a workbook. A row is texts, numbers, `date()`s; nothing (or an empty text) is an empty cell. */
export function xlsx(rows) {
  const strings = new SharedStrings();
  const sheetXml = sheet(rows, strings);
  const made = { 'xl/worksheets/sheet1.xml': sheetXml, 'xl/sharedStrings.xml': strings.xml() };
  return archive(Object.entries({ ...fixedParts, ...made }));
}

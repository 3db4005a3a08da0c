// SPDX-License-Identifier: MIT
// Bringing byte ranges: whatever range is asked for next, the right bytes come, from streams, slices and paths, with the next
// block fetched ahead. The ranges of a workbook jump; those of a CSV file follow each other.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

import { scratchFolder } from './places.mjs';
import { importSources } from './source.mjs';

const sources = ['web/worker/read-ahead.ts', 'web/worker/blob-bytes.ts', 'web/worker/file-bytes.ts', 'web/worker/bytes.ts'];
const { ReadAhead, BlobBytes, openPath, kBlockBytes } = await importSources(sources);

const whole = new Uint8Array(2 * kBlockBytes + 12_345).map((_, index) => (index * 2_654_435_761) >>> 13);
const path = join(scratchFolder(), 'bytes');
writeFileSync(path, whole);

/** A Blob whose stream is no byte stream, as in some browsers. */
class PlainBlob extends Blob {
  slice(...range) {
    return new PlainBlob([super.slice(...range)]);
  }
  stream() {
    return new ReadableStream();
  }
}

const kinds = [
  ['a byte stream', () => new BlobBytes('x', new Blob([whole]))],
  ['slices', () => new BlobBytes('x', new PlainBlob([whole]))],
  ['a path', () => openPath('x', path)],
];

const end = whole.length;
const orders = [
  ['from first to last', [0, 1000, 100_000, kBlockBytes, kBlockBytes + 1, end - 1]],
  ['back and forth', [end - 100, 0, end - 22, kBlockBytes, 5, kBlockBytes + 7, 6]],
  ['the same place twice', [500, 500, kBlockBytes, kBlockBytes]],
];

for (const [kind, open] of kinds) {
  for (const [order, offsets] of orders) {
    test(`${kind}, ${order}`, async () => {
      const bytes = await open();
      const reader = new ReadAhead(bytes);
      for (const offset of offsets) {
        const block = await reader.at(offset, 70_000);
        assert.ok(block.length > 0 && block.length <= 70_000);
        assert.ok(Buffer.from(block).equals(whole.subarray(offset, offset + block.length)), String(offset));
        // What was brought is copied away; the guess that the next bytes follow may be wrong.
        reader.ahead(offset + block.length);
      }
      await bytes.close();
    });
  }

  test(`${kind}, everything in one go`, async () => {
    const bytes = await open();
    const reader = new ReadAhead(bytes);
    const copy = new Uint8Array(end);
    for (let offset = 0; offset < end;) {
      const block = await reader.at(offset, end - offset);
      copy.set(block, offset);
      offset += block.length;
      reader.ahead(offset);
    }
    assert.ok(Buffer.from(copy).equals(whole));
    await bytes.verify();
    await bytes.close();
  });
}

test('bytes that end too early are a changed file, also when they were fetched ahead', async () => {
  const short = new (class extends Blob {
    get size() {
      return 100;
    }
  })([whole.subarray(0, 10)]);
  const reader = new ReadAhead(new BlobBytes('x.csv', short));
  assert.equal((await reader.at(0, 100)).length, 10);
  reader.ahead(10);
  await assert.rejects(reader.at(10, 90), { code: 'source-changed' });
});

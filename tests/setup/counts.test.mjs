// SPDX-License-Identifier: MIT
// The last line of `npm test`: counts read from reports as ctest 3.25, Node 20 and Playwright 1.64 write them.
// A report that says "failed" in any way must not come out as zero failures.
import assert from 'node:assert/strict';
import { test } from 'node:test';

import { addCounts, countsLine, junitCounts, playwrightCounts, tapCounts } from '../../scripts/test/counts.mjs';

test('ctest: disabled and skipped tests are skipped, and what a test printed is not read', () => {
  const text = `<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="(empty)"
\ttests="9"
\tfailures="2"
\tdisabled="1"
\tskipped="1"
\thostname=""
\ttime="0"
\ttimestamp="2026-01-01T00:00:00"
\t>
\t<testcase name="good" classname="good" time="0.004" status="run">
\t\t<system-out>&lt;testsuite failures="7"</system-out>
\t</testcase>
</testsuite>`;
  assert.deepEqual(junitCounts(text), { passed: 5, failed: 2, skipped: 2 });
});

test('node --test: cancelled is failed, todo is skipped', () => {
  const text =
    'TAP version 13\nok 1 - a\n1..9\n# tests 9\n# suites 0\n# pass 5\n# fail 1\n# cancelled 1\n# skipped 1\n# todo 1\n# duration_ms 10\n';
  assert.deepEqual(tapCounts(text), { passed: 5, failed: 2, skipped: 2 });
});

test('Playwright: a flaky test is a failed one', () => {
  const text = JSON.stringify({ errors: [], stats: { expected: 7, skipped: 1, unexpected: 1, flaky: 1 } });
  assert.deepEqual(playwrightCounts(text), { passed: 7, failed: 2, skipped: 1 });
});

test('Playwright: a configuration that does not load is a failure', () => {
  const text = JSON.stringify({ errors: [{ message: 'x' }], stats: { expected: 0, skipped: 0, unexpected: 0, flaky: 0 } });
  assert.equal(playwrightCounts(text).failed, 1);
});

test('the last line adds them up', () => {
  const total = addCounts({ passed: 1, failed: 0, skipped: 2 }, { passed: 3, failed: 4, skipped: 0 });
  assert.equal(countsLine(total), '4 passed, 4 failed, 2 skipped');
});

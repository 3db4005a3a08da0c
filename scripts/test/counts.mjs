// SPDX-License-Identifier: MIT
// Reads how many tests passed, failed and were skipped from the reports of ctest, node --test and Playwright.
// Each reader takes the report's text, so that a test can hand it one.

export const noTests = { passed: 0, failed: 0, skipped: 0 };

export function addCounts(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

/** The last line of a test run. */
export function countsLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** ctest --output-junit. */
export function junitCounts(text) {
  const suite = text.match(/<testsuite\b[^>]*>/)?.[0] ?? '';
  const number = (name) => Number(suite.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
  const skipped = number('skipped') + number('disabled');
  const failed = number('failures') + number('errors');
  return { passed: number('tests') - failed - skipped, failed, skipped };
}

/** The summary at the end of node --test's TAP report. */
export function tapCounts(text) {
  const number = (name) => Number(text.match(new RegExp(`^# ${name} (\\d+)$`, 'm'))?.[1] ?? 0);
  return { passed: number('pass'), failed: number('fail') + number('cancelled'), skipped: number('skipped') + number('todo') };
}

/** Playwright's JSON report; a flaky test passed in the end and counts as failed, for a test must be trusted. */
export function playwrightCounts(text) {
  const { stats, errors = [] } = JSON.parse(text);
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + (stats.expected === 0 ? errors.length : 0),
    skipped: stats.skipped,
  };
}

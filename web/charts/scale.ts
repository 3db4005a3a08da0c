// SPDX-License-Identifier: MIT
// From numbers to places in a drawing. Places along the width are percentages, so that a chart follows its container
// without measuring it and letters keep their size.

/** Where `value` lies between `low` and `high`, as a percentage of the width, kept within 0 and 100. */
export function along(value: number, low: number, high: number): number {
  return Math.min(100, Math.max(0, ((value - low) / (high - low)) * 100));
}

/** A percentage as an SVG attribute, short. */
export function percent(value: number): string {
  return `${Number(value.toFixed(3))}%`;
}

/** The index of the largest number, the last one of equals; -1 for none. */
export function indexOfMost(numbers: readonly number[]): number {
  return numbers.reduce((best, value, index) => (value >= (numbers[best] ?? -Infinity) ? index : best), -1);
}

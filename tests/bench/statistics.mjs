// SPDX-License-Identifier: MIT
// Medians and quartiles of a few runs, and ratios of two contestants round by round.
// Ratios are taken within a round, because both ran there under the same load of the machine.

/** `{ low, median, high }`: the quartiles, interpolated between neighbours. */
export function quartiles(values) {
  const sorted = values.filter((value) => value !== undefined).sort((a, b) => a - b);
  if (sorted.length === 0) return undefined;
  const at = (share) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

export function median(values) {
  return quartiles(values)?.median;
}

export function largest(values) {
  const known = values.filter((value) => value !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
}

/** `{ median, smallest, largest }` of the ratios of two lists, round by round. */
export function ratios(overs, unders) {
  const all = overs.map((over, round) => over / unders[round]);
  return { median: median(all), smallest: Math.min(...all), largest: Math.max(...all) };
}

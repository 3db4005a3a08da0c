// SPDX-License-Identifier: MIT
// Made-up words that are as frequent as words are (Zipf: the nth is drawn n times less often than the first), and the seeded numbers that
// everything generated here is drawn with.

/** Mulberry32, seeded: numbers in [0, 1). */
export function chance() {
  let state = 0x9e3779b9 | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const onsets = 'b c d f g h j k l m n p r s t v w z br ch cl dr fl gr pl sh st str th tr'.split(' ');
const vowels = 'a e i o u ai ea ie oo ou'.split(' ');
const ends = ['', 'n', 'r', 's', 't', 'l', 'nd', 'ng', 'st', 'ck'];

/** The word of a rank; no two are the same. */
function wordOf(rank) {
  let left = rank;
  const take = (list) => {
    const part = list[left % list.length];
    left = Math.trunc(left / list.length);
    return part;
  };
  let word = '';
  do word += take(onsets) + take(vowels) + take(ends);
  while (left > 0);
  return word;
}

/** A function that draws comments of 4 to 20 words out of so many. */
export function zipfWords(count, draw) {
  const all = Array.from({ length: count }, (_, rank) => wordOf(rank));
  const steps = new Float64Array(count);
  let sum = 0;
  for (let rank = 0; rank < count; rank++) steps[rank] = sum += 1 / (rank + 1);
  const word = () => {
    const wanted = draw() * sum;
    let from = 0;
    let to = count - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (steps[middle] < wanted) from = middle + 1;
      else to = middle;
    }
    return all[from];
  };
  return () => Array.from({ length: 4 + Math.trunc(draw() * 17) }, word).join(' ');
}

/**
 * The first index from 0 that fits, or `count` if none below it does, found by halving: once one fits, all after it must.
 */
export function firstIndex(count: number, fits: (index: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (fits(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

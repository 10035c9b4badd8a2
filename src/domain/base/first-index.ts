/**
 * The first index from 0 for which `holds` is true, or `count` if there is none below it. It is found by
 * binary search, so once `holds` is true it has to stay true for every later index.
 */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(middle)) to = middle;
    else from = middle + 1;
  }
  return from;
}

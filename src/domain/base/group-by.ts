/** Things by a key of each, in the order in which the keys first come. `Map.groupBy` does the same from Node 21 on. */
export function groupBy<T, K>(all: readonly T[], keyOf: (each: T) => K): ReadonlyMap<K, readonly T[]> {
  return groupByEach(all, (each) => [keyOf(each)]);
}

/** The same where each has any number of keys, all of them different. */
export function groupByEach<T, K>(
  all: readonly T[],
  keysOf: (each: T) => Iterable<K>,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of all) {
    for (const key of keysOf(each)) {
      const group = groups.get(key);
      if (group) group.push(each);
      else groups.set(key, [each]);
    }
  }
  return groups;
}

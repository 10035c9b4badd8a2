/** Caches the results of `compute` by key. Results must not be `undefined`. */
export function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** Computes a value on first use and keeps it. */
export function lazy<V>(compute: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

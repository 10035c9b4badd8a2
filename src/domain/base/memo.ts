/** A function that computes the value for each key once, when it is first asked for. No value may be `undefined`. */
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

/** A value that is computed when it is first asked for. */
export function lazy<V>(compute: () => V): () => V {
  let made: { readonly value: V } | null = null;
  return () => {
    made ??= { value: compute() };
    return made.value;
  };
}

/** Caches the results of `compute` by key. Results must not be `undefined`. */
export function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  const cache = new Map<K, V>();
  return (key) => {
    const cached = cache.get(key);
    if (cached !== undefined) return cached;
    const value = compute(key);
    cache.set(key, value);
    return value;
  };
}

/** Computes a value on first use and keeps it. */
export function lazy<V>(compute: () => V): () => V {
  let computed: { readonly value: V } | null = null;
  return () => {
    computed ??= { value: compute() };
    return computed.value;
  };
}

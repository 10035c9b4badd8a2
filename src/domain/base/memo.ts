/** Caches the results of `compute` by key. Results must not be `undefined`. */
export function memoize<K, V>(compute: (key: K) => V): (key: K) => V {
  return memoizeIn(new Map<K, V>(), compute);
}

/** Caches the results of `compute` by an object, each for as long as its object lives. */
export function memoizeByObject<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  return memoizeIn(new WeakMap<K, V>(), compute);
}

function memoizeIn<K, V>(
  cache: { readonly get: (key: K) => V | undefined; readonly set: (key: K, value: V) => unknown },
  compute: (key: K) => V,
): (key: K) => V {
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

/** A reproducible source of numbers from 0 (inclusive) to 1 (exclusive): a linear congruential generator. */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1103515245 + 12345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

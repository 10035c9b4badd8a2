import type { Line, Sample, Stopwatch } from './stopwatch.ts';

/** Something to measure, with what is done before and after each run without being measured. */
export interface Measured {
  readonly line: Line;
  readonly before?: Line;
  readonly after?: Line;
}

/**
 * Medians of the measurements: of the process itself, and of what it adds to the bare process that ran before
 * it.
 */
export interface Result extends Sample {
  readonly pairs: number;
  readonly addedWall: number;
  readonly addedCpu: number | null;
  readonly ratio: number;
}

interface Pair {
  readonly bare: Sample;
  readonly own: Sample;
}

/** A slow command is measured fewer times: no run begins after this many milliseconds. */
const PATIENCE_MS = 40_000;

/**
 * Measures several things in turn, each next to a bare process, so that a slow machine affects all of them. The
 * first round is a warm-up, unless it takes so long that there is no second one.
 */
export async function measureInPairs<K>(
  stopwatch: Stopwatch,
  bare: Line,
  things: ReadonlyMap<K, Measured>,
  pairs: number,
): Promise<ReadonlyMap<K, Result>> {
  const found = new Map<K, Pair[]>([...things.keys()].map((key) => [key, []]));
  const spent = new Map<K, number>();
  for (let round = 0; round <= pairs; round++) {
    for (const [key, { line, before, after }] of things) {
      const soFar = spent.get(key) ?? 0;
      if (soFar > PATIENCE_MS) continue;
      if (before) await stopwatch.run(before);
      const pair = { bare: await stopwatch.run(bare), own: await stopwatch.run(line) };
      if (after) await stopwatch.run(after);
      spent.set(key, soFar + pair.own.wall);
      if (round > 0 || pair.own.wall > PATIENCE_MS) found.get(key)?.push(pair);
    }
  }
  return new Map([...found].map(([key, each]) => [key, resultOf(each)]));
}

function resultOf(pairs: readonly Pair[]): Result {
  const of = (value: (pair: Pair) => number) => median(pairs.map(value));
  const cpu = pairs.some(({ own }) => own.cpu === null) ? null : of(({ own }) => own.cpu ?? 0);
  return {
    pairs: pairs.length,
    wall: of(({ own }) => own.wall),
    cpu,
    memory: cpu === null ? null : Math.max(...pairs.map(({ own }) => own.memory ?? 0)),
    addedWall: of(({ own, bare }) => own.wall - bare.wall),
    addedCpu: cpu === null ? null : of(({ own, bare }) => (own.cpu ?? 0) - (bare.cpu ?? 0)),
    ratio: of(({ own, bare }) => own.wall / bare.wall),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

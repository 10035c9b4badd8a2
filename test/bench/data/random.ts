/** Pseudo-random numbers, the same in every run (mulberry32). */
export class Random {
  constructor(private seed: number) {}

  /** From 0 up to 1. */
  fraction(): number {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.fraction() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.fraction() < probability;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.whole(0, choices.length - 1)] as T;
  }

  /** Distributed like durations: around `middle`, now and then several times as much. */
  skewed(middle: number): number {
    return middle * Math.exp((this.fraction() + this.fraction() + this.fraction() - 1.5) * 1.4);
  }
}

/** Why words that were understood are still not a moment: no calendar or clock has it, or it is ambiguous. */
export class Trouble {
  constructor(
    readonly code: 'date-impossible' | 'date-not-understood' | 'cadence-ambiguous',
    /** What is wrong, worded to follow the phrase in a sentence. */
    readonly why: string,
    readonly hint: string,
  ) {}
}

/** The first reading among some; if there is none, the first trouble; null if nothing was understood. */
export function preferReading<T>(found: readonly (T | Trouble | null)[]): T | Trouble | null {
  const isReading = (each: T | Trouble | null) => each !== null && !(each instanceof Trouble);
  return found.find(isReading) ?? found.find((each) => each !== null) ?? null;
}

export function noSuchDate(why = 'names a date that does not exist'): Trouble {
  return new Trouble('date-impossible', why, 'Say it as year-month-day, such as "2026-03-05".');
}

export function noSuchTime(): Trouble {
  return new Trouble(
    'date-impossible',
    'names a time that no clock shows',
    'Say it such as "5pm" or "17:30".',
  );
}

export function noSuchWindow(): Trouble {
  return new Trouble(
    'date-impossible',
    'names a window that ends before it begins',
    'Say it such as "friday 14:00-15:00".',
  );
}

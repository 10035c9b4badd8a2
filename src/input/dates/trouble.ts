/**
 * Why words that were understood are no moment all the same: no calendar or clock has it, or they mean two.
 */
export class Trouble {
  constructor(
    readonly code: 'date-impossible' | 'date-not-understood',
    /** What is wrong, as it follows the phrase in a sentence. */
    readonly why: string,
    readonly hint: string,
  ) {}
}

/** The trouble with a day that does not exist. */
export function noSuchDate(why = 'names a date that does not exist'): Trouble {
  return new Trouble('date-impossible', why, 'Say it as year-month-day, such as "2026-03-05".');
}

/** The trouble with a clock time that does not exist. */
export function noSuchTime(): Trouble {
  return new Trouble(
    'date-impossible',
    'names a time that no clock shows',
    'Say it such as "5pm" or "17:30".',
  );
}

/** The trouble with a window of no length. */
export function noSuchWindow(): Trouble {
  return new Trouble(
    'date-impossible',
    'names a window that ends before it begins',
    'Say it such as "friday 14:00-15:00".',
  );
}

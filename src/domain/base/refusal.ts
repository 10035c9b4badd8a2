/**
 * What kind of "no" it is. The command line maps each kind to one exit code:
 * `refused` (the domain says no), `usage` (not a valid command line), `missing` (no such commitment or client),
 * `database` (the file cannot be used).
 */
export type RefusalKind = 'refused' | 'usage' | 'missing' | 'database';

/** The typed "no": a stable code for programs, what went wrong and why for people, and what to do next. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    readonly kind: RefusalKind = 'refused',
    /** What is wrong with each of several things, a line each. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** A refusal of the domain: the request was understood and may not be done. */
export function refuse(code: string, message: string, hint: string | null = null): Refusal {
  return new Refusal(code, message, hint);
}

/** The value, or the Refusal thrown: for those who cannot go on without it. */
export function orThrow<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw value;
  return value;
}

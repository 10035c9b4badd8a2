/**
 * The category of a refusal, which decides the exit code: `refused` (the domain says no), `usage` (not a
 * valid command line), `missing` (no such commitment or client), `database` (the file cannot be used).
 */
export type RefusalKind = 'refused' | 'usage' | 'missing' | 'database';

/**
 * A typed "no": a stable code for programs, a message that says what is wrong and why, and a hint at what to
 * do next.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly code: string,
    message: string,
    readonly hint: string | null = null,
    readonly kind: RefusalKind = 'refused',
    /** One line for each problem, when there are several. */
    readonly details: readonly string[] = [],
  ) {
    super(message);
  }
}

/** A refusal by the domain: the request was understood but is not allowed. */
export function refuse(code: string, message: string, hint: string | null = null): Refusal {
  return new Refusal(code, message, hint);
}

/** Returns the value or throws the Refusal, for callers that cannot go on without the value. */
export function orThrow<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw value;
  return value;
}

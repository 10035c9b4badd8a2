import type { OutputFailure } from '../../system/io.ts';

/** What a command shows. The runner prints the requested form. */
export interface Screen {
  /** For `--json`: any value, or JSON text in pieces. */
  readonly json: () => unknown;
  /** For people. */
  readonly text: () => string | Promise<string>;
  /** For `--plain`: rows of fields, which are separated by tabs. If missing, `--plain` prints the text. */
  readonly plain?: () => readonly (readonly string[])[];
  /** Text printed unchanged, in pieces, whatever form was requested. */
  readonly raw?: () => Iterable<string>;
  /** Remarks for people, on standard error. */
  readonly hints?: readonly string[];
  /** Whether it only confirms what was done, so that `--quiet` omits it. */
  readonly isEcho?: boolean;
  readonly exitCode?: number;
  /**
   * Told once it was written out, or why that failed; not if there was nothing to print. It also decides what a closed
   * pipe means. Throws a Refusal.
   */
  readonly delivered?: (failure: OutputFailure | null) => Promise<void>;
  /**
   * Asks a question after printing, and returns what to show then; null if there is nothing more to do. Only
   * in a terminal.
   */
  readonly afterwards?: () => Promise<Screen | null>;
}

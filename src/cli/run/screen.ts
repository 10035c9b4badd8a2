/** What a command shows; the runner prints the form that was asked for. */
export interface Screen {
  /** For `--json`: any value, or text that is JSON already, piece by piece. */
  readonly json: () => unknown;
  /** For people. */
  readonly text: () => string | Promise<string>;
  /** For `--plain`: rows whose fields are separated by tabs; without it `--plain` prints the text. */
  readonly plain?: () => readonly (readonly string[])[];
  /** Text that is printed as it is, piece by piece, whatever form was asked for. */
  readonly raw?: () => Iterable<string>;
  /** Remarks for people, on standard error. */
  readonly hints?: readonly string[];
  /** Whether it only echoes what was done: nothing to print when `--quiet` is asked for. */
  readonly isEcho?: boolean;
  readonly exitCode?: number;
  /** What to ask once this is printed, and then to show; null when nothing more is to be done. Only in a terminal. */
  readonly afterwards?: () => Promise<Screen | null>;
}

/** Where an argument stands on its line. */
export interface Position {
  /** The name of the command. */
  readonly verb: string;
  /** The words of the arguments before it. */
  readonly before: readonly string[];
  /** The options of the line, as they are typed with their long names. */
  readonly options: readonly string[];
}

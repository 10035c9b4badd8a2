/** A reader of some kind of phrase, with what the help says of it. */
export interface Reader<Read> {
  /** What it reads, in a word or a few. */
  readonly name: string;
  /** Phrases that it reads; the help shows them, and the tests make sure of them. */
  readonly forms: readonly string[];
  readonly read: Read;
}

/** What can be typed for one kind of value, by the readers that understand it. */
export interface Forms {
  /** The kind of value, with its article. */
  readonly of: string;
  readonly readers: readonly Omit<Reader<unknown>, 'read'>[];
}

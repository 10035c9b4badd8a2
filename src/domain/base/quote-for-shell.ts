/** A word as it has to be typed in a POSIX shell: in single quotes if it needs them. */
export function quoteForShell(word: string): string {
  return /^[\p{L}\p{N}_./:@%+=,-]+$/u.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

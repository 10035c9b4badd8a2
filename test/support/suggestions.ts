/** The commands in a text for people: what follows `followup` or `fup`, up to the end of the clause. */
export function commandsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\p{L}\p{N}'"`])(?:followup|fup) (?=[a-z])/gu)].map(({ 0: program, index }) =>
    clauseAt(text, index + program.length),
  );
}

/** A clause ends with its line, with a sign that is not quoted, or before the next column. */
function clauseAt(text: string, start: number): string {
  const [clause = ''] =
    /^(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^'"\\\n.;, ]|[.;,](?=\S)| (?! ))*/su.exec(text.slice(start)) ?? [];
  return clause.trim();
}

/** What a person says where a command has a gap. */
const SAID: readonly (readonly [RegExp, string])[] = [
  [/\b(?:TEXT|WHY|WHAT)\b/g, 'the words that were said'],
  [/\bDURATION\b/g, '2h'],
  [/\bAMOUNT\b/g, '3h'],
];

/** The words of a command with its gaps filled; dates are those of `date`. */
export function filled(words: readonly string[], date: string): string[] {
  return words.map((word) =>
    SAID.reduce((said, [gap, what]) => said.replace(gap, what), word.replace(/\b(?:DATE|WHEN)\b/g, date)),
  );
}

const MARKS = /^ {0,3}>[> ]*/;
/** The initials or the name of who is quoted, before the mark. */
const NAMED = /^ {0,3}(\p{L}[\p{L}\p{Nd}]{0,15})>(?= |$)/u;

/** How many times the line is marked as quoted; more than three spaces before the mark make it text. */
export function quoteDepth(plain: string): number {
  return MARKS.exec(plain)?.[0].replaceAll(' ', '').length ?? 0;
}

/** The line without its marks. */
export function withoutMarks(plain: string): string {
  return plain.replace(MARKS, '');
}

/** Whether a line is marked in the way of a quotation that was introduced: by a bar, or by the name of its author. */
export function isMarkedFor(introduction: string, plain: string): boolean {
  const name = NAMED.exec(plain)?.[1];
  return (
    plain.startsWith('|') || (name !== undefined && introduction.toLowerCase().includes(name.toLowerCase()))
  );
}

export function isMarkedWithInitials(plain: string): boolean {
  return /^ {0,3}\p{Lu}{1,3}>(?= |$)/u.test(plain);
}

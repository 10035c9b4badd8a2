/** Marks that nobody sees: zero width, direction of writing, soft hyphens, byte order; and the dot that trackers leave. */
const INVISIBLE = /[\u00ad\u061c\u1427\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ' };
/** No line that says something about the mail itself is longer, and reading more of one would cost time. */
const LONGEST = 600;

/** Most lines are plain already. */
const PLAIN = /^[ -%'-)+-~]*$/;

/**
 * A line as rules read it: without invisible marks, the stars of bold words and spaces at its end, any space and dash a plain one, wide signs narrow. Of a
 * very long line only the beginning.
 */
export function plainLine(line: string): string {
  const read = line.slice(0, LONGEST);
  if (PLAIN.test(read)) return read.trimEnd();
  const plain = read
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/&(lt|gt|quot|amp|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\p{Pd}/gu, '-')
    .replace(/\s/g, ' ')
    .trimEnd();
  return /[^ *]/.test(plain) ? plain.replaceAll('*', '').trimEnd() : plain;
}

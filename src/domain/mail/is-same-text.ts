/** Whether two messages say the same, apart from what mail programs make of a text: its lines, its quotes, and the signature below it. */
export function isSameText(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

/** Below a line of two hyphens stands who wrote it. */
const SIGNATURE = /^-- ?$[\s\S]*/m;

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(SIGNATURE, '')
    .replace(/[\u2018\u2019\u201a\u201b]/g, "'")
    .replace(/[\u201c-\u201f\u00ab\u00bb]/g, '"')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}

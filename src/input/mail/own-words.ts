import { type Label, labelLines } from './label-lines.ts';

/** More than ruled lines and marks: a smile is an answer, too. */
const SAYS_SOMETHING = /[^\s\p{Cf}\p{Pd}_=~*>#|`]/u;

/**
 * Separates what the sender of a mail wrote from what was left out: quotations, the lines that introduce them, and signatures. Every
 * line of the body is in one of both, in order; blank lines at both ends are gone, and lines end with a line feed. Quotations between
 * the sender's words stay, since those answer them. Words that might be the sender's stay, and so does everything if nothing else
 * would be left. Takes time in proportion to the body.
 */
export function separateQuotation(body: string): { text: string; elided: string } {
  const lines = body.split(/\r\n|\r|\n/);
  const labels = labelLines(lines);
  const left = leaveOut(lines, labels);
  if (!lines.some((line, at) => !left[at] && SAYS_SOMETHING.test(line))) left.fill(false);
  return {
    text: joinTrimmed(lines.filter((_, at) => !left[at])),
    elided: joinTrimmed(lines.filter((_, at) => left[at])),
  };
}

/** Which lines are left out. */
function leaveOut(lines: readonly string[], labels: readonly Label[]): boolean[] {
  const left = labels.map((label) => label === 'signature' || label === 'attribution' || label === 'headers');
  if (isForwarded(labels)) return left.fill(false);
  const own = labels.slice(0, findUnmarked(labels));
  left.fill(true, endOfShown(lines, own));
  if (isAnswerBelow(own)) left.fill(true, 0, own.indexOf('text'));
  return left;
}

/** Nothing above the headers of another mail, and no marks below them. */
function isForwarded(labels: readonly Label[]): boolean {
  const first = labels.findIndex((label) => label !== 'blank' && label !== 'signature');
  return labels[first] === 'headers' && labels[endOfIntroduction(labels, first)] !== 'quote';
}

/** Where a quotation without marks begins, which goes on to the end: at an introduction below own words and above no marked line. */
function findUnmarked(labels: readonly Label[]): number {
  for (let at = labels.indexOf('text'); at >= 0 && at < labels.length; at++) {
    if (!introduces(labels[at])) continue;
    const end = endOfIntroduction(labels, at);
    if (labels[end] !== 'quote') return at;
    at = end;
  }
  return labels.length;
}

function introduces(label: Label | undefined): boolean {
  return label === 'attribution' || label === 'lead' || label === 'headers';
}

function endOfIntroduction(labels: readonly Label[], first: number): number {
  let end = first;
  while (introduces(labels[end]) || labels[end] === 'blank') end++;
  return end;
}

/** Behind the last own words, and behind what they quote on purpose: "The log says:". */
function endOfShown(lines: readonly string[], own: readonly Label[]): number {
  const last = own.lastIndexOf('text');
  if (!/[:\uff1a]\s*$/.test(lines[last] ?? '')) return last + 1;
  let end = last + 1;
  while (own[end] === 'quote' || own[end] === 'blank') end++;
  return end;
}

/** All that was quoted is introduced at the top, and all own words stand below it. */
function isAnswerBelow(own: readonly Label[]): boolean {
  const first = own.findIndex((label) => label !== 'blank' && label !== 'signature');
  return introduces(own[first]) && own.lastIndexOf('quote') < own.indexOf('text');
}

function joinTrimmed(lines: readonly string[]): string {
  const first = lines.findIndex(isWritten);
  return lines.slice(Math.max(first, 0), lines.findLastIndex(isWritten) + 1).join('\n');
}

function isWritten(line: string): boolean {
  return line.trim() !== '';
}

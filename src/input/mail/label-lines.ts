import { type Attribution, readAttribution, saysWhen } from './attribution.ts';
import { plainLine } from './plain-line.ts';
import { isMarkedFor, isMarkedWithInitials, quoteDepth, withoutMarks } from './quote-marks.ts';
import { readHeaders } from './quoted-headers.ts';
import {
  isProgramLine,
  isSignature,
  LONGEST_SIGNATURE,
  readSignatureMark,
  type SignatureMark,
} from './signatures.ts';

/**
 * What a line of a mail is. `text` are words of the sender, or what nobody can tell from them. `attribution` introduces a quotation, and
 * so does `lead`, which may be the sender's own sentence ("Dana wrote:"). `headers` are those of a quoted mail with their delimiter.
 */
export type Label = 'text' | 'blank' | 'quote' | 'attribution' | 'lead' | 'headers' | 'signature';

type Mark = SignatureMark | null;

/** An attribution may be wrapped, with one blank line in it at most. */
const MOST_WRAPPED = 6;
const LONGEST_ATTRIBUTION = 400;
/** How many lines of a quotation are searched for an introduction that is marked itself. */
const LONGEST_HEAD = 40;

/** Labels each line of a mail. */
export function labelLines(lines: readonly string[]): Label[] {
  const plain = lines.map(plainLine);
  const labels = plain.map(
    (line): Label => (line === '' ? 'blank' : quoteDepth(line) > 0 ? 'quote' : 'text'),
  );
  const fenced = findFences(plain, labels);
  labelFalseQuotes(plain, labels);
  labelAttributions(plain, labels, fenced);
  labelHeaders(plain, labels, fenced);
  labelInitials(plain, labels, fenced);
  const marks = lines.map((line, at) => (fenced[at] ? null : readSignatureMark(line)));
  labelSignatures(marks, plain, labels);
  return labels;
}

/** Lines of code between two fences are text, whatever they look like. */
function findFences(plain: readonly string[], labels: Label[]): boolean[] {
  const fenced = plain.map(() => false);
  let open = -1;
  for (const [at, line] of plain.entries()) {
    if (!line.startsWith('```')) continue;
    if (open >= 0) {
      fenced.fill(true, open, at + 1);
      for (let inside = open; inside <= at; inside++) if (labels[inside] !== 'blank') labels[inside] = 'text';
    }
    open = open >= 0 ? -1 : at;
  }
  return fenced;
}

/** Not all that begins with the mark is quoted: prompts, the lines of a diff, and "From", which mailboxes mark. */
function labelFalseQuotes(plain: readonly string[], labels: Label[]): void {
  const depths = plain.map((line, at) => (labels[at] === 'quote' ? quoteDepth(line) : 0));
  const prompts = !depths.includes(1);
  for (let at = 0; at < plain.length; at++) {
    if (labels[at] !== 'quote' || labels[at - 1] === 'quote') continue;
    const end = endOfRun(labels, at);
    const above = plain[at - 1] ?? '';
    const diff =
      /^\d+(?:,\d+)?[ac]\d+(?:,\d+)?$/.test(above) || (above === '---' && /^< /.test(plain[at - 2] ?? ''));
    const mailbox = end - at === 1 && /^>From /.test(plain[at] ?? '');
    if (prompts || diff || mailbox) labels.fill('text', at, end);
  }
}

function endOfRun(labels: readonly Label[], first: number): number {
  let end = first;
  while (labels[end] === labels[first]) end++;
  return end;
}

function labelAttributions(plain: readonly string[], labels: Label[], fenced: readonly boolean[]): void {
  for (let at = 0; at < plain.length; at++) {
    if (fenced[at]) continue;
    const above = labels[at - 1] ?? 'blank';
    if (labels[at] === 'quote' && (above === 'text' || above === 'blank'))
      labelQuotedIntroduction(plain, labels, at);
    const found = findAttribution(plain, labels, at);
    if (!found) continue;
    const next = nextWritten(labels, at + 1);
    if (labels[next] !== 'quote') labelMarked(plain, labels, next, found.text);
    const quoted = labels[next] === 'quote';
    if (!quoted && found.kind !== 'full') continue;
    labels.fill(found.kind === 'bare' ? 'lead' : 'attribution', found.first, at + 1);
  }
}

interface Found {
  readonly first: number;
  readonly kind: Attribution;
  readonly text: string;
}

/** The attribution that ends in a line. The day is part of it, though it may stand in the lines above. */
function findAttribution(plain: readonly string[], labels: readonly Label[], last: number): Found | null {
  const aboveQuote = labels[last + 1] === 'quote' || labels[last + 2] === 'quote';
  if (labels[last] === 'blank' || !(aboveQuote || /(?:[:>]|--)$/.test(plain[last] ?? ''))) return null;
  let found: Found | null = null;
  let text = '';
  let tells = false;
  for (let first = last; first >= 0 && last - first < MOST_WRAPPED; first--) {
    const line = (plain[first] ?? '').trim();
    if (first < last && !continues(plain, labels, first)) break;
    text = `${line} ${text}`.trim();
    if (text.length > LONGEST_ATTRIBUTION) break;
    // Lines are only joined for the sake of a day or an address.
    tells ||= /[\p{Nd}@]/u.test(line);
    const kind = first === last || (tells && line !== '') ? readAttribution(text) : null;
    if (!kind) continue;
    if (saysWhen(text)) return { first, kind, text };
    found ??= { first, kind, text };
  }
  return found;
}

/** Whether an attribution may go on behind a line: not behind a quotation, and over a blank line only before an address or the verb. */
function continues(plain: readonly string[], labels: readonly Label[], at: number): boolean {
  if (labels[at] === 'blank') return /^ *(?:[<[]|[^ :]+ ?:$)/.test(plain[at + 1] ?? '');
  return labels[at] === 'text';
}

/** Some programs mark the introduction as quoted, too. */
function labelQuotedIntroduction(plain: readonly string[], labels: Label[], first: number): void {
  const run = plain.slice(first, Math.min(endOfRun(labels, first), first + LONGEST_HEAD)).map(withoutMarks);
  const begin = run.findIndex((line) => line !== '');
  const above = plain.slice(Math.max(first - 3, 0), first);
  const headers = begin >= 0 && readHeaders([...above, ...run], above.length + begin);
  if (headers) {
    labels.fill('headers', first - above.length + headers.first, first - above.length + headers.end);
    return;
  }
  let text = '';
  for (let at = 0; at < Math.min(run.length - 1, MOST_WRAPPED); at++) {
    text = `${text} ${run[at]}`.trim();
    const kind = readAttribution(text);
    if (!kind || kind === 'bare') continue;
    labels.fill('attribution', first, first + at + 1);
    return;
  }
}

/** Labels the lines from `first` that are marked in another way than with `>`, up to the next text. */
function labelMarked(plain: readonly string[], labels: Label[], first: number, introduction: string): void {
  for (let at = first; at < plain.length; at++) {
    if (labels[at] === 'blank') continue;
    if (labels[at] !== 'text' || !isMarkedFor(introduction, plain[at] ?? '')) return;
    labels[at] = 'quote';
  }
}

function nextWritten(labels: readonly Label[], from: number): number {
  let next = from;
  while (labels[next] === 'blank') next++;
  return next;
}

function labelHeaders(plain: readonly string[], labels: Label[], fenced: readonly boolean[]): void {
  for (let at = 0; at < plain.length; at++) {
    if (labels[at] !== 'text' || fenced[at]) continue;
    const headers = readHeaders(plain, at);
    if (!headers) continue;
    labels.fill('headers', headers.first, headers.end);
    at = headers.end - 1;
  }
}

/** Initials before the mark, as some programs write it, once it is clear that the mail quotes. */
function labelInitials(plain: readonly string[], labels: Label[], fenced: readonly boolean[]): void {
  if (!labels.includes('attribution')) return;
  for (let at = 0; at < plain.length; at++) {
    if (labels[at] === 'text' && !fenced[at] && isMarkedWithInitials(plain[at] ?? '')) labels[at] = 'quote';
  }
}

/** A signature ends where the sender's own lines do: there may be more of them below a quotation. */
function labelSignatures(marks: readonly Mark[], plain: readonly string[], labels: Label[]): void {
  const isOwn = (at: number) => labels[at] === 'text' || labels[at] === 'blank';
  for (let first = 0; first < labels.length; first++) {
    if (!isOwn(first)) continue;
    let end = first;
    while (isOwn(end)) end++;
    labelProgramLines(plain, labels, first, end);
    const mark = findSignature(marks.slice(first, end), plain.slice(first, end));
    if (mark !== null) labels.fill('signature', first + mark, end);
    first = end;
  }
}

/** A program signs in a paragraph of its own, or in the last line. */
function labelProgramLines(plain: readonly string[], labels: Label[], first: number, end: number): void {
  let last = end - 1;
  while (last > first && labels[last] === 'blank') last--;
  for (let at = first; at <= last; at++) {
    const alone = (at === first || labels[at - 1] === 'blank') && labels[at + 1] === 'blank';
    if ((alone || at === last) && isProgramLine(plain[at] ?? '')) labels[at] = 'signature';
  }
}

/** Where the signature of these own lines begins. Marks that stand again and again divide chapters. */
function findSignature(marks: readonly Mark[], plain: readonly string[]): number | null {
  const counts = new Map<Mark, number>();
  for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  for (const [at, mark] of marks.entries()) {
    if (!mark || (mark !== 'exact' && counts.get(mark) !== 1)) continue;
    const heading = mark === 'rule' && at > 0 && plain[at - 1] !== '';
    if (!heading && isSignature(mark, writtenLines(plain, at + 1, LONGEST_SIGNATURE + 1))) return at;
  }
  return null;
}

/** At most so many lines from one on that are not blank. */
function writtenLines(plain: readonly string[], first: number, most: number): string[] {
  const written: string[] = [];
  for (let at = first; at < plain.length && written.length < most; at++) {
    if (plain[at] !== '') written.push(plain[at] ?? '');
  }
  return written;
}

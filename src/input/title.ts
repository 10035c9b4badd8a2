import { Refusal } from '../domain/base/refusal.ts';
import { refuseLength } from '../domain/base/text.ts';
import type { Estimate } from '../domain/streams/events.ts';
import type { WorkCalendar } from '../domain/time/calendar.ts';
import type { Moment } from '../domain/time/moment.ts';
import { type DateContext, parseAnyDate, parseDateStrictly } from './dates.ts';
import { parseEffort } from './effort.ts';

/** What was understood from the words of a new commitment. */
export interface Title {
  readonly title: string;
  readonly client?: string;
  readonly project?: string;
  readonly estimate?: Estimate;
  readonly by?: Moment;
  /** The final words, if they look like a date but have no `by` before them: to be asked about, never assumed. */
  readonly endsLikeDate?: string;
}

const CLIENT = /(^|\s)@([\p{L}\p{N}][^\s@]*)/u;
const PROJECT = /(^|\s)\+(\p{L}[^\s+]*)/u;
/**
 * A number in digits or words, then optionally units and more numbers with units: "3h", "2h 30m", "half a
 * day".
 */
const AMOUNT =
  '(?:half an? |an? |[.,]?\\d)[^\\s~]*(?:\\s(?:h|hrs?|hours?|m|mins?|minutes?|d|days?|w|weeks?)\\b)?(?:\\s\\d+\\s?(?:m|mins?|minutes?)\\b)?';
const ANNOUNCED = '(^|\\s)(?:~\\s?|est\\.?\\s+)';
const ESTIMATE = new RegExp(`${ANNOUNCED}(${AMOUNT})`, 'iu');
const ESTIMATED_RANGE = new RegExp(`${ANNOUNCED}(${AMOUNT}\\s(?:to|-|–)\\s${AMOUNT})`, 'iu');

/** After `by` these can only be meant as a date; "sort by when they were paid" is a title. */
const NO_DATE = /^(?:asap|soon(?:ish)?|whenever|someday|tb[ad]|eventually)$/i;

const CLOSING_WORDS = 4;
/** The end of a title that more likely says what it is about than when: "Timesheet week 12", "Items 11-30". */
const SUBJECT =
  /^(?:(?:.* )?(?:(?:week|wk|kw|cw|w) ?\d.*|w\/[ce] .*|week (?:of|commencing|beginning|ending) .*)|\d{1,2}-\d{1,2}|\d{1,2}\.\d{1,2}\.)$/i;
/** These belong to the date after them, however long it is: without "before" it would be another day. */
const CLOSING_LEAD = /\b(?:before )?(?:the )?$/i;

/**
 * Reads the inline forms: `@client` (`@acme-corp` for a name with spaces), `~3h`, `~2-3d` or `est 3h`,
 * `+project`, and a final `by DATE`. The rest is the title as typed. Refused if the final `by` is followed by
 * something that is not a date, and if it is too long.
 */
export async function readTitle(text: string, context: DateContext): Promise<Title | Refusal> {
  const no = refuseLength(text, 'title');
  if (no) return no;
  const client = cutClient(text);
  const project = cut(client.rest, PROJECT, (name) => name);
  const readEstimate = (effort: string) => readEffort(effort, context.calendar);
  const range = cut(project.rest, ESTIMATED_RANGE, readEstimate);
  const estimate = range.value ? range : cut(project.rest, ESTIMATE, readEstimate);
  const by = await cutClosingDate(estimate.rest, context);
  if (by instanceof Refusal) return by;
  const endsLikeDate = by.date ? undefined : closingDate(by.rest, context);
  return {
    title: by.rest,
    ...(client.value !== undefined && { client: client.value }),
    ...(project.value !== undefined && { project: project.value }),
    ...(estimate.value && { estimate: estimate.value }),
    ...(by.date && { by: by.date }),
    ...(endsLikeDate !== undefined && { endsLikeDate }),
  };
}

/** The client that the words name with an @. It has to be known before dates are read. */
export function findClientIn(text: string): string | undefined {
  return cutClient(text).value;
}

/** The title without the final words that turned out to be its date. */
export function withoutClosing(title: string, words: string): string {
  return title.slice(0, -words.length).replace(/[\s,]+$/u, '');
}

function cutClient(text: string) {
  return cut(text.trim(), CLIENT, (name) => name.replaceAll('-', ' ').replace(/[,.;:!?]+$/u, ''));
}

function cut<T>(
  text: string,
  form: RegExp,
  read: (word: string) => T | undefined,
): { readonly rest: string; readonly value?: T | undefined } {
  const match = form.exec(text);
  const value = match ? read(match[2] ?? '') : undefined;
  if (!match || value === undefined) return { rest: text };
  const rest = `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`;
  return { rest: rest.replace(/ {2,}/g, ' ').trim(), value };
}

function readEffort(effort: string, calendar: WorkCalendar): Estimate | undefined {
  const estimate = parseEffort(effort, calendar);
  return estimate instanceof Refusal || estimate.hours === 0 ? undefined : estimate;
}

/** Cuts off a final `by DATE`: from the last `by` that is followed by a date. */
export async function cutClosingDate(
  text: string,
  context: DateContext,
): Promise<{ readonly rest: string; readonly date?: Moment } | Refusal> {
  for (const match of [...text.matchAll(/(?:^|\s)by\s+/giu)].reverse()) {
    const phrase = text.slice(match.index + match[0].length);
    const date = await parseAnyDate(phrase, context);
    if (!(date instanceof Refusal)) {
      // "Present it by friday in Berlin": without a clock time, a place more likely says where than when.
      const isDate = date.grain === 'time' || parseDateStrictly(phrase, context) !== null;
      if (isDate) return { rest: text.slice(0, match.index).trim(), date };
    } else if (NO_DATE.test(phrase.trim()) || date.code === 'date-impossible') return date;
  }
  return { rest: text };
}

function closingDate(title: string, context: DateContext): string | undefined {
  const words = title.split(/\s+/);
  for (let count = Math.min(CLOSING_WORDS, words.length - 1); count > 0; count--) {
    const closing = words.slice(-count).join(' ');
    if (!title.endsWith(closing) || !parseDateStrictly(closing, context) || /^for /i.test(closing)) continue;
    if (SUBJECT.test(closing)) return undefined;
    const [lead = ''] = CLOSING_LEAD.exec(title.slice(0, -closing.length)) ?? [];
    const whole = lead + closing;
    return whole !== title && parseDateStrictly(whole, context) ? whole : closing;
  }
  return undefined;
}

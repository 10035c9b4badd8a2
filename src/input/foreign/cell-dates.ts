import { Refusal } from '../../domain/base/refusal.ts';
import { MOST_IN_PHRASE } from '../../domain/base/text.ts';
import {
  endOfWork,
  inZone,
  localDay,
  localTime,
  startOfDay,
  type WorkCalendar,
} from '../../domain/time/calendar.ts';
import { type Instant, instant, type Moment } from '../../domain/time/moment.ts';
import type { DateContext, Direction } from '../dates.ts';
import { monthName } from '../words.ts';
import { keyOf, MONTHS } from './headings.ts';
import { isYearly, readWhen, readWritten } from './item.ts';

/** An arrow between the two ends of a stretch of days. */
const TO = /\s*(?:\u2192|->|=>)\s*/;

/** The clock time at the end of a date. */
const CLOCK = /[\s,T]+\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?$/i;

/** Midnight without a zone, at the end of a date. */
const MIDNIGHT =
  /(\d\S*?|\d.*?)(?:[\s,]+(?:at )?|T)(?:(?:00?|24):00(?::00(?:[.,]0+)?)?|12:00(?::00)?\s?a\.?m\.?)(?: uhr| h)?$/i;

/** Milliseconds, or seconds, since 1970. */
const EPOCH = /^(?:\d{12,13}|\d{10})$/;

/**
 * A date in a cell as people would write it. Of a stretch of days its last one counts, since something is due at its
 * end. Midnight is how programs write a day.
 */
export function plainDate(cell: string): string {
  // It is refused for its length when it is read.
  if (cell.length > MOST_IN_PHRASE) return cell;
  const text = lastOf(cell.trim().replace(/^@(?=\S)/, ''));
  if (EPOCH.test(text)) return instant(Number(text) * (text.length === 10 ? 1000 : 1));
  return inEnglish(text.replace(MIDNIGHT, '$1'));
}

/** A date with the name of a month in another language, such as "20. März 2026" or "20 de marzo de 2026". */
function inEnglish(text: string): string {
  const [, day, name = '', rest = ''] =
    /^(\d{1,2})(?:\.|er|º)?[\s/-]*(?:de )?\s*(\p{L}+)\.?(.*)$/su.exec(text) ?? [];
  const month = MONTHS.get(keyOf(name));
  if (day === undefined || month === undefined) return text;
  return `${day} ${monthName(month + 1)} ${rest.replace(/^\s*(?:[/-]|del?\s)\s*/, '')}`.trim();
}

function lastOf(text: string): string {
  const parts = text.split(TO).filter((part) => part !== '');
  const last = parts.at(-1) ?? text;
  // The end of a stretch within a day may be its time alone.
  const isTime = parts.length > 1 && /^\d{1,2}:\d\d/.test(last);
  return isTime ? `${parts[0]?.replace(CLOCK, '')} ${last}` : last;
}

/** A moment in a file of another program, where local midnight stands for the day that begins. */
export function dayAtMidnight(moment: Moment, calendar: WorkCalendar): Moment {
  if (moment.grain === 'day') return moment;
  const { day, ms } = localTime(calendar, moment.at);
  return ms === 0 ? dayOf(moment, day, calendar) : moment;
}

function dayOf({ text }: Moment, day: number, calendar: WorkCalendar): Moment {
  return {
    at: endOfWork(calendar, day),
    zone: calendar.zone,
    grain: 'day',
    ...(text !== undefined && { text }),
  };
}

/** The dates of one file. The same text is read once, because thousands of rows share a few days. */
export class CellDates {
  private readonly known = new Map<string, Moment | Refusal>();

  /** `midnight` is what that clock time means in the file. */
  constructor(
    readonly context: DateContext,
    private readonly midnight: 'the day' | 'that time' = 'the day',
  ) {}

  /** The moment that a cell means, in a direction; undefined if it is empty. Throws a Refusal. */
  when(cell: string | undefined, direction: Direction): Promise<Moment | undefined> {
    return this.read(cell, direction, (text) => readWhen(text, this.context, direction));
  }

  /** The moment that a cell meant when it was entered, or now if that is unknown; undefined if it is empty. Throws a Refusal. */
  written(cell: string | undefined, enteredAt: Instant | undefined): Promise<Moment | undefined> {
    // Nothing else depends on when it was entered, and most rows differ in that.
    const how = cell !== undefined && isYearly(plainDate(cell)) ? `written ${enteredAt ?? ''}` : 'ahead';
    return this.read(cell, how, (text) => readWritten(text, this.context, enteredAt));
  }

  /** When something was entered: a day means its start, so that what is due on that day comes later. Throws a Refusal. */
  async entry(cell: string | undefined): Promise<Instant | undefined> {
    const { calendar } = this.context;
    const moment = await this.when(cell, 'back');
    return moment?.grain === 'day' ? startOfDay(calendar, localDay(calendar, moment.at)) : moment?.at;
  }

  private async read(
    cell: string | undefined,
    how: string,
    read: (text: string) => Promise<Moment | undefined>,
  ): Promise<Moment | undefined> {
    if (!cell?.trim()) return undefined;
    const key = `${how}\n${cell}`;
    const found = this.known.get(key) ?? (await this.readAnew(cell, read));
    if (found !== undefined) this.known.set(key, found);
    if (found instanceof Refusal) throw found;
    return found;
  }

  private async readAnew(
    cell: string,
    read: (text: string) => Promise<Moment | undefined>,
  ): Promise<Moment | Refusal | undefined> {
    const isDay = this.midnight === 'the day';
    try {
      const moment = await read(isDay ? plainDate(cell) : cell);
      return moment && isDay ? dayAtMidnight(moment, this.context.calendar) : moment;
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

/** A moment that stands for a whole day in its zone, whatever day that instant is on here. */
export function wholeDay(moment: Moment, zone: string | undefined, calendar: WorkCalendar): Moment {
  if (moment.grain === 'day') return moment;
  const there = zone === undefined ? calendar : inZone(calendar, zone);
  return dayOf(moment, localDay(there, moment.at), calendar);
}

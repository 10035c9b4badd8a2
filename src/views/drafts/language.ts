import type { Locale } from 'date-fns';
import type { Channel } from '../../domain/streams/channel.ts';
import type { Cause } from '../../domain/streams/complaint-events.ts';
import type { ReportWords } from '../report/words.ts';
import type { Sentences } from './outlines.ts';

/** The words that drafts are made of in one language. Patterns are those of date-fns. */
export interface Language {
  /** The code of the language: "de". */
  readonly code: string;
  readonly locale: () => Promise<Locale>;
  /** A day of this year, and one of another. */
  readonly day: string;
  readonly dayWithYear: string;
  readonly time: { readonly '12h': string; readonly '24h': string };
  /** Twelve o'clock by day, where "12:00 pm" would leave it in doubt. */
  readonly noon?: string;
  /** A day and a time on it. */
  readonly dayAndTime: (day: string, time: string) => string;
  readonly window: (from: string, to: string) => string;
  /** A time by the clocks of a place. */
  readonly timeIn: (time: string, place: string) => string;
  readonly channels: Readonly<Record<Exclude<Channel, 'other'>, string>>;
  /** A day on which something was said. */
  readonly onDay: (day: string) => string;
  /** The signs between thousands, and before decimals. */
  readonly digits: { readonly group: string; readonly decimal: string };
  /** Hours of work, written with those signs. */
  readonly hours: (written: string, hours: number) => string;
  readonly money: (written: string, currency: string) => string;
  readonly workingDays: (count: number) => string;
  readonly percent: (count: number) => string;
  readonly moreThan: (share: string) => string;
  readonly lessThan: (share: string) => string;
  readonly greeting: (name: string | null) => string;
  readonly regards: string;
  /** Where the fault of a complaint lay, as sentences. */
  readonly causes: Readonly<Record<Cause, string>>;
  readonly sentences: Sentences;
  readonly report: ReportWords;
}

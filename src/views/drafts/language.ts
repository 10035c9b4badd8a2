import type { Locale } from 'date-fns';
import type { DraftKind } from '../../domain/drafts/draft.ts';
import type { Channel } from '../../domain/streams/channel.ts';

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
  readonly workingDays: (count: number) => string;
  readonly percent: (count: number) => string;
  readonly greeting: (name: string | null) => string;
  readonly regards: string;
  /** The templates that are used where the person has none of their own. */
  readonly templates: Readonly<Record<DraftKind, string>>;
}

/** The languages that followup writes by itself; loaded one by one. */
const LANGUAGES: Readonly<Record<string, () => Promise<Language>>> = {
  en: async () => (await import('./languages/en.ts')).ENGLISH,
  de: async () => (await import('./languages/de.ts')).GERMAN,
  fr: async () => (await import('./languages/fr.ts')).FRENCH,
  es: async () => (await import('./languages/es.ts')).SPANISH,
};

/** The language with a code such as "de" or "de-AT"; null if followup does not write it by itself. */
export async function loadLanguage(code: string): Promise<Language | null> {
  const [plain = ''] = code.split('-');
  const load = Object.hasOwn(LANGUAGES, plain) ? LANGUAGES[plain] : undefined;
  return (await load?.()) ?? null;
}

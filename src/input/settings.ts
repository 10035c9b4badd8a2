import { DAYS_OF_AFTERCARE, reachesPastAftercare } from '../domain/agenda/aftercare-period.ts';
import { nearWords } from '../domain/base/edit-distance.ts';
import { orThrow, Refusal, refuse } from '../domain/base/refusal.ts';
import type { Channel } from '../domain/streams/channel.ts';
import type { Cadence } from '../domain/time/cadence.ts';
import type { Duration } from '../domain/time/duration.ts';
import type { BufferRule } from '../domain/time/settings.ts';
import { type CadenceContext, parseCadence } from './cadences.ts';
import type { ClockStyle, DateContext } from './dates.ts';
import { parseDuration } from './durations.ts';
import { isAddress } from './person.ts';
import { parseWorkDays, parseWorkHours, type WorkHours, weekOf } from './work-time.ts';

/** How to read the value of a setting from its text, and its default. */
interface Setting<T> {
  readonly standard: string;
  /** The value of the default text, computed in advance because most runs need all defaults and nothing else. */
  readonly value: T;
  readonly parse: (text: string, context: () => CadenceContext) => T | Refusal;
  /** What it is for, in a few words. */
  readonly means: string;
}

const MON_TO_FRI: ReadonlySet<number> = new Set([1, 2, 3, 4, 5]);
const NINE_TO_FIVE: WorkHours = { usual: [{ start: 540, end: 1020 }], named: new Map() };
const ONE_WORKING_DAY: Duration = { workingDays: 1 };
const FOUR_HOURS: Duration = { seconds: 4 * 3600 };
const TWO_HOURS: Duration = { seconds: 2 * 3600 };
const TEN_WORKING_DAYS: Duration = { workingDays: 10 };
const AFTER_TWO_AND_THIRTY_DAYS: readonly Duration[] = [{ workingDays: 2 }, { days: 30 }];
const EVERY_THREE_DAYS: Cadence = {
  rrule: 'FREQ=DAILY;INTERVAL=3;X-UNIT=BUSINESSDAY',
  text: 'every 3 working days',
};

/** All settings. */
export const SETTINGS = {
  /** Whether the zone exists depends on the system's time zone data, so it is checked elsewhere. */
  zone: setting('', '', parseText, 'time zone, where TZ does not name one'),
  'work.days': setting('mon-fri', MON_TO_FRI, parseWorkDays, 'working days'),
  'work.hours': setting('09:00-17:00', NINE_TO_FIVE, parseWorkHours, 'working hours'),
  'work.holidays': setting('', '', parseRegion, 'public holidays by country or region: US, DE-BE'),
  'work.focus': setting('0.6', 0.6, parseShare, 'share of a working day that goes to commitments'),
  'dates.order': setting<DateContext['dateOrder']>(
    'mdy',
    'mdy',
    parseOrder,
    'whether 5/6 is 6 May (mdy) or 5 June (dmy)',
  ),
  /** The default depends on the order of dates: `clockBesides`. */
  'dates.clock': setting<ClockStyle>(
    '12h',
    '12h',
    parseClock,
    'whether 7:30 is 19:30 (12h) or 07:30 (24h, the default with dates.order dmy)',
  ),
  'offer.confidence': setting('0.8', 0.8, parseShare, 'how sure an offered date has to be'),
  'offer.buffer': setting<BufferRule>(
    'learned',
    'learned',
    parseBuffer,
    'buffer between target and offered date: learned, 25%, 1 working day',
  ),
  'offer.effort': setting(
    '4h',
    FOUR_HOURS,
    parseWork,
    'work in a request without an estimate, before there is a record',
  ),
  'chase.after': setting('1 working day', ONE_WORKING_DAY, parseSpan, 'when an unanswered offer is chased'),
  'update.every': setting(
    'every 3 working days',
    EVERY_THREE_DAYS,
    (text, context) => parseCadence(text, context()),
    'how often clients are owed an update',
  ),
  'reply.within': setting(
    '1 working day',
    ONE_WORKING_DAY,
    parseSpan,
    'how soon an answer is owed, unless a channel says otherwise; what is set for a client comes first',
  ),
  'reply.within.email': replyBy('an email'),
  'reply.within.phone': replyBy('a call'),
  'reply.within.meeting': replyBy('what was asked in a meeting'),
  'reply.within.chat': replyBy('a chat message'),
  'reply.within.letter': replyBy('a letter'),
  'reply.within.other': replyBy('what came in another way'),
  'quiet.after': setting(
    '10 working days',
    TEN_WORKING_DAYS,
    parseSpan,
    'when silence towards a client is too long',
  ),
  aftercare: setting(
    '2 working days, 30 days',
    AFTER_TWO_AND_THIRTY_DAYS,
    parseAftercare,
    'how long after a delivery you ask whether it works; off asks never',
  ),
  'warn.before': setting('1 working day', ONE_WORKING_DAY, parseSpan, 'how far ahead "soon" looks'),
  'remind.every': setting(
    '1 working day',
    ONE_WORKING_DAY,
    parseSpan,
    'after what time a reminder about something overdue is repeated',
  ),
  'remind.ahead': setting('2 hours', TWO_HOURS, parseSpan, 'how long before a set time it is reminded of'),
  'remind.most': setting('5', 5, parseNumberOfLines, 'how many lines a reminder has at most'),
  'remind.notify': setting(
    '',
    '',
    parseText,
    "the program that `remind --notify` calls with a title and a text; without it the desktop's own",
  ),
  'me.name': setting('', '', parseText, 'your name, under the messages that are drafted for you'),
  'me.email': setting<readonly string[]>(
    '',
    [],
    parseAddresses,
    'your addresses: what comes from one of them in `mail` are your own words',
  ),
  'draft.with': setting('', '', parseText, 'the mail program that opens a draft: mutt -H'),
  language: setting('', '', parseLanguage, 'the language of drafts and of the dates in them: de, fr, es'),
  advice: setting<'on' | 'off'>(
    'on',
    'on',
    parseSwitch,
    'remarks on words that clients take badly: on or off',
  ),
  'backup.keep': setting(
    '14',
    14,
    parseNumberKept,
    'how many automatic backups of each kind are kept; 0 makes none a day',
  ),
};

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** Whether a setting can also be set for a single client: all but those of this machine and its user. */
export function isClientSetting(key: SettingKey): boolean {
  return !/^(?:zone$|me\.|work\.|remind\.|backup\.)/.test(key);
}

/** The type of a setting's value. */
export type SettingValue<K extends SettingKey> = (typeof SETTINGS)[K]['value'];

/** How clock times are written where only the order of dates is set. */
export function clockBesides(order: SettingValue<'dates.order'>): ClockStyle {
  return order === 'dmy' ? '24h' : '12h';
}

/** The defaults, in which a setting is read that is only checked. */
const USUAL: CadenceContext = {
  calendar: { week: orThrow(weekOf(MON_TO_FRI, NINE_TO_FIVE)) },
  clock: '12h',
  dateOrder: 'mdy',
};

/**
 * The value of a setting from its text, or its default. What a cadence means depends on the context. Throws a
 * Refusal that names the key if the text cannot be read.
 */
export function readSetting<K extends SettingKey>(
  key: K,
  text?: string,
  context: () => CadenceContext = () => USUAL,
): SettingValue<K> {
  if (text === undefined) return SETTINGS[key].value;
  const value = SETTINGS[key].parse(text, context);
  if (value instanceof Refusal) throw refuse('bad-setting', `${key}: ${value.message}`, value.hint);
  return value;
}

/**
 * Checks a key that was typed or is in a file. Throws a Refusal that names an unknown key, and suggests a
 * near one.
 */
export function readSettingKey(key: string, file: string | null = null): SettingKey {
  if (Object.hasOwn(SETTINGS, key)) return key as SettingKey;
  const [near] = nearWords(key, SETTING_KEYS);
  const meant = near ? `Did you mean ${near}?` : null;
  throw refuse(
    'unknown-setting',
    `There is no setting "${key}"${file ? `, but ${file} has it` : ''}.`,
    file
      ? [meant, 'Correct the file by hand.'].filter(Boolean).join(' ')
      : (meant ?? 'See them all: followup config'),
  );
}

function setting<T>(standard: string, value: T, parse: Setting<T>['parse'], means: string): Setting<T> {
  return { standard, value, parse, means };
}

/** How soon an answer to words on one channel is owed; null is as soon as to all others. */
function replyBy(what: string): Setting<Duration | null> {
  const parse = (text: string) => (text === '' ? null : parseSpan(text));
  return setting<Duration | null>('', null, parse, `how soon an answer to ${what} is owed`);
}

/** The setting of how soon an answer to words on a channel is owed. */
export function replyWithinBy(channel: Channel): `reply.within.${Channel}` {
  return `reply.within.${channel}`;
}

function parseOrder(text: string): 'mdy' | 'dmy' | Refusal {
  return text === 'mdy' || text === 'dmy'
    ? text
    : refuse('unknown-order', `"${text}" is not an order of dates.`, 'It is mdy or dmy.');
}

function parseClock(text: string): ClockStyle | Refusal {
  return text === '12h' || text === '24h'
    ? text
    : refuse('unknown-clock', `"${text}" is not a way to write clock times.`, 'It is 12h or 24h.');
}

function parseShare(text: string): number | Refusal {
  const share = Number(text);
  return text.trim() !== '' && share > 0 && share < 1
    ? share
    : refuse('not-a-share', `"${text}" is not a share.`, 'It lies between 0 and 1, such as 0.8.');
}

/** A duration greater than zero. */
function parseSpan(text: string): Duration | Refusal {
  const duration = parseDuration(text);
  const isSpan = duration instanceof Refusal || Object.values(duration).some((amount) => amount > 0);
  return isSpan
    ? duration
    : refuse('no-span', `"${text}" is not a length of time.`, 'For example: 1 working day');
}

/** Lengths of time with commas between them; "off" or nothing for none. */
function parseAftercare(text: string): readonly Duration[] | Refusal {
  if (/^(?:none|off)?$/.test(text.trim())) return [];
  const spans: Duration[] = [];
  for (const part of text.split(/[,;]/)) {
    const span = parseSpan(part);
    if (span instanceof Refusal) return span;
    if (reachesPastAftercare(span)) {
      return refuse(
        'aftercare-too-late',
        `"${part.trim()}" is too late: ${DAYS_OF_AFTERCARE} days after a delivery, nobody is asked any more.`,
        'For example: 2 working days, 30 days; or off',
      );
    }
    spans.push(span);
  }
  return spans;
}

/** A duration that can measure work, which months cannot. */
function parseWork(text: string): Duration | Refusal {
  const duration = parseSpan(text);
  return duration instanceof Refusal || !duration.months
    ? duration
    : refuse('no-work', `"${text}" is not an amount of work.`, 'For example: 4h, or 1 working day');
}

/** A country with an optional region: "US", "DE-BE". */
function parseRegion(text: string): string | Refusal {
  return text === '' || /^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/.test(text)
    ? text
    : refuse('unknown-region', `"${text}" is not a country or region.`, 'For example: US, or DE-BE.');
}

/** "learned", a share of the work ("25%"), or a duration. */
function parseBuffer(text: string): BufferRule | Refusal {
  if (text === 'learned') return text;
  if (/^\d{1,3}(?:\.\d+)?%$/.test(text)) return { share: Number.parseFloat(text) / 100 };
  const duration = parseSpan(text);
  return duration instanceof Refusal
    ? refuse('unknown-buffer', `"${text}" is not a buffer.`, 'It is learned, 25%, or 1 working day.')
    : { duration };
}

function parseNumberKept(text: string): number | Refusal {
  return parseNumber(text, 'of backups', 'Write a whole number up to 999, such as 14.');
}

function parseNumberOfLines(text: string): number | Refusal {
  const hint = 'Write a whole number from 1 to 999, such as 5.';
  return /^0*$/.test(text) ? notANumber(text, 'of lines', hint) : parseNumber(text, 'of lines', hint);
}

/** A whole number of up to three digits. */
function parseNumber(text: string, ofWhat: string, hint: string): number | Refusal {
  return /^\d{1,3}$/.test(text) ? Number(text) : notANumber(text, ofWhat, hint);
}

function notANumber(text: string, ofWhat: string, hint: string): Refusal {
  return refuse('not-a-number', `"${text}" is not a number ${ofWhat}.`, hint);
}

/** Mail addresses, with a comma or a space between two. */
function parseAddresses(text: string): readonly string[] | Refusal {
  const addresses = text.split(/[\s,;]+/).filter((address) => address !== '');
  const wrong = addresses.find((address) => !isAddress(address));
  return wrong === undefined
    ? addresses.map((address) => address.toLowerCase())
    : refuse('not-an-address', `"${wrong}" is not an e-mail address.`, 'For example: me@home.example');
}

function parseLanguage(text: string): string | Refusal {
  const code = text.trim().toLowerCase();
  return /^(?:[a-z]{2,3}(?:-[a-z0-9]{2,8})*)?$/.test(code)
    ? code
    : refuse('unknown-language', `"${text}" is not the code of a language.`, 'For example: de, fr, es, en');
}

function parseSwitch(text: string): 'on' | 'off' | Refusal {
  return text === 'on' || text === 'off'
    ? text
    : refuse('not-a-switch', `"${text}" is neither on nor off.`, 'Write on or off.');
}

function parseText(text: string): string {
  return text;
}

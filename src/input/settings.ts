import { nearWords } from '../domain/edit-distance.ts';
import { Refusal, refuse } from '../domain/refusal.ts';
import { parseCadence } from './cadences.ts';
import { parseDuration } from './durations.ts';
import { parseWorkDays, parseWorkHours } from './work-time.ts';

/** How a value of the configuration is read from its text, and what holds when it is not given. */
interface Setting<T> {
  readonly standard: string;
  readonly parse: (text: string) => T | Refusal;
  /** What it is for, in a few words. */
  readonly means: string;
  /** Checked and kept, but nothing goes by it in this version. */
  readonly dormant?: true;
}

/** Every key of the configuration (design 4.1). */
export const SETTINGS = {
  /** Whether it is a zone is a matter of the system's time zone data, which are outside. */
  zone: setting('', parseText, 'time zone, where TZ does not name one'),
  'work.days': setting('mon-fri', parseWorkDays, 'working days'),
  'work.hours': setting('09:00-17:00', parseWorkHours, 'working hours'),
  'work.holidays': dormant('', parseText, 'public holidays by country or region'),
  'work.focus': dormant('0.6', parseShare, 'share of a working day that goes to commitments'),
  'dates.order': setting('mdy', parseOrder, 'whether 5/6 is 6 May (mdy) or 5 June (dmy)'),
  'offer.confidence': dormant('0.8', parseShare, 'how sure an offered date has to be'),
  'offer.buffer': dormant('learned', parseText, 'buffer between target and offered date'),
  'chase.after': setting('1 working day', parseDuration, 'when an unanswered offer is chased'),
  'update.every': setting('every 3 working days', parseCadence, 'how often clients are owed an update'),
  'reply.within': setting('1 working day', parseDuration, 'how soon an answer is owed'),
  'quiet.after': setting('10 working days', parseDuration, 'when silence towards a client is too long'),
  'warn.before': setting('1 working day', parseDuration, 'how far ahead "soon" looks'),
};

export type SettingKey = keyof typeof SETTINGS;
export const SETTING_KEYS = Object.keys(SETTINGS) as SettingKey[];

/** The value of a setting, from its text. Throws the Refusal of a text that cannot be read, naming the key. */
export function readSetting<K extends SettingKey>(
  key: K,
  text: string | undefined,
): Exclude<ReturnType<(typeof SETTINGS)[K]['parse']>, Refusal> {
  const value = SETTINGS[key].parse(text ?? SETTINGS[key].standard);
  if (value instanceof Refusal) throw refuse('bad-setting', `${key}: ${value.message}`, value.hint);
  return value as Exclude<ReturnType<(typeof SETTINGS)[K]['parse']>, Refusal>;
}

/** The key that was typed. Throws a Refusal that names an unknown key, and what it may have meant. */
export function readSettingKey(key: string): SettingKey {
  if (Object.hasOwn(SETTINGS, key)) return key as SettingKey;
  const [near] = nearWords(key, SETTING_KEYS);
  throw refuse(
    'unknown-setting',
    `There is no setting "${key}".`,
    near ? `Did you mean ${near}?` : 'See them all: followup config',
  );
}

function setting<T>(standard: string, parse: Setting<T>['parse'], means: string): Setting<T> {
  return { standard, parse, means };
}

function dormant<T>(standard: string, parse: Setting<T>['parse'], means: string): Setting<T> {
  return { standard, parse, means, dormant: true };
}

function parseOrder(text: string): 'mdy' | 'dmy' | Refusal {
  return text === 'mdy' || text === 'dmy'
    ? text
    : refuse('unknown-order', `"${text}" is not an order of dates.`, 'It is mdy or dmy.');
}

function parseShare(text: string): number | Refusal {
  const share = Number(text);
  return text.trim() !== '' && share > 0 && share < 1
    ? share
    : refuse('not-a-share', `"${text}" is not a share.`, 'It lies between 0 and 1, such as 0.8.');
}

function parseText(text: string): string {
  return text;
}

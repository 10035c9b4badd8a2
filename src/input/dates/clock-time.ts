import type { ClockStyle, DateContext } from './date-context.ts';
import type { Clock, PartOfDay } from './piece.ts';
import { noSuchTime, Trouble } from './trouble.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Words before a clock time; all but "the" and "for" also turn a bare number into one: "at 5", "around 5". */
const LEAD =
  /^(?:(?:due|by|before|until|till|at|for|the|around|about|approx(?:imately)?|roughly|circa|ca|exactly) )+/;
/** Nothing before it, or nothing that makes a clock time of a number. */
const NO_SIGN = /(?:^|the )$|^(?:the |for )+$/;
/** Four digits after a word other than "at" may also be a year. */
const MAY_BE_YEAR = /^(?:(?:due|by|before|until|till) )+(?:19|20)\d\d$/;
/** `12 noon`, `12:00 noon`, `12 oclock midday`: the number says nothing new. */
const TWELVE = '(?:12(?::00)?(?: oclock)? )?';
const NOON = new RegExp(`^${TWELVE}(?:noon|midday)$`);
const MIDNIGHT = new RegExp(`^${TWELVE}midnight$`);
const PAST =
  /^(?:(?:an? )?(half|quarter|3 quarters?|[1-5]?\d)(?: (?:minutes?|mins?))? (past|after|to|before)|(?:an? )?(quarter) (till?|of)) (.+)$/;
/** To some 5:30, to others 4:30. */
const HALF = /^half (\d{1,2})(?: ?[ap]m?| oclock)?$/;

/**
 * The ways to write hours, minutes and seconds, and whether one needs `at`, `am`, `pm` or `oclock` to be a
 * clock time.
 */
const FORMS: readonly (readonly [form: RegExp, needs: 'nothing' | 'a sign' | 'am or pm'])[] = [
  [/^(\d{1,2}):(\d\d)(?::(\d\d))?(?: ?h(?:ours|rs)?)?$/, 'nothing'],
  [/^(\d\d) ?h(\d\d)?$/, 'nothing'],
  [/^(\d{1,2}) ?h(\d\d)?$/, 'a sign'],
  [/^(\d{1,2})(?:\.(\d\d)(?:\.(\d\d))?)?$/, 'a sign'],
  [/^(\d{1,2})(\d\d)(?: ?h(?:ours|rs)?)?$/, 'a sign'],
  [/^(\d{1,2}) (\d\d)$/, 'am or pm'],
];

/**
 * `5pm`, `17:00`, `8.30 pm`, `12h15`, `noon`, `half past three pm`, `9 oclock`, `at 5`, `around 5`. By a clock of twelve
 * hours, a bare hour from 1 to 7 is in the afternoon and from 8 to 11 in the morning, unless it is written
 * with a leading zero (`03:30`).
 */
export function readClockTime(words: string, { clock }: Pick<DateContext, 'clock'>): Clock | Trouble | null {
  const [lead = ''] = LEAD.exec(words) ?? [];
  const plain = words.slice(lead.length);
  // A number with an article is a day.
  if (lead.endsWith('the ') && /^\d{1,2}$/.test(plain)) return null;
  if (NOON.test(plain)) return { kind: 'clock', times: [12 * HOUR] };
  if (MIDNIGHT.test(plain)) return { kind: 'clock', times: [24 * HOUR], midnight: true };
  const time = readHalf(plain) ?? readPast(plain, clock) ?? readDigits(plain, clock, !NO_SIGN.test(lead));
  return time && 'times' in time && MAY_BE_YEAR.test(words) ? { ...time, mayBeYear: true } : time;
}

/**
 * The clock time with a part of the day next to it, in milliseconds after midnight: "7" in the evening is
 * 19:00. Null if they contradict each other or the result is ambiguous.
 */
export function timeMeant({ times, bare }: Clock, part: PartOfDay | undefined): number | null {
  const inside = part ? times.filter((time) => time >= part.from && time < part.until) : times.slice(0, 1);
  const [time] = inside;
  return time === undefined || inside.length > 1 || (bare && !part) ? null : time;
}

function readHalf(words: string): Trouble | null {
  const hour = Number(HALF.exec(words)?.[1]);
  if (!(hour >= 1 && hour <= 12)) return null;
  const before = hour === 1 ? 12 : hour - 1;
  return new Trouble(
    'date-not-understood',
    `can mean ${hour}:30, or ${before}:30 as in other languages`,
    `Write it as "${hour}:30pm" or "${before}:30pm".`,
  );
}

/** `half past 3 pm`, `quarter to noon`, `15 minutes past noon`; not "2 to 4pm", which is a window. */
function readPast(words: string, style: ClockStyle): Clock | Trouble | null {
  const [, some, beside, quarter, until, hour = ''] = PAST.exec(words) ?? [];
  const [amount, side] = [some ?? quarter ?? '', beside ?? until];
  if (!/^\d{1,2}(?: ?[ap]m?)?(?: oclock)?$|^noon$|^midnight$/.test(hour)) return null;
  const clock = readHourOf(hour, side, style);
  if (!clock || clock instanceof Trouble) return null;
  if (side === 'to' && /^\d+ to /.test(words)) {
    // "10 to midnight" is a window.
    if (hour === 'midnight') return null;
    if (Number(amount) % 5 > 0) return null;
    if (Number(amount) <= 12 && /[ap]m?$/.test(hour)) return TIME_OR_WINDOW;
  }
  const minutes = { half: 30, quarter: 15, '3 quarter': 45, '3 quarters': 45 }[amount] ?? Number(amount);
  const shift = (side === 'past' || side === 'after' ? minutes : -minutes) * MINUTE;
  return { kind: 'clock', times: clock.times.map((time) => time + shift) };
}

/** The hour that minutes are counted from; those after midnight belong to the new day. */
function readHourOf(hour: string, side: string | undefined, style: ClockStyle): Clock | Trouble | null {
  if (hour === 'midnight') {
    return { kind: 'clock', times: [side === 'past' || side === 'after' ? 0 : 24 * HOUR] };
  }
  return readDigits(hour === 'noon' ? '12pm' : hour, style, true);
}

function readDigits(words: string, style: ClockStyle, led: boolean): Clock | Trouble | null {
  const time = words.replace(/ ?o ?clock(?=$| ?[ap]m?$)/, '').replace(/ ?ish$/, '');
  const half = /\d ?([ap])m?$/.exec(time)?.[1];
  const digits = half ? time.replace(/ ?[ap]m?$/, '') : time;
  const [form, needs] = FORMS.find(([pattern]) => pattern.test(digits)) ?? [];
  if (!form || (needs === 'am or pm' && !half)) return null;
  const [, written = '', ...parts] = form.exec(digits) ?? [];
  const [minutes = 0, seconds = 0] = parts.map((part) => Number(part ?? 0));
  const after = minutes * MINUTE + seconds * 1000;
  const clear = needs === 'nothing' || led || half !== undefined || time !== words;
  const hours = minutes < 60 && seconds < 60 ? hoursMeant(written, half, after, style) : [];
  if (hours.length === 0) return clear ? noSuchTime() : null;
  return { kind: 'clock', times: hours.map((hour) => hour * HOUR + after), ...(!clear && { bare: true }) };
}

/** The hours of the day that a written hour may mean, likeliest first. */
function hoursMeant(written: string, half: string | undefined, after: number, style: ClockStyle): number[] {
  const hour = Number(written);
  if (half) return hour >= 1 && hour <= 12 ? [(hour % 12) + (half === 'p' ? 12 : 0)] : [];
  if (hour > 24 || (hour === 24 && after > 0)) return [];
  if (hour === 0 || hour > 12 || written.startsWith('0')) return [hour];
  if (hour === 12) return [12, 24];
  return style === '12h' && hour <= 7 ? [hour + 12, hour] : [hour, hour + 12];
}

const TIME_OR_WINDOW = new Trouble(
  'date-not-understood',
  'can mean minutes before the hour, or a window from one hour to the next',
  'Write the time as "6:55pm", or the window as "from 5pm to 7pm".',
);

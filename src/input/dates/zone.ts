import { zoneOffset } from '../../domain/time/calendar.ts';
import { epoch } from '../../domain/time/moment.ts';
import { sayZone } from '../../domain/time/wording.ts';
import { Trouble } from './trouble.ts';

/** The zone of a place named in a phrase. */
export interface Elsewhere {
  readonly zone: string;
  /** The offset from UTC that an abbreviation stands for, in minutes: `EST` names a zone and half of its year. */
  readonly offset?: number;
}

/** Abbreviations that mean the same zone everywhere, with the offset that the letters stand for. */
const ABBREVIATIONS: ReadonlyMap<string, readonly [zone: string, hours?: number]> = new Map(
  Object.entries<readonly [zone: string, hours?: number]>({
    utc: ['UTC'],
    gmt: ['UTC'],
    z: ['UTC'],
    et: ['America/New_York'],
    est: ['America/New_York', -5],
    edt: ['America/New_York', -4],
    ct: ['America/Chicago'],
    cdt: ['America/Chicago', -5],
    mt: ['America/Denver'],
    mst: ['America/Denver', -7],
    mdt: ['America/Denver', -6],
    pt: ['America/Los_Angeles'],
    pst: ['America/Los_Angeles', -8],
    pdt: ['America/Los_Angeles', -7],
    wet: ['Europe/Lisbon', 0],
    west: ['Europe/Lisbon', 1],
    cet: ['Europe/Brussels', 1],
    cest: ['Europe/Brussels', 2],
    eet: ['Europe/Athens', 2],
    eest: ['Europe/Athens', 3],
    msk: ['Europe/Moscow', 3],
    sgt: ['Asia/Singapore', 8],
    hkt: ['Asia/Hong_Kong', 8],
    jst: ['Asia/Tokyo', 9],
    kst: ['Asia/Seoul', 9],
    aest: ['Australia/Sydney', 10],
    aedt: ['Australia/Sydney', 11],
    nzst: ['Pacific/Auckland', 12],
    nzdt: ['Pacific/Auckland', 13],
  }),
);

/** Abbreviations used for several zones, and those zones. */
const AMBIGUOUS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries<readonly string[]>({
    ast: ['America/Halifax', 'Asia/Riyadh'],
    bst: ['Europe/London', 'Asia/Dhaka'],
    cst: ['America/Chicago', 'Asia/Shanghai'],
    gst: ['Asia/Dubai', 'Atlantic/South_Georgia'],
    ist: ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem'],
  }),
);

/** Zones renamed in the IANA data that the engine still lists under the older name. */
const RENAMED = ['Asia/Ho_Chi_Minh', 'Asia/Kathmandu', 'Asia/Kolkata', 'Asia/Yangon', 'Europe/Kyiv'];

/** Places in the IANA data whose names are also words of dates and titles; only their full names count. */
const NO_CITIES = /^(?:easter|midway|oral|resolute|wake)$/;
const CITY_OF = /^(?:Africa|America|Asia|Atlantic|Australia|Europe|Pacific)\/([^/]+)$/;

const OFFSET = /^(?:utc|gmt) ?([+-]) ?(\d{1,2})(?::?([0-5]\d))?$/;
const LARGEST_OFFSET = 14;
/** The longest name in plain words, "America/Port-au-Prince", plus "in" before and "time" after it. */
const MOST_WORDS = 6;

/** A phrase without the name of a zone: the words before and after it. */
interface Cut {
  readonly rest: readonly string[];
  readonly zone: Elsewhere | Trouble;
}

/**
 * Every way to take the name of a zone out of a phrase, longest name first. The name follows something ("5pm
 * London") or is marked as a place ("in Tokyo", "New York time", "Europe/Berlin").
 */
export function* cutZones(phrase: string): Generator<Cut> {
  const words = phrase.split(' ');
  for (let length = Math.min(MOST_WORDS, words.length - 1); length > 0; length--) {
    for (let start = 0; start + length <= words.length; start++) {
      const span = words.slice(start, start + length).join(' ');
      const zone = start > 0 || /^in |\/| time$/.test(span) ? zoneNamed(span) : null;
      const rest = [words.slice(0, start), words.slice(start + length)].filter((side) => side.length > 0);
      if (zone) yield { rest: rest.map((side) => side.join(' ')), zone };
    }
  }
}

/** The trouble with an abbreviation that stands for the wrong half of the year. */
export function checkOffset({ zone, offset }: Elsewhere, at: string): Trouble | null {
  if (offset === undefined || zoneOffset(zone)(epoch(at)) === offset) return null;
  return new Trouble(
    'date-not-understood',
    'uses an abbreviation that does not apply on that date',
    `Name the place, such as "5pm ${sayZone(zone)}".`,
  );
}

function zoneNamed(words: string): Elsewhere | Trouble | null {
  const name = plainName(
    words
      .replace(/^\((.+)\)$/, '$1')
      .replace(/^in (?:the )?/, '')
      .replace(/(?: local)? time$/, ''),
  );
  const [, sign, hours, minutes = '00'] = OFFSET.exec(name) ?? [];
  if (hours !== undefined) {
    return Number(hours) > LARGEST_OFFSET ? null : { zone: `${sign}${hours.padStart(2, '0')}:${minutes}` };
  }
  const [zone, offset] = ABBREVIATIONS.get(name) ?? [];
  if (zone) return offset === undefined ? { zone } : { zone, offset: offset * 60 };
  const several = AMBIGUOUS.get(name);
  if (several) return ambiguous(several);
  const fullName = zoneNames().get(name) ?? linkedZone(name);
  return fullName === null ? null : { zone: fullName };
}

function ambiguous(zones: readonly string[]): Trouble {
  return new Trouble(
    'date-not-understood',
    'can mean a time in several zones',
    `Name the place instead, such as "5pm ${sayZone(zones[0] ?? '')}", or the zone: ${zones.join(', ')}.`,
  );
}

let names: ReadonlyMap<string, string> | undefined;

/** The zones in the IANA data by name and city. Used only if nothing else explains a phrase. */
function zoneNames(): ReadonlyMap<string, string> {
  names ??= new Map(
    [...Intl.supportedValuesOf('timeZone'), ...RENAMED].flatMap((zone) => {
      const city = plainName(CITY_OF.exec(zone)?.[1] ?? '');
      return [zone, ...(city && !NO_CITIES.test(city) ? [city] : [])].map(
        (name) => [plainName(name), zone] as const,
      );
    }),
  );
  return names;
}

/** A zone by an older or longer name, such as "US/Eastern", which the engine accepts but does not list. */
function linkedZone(name: string): string | null {
  return name.includes('/') ? engineZone(name.replaceAll(' ', '_')) : null;
}

/** A zone as the engine calls it; null if it knows none of that name. */
export function engineZone(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

/** A name as people type it: lower case, without accents, with spaces between words. */
function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[_ -]+(?!\d)/g, ' ');
}

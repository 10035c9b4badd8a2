import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { HolidaysTypes } from 'date-holidays';
import { type Refusal, refuse } from '../domain/base/refusal.ts';
import { type Day, dayOf } from '../domain/time/calendar.ts';
import type { Environment } from './io.ts';

/** The names of the public holidays of a region, by day: in English, and in the languages of the country. */
export type Holidays = ReadonlyMap<Day, readonly string[]>;

/** The years covered before and after the current one, for the record of past work and for dates far ahead. */
const YEARS = { back: 5, ahead: 10 };

const DAY_HOURS = 24;

/** The folder for computed holidays. It can be deleted at any time. */
export function holidayCacheFolder(env: Environment): string {
  return join(env.XDG_CACHE_HOME || join(env.HOME || homedir(), '.cache'), 'followup');
}

/**
 * The public holidays of a country or region, such as "US" or "DE-BE", in the years around `year`. Computing
 * them takes longer than the rest of a command, so they are kept in a file. The file is rewritten each year,
 * because laws change. Throws a Refusal if the region is unknown.
 */
export async function loadHolidays(region: string, year: number, folder: string): Promise<Holidays> {
  const file = join(folder, `holidays-${region}-${year}.json`);
  const kept = readKept(file);
  if (kept) return kept;
  const holidays = await computeHolidays(region, year);
  await keep(file, folder, holidays);
  return holidays;
}

/** The refusal of an unknown region; null for a known one. */
export async function refuseRegion(region: string): Promise<Refusal | null> {
  const { default: Library } = await import('date-holidays');
  const [country = '', state, district] = region.split('-');
  const library = new Library();
  const places = [
    [country, library.getCountries('en')],
    [state, library.getStates(country, 'en')],
    [district, library.getRegions(country, state ?? '', 'en')],
  ] as const;
  for (const [place, known] of places) {
    if (place === undefined || Object.hasOwn(known ?? {}, place)) continue;
    const names = Object.entries(known ?? {}).map(([code, name]) => `${code} (${name})`);
    const inside = place === country ? '' : `${region.slice(0, region.lastIndexOf(place) - 1)} has `;
    return refuse(
      'unknown-region',
      `The holidays of "${region}" are not known.`,
      place === country
        ? 'Write the code of a country, such as US, or with its region, such as DE-BE.'
        : names.length > 0
          ? `${inside}${names.join(', ')}.`
          : `${inside}no regions of its own.`,
    );
  }
  return null;
}

async function computeHolidays(region: string, year: number): Promise<Holidays> {
  const unknown = await refuseRegion(region);
  if (unknown) throw unknown;
  const { default: Library } = await import('date-holidays');
  const [country = '', state = '', district = ''] = region.split('-');
  const place = new Library(country, state, district);
  const languages = new Set(['en', ...place.getLanguages()]);
  const holidays = new Map<Day, string[]>();
  for (const language of languages) {
    const library = new Library(country, state, district, { types: ['public'], languages: language });
    for (let holidayYear = year - YEARS.back; holidayYear <= year + YEARS.ahead; holidayYear++) {
      for (const holiday of library.getHolidays(holidayYear, language)) {
        for (const day of wholeDaysOf(holiday)) {
          holidays.set(day, [...new Set([...(holidays.get(day) ?? []), holiday.name])]);
        }
      }
    }
  }
  return holidays;
}

/** The whole days of a holiday. On half a holiday work ends early, but it is a working day. */
function wholeDaysOf({ date, start, end }: HolidaysTypes.Holiday): Day[] {
  const [year = 0, month = 0, day = 0] = date.slice(0, 10).split('-').map(Number);
  const startsAtMidnight = date.slice(11, 19) === '00:00:00';
  // When the clocks change, a day is an hour shorter or longer.
  const days = Math.floor(((end.getTime() - start.getTime()) / 3_600_000 + 1) / DAY_HOURS);
  const first = dayOf(year, month, day);
  return startsAtMidnight ? Array.from({ length: days }, (_, index) => first + index) : [];
}

function readKept(file: string): Holidays | null {
  try {
    if (!existsSync(file)) return null;
    const kept = new Map(JSON.parse(readFileSync(file, 'utf8')) as [Day, string[]][]);
    // A file of an earlier followup has one name a day.
    return [...kept.values()].every((names) => Array.isArray(names)) ? kept : null;
  } catch {
    // A file that cannot be read or was cut short counts as missing.
    return null;
  }
}

async function keep(file: string, folder: string, holidays: Holidays): Promise<void> {
  // Once a year; until then, nothing that writes is loaded.
  const { makeFolder } = await import('./make-folder.ts');
  const { writeDurably } = await import('./write-durably.ts');
  try {
    makeFolder(folder);
    writeDurably(file, JSON.stringify([...holidays]), 0o600);
  } catch {
    // If the file cannot be written, holidays are computed each time.
  }
}

import type { Component, ParsedResult } from 'chrono-node/en';
import { atLocalTime, DAY_MS, localTime } from '../../domain/calendar.ts';
import { instant } from '../../domain/moment.ts';
import { dayOfDate } from './calendar-date.ts';
import { type Direction, type Finding, type Reading, today, withoutLead } from './reading.ts';

const MINUTE_MS = 60_000;

/**
 * Words that our own parsers know. chrono may leave them out of what it counts and still claim the phrase, so it never sees
 * a phrase in which one of them is left.
 */
const OURS = new RegExp(
  `\\b(?:${[
    'end|start|beginning|mid|middle|early|late|eo[a-z]+|cob|close|business|working|work|noon|midnight',
    'morning|afternoon|evening|night|tonight|lunch|next|last|this|past|after|before|from|within|in|ago',
    '(?:second|minute|hour|day|week|weekend|month|quarter|year)s?|half|few|couple|every|each|or|to|and|q[1-4]',
  ].join('|')})\\b|[-+]`,
);

/**
 * Whatever our own parsers do not know (a time with the name of a zone, say), read by chrono; only if it made one date of all
 * the words. It is given the local wall clock in the fields of a Date, and its fields are read back, so that the zone of the
 * process does not matter. A date alone is noon to it, and a day to us.
 */
export async function findByChrono(
  words: string,
  reading: Reading,
  direction: Direction,
): Promise<Finding | null> {
  const phrase = withoutLead(words);
  if (phrase === '' || OURS.test(phrase)) return null;
  const { casual } = await import('chrono-node/en');
  const [result, ...others] = casual.parse(phrase, wallClock(reading), {
    forwardDate: direction === 'ahead',
  });
  if (!result || others.length > 0 || result.end || result.text.length !== phrase.length) return null;
  const finding = findingOf(result.start, reading);
  const dated = result.start.isCertain('day') || result.start.isCertain('weekday');
  return finding && (dated || liesIn(finding, reading, direction)) ? finding : null;
}

function findingOf(read: ParsedResult['start'], reading: Reading): Finding | null {
  const field = (name: Component) => read.get(name) ?? 0;
  const day = dayOfDate(field('year'), field('month'), field('day'));
  if (day === null) return null;
  if (!read.isCertain('hour')) return read.isCertain('day') || read.isCertain('weekday') ? { day } : null;
  const time = ((field('hour') * 60 + field('minute')) * 60 + field('second')) * 1000;
  const inZone = read.isCertain('timezoneOffset');
  return {
    at: inZone
      ? instant(day * DAY_MS + time - field('timezoneOffset') * MINUTE_MS)
      : atLocalTime(reading.calendar, day, time),
  };
}

function liesIn(finding: Finding, reading: Reading, direction: Direction): boolean {
  if ('day' in finding)
    return direction === 'ahead' ? finding.day >= today(reading) : finding.day <= today(reading);
  return direction === 'ahead' ? finding.at > reading.now : finding.at <= reading.now;
}

/** A Date whose local fields, in the zone of the process, show the user's wall clock. */
function wallClock({ calendar, now }: Reading): Date {
  const { day, ms } = localTime(calendar, now);
  const utc = new Date(day * DAY_MS + ms);
  return new Date(
    utc.getUTCFullYear(),
    utc.getUTCMonth(),
    utc.getUTCDate(),
    utc.getUTCHours(),
    utc.getUTCMinutes(),
    utc.getUTCSeconds(),
  );
}

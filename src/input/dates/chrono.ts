import type { Component, ParsedResult } from 'chrono-node/en';
import { atLocalTime, DAY_MS } from '../../domain/time/calendar.ts';
import { epoch, instant } from '../../domain/time/moment.ts';
import { MONTH } from '../words.ts';
import { dayOfDate } from './calendar-date.ts';
import { type DateContext, type Direction, today } from './date-context.ts';
import { type Finding, withoutLead } from './finder.ts';

const MINUTE_MS = 60_000;

/**
 * Words that our own parsers handle. chrono may skip them and still claim to have read the whole phrase, so
 * it is not given phrases that contain any of them. It also skips a sign before a number (`.5pm`), and
 * `fri 12.10` may be a time or a date.
 */
const OURS = new RegExp(
  `\\b(?:${[
    'end|start|beginning|mid|middle|early|late|eo[a-z]+|cob|close|business|working|work|noon|midnight',
    'morning|afternoon|evening|night|tonight|lunch|next|last|this|past|after|before|from|within|in|ago',
    '(?:second|minute|hour|day|week|weekend|month|quarter|year)s?|q[1-4]',
    'half|few|couple|every|each|or|to|and',
  ].join(
    '|',
  )})\\b|(?<![\\d.])\\d{1,2}\\.\\d\\d(?![\\d.])|\\d ?(?:[hmsdwy]|hrs?|mins?|secs?|wks?|mos?|yrs?)\\b|[-+]|(?<!\\w)[^\\w\\s(]+\\d`,
);

/**
 * A number that is neither a clock time nor a day next to a month may be an hour or a year, and chrono would
 * pick one.
 */
const LONE_NUMBER = new RegExp(`(?<!\\b(?:${MONTH}) |[\\w:./-])\\d{1,2}(?! (?:${MONTH})\\b|[\\w:./-])`);

/**
 * Reads with chrono what our own parsers do not know, such as a time with an unusual zone, if it makes one
 * date of all the words. It is given the user's offset and its fields are read back, so the zone of this
 * process does not matter. chrono gives a bare date as noon; here it is a day.
 */
export async function findByChrono(
  words: string,
  context: DateContext,
  direction: Direction,
): Promise<Finding | null> {
  const phrase = withoutLead(words);
  if (phrase === '' || OURS.test(phrase) || LONE_NUMBER.test(phrase)) return null;
  const { casual } = await import('chrono-node/en');
  const now = epoch(context.now);
  const reference = { instant: new Date(now), timezone: context.calendar.offsetAt(now) };
  const [result, ...others] = casual.parse(phrase, reference, {
    forwardDate: direction === 'ahead',
  });
  if (!result || others.length > 0 || result.end || result.text.length !== phrase.length) return null;
  const finding = findingOf(result.start, context);
  const dated = result.start.isCertain('day') || result.start.isCertain('weekday');
  return finding && (dated || liesIn(finding, context, direction)) ? finding : null;
}

function findingOf(read: ParsedResult['start'], context: DateContext): Finding | null {
  const field = (name: Component) => read.get(name) ?? 0;
  const day = dayOfDate(field('year'), field('month'), field('day'));
  if (day === null) return null;
  if (!read.isCertain('hour')) return read.isCertain('day') || read.isCertain('weekday') ? { day } : null;
  const time = ((field('hour') * 60 + field('minute')) * 60 + field('second')) * 1000;
  const inZone = read.isCertain('timezoneOffset');
  return {
    at: inZone
      ? instant(day * DAY_MS + time - field('timezoneOffset') * MINUTE_MS)
      : atLocalTime(context.calendar, day, time),
  };
}

function liesIn(finding: Finding, context: DateContext, direction: Direction): boolean {
  if ('day' in finding)
    return direction === 'ahead' ? finding.day >= today(context) : finding.day <= today(context);
  return direction === 'ahead' ? finding.at > context.now : finding.at <= context.now;
}

import type { AttentionLine } from '../../domain/agenda/attention.ts';
import type { Risk } from '../../domain/planning/risk.ts';
import { localDay } from '../../domain/time/calendar.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { type Frame, nameOf } from '../frame.ts';
import { printable } from '../printable.ts';
import { sayRoundHours, sayShare } from './amount.ts';
import { sayParty } from './party.ts';
import { sayDate, sayDistance, sayRelative, sayShort } from './time.ts';

/** Why a line is there, in a few words that stand behind its title. */
export function sayWhy(line: AttentionLine, frame: Frame): string {
  const { now, calendar } = frame;
  const { commitment, severity } = line;
  const late = `${sayDistance(line.due, now, calendar)} late`;
  const age = sayDistance(line.since, now, calendar);
  const when = () => {
    const due: Moment =
      commitment?.due?.at === line.due
        ? commitment.due
        : { at: line.due, zone: calendar.zone, grain: 'time' };
    const isToday = localDay(calendar, due.at) === localDay(calendar, now);
    if (!isToday) return sayDate(due, frame);
    // Of a window it is its beginning that must not be missed.
    const begins = sayRelative(due.from !== undefined && due.from > now ? due.from : due.at, now, calendar);
    return due.grain === 'day' ? 'today' : `${sayShort(due, frame)}, ${begins}`;
  };
  switch (line.reason) {
    case 'delivery':
    case 'promise':
      return severity === 'overdue' ? late : `due ${when()}`;
    case 'reply':
      return severity === 'overdue' ? late : `answer by ${when()}`;
    case 'waiting':
      return severity === 'overdue' ? `they are ${late}` : `theirs ${when()}`;
    case 'no-date':
      return [
        severity === 'overdue'
          ? `no date for ${sayDistance(commitment?.undatedSince ?? line.since, now, calendar)}`
          : commitment?.wantedBy
            ? ''
            : 'no date yet',
        commitment?.wantedBy ? `wants ${sayDate(commitment.wantedBy, frame)}` : '',
      ]
        .filter(Boolean)
        .join(', ');
    case 'offer-unanswered':
      return `no answer for ${sayDistance(commitment?.offer?.madeAt ?? line.since, now, calendar)}`;
    case 'update':
      return severity === 'overdue' ? `update ${late}` : `update by ${when()}`;
    case 'not-in-writing':
      return severity === 'overdue'
        ? `unwritten for ${sayDistance(commitment?.agreement?.at ?? line.since, now, calendar)}`
        : 'not in writing';
    case 'at-risk':
      return `${sayShare(line.risk?.chance ?? 0)} likely by ${when()}`;
    case 'quiet-client':
      return `silent for ${age}`;
    case 'review':
      return 'not answered today';
  }
}

/** A line as a sentence of its own, for programs and mail: whom, what, why. Safe to print. */
export function sayLine(line: AttentionLine, frame: Frame): string {
  const { commitment, counterpart } = line;
  const whose = commitment
    ? [printable(commitment.title), sayParty(commitment, frame)].filter(Boolean).join(' ')
    : line.reason === 'review'
      ? 'The four questions'
      : printable(nameOf(counterpart, frame) ?? '');
  const remedy = line.risk ? `; ${sayRemedy(line.risk, frame)}` : '';
  return `${whose}: ${sayWhy(line, frame)}${remedy}`;
}

/** What would make a date in danger hold. */
export function sayRemedy({ hoursTooMuch, holds }: Risk, frame: Frame): string {
  const less = hoursTooMuch === null ? '' : `${sayRoundHours(hoursTooMuch)} less work up to it, or `;
  const day = sayDay(localDay(frame.calendar, holds.at), frame.calendar, frame.now);
  return `to be sure: ${less}the end of ${day}`;
}

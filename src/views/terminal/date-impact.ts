import type { Displacement } from '../../domain/planning/chance.ts';
import type { DateImpact } from '../../domain/planning/date-impact.ts';
import type { Feasibility } from '../../domain/planning/feasibility.ts';
import type { Proposal } from '../../domain/planning/offer.ts';
import type { WorkLeft } from '../../domain/planning/work-left.ts';
import type { Reckoning } from '../../domain/streams/events.ts';
import {
  isWorkingDay,
  localDay,
  workingDaysBetween,
  workingMinutesBetween,
} from '../../domain/time/calendar.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { sayDayOff, sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded, sayRoundHours, sayShare, sayWorkingDays } from '../words/amount.ts';
import { sayDate, toLocalIso } from '../words/time.ts';
import { labelled } from './labelled.ts';
import { truncate } from './width.ts';

/** So many commitments are named; more are only counted. */
const NAMED = 4;

/** What a change of dates means for the work, to follow the description of the commitment. */
export function sayDateImpact(impact: DateImpact, view: ViewContext): string[] {
  return impact.kind === 'found'
    ? sayProposal(impact.proposal, view)
    : [...sayNoWorkingDay(impact.date, view), ...sayFeasibility(impact.feasibility, impact.earliest, view)];
}

/** That nobody works on the day of a date, and why. */
function sayNoWorkingDay({ at }: Moment, view: ViewContext): string[] {
  const { calendar, style } = view;
  const day = localDay(calendar, at);
  if (isWorkingDay(calendar, day)) return [];
  const why = sayDayOff(day, calendar);
  return labelled('day off', style.today(`no working day${why ? `: ${printable(why)}` : ''}`), view);
}

/** How a date was found, in three lines: what comes first; the target and the buffer; the date, and how sure it is. */
export function sayProposal(proposal: Proposal, view: ViewContext): string[] {
  const { date, target, reckoning } = proposal;
  const { ahead, hoursAhead, hours, chance, isWish } = reckoning;
  const before =
    ahead.length === 0 ? 'nothing' : `${sayRoundHours(hoursAhead)} of work in ${sayNumbers(ahead, view)}`;
  return [
    ...labelled(
      'ahead',
      `${before}, then ${sayRoundHours(hours)} of its own${sayAssumption(reckoning)}`,
      view,
    ),
    ...labelled('target', `${sayDate(target, view)} as likely as not; ${sayBuffer(proposal, view)}`, view),
    ...labelled(
      'offer',
      `${sayDate(date, view)}, ${sayShare(chance)} sure${isWish ? ': the date they would like' : ''}`,
      view,
    ),
  ];
}

const ASSUMED = {
  client: ' (no estimate: what work for them usually takes you)',
  all: ' (no estimate: what a request usually takes you)',
  setting: ' (no estimate: the setting offer.effort)',
};

/** What stands in for an estimate, to follow the hours; empty where there is an estimate. */
export function sayAssumption({ assumedFrom }: WorkLeft): string {
  return assumedFrom === undefined ? '' : ASSUMED[assumedFrom];
}

function sayBuffer({ date, target, reckoning }: Proposal, view: ViewContext): string {
  const size = sayRoom(target, date, view);
  const { learntFrom, buffer, isWish } = reckoning;
  if (isWish) return `${size} before it has to be there`;
  if (buffer) return `${size} of buffer, the setting offer.buffer`;
  return learntFrom === 0
    ? `${size} of buffer, as estimates usually miss by that much`
    : `${size} of buffer, as your last ${learntFrom === 1 ? 'task' : `${learntFrom} tasks`} varied by that much`;
}

/** The working time between two moments: days, or hours within one. */
function sayRoom(from: Moment, to: Moment, { calendar }: ViewContext): string {
  const days = workingDaysBetween(calendar, localDay(calendar, from.at), localDay(calendar, to.at));
  return days > 0
    ? sayWorkingDays(days)
    : sayRoundHours(workingMinutesBetween(calendar, from.at, to.at) / 60);
}

/** Whether a date that somebody named can be kept; if not, whom it would harm, and what fits. */
export function sayFeasibility(
  { chance, slips, fits }: Feasibility,
  earliest: Moment | null,
  view: ViewContext,
): string[] {
  if (fits) return labelled('chance', `${sayShare(chance)} to keep it`, view);
  const { style, calendar, now } = view;
  return [
    ...labelled('chance', style.late(`${sayShare(chance)} to keep it`), view),
    ...slips.slice(0, NAMED).flatMap(({ commitment, date, holds }, index) => {
      const name = truncate(printable(commitment.title), 22);
      const late = sayRoom(date, holds, view);
      return labelled(
        index === 0 ? 'slips' : '',
        `${commitment.number} ${name}: from ${sayDate(date, view)} to ${sayAgainst(date, holds, view)} (${late})`,
        view,
      );
    }),
    ...(slips.length > NAMED ? labelled('', `and ${slips.length - NAMED} more`, view) : []),
    ...(earliest
      ? labelled('fits', `${sayInstant(earliest.at, calendar, now)} is the earliest that fits`, view)
      : []),
  ];
}

/** A date beside another one: with its time where both are on the same day. */
function sayAgainst(other: Moment, date: Moment, view: ViewContext): string {
  const { calendar, now } = view;
  return localDay(calendar, other.at) === localDay(calendar, date.at)
    ? sayInstant(date.at, calendar, now)
    : sayDate(date, view);
}

/** Dates that something endangers. */
export function sayEndangered(dates: readonly Displacement[], view: ViewContext): string[] {
  return dates.flatMap(({ work: { commitment, date }, before, after }, index) =>
    labelled(
      index === 0 ? 'danger' : '',
      `${commitment.number} ${truncate(printable(commitment.title), 30)}, due ${sayDate(date, view)}: ${sayShare(before)} before, ${view.style.late(sayShare(after))} now`,
      view,
    ),
  );
}

/** What a change of dates means for the work, as programs see it. */
export function dateImpactJson(impact: DateImpact | null, view: ViewContext): object {
  const iso = (moment: Moment | null) => moment && toLocalIso(moment.at, view.calendar);
  if (impact === null) return {};
  if (impact.kind === 'found') {
    const { date, target, reckoning } = impact.proposal;
    return { proposal: { date: iso(date), target: iso(target), ...reckoningJson(reckoning, view) } };
  }
  const { chance, slips, fits } = impact.feasibility;
  return {
    feasibility: {
      date: iso(impact.date),
      chance: rounded(chance, 3),
      fits,
      slips: slips.map(({ commitment, date, holds }) => ({
        id: commitment.number,
        title: commitment.title,
        due: iso(date),
        holds: iso(holds),
      })),
      earliest: iso(impact.earliest),
    },
  };
}

function reckoningJson(reckoning: Reckoning, view: ViewContext): object {
  const {
    ahead,
    hoursAhead,
    hours,
    assumedFrom = null,
    isWish = false,
    confidence,
    chance,
    learntFrom,
  } = reckoning;
  return {
    ahead: ahead.map((uid) => view.numberOf(uid)),
    hoursAhead: rounded(hoursAhead, 3),
    hours: rounded(hours, 3),
    assumedFrom,
    isWish,
    buffer: reckoning.buffer ?? 'learned',
    confidence,
    chance: rounded(chance, 3),
    learntFrom,
  };
}

function sayNumbers(uids: readonly string[], view: ViewContext): string {
  const numbers = uids.flatMap((uid) => view.numberOf(uid) ?? []);
  const more = numbers.length > NAMED ? ` and ${numbers.length - NAMED} more` : '';
  return numbers.slice(0, NAMED).join(', ') + more;
}

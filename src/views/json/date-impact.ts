import type { DateImpact } from '../../domain/planning/date-impact.ts';
import type { Reckoning } from '../../domain/streams/events.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';

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

import { ballOf, type Commitment, isOpen, isUnwritten } from '../../domain/streams/commitment.ts';
import { isAcceptedBySilence } from '../../domain/streams/delivery.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { endsOnAnotherDay } from '../../domain/time/day-meant.ts';
import type { Instant, Moment } from '../../domain/time/moment.ts';
import type { ViewContext } from '../view-context.ts';
import { sayEstimate, sayHours, sayShare } from './amount.ts';
import { sayMoney } from './money.ts';
import { sayDate } from './time.ts';

/** Its state, whose move it is, and whether it still has to be put in writing. */
export function sayState(commitment: Commitment): string {
  const ball = ballOf(commitment);
  const move = ball === 'me' ? ', your move' : ball === 'them' ? ', their move' : '';
  const writing = isUnwritten(commitment) && isOpen(commitment) ? ', not in writing' : '';
  const unapproved = commitment.complaint?.withoutApproval != null ? ', without their approval' : '';
  const silence = isAcceptedBySilence(commitment) ? ' by silence' : '';
  return `${commitment.state}${silence}${move}${writing}${unapproved}`;
}

/** What a column says of it: the state of a request and of what is closed, else the kind. */
export function sayStateOrKind(commitment: Commitment): string {
  const { kind, state, complaint } = commitment;
  if (state === 'done' && complaint?.withoutApproval != null) return 'unapproved';
  if (isAcceptedBySilence(commitment)) return 'by silence';
  return kind === 'request' || !isOpen(commitment) ? state : kind;
}

/** An update that is due at an instant, as a date: the day promised for it if that is another one here, else a time. */
export function dateOfUpdate({ nextPromised }: Commitment, at: Instant, calendar: WorkCalendar): Moment {
  return nextPromised?.at === at && endsOnAnotherDay(nextPromised, calendar)
    ? nextPromised
    : { at, zone: calendar.zone, grain: 'time' };
}

/** The agreed date, and how likely it is kept: "Tue 10 Mar, 85% likely". */
export function sayDueWithChance(commitment: Commitment, view: ViewContext): string {
  const { due } = commitment;
  const chance = view.chanceOfKeeping(commitment);
  const likely = chance === null ? '' : `, ${sayShare(chance)} likely`;
  return `${due ? sayDate(due, view) : 'no date'}${likely}`;
}

/** The hours and the money spent, and the hours estimated; null where there are neither. */
export function sayEffort({ estimate, spentHours, spentMoney }: Commitment): string | null {
  const spent = [...(spentHours === 0 ? [] : [sayHours(spentHours)]), ...spentMoney.map(sayMoney)];
  if (estimate === null && spent.length === 0) return null;
  const estimated = estimate === null ? 'no estimate' : `${sayEstimate(estimate)} estimated`;
  return spent.length === 0 ? estimated : `${spent.join(' and ')} spent, ${estimated}`;
}

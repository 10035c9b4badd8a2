import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { canWait, type HeldUp, heldUpBy, settledAt } from '../planning/held-up.ts';
import { latenessOf, sayLost } from '../planning/lateness.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { LateOfTheirs } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { localDay } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { sayDay, sayInstant, sayMoment } from '../time/wording.ts';
import type { Situation } from './situation.ts';

/** A move for something of theirs that was late: the new date, the reason from the record, and what both come from. */
export interface MoveForLateness {
  readonly date: Moment;
  readonly because: string;
  readonly late: LateOfTheirs;
}

/** How a date moves because an awaiting (given by its uid) was late at a moment: to the date given, else to the one that is reckoned. */
export function moveForLateness(
  commitment: Commitment,
  uid: string,
  at: Instant,
  given: Moment | undefined,
  situation: Situation,
): MoveForLateness | Refusal {
  const heldUp = findHeldUp(commitment, uid, at, situation);
  if (heldUp instanceof Refusal) return heldUp;
  const { awaiting, lateness, ifNow } = heldUp;
  const { due } = commitment;
  const date = given ?? dateFor(heldUp, at, situation);
  if (date instanceof Refusal) return date;
  const isWork = situation.forecast.workLeft(commitment).hours > 0;
  return {
    date,
    because: sayWhy(heldUp, situation),
    late: defined({
      awaiting: awaiting.uid,
      missed: lateness.missed,
      until: lateness.until ?? undefined,
      workingDays: lateness.workingDays,
      was: due ?? undefined,
      forecast: isWork ? (ifNow ?? undefined) : undefined,
      reckoning: isWork && !given ? situation.forecast.reckon(commitment, date) : undefined,
    }),
  };
}

/** How an awaiting holds up a commitment; a refusal if it does not. */
function findHeldUp(
  commitment: Commitment,
  uid: string,
  at: Instant,
  situation: Situation,
): HeldUp | Refusal {
  const { number, kind } = commitment;
  const awaiting = situation.commitmentWith(uid);
  const byHand = `followup move ${number} DATE --because WHY`;
  if (!canWait(commitment)) {
    return refuse(
      'not-mine',
      `${number} is ${KIND_TRAITS[kind].withArticle}: their lateness moves only dates of requests and promises.`,
      `Use: ${byHand}`,
    );
  }
  if (awaiting?.kind !== 'awaiting') {
    return refuse(
      'not-awaited',
      awaiting
        ? `${awaiting.number} is ${KIND_TRAITS[awaiting.kind].withArticle}: nothing of theirs is late in it.`
        : 'What was late of theirs is not there any more.',
      `Name what they owe: followup await WHAT --from WHO --by DATE --blocks ${number}. Or: ${byHand}`,
    );
  }
  if (awaiting.blocks !== commitment.uid) {
    return refuse(
      'blocks-nothing',
      `${awaiting.number} does not hold up ${number}.`,
      `If it does: followup edit ${awaiting.number} --blocks ${number}`,
    );
  }
  return heldUpBy(commitment, awaiting, at, situation) ?? refuseInTime(commitment, awaiting, at, situation);
}

/** That nothing was lost since the date was settled. */
function refuseInTime(
  { number, agreement }: Commitment,
  awaiting: Commitment,
  at: Instant,
  { calendar, now }: Situation,
): Refusal {
  const { due, closedAt } = awaiting;
  const hint = `If it moves for another reason: followup move ${number} DATE --because WHY`;
  const lateness = latenessOf(awaiting, at, calendar);
  if (lateness && agreement) {
    return refuse(
      'not-late',
      `The date of ${number} was settled on ${sayInstant(agreement.at, calendar, now)}, and nothing was lost since then.`,
      hint,
    );
  }
  const came =
    closedAt === null ? '' : `, and came on ${sayDay(localDay(calendar, closedAt), calendar, now)}`;
  const when = due ? `it is due by ${sayMoment(due, calendar, now)}${came}` : 'it has no date';
  return refuse('not-late', `${awaiting.number} is not late: ${when}.`, hint);
}

/** The date that is reckoned; it is one from now on, so it cannot be what was settled earlier. */
function dateFor(
  { commitment, awaiting, lateness, movesTo }: HeldUp,
  at: Instant,
  { now }: Situation,
): Moment | Refusal {
  const { number, due } = commitment;
  const command = `followup move ${number} DATE --late ${awaiting.number}`;
  if (at < now) {
    return refuse(
      'date-missing',
      'Which date did you settle on then?',
      `Say it: ${command}. Without a date, the one that can be kept now is computed.`,
    );
  }
  if (movesTo !== null && movesTo.at === due?.at) {
    return refuse(
      'date-holds',
      `${capital(sayLost(lateness))} is lost by ${awaiting.number}, and the date of ${number} can still be kept.`,
      `To move it all the same: ${command}`,
    );
  }
  return (
    movesTo ??
    refuse(
      'date-missing',
      `There is no work to plan in ${number}, and its date has passed even with the days that were lost.`,
      `Say the new one: ${command}`,
    )
  );
}

/** Why the date moves, from the record: "assets (Dana) came on Fri 13 Mar instead of Mon 2 Mar: 9 working days lost". */
function sayWhy(heldUp: HeldUp, { calendar, now, clients }: Situation): string {
  const { awaiting, lateness, commitment } = heldUp;
  const { who, person, state, title } = awaiting;
  const day = (date: Moment) => sayDay(dayMeant(date, calendar), calendar, now);
  const whose = person ?? clients.find(({ uid }) => uid === who)?.name;
  const what = whose === undefined ? title : `${title} (${whose})`;
  const { until, missed, isPart } = lateness;
  const dates = missed.map(day).join(', then ');
  const came =
    until === null || state === 'dropped'
      ? `did not come by ${dates}`
      : `came on ${sayDay(localDay(calendar, until), calendar, now)} instead of ${dates}`;
  const since = isPart ? ` since ${sayDay(localDay(calendar, settledAt(commitment)), calendar, now)}` : '';
  return `${what} ${came}: ${sayLost(lateness)} lost${since}`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

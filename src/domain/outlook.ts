import type { Commitment } from './commitment.ts';
import type { Change } from './events.ts';
import type { Feasibility, Forecast, Proposal } from './forecast.ts';
import type { Moment } from './moment.ts';

/** What a change of dates means for the work: the date that was found, or what the one that was named would do. */
export type Outlook =
  | { readonly kind: 'found'; readonly proposal: Proposal }
  | {
      readonly kind: 'named';
      readonly date: Moment;
      readonly feasibility: Feasibility;
      /** The earliest date that can be kept, where the named one cannot. */
      readonly earliest: Moment | null;
    };

/**
 * The outlook after a change to a commitment; null where no date is in question, or no work hangs on it. The forecast is
 * made only when it is needed.
 */
export function outlookOf(
  commitment: Commitment,
  changes: readonly Change[],
  makeForecast: () => Forecast,
): Outlook | null {
  const events = changes.filter(({ stream }) => stream.uid === commitment.uid).map(({ event }) => event);
  const has = (...types: string[]) => events.some(({ type }) => types.includes(type));
  const { state, due, offered, wantedBy } = commitment;
  const offer = events.find((event) => event.type === 'DateOffered');
  if (offer?.target && offer.reckoning) {
    const { date, target, reckoning } = offer;
    return { kind: 'found', proposal: { date, target, reckoning } };
  }
  if (state === 'asked' && has('RequestRecorded', 'DateRejected', 'DetailsChanged')) {
    return wantedBy ? named(wantedBy) : { kind: 'found', proposal: makeForecast().propose(commitment) };
  }
  if (has('DateOffered') && offered) return named(offered);
  if (has('DateAgreed', 'DateMoved', 'PromiseMade') && due) return named(due);
  return null;

  function named(date: Moment): Outlook | null {
    const forecast = makeForecast();
    if (forecast.workLeft(commitment).hours === 0) return null;
    const feasibility = forecast.judge(commitment, date);
    const earliest = feasibility.fits ? null : forecast.propose(commitment).date;
    return { kind: 'named', date, feasibility, earliest };
  }
}

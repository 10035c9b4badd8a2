import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { Change } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import type { Displacement } from './chance.ts';
import type { Feasibility } from './feasibility.ts';
import type { Forecast } from './forecast.ts';
import type { Proposal } from './offer.ts';

/** What a change means for the dates: the date computed, or the consequences of the date given. */
export type DateImpact =
  | { readonly kind: 'found'; readonly proposal: Proposal }
  | {
      readonly kind: 'named';
      readonly date: Moment;
      readonly feasibility: Feasibility;
      /** The earliest date that can be kept, if the given one cannot. */
      readonly earliest: Moment | null;
      /** The number of finished tasks that the chance is learnt from. */
      readonly learntFrom: number;
    };

/**
 * What the changes to a commitment mean for the dates; null if they touch no date, or there is no work to
 * plan. The forecast is made only if needed.
 */
export function dateImpactOf(
  commitment: Commitment,
  before: Commitment | null,
  changes: readonly Change[],
  makeForecast: () => Forecast,
): DateImpact | null {
  const events = changes.filter(({ stream }) => stream.uid === commitment.uid).map(({ event }) => event);
  const has = (...types: string[]) => events.some(({ type }) => types.includes(type));
  const isEstimated = events.some(
    (event) => event.type === 'DetailsChanged' && event.estimateHours !== undefined,
  );
  const isCorrected = (field: 'due' | 'offered') =>
    events.some((event) => event.type === 'DetailsChanged' && event[field] !== undefined);
  const { state, due, offer: pending, wantedBy } = commitment;
  const offer = events.find((event) => event.type === 'DateOffered');
  if (offer?.target && offer.reckoning) {
    const { date, target, reckoning } = offer;
    return { kind: 'found', proposal: { date, target, reckoning } };
  }
  const priced = events.find((event) => event.type === 'PricePut');
  if (priced?.date && isOpen(commitment)) return named(priced.date, before);
  if (state === 'asked' && (isEstimated || has('RequestRecorded', 'DateRejected'))) {
    return wantedBy
      ? named(wantedBy, commitment)
      : { kind: 'found', proposal: makeForecast().propose(commitment) };
  }
  if ((has('DateOffered') || isCorrected('offered')) && pending) return named(pending.date, before);
  const isSettled = has('DateAgreed', 'DateMoved', 'PromiseMade') || isCorrected('due');
  if (due && isOpen(commitment) && (isEstimated || isSettled)) return named(due, before);
  if (isEstimated && pending) return named(pending.date, before);
  return null;

  function named(date: Moment, stood: Commitment | null): DateImpact | null {
    const forecast = makeForecast();
    if (forecast.workLeft(commitment).hours === 0) return null;
    const feasibility = forecast.judge(commitment, date, stood);
    const earliest = feasibility.fits ? null : forecast.propose(commitment, stood).date;
    return { kind: 'named', date, feasibility, earliest, learntFrom: forecast.learntFrom };
  }
}

/** The dates that were likely enough in one forecast and no longer are in a later one. */
export function endangered(before: Forecast, after: Forecast): Displacement[] {
  const chances = new Map(before.queue.map((work) => [work.commitment.uid, before.chanceOf(work)]));
  return after.queue.flatMap((work) => {
    const confidence = after.confidenceOf(work);
    const [was = 0, is] = [chances.get(work.commitment.uid), after.chanceOf(work)];
    return was >= confidence && is < confidence ? [{ work, before: was, after: is }] : [];
  });
}

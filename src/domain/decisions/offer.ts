import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { EstimateFields } from '../streams/estimate-fields.ts';
import type { Moment } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { targetOf } from './derived-dates.ts';
import { refuseDate, refuseOvertaken, refuseVerb } from './guards.ts';
import type { Situation } from './situation.ts';
import { keepTalk } from './talk.ts';

/** An offer, perhaps with an estimate that is made together with it. */
export interface OfferInput extends Saying, EstimateFields {
  /** The date to propose; computed if left out. */
  readonly date?: Moment | undefined;
  readonly because?: string | undefined;
  /** When they hear next, which is promised with the resolution of a complaint. */
  readonly next?: Moment | undefined;
}

/**
 * Proposes a delivery date: the one given, or one computed from the workload and the track record. It
 * replaces an offer that has not been answered yet.
 */
export function decideOffer(commitment: Commitment, input: OfferInput, situation: Situation): Decision {
  const { because, estimateHours, estimateRange, estimateText, at, via } = input;
  const no =
    refuseVerb('offer', commitment, input, situation, input.date) ??
    refuseOvertaken(commitment, input, situation);
  if (no) return no;
  if (commitment.kind === 'complaint') return offerResolution(commitment, input, situation);
  if (input.next) {
    return refuse(
      'next-unused',
      `The next word on ${commitment.number} is their answer to the offer.`,
      'Leave out --next: it goes with the resolution of a complaint.',
    );
  }
  if (!input.date && at < situation.now) {
    return refuse(
      'date-missing',
      'Which date did you offer then?',
      `Say it: followup offer ${commitment.number} DATE. Without a date, the one to offer now is computed.`,
    );
  }
  const noWork = input.date ? null : refuseWithoutWork(commitment, estimateHours, situation);
  if (noWork) return noWork;
  const estimated =
    estimateHours === undefined
      ? []
      : [
          on(
            commitment,
            defined({ type: 'DetailsChanged' as const, estimateHours, estimateRange, estimateText, at }),
          ),
        ];
  const estimate = estimateHours === undefined ? commitment.estimate : { hours: estimateHours };
  const work = { ...commitment, estimate };
  const offer = input.date
    ? { date: input.date, target: targetOf(work, input.date, situation) }
    : situation.forecast.propose(work);
  return [
    ...estimated,
    on(commitment, defined({ type: 'DateOffered' as const, ...offer, because, at, via })),
  ];
}

/** Puts the resolution of a complaint to them. */
function offerResolution(complaint: Commitment, input: OfferInput, situation: Situation): Decision {
  const { date, because, estimateHours, next, at, via } = input;
  const { number } = complaint;
  if (date || because || estimateHours !== undefined) {
    return refuse(
      'date-unused',
      `${number} is a complaint: what is put to them is its resolution, as it was worked out.`,
      `Say who does what by when there: followup resolve ${number} --remedy "ours: TEXT by DATE"; then: followup offer ${number}`,
    );
  }
  return (
    refuseDate(next, input, situation) ?? [
      on(complaint, defined({ type: 'ResolutionOffered' as const, at, via })),
      ...keepTalk(complaint, input, next, situation),
    ]
  );
}

/** Refuses to compute a date for a promise that needs no planning; otherwise null. */
function refuseWithoutWork(
  commitment: Commitment,
  estimateHours: number | undefined,
  { forecast }: Situation,
): Refusal | null {
  if (estimateHours !== undefined || forecast.workLeft(commitment).hours > 0) return null;
  const { number } = commitment;
  return refuse(
    'date-missing',
    `There is no work to plan in ${number}, so there is no date to compute.`,
    `Say it: followup offer ${number} DATE. Or say how much work it is: --estimate 3h`,
  );
}

import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import type { Workable } from '../planning/work-left.ts';
import { type Commitment, isOpen, pendingOffer } from '../streams/commitment.ts';
import type { DateCorrection, DetailsChanged } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import { targetOf } from './derived-dates.ts';
import { refuseBeforeRequest } from './guards.ts';
import type { Situation } from './situation.ts';

/** The dates that were meant: undefined leaves one as it is. */
export interface DateCorrections {
  readonly due?: Moment | undefined;
  readonly offered?: Moment | undefined;
  readonly because?: string | undefined;
}

/**
 * Corrects an agreed date, or an offered one that has not been answered, that was typed wrong. Nobody moved it, so it
 * may have passed by now. `work` is the commitment with its new estimate, if that is corrected too.
 */
export function correctDates(
  commitment: Commitment,
  { due, offered, because }: DateCorrections,
  work: Workable,
  situation: Situation,
): Pick<DetailsChanged, 'due' | 'offered' | 'because'> | Refusal {
  const { number } = commitment;
  const pending = pendingOffer(commitment);
  if (due && !commitment.due) {
    return refuse(
      'nothing-agreed',
      `No date of ${number} was agreed, so there is none to correct.`,
      instead(),
    );
  }
  if (offered && !pending) {
    return refuse('nothing-offered', `No offer of ${number} waits for an answer.`, instead());
  }
  if ((due || offered) && !because) {
    const option = due ? '--due' : '--offered';
    return refuse(
      'reason-missing',
      'Why was the date wrong? Without a reason it looks like one that was moved.',
      `Add it: followup edit ${number} ${option} DATE --because WHY`,
    );
  }
  const agreement = correct(due, commitment.due);
  if (agreement instanceof Refusal) return agreement;
  const offer = correct(offered, pending?.date);
  if (offer instanceof Refusal) return offer;
  return defined({ due: agreement, offered: offer, because });

  function correct(
    date: Moment | undefined,
    was: Moment | null | undefined,
  ): DateCorrection | Refusal | undefined {
    if (!date || !was || (date.at === was.at && date.grain === was.grain)) return undefined;
    const target = targetOf(work, date, situation);
    return refuseBeforeRequest(date, commitment.createdAt, situation) ?? defined({ date, was, target });
  }

  function instead(): string {
    if (commitment.due) return `To correct the agreed one: followup edit ${number} --due DATE --because WHY`;
    if (pending) return `To correct the offered one: followup edit ${number} --offered DATE --because WHY`;
    if (!isOpen(commitment)) return `First: followup reopen ${number}`;
    const verb =
      commitment.state === 'asked'
        ? `${due ? 'agree' : 'offer'} ${number} DATE`
        : `move ${number} DATE --because WHY`;
    return `To settle one: followup ${verb}`;
  }
}

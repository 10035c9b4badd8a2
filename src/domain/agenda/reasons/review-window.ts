import { counterpart } from '../../streams/commitment.ts';
import { type ReviewWindow, standingWindow } from '../../streams/delivery.ts';
import { isAsking } from '../aftercare.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';
import { isSnoozed } from '../snoozed.ts';

/** What was delivered, and until when they may object to it. */
interface UnderReview extends CommitmentConcern {
  readonly review: ReviewWindow;
}

/**
 * They were told that what was delivered counts as accepted unless they object by a day. Shortly before it they are asked once more;
 * after it, it can be accepted by silence. A word of theirs ends it.
 */
export const reviewWindow: ReasonDefinition<UnderReview> = {
  find: ({ delivered, now, calendar, clockSettingsOf }) =>
    delivered.flatMap((commitment): UnderReview[] => {
      const review = standingWindow(commitment);
      // Its end was told to them, so it ends a snooze as a due date does.
      if (review === null || isSnoozed(commitment, now, review.until)) return [];
      const due = review.until.at;
      const settings = clockSettingsOf(commitment.client);
      const isAskingAt = (word: string) => isAsking(word, due, review.at, settings, calendar);
      const toldAt = commitment.delivery?.toldAt ?? null;
      const hasAsked = toldAt !== null && isAskingAt(toldAt);
      if (due >= now && (hasAsked || !isAskingAt(now))) return [];
      return [
        {
          commitment,
          counterpart: counterpart(commitment),
          due,
          from: review.until.from,
          since: due,
          review,
        },
      ];
    }),
  shown: 'as-it-nears',
  group: { overdue: 'today', today: 'ask-again' },
  settle: (found, severity) =>
    severity === 'overdue'
      ? { args: ['accept', String(found.commitment.number), '--by-silence'], needs: [] }
      : say(found),
  draft: (_found, severity) => (severity === 'overdue' ? null : 'aftercare'),
};

import { knownClient } from '../../app/clients.ts';
import { type Selection, selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import type { DateContext } from '../../input/dates.ts';
import type { Session } from './session/session.ts';

// All dates of a command line are read in one context. Numeric dates are written differently by different people, so the
// context follows the person who is spoken to: who promised, where somebody did, else the client. It is the first of them
// with an order of their own (`client NAME --set dates.order=dmy`), and the usual order where nobody has one.

/** The context of dates that were said to these clients, the one who was spoken to first. */
export function datesSaidTo(
  session: Session,
  ...mentions: readonly (ClientMention | undefined)[]
): DateContext {
  return session.datesFor(
    ...mentions.map((mention) =>
      // Somebody new has no order of their own yet.
      mention && !mention.isNew ? (knownClient(session.open('read').db, mention.name)?.uid ?? null) : null,
    ),
  );
}

/** The context of dates that are said about a commitment. */
export function datesAbout(session: Session, commitment: Commitment): DateContext {
  return session.datesFor(counterpart(commitment), commitment.client);
}

/**
 * The context of dates that are said about the commitments that were named: about the first of them. Whether it exists is
 * for the decision to say; what is wrong with the command line comes before that.
 */
export function datesAboutSelected(session: Session, selection: Selection): DateContext {
  const first = selection === 'last' ? selection : selection.slice(0, 1);
  try {
    const [commitment] = selectCommitments(session.open('read'), first);
    return commitment ? datesAbout(session, commitment) : session.dates;
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return session.dates;
    throw error;
  }
}

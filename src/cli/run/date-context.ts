import { knownClient } from '../../app/clients.ts';
import { type Selection, selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Saying } from '../../domain/decisions/decision.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import type { DateContext } from '../../input/dates.ts';
import type { Call } from './call.ts';
import type { Session } from './session/session.ts';

// All dates of a command line are read in one context. People write numeric dates differently, so the context
// depends on who was spoken to: whoever promised, else the client. The first of them with an order of their
// own (`client NAME --set dates.order=dmy`) decides; if nobody has one, the usual order applies. And "tomorrow"
// is the day after it was said, so a line with `--at` or `--asked` is read as of that time: `saidTo` and
// `saidAbout` make the context that its dates need.

/** The words of a line: when and how they were said, and the context of all other dates in it. */
export interface Said {
  readonly saying: Saying;
  readonly dates: DateContext;
}

/** The words of a line that were said to these clients; the one who was spoken to comes first. */
export function saidTo(call: Call, ...mentions: readonly (ClientMention | undefined)[]): Promise<Said> {
  return readSaid(call, datesSaidTo(call.session, ...mentions));
}

/** Words that stand in a message, which says itself when and how they were said. */
export function written(saying: Saying, dates: DateContext): Said {
  return { saying, dates: { ...dates, now: saying.at, typedAt: dates.now } };
}

/** The words of a message that was written to, or by, this client. */
export function writtenWith(session: Session, saying: Saying, mention: ClientMention | undefined): Said {
  return written(saying, datesSaidTo(session, mention));
}

/** The words of a line about the selected commitments. */
export function saidAbout(call: Call, selection: Selection): Promise<Said> {
  return readSaid(call, datesAboutSelected(call.session, selection));
}

/** Reads when it was said, which is now unless the line says so, and moves the context there. Throws a Refusal. */
async function readSaid({ saidWith: { at, asked = at, via } }: Call, dates: DateContext): Promise<Said> {
  const said = (await asked?.readPast(dates))?.at ?? dates.now;
  return written({ at: said, via }, dates);
}

/** The context for dates said to these clients; the one who was spoken to comes first. */
export function datesSaidTo(
  session: Session,
  ...mentions: readonly (ClientMention | undefined)[]
): DateContext {
  return session.datesFor(
    ...mentions.map((mention) =>
      // A new client has no order of their own yet.
      mention && !mention.isNew ? (knownClient(session.open('read').db, mention.name)?.uid ?? null) : null,
    ),
  );
}

/** The context for dates about a commitment. */
export function datesAbout(session: Session, commitment: Commitment): DateContext {
  return session.datesFor(counterpart(commitment), commitment.client);
}

/**
 * The context for dates about the selected commitments, which is that of the first. The decision checks
 * whether it exists, so that errors in the command line are reported first.
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

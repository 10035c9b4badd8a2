import { selectCommitments } from '../../../app/select.ts';
import { Refusal } from '../../../domain/base/refusal.ts';
import { type ClientMention, candidatesIn } from '../../../domain/decisions/mention-clients.ts';
import type { Commitment } from '../../../domain/streams/commitment.ts';
import { matchClient } from '../../../domain/streams/match-client.ts';
import type { NamedNumbers } from '../../../input/selection.ts';
import { readClients } from '../../../store/queries.ts';
import type { Session } from '../session/session.ts';
import { clientOrChoose, type NamesClients } from './mention-client.ts';

/** Who words were exchanged with, and the words. */
interface ContactWords {
  /** Undefined if what they were about says it. */
  readonly client: ClientMention | undefined;
  readonly words: string;
  /** The commitment that they were about. */
  readonly about: Commitment | undefined;
}

/**
 * Separates the client from the words of a contact. What the words are about names the client too, so that the
 * first word does so only if it can.
 */
export async function readContactWords(
  call: NamesClients,
  first: string | undefined,
  rest: readonly string[],
  selection: NamedNumbers['selection'] | undefined,
): Promise<ContactWords> {
  const about = selection && findCommitment(call.session, selection);
  const isClient =
    selection === undefined ||
    call.options.newClient ||
    (first !== undefined && namesClient(call.session, first, rest, about));
  return isClient
    ? { client: await clientOrChoose(call, first), words: rest.join(' '), about }
    : { client: undefined, words: [first ?? '', ...rest].join(' ').trim(), about };
}

/** The commitment with a number; undefined if there is none, which the decision refuses. */
function findCommitment(session: Session, selection: NamedNumbers['selection']): Commitment | undefined {
  try {
    return selectCommitments(session.open('read'), selection)[0];
  } catch (error) {
    if (error instanceof Refusal && error.kind === 'missing') return undefined;
    throw error;
  }
}

/**
 * Whether the first word of a contact names a client, and is not one of the words: it means the client that the
 * contact is about, or another one and words follow, or a phrase in quotes follows.
 */
function namesClient(
  session: Session,
  first: string,
  rest: readonly string[],
  about: Commitment | undefined,
): boolean {
  if (!about) return rest.length > 0;
  const match = matchClient(first, readClients(session.open('read').db));
  const meant = 'found' in match ? [match.found] : candidatesIn(match);
  if (meant.some(({ uid }) => uid === about.client || uid === about.who)) return true;
  const isQuoted = rest.length === 1 && /\s/.test(rest[0] ?? '');
  return rest.length > 0 && ('found' in match || isQuoted);
}

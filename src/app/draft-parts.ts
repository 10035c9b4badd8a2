import { draftKindOf, subjectOf } from '../domain/agenda/attention.ts';
import { entriesBySubject } from '../domain/agenda/entries.ts';
import type { Amount } from '../domain/base/amount.ts';
import { lazy } from '../domain/base/memo.ts';
import { quoteForShell } from '../domain/base/quote-for-shell.ts';
import { refuse } from '../domain/base/refusal.ts';
import { refuseUnacceptable } from '../domain/decisions/review-window.ts';
import { refuseAboutTalk } from '../domain/decisions/talk.ts';
import { dateToConfirm, kindFor, refuseDraft } from '../domain/drafts/kinds.ts';
import { holds } from '../domain/planning/held-up.ts';
import type { Client } from '../domain/streams/client.ts';
import {
  type Commitment,
  counterpart,
  hearsOfItAll,
  isOpen,
  isTalk,
  pendingOffer,
  unansweredPrice,
} from '../domain/streams/commitment.ts';
import type { Draft, DraftKind } from '../domain/streams/draft.ts';
import { compareInstants, type Moment } from '../domain/time/moment.ts';
import { readNumberOf, readPendingOf } from '../store/queries.ts';
import { makeAgenda } from './agenda.ts';
import { clientWithUid } from './clients.ts';
import type { Context } from './context.ts';
import type { PartToDraft } from './draft-content.ts';
import { readHeldUp } from './held-up.ts';
import { forecastOf } from './workload.ts';

/** To whom a message goes, and what it is about. */
export interface ChosenParts {
  readonly client: Client;
  readonly parts: readonly PartToDraft[];
  /** Whether these are all that the client should hear. */
  readonly isForAll: boolean;
}

/** How a message is asked for: its kind, if one was given, and the new date. */
export interface Wish {
  readonly kind: DraftKind | null;
  readonly by: Moment | null;
  /** What extra work costs. */
  readonly price: Amount | null;
  /** Until when they may object to what is delivered. */
  readonly reviewUntil: Moment | null;
}

/** Nobody reads a message about more than this; and each of them keeps the whole text. */
const MOST_PARTS = 50;
/** How many of too many are named, to begin with. */
const TO_BEGIN_WITH = 10;

/** The parts of a message to a client about commitments. Throws a Refusal. */
export function partsAbout(
  context: Context,
  client: Client,
  commitments: readonly Commitment[],
  wish: Wish,
): ChosenParts {
  const kinds = wish.kind === null ? kindsNow(context, client) : null;
  const partOf = partsIn(context, wish);
  const records = { numberOf: (uid: string) => readNumberOf(context.db, uid) };
  const parts = commitments.map((commitment) => {
    const kind = wish.kind ?? kinds?.get(commitment.uid) ?? kindOrThrow(commitment);
    const no =
      refuseAboutTalk(commitment, (complaint) => `followup draft ${complaint}`, records) ??
      refuseDraft(kind, commitment) ??
      (kind === 'delivered' && wish.reviewUntil ? refuseUnacceptable(commitment) : null);
    if (no) throw no;
    return partOf(kind, commitment);
  });
  return asOneMessage({ client, parts, isForAll: false });
}

/** Whoever complained is not thanked for it unless that is asked for. Throws a Refusal. */
function kindOrThrow(commitment: Commitment): DraftKind {
  const { kind, number } = commitment;
  if (kind !== 'complaint' || isOpen(commitment)) return kindFor(commitment);
  throw refuse(
    'nothing-to-say',
    `${number} is over: nothing asks for a message about it.`,
    `To write anyway: followup draft ${number} thanks --say TEXT. If it goes on: followup reopen ${number}`,
  );
}

/**
 * The parts of a message about all that a client should hear now; of one kind, if one was given. An update is about everything that
 * is open with them. Throws a Refusal if there is nothing to say.
 */
export function partsFor(context: Context, client: Client, wish: Wish): ChosenParts {
  const kinds = kindsNow(context, client);
  const { kind } = wish;
  const partOf = partsIn(context, wish);
  // What somebody else promised for this client is a matter for them.
  const pending = readPendingOf(context.db, client.uid).filter(
    // When we speak again about a complaint is said with the complaint.
    (each) => counterpart(each) === client.uid && !isTalk(each),
  );
  const open = kind === 'update' ? pending.filter((each) => hearsOfItAll(each, client.uid)) : [];
  if (open.length > 0) {
    const parts = open.map((commitment) => partOf('update', commitment));
    return asOneMessage({ client, parts: worstFirst(parts, kinds), isForAll: true });
  }
  const asked = pending.flatMap((commitment) => {
    const now = kinds.get(commitment.uid);
    return now !== undefined && (kind ?? now) === now ? [partOf(now, commitment)] : [];
  });
  if (asked.length > 0) return asOneMessage({ client, parts: worstFirst(asked, kinds), isForAll: true });
  if (kind === null && !kinds.has(client.uid)) {
    throw refuse(
      'nothing-to-say',
      `${client.name} is waiting for no word from you now.`,
      `To write anyway: followup draft -c ${quoteForShell(client.name)} update --say TEXT`,
    );
  }
  const parts = whatSuits(client, pending, kind ?? 'update', partOf);
  return asOneMessage({ client, parts, isForAll: true });
}

/** Refuses what is too much for one message. */
function asOneMessage(chosen: ChosenParts): ChosenParts {
  const { parts } = chosen;
  if (parts.length <= MOST_PARTS) return chosen;
  const first = parts.slice(0, TO_BEGIN_WITH).flatMap(({ commitment }) => commitment?.number ?? []);
  throw refuse(
    'too-many',
    `These are ${parts.length} commitments, and one message is about ${MOST_PARTS} at most.`,
    `Begin with these: followup draft ${first.join(',')}`,
  );
}

/** Where no line asks for a message of a kind: all that it suits; else words that are only about the client. */
function whatSuits(
  client: Client,
  pending: readonly Commitment[],
  kind: DraftKind,
  partOf: MakePart,
): PartToDraft[] {
  const suited =
    kind === 'thanks'
      ? []
      : pending.filter((commitment) => kindFor(commitment) === kind && !refuseDraft(kind, commitment));
  if (suited.length > 0) return suited.map((commitment) => partOf(kind, commitment));
  if (kind === 'update' || kind === 'thanks') return [{ kind, commitment: null, date: null }];
  throw refuse(
    'nothing-to-say',
    `There is nothing with ${client.name} for a message of this kind: ${kind}.`,
    `See what is open: followup list -c ${quoteForShell(client.name)}`,
  );
}

/** Whether lines of the agenda ask now for what a draft says about each of its parts. */
export function isAskedFor(context: Context, client: Client, { parts }: Pick<Draft, 'parts'>): boolean {
  const kinds = kindsNow(context, client);
  return parts.every(({ kind, commitment }) => kinds.get(commitment ?? client.uid) === kind);
}

/** The kinds of messages that lines of the agenda ask for now, by the uid of the commitment or the client, worst first. */
function kindsNow(context: Context, client: Client): ReadonlyMap<string, DraftKind> {
  const kinds = new Map<string, DraftKind>();
  for (const { line: head, lines } of entriesBySubject(makeAgenda(context, client).lines)) {
    if (head.reason === 'promise' && head.complaint) {
      // To speak again about a complaint is to write where it stands.
      if (head.severity !== 'soon') kinds.set(head.complaint.uid, 'update');
      continue;
    }
    const subject = subjectOf(head);
    const asked = [head, ...lines].filter(({ severity }) => severity !== 'soon').map(draftKindOf);
    const kind = asked.find((each) => each !== null);
    if (subject !== null && kind) kinds.set(subject, kind);
  }
  return kinds;
}

function worstFirst(parts: readonly PartToDraft[], kinds: ReadonlyMap<string, DraftKind>): PartToDraft[] {
  const order = new Map([...kinds.keys()].map((uid, place) => [uid, place]));
  const rank = ({ commitment }: PartToDraft) => order.get(commitment?.uid ?? '') ?? order.size;
  return [...parts].sort((a, b) => rank(a) - rank(b));
}

/** Makes a part of a kind about a commitment. */
type MakePart = (kind: DraftKind, commitment: Commitment) => PartToDraft;

/** How the parts of one message are made; `by` is the new date and `price` the price, if they were given. */
function partsIn(context: Context, { by, price, reviewUntil }: Wish): MakePart {
  // One forecast serves all of them.
  const forecast = lazy(() => forecastOf(context));
  return (kind, commitment) => ({
    kind,
    commitment,
    date: dateOf(kind, commitment),
    ...(kind === 'price' && { price: priceOf(commitment) }),
  });

  /** The date that a message confirms or offers; null if nobody has said one, and none can be reckoned. */
  function dateOf(kind: DraftKind, commitment: Commitment): Moment | null {
    const offered = pendingOffer(commitment)?.date ?? null;
    const pending = offered && offered.at > context.now ? offered : null;
    switch (kind) {
      case 'confirm':
        return dateToConfirm(commitment);
      case 'late':
        return by ?? pending ?? heldUpTo(commitment);
      case 'delivered':
        return reviewUntil;
      case 'offer':
        return by ?? pending ?? heldUpTo(commitment) ?? reckoned(commitment);
      case 'price':
        return isOpen(commitment) ? (by ?? dateOfPrice(commitment) ?? reckoned(commitment)) : null;
      default:
        return null;
    }
  }

  /** What was named as its price last, unless they refused it; undefined if nobody has said. */
  function priceOf(commitment: Commitment): Amount | undefined {
    return price ?? unansweredPrice(commitment)?.amount ?? undefined;
  }

  /** When they would have it, as it was said with the price or is agreed, if that is ahead. */
  function dateOfPrice({ price: put, due }: Commitment): Moment | null {
    return [put?.date, due].find((date) => date && date.at > context.now) ?? null;
  }

  /** The date that it moves to because something of theirs was late; the latest, if several were. */
  function heldUpTo(commitment: Commitment): Moment | null {
    const dates = readHeldUp(context, commitment, forecast).flatMap((held) =>
      // Where the agreed date can still be kept there is no other to tell them.
      holds(held) ? [] : (held.movesTo ?? []),
    );
    return dates.sort((a, b) => compareInstants(a.at, b.at)).at(-1) ?? null;
  }

  function reckoned(commitment: Commitment): Moment | null {
    return forecast().workLeft(commitment).hours > 0 ? forecast().propose(commitment).date : null;
  }
}

/** The client that commitments are with. Throws a Refusal if there are several, or none. */
export function onlyClient({ db }: Context, commitments: readonly Commitment[]): Client {
  const uids = [...new Set(commitments.map(counterpart))];
  const [uid = null, ...others] = uids;
  const [first] = commitments;
  const client = uid === null ? null : clientWithUid(db, uid);
  if (others.length > 0) {
    throw refuse(
      'several-clients',
      'A message goes to one client, and these are with several.',
      'Write one message for each client.',
    );
  }
  if (client) return client;
  throw refuse(
    'client-missing',
    `${first?.number} is for no client, so there is nobody to write to.`,
    `Say who it is for: followup edit ${first?.number} --client NAME`,
  );
}

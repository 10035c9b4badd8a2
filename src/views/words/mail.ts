import { Refusal } from '../../domain/base/refusal.ts';
import { shorten } from '../../domain/base/text.ts';
import type { Mailbox, SaidAt } from '../../domain/mail/message.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { printable } from '../printable.ts';
import { sayCount } from './amount.ts';

/** A message that was taken in, or was left out for a reason. */
export interface MailItem {
  readonly kind: 'contact' | 'reply' | 'draft' | 'automatic' | 'elsewhere' | 'known' | 'taken-back';
  readonly messageId: string;
  readonly at: Instant;
  /** Why it is not the time that the message says. */
  readonly instead: SaidAt['instead'];
  readonly direction: 'in' | 'out';
  readonly from: Mailbox;
  readonly client: string | null;
  readonly about: number | null;
  readonly subject: string;
  readonly text: string;
  readonly elided: string;
  /** The field of its header by which a program says that nobody wrote it. */
  readonly why: string | null;
  /** Whom a message of mine is to that is to no client; null if it is only to me. */
  readonly recipient: Mailbox | null;
  /** Other clients that it is to. */
  readonly others: readonly string[];
  /** The numbers of the commitments that it may be about. */
  readonly candidates: readonly number[];
  readonly isWordsAlone: boolean;
  /** Why it did not settle all that it says. */
  readonly unsettled: readonly Refusal[];
}

/** What became of all messages. */
export interface MailReport {
  readonly isTrial: boolean;
  readonly items: readonly MailItem[];
  /** How many were taken in before, besides those among the items. */
  readonly known: number;
  readonly refused: readonly RefusedMessage[];
}

/** A message that could not be taken in, and why. */
export interface RefusedMessage {
  /** Where it is. */
  readonly place: string;
  readonly refusal: Refusal;
}

/** Whether something was recorded of it. */
export function isTakenIn({ kind }: MailItem): boolean {
  return kind === 'contact' || kind === 'reply' || kind === 'draft';
}

/** How much was taken in, or would be, as a sentence. */
export function sayTakenIn({ items, isTrial, known, refused }: MailReport): string {
  const taken = items.filter(isTakenIn);
  if (taken.length === 0) {
    const isEmpty = items.length === 0 && known === 0 && refused.length === 0;
    if (isEmpty) return 'There is no message there.';
    return isTrial ? 'Nothing would be taken in.' : 'Nothing new.';
  }
  const theirs = taken.filter(({ direction }) => direction === 'in').length;
  const parts = [
    ...(theirs > 0 ? [`${theirs} from clients`] : []),
    ...(taken.length > theirs ? [`${taken.length - theirs} of yours`] : []),
  ].join(', ');
  const what = `${sayCount(taken.length, 'message')} (${parts})`;
  return isTrial ? `Would take in ${what}. Nothing was changed.` : `Took in ${what}.`;
}

/** What was left out, and why: a sentence for each reason. Safe to print. */
export function sayLeftOutMail({ items, known }: MailReport): string[] {
  const ofKind = (kind: MailItem['kind']) => items.filter((item) => item.kind === kind);
  const knownInAll = known + ofKind('known').length;
  const takenBack = ofKind('taken-back').length;
  return [
    ...(knownInAll > 0 ? [`${knownInAll} known already`] : []),
    ...sayElsewhere(ofKind('elsewhere')),
    ...(takenBack > 0 ? [`${takenBack} taken back by undo; to take it in all the same: --again`] : []),
    ...ofKind('automatic').map(
      ({ why, subject, from }) =>
        `automatic (${why}), no word of a person: "${printable(shorten(subject))}" from ${printable(from.address)}`,
    ),
  ];
}

/** How many of those are named to whom I wrote. */
const NAMED = 3;

function sayElsewhere(items: readonly MailItem[]): string[] {
  if (items.length === 0) return [];
  const addresses = [...new Set(items.flatMap(({ recipient }) => recipient?.address ?? []))];
  const many = `${items.length} of yours to ${addresses.length > 0 ? 'no client' : 'yourself'}`;
  if (addresses.length === 0) return [many];
  const more = addresses.length - NAMED;
  const named = addresses.slice(0, NAMED).map(printable).join(', ');
  const whom = more > 0 ? `${named} and ${more} more` : named;
  return [`${many} (${whom}); if one is a client's: followup client NAME --person "PERSON <ADDRESS>"`];
}

/** What to know about a message besides what it is. Safe to print. */
export function remarksOnMail({
  others,
  candidates,
  isWordsAlone,
  unsettled,
  instead,
  subject,
  about,
}: MailItem): string[] {
  const which = `"${printable(shorten(subject))}"`;
  return [
    ...(others.length > 0
      ? [`${which} is also to ${others.map(printable).join(', ')}: for them, followup told CLIENT TEXT`]
      : []),
    ...(candidates.length > 1
      ? [
          `${which} may be about ${candidates.join(' or ')}, so it is about none of them: --about ID says which`,
        ]
      : []),
    ...unsettled.map(({ message, hint }) =>
      [`Only the words of ${which} were recorded. ${printable(message)}`, printable(hint ?? '')]
        .filter(Boolean)
        .join(' '),
    ),
    ...(isWordsAlone
      ? [
          `${which} no longer says what its draft said, so only its words were recorded. If it offers a date: followup offer ${about ?? 'ID'} DATE; if it confirms one: followup confirm ${about ?? 'ID'}`,
        ]
      : []),
    ...(instead ? [sayInstead(subject, instead)] : []),
  ];
}

/** Why a message does not count from when it says that it was sent. Safe to print. */
export function sayInstead(subject: string, { of, by }: NonNullable<SaidAt['instead']>): string {
  return `"${printable(shorten(subject))}" ${INSTEAD[of]}, so it counts from ${INSTEAD[by]}.`;
}

const INSTEAD = {
  'no-date': 'does not say when it was sent',
  future: 'says that it was sent in the future',
  arrival: 'when it arrived',
  now: 'now',
} as const;

/** The message that was refused, where it is, why, and what to do. */
export function sayRefused(refused: RefusedMessage): string {
  const { message, hint } = placedRefusal(refused);
  return [message, hint].filter(Boolean).join(' ');
}

/** The refusal of a message with the place where it is; what is wrong with the place itself names it already. */
export function placedRefusal({ place, refusal: { code, message, hint, kind } }: RefusedMessage): Refusal {
  const isPlaced = message.toLowerCase().startsWith(place.toLowerCase());
  return new Refusal(code, isPlaced ? message : `${place}: ${message.replace(/\.$/, '')}.`, hint, kind);
}

/** Somebody with their address: "Dana Reyes (dana@acme.example)". */
export function sayCorrespondent({ name, address }: Mailbox): string {
  return name === '' ? address : `${name} (${address})`;
}

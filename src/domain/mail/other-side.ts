import type { Client } from '../streams/client.ts';
import { isSameAddress } from './address.ts';
import { findCorrespondent } from './correspondent.ts';
import type { Mailbox } from './message.ts';

/** Somebody who is invited. The address is empty if only the name is known. */
export interface Attendee extends Mailbox {
  readonly hasDeclined: boolean;
}

/** Who takes part in an entry of a calendar. */
export interface Participants {
  readonly organizer: Mailbox | null;
  readonly attendees: readonly Attendee[];
}

/** Whose word an entry of a calendar is: that of its organizer; null if nobody organises it, or it is not known who I am (by my addresses). */
export function organisedBy({ organizer }: Participants, me: readonly string[]): 'me' | 'others' | null {
  if (organizer === null || me.length === 0) return null;
  return isAmong(organizer, me) ? 'me' : 'others';
}

/** Whether I have declined an invitation. */
export function haveDeclined({ attendees }: Participants, me: readonly string[]): boolean {
  return attendees.some((each) => each.hasDeclined && isAmong(each, me));
}

/** The other party to an entry, by names that mean them. */
export interface OtherSide {
  /** A person, or the client. */
  readonly who: string;
  /** The client; null if it is somebody whom no client knows. */
  readonly client: string | null;
}

/**
 * The other party to an entry: whoever organises it, if that is not me, else the only client whose people are invited, else the only
 * other who is. Null if there is none, or several.
 */
export function otherSideOf(
  { organizer, attendees }: Participants,
  clients: readonly Client[],
  me: readonly string[],
): OtherSide | null {
  const others = (organizer && !isAmong(organizer, me) ? [organizer] : attendees).filter(
    (each) => !isAmong(each, me),
  );
  const known = others.flatMap((mailbox) => knownSide(mailbox, clients) ?? []);
  const [side, ...more] = known;
  if (side) return more.every(({ client }) => client === side.client) ? side : null;
  const [only, ...rest] = others;
  return only && rest.length === 0 ? { who: only.name || only.address, client: null } : null;
}

function knownSide(from: Mailbox, clients: readonly Client[]): OtherSide | null {
  if (from.address === '') return null;
  const found = findCorrespondent({ from, replyTo: [], recipients: [] }, clients, []);
  if (!('client' in found)) return null;
  const { client, person } = found;
  return { who: person === null ? client.name : (person.email ?? person.name), client: client.name };
}

function isAmong({ address }: Mailbox, me: readonly string[]): boolean {
  return address !== '' && me.some((mine) => isSameAddress(mine, address));
}

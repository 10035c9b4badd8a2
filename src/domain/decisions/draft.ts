import { type Amount, isSameAmount } from '../base/amount.ts';
import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { dateToConfirm, isHandedOver } from '../drafts/kinds.ts';
import type { Commitment } from '../streams/commitment.ts';
import { proposedMeasures } from '../streams/complaint.ts';
import { type DraftKind, missingFrom } from '../streams/draft.ts';
import type { Change, MessageFields } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { Moment } from '../time/moment.ts';
import { decideConfirm } from './confirm.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { decideDone } from './done.ts';
import { refuseDate, refuseVerb } from './guards.ts';
import { wakeKnown } from './mention-clients.ts';
import { decideOffer } from './offer.ts';
import { decidePrice } from './price.ts';
import { openWindow, refuseWindow } from './review-window.ts';
import type { Situation } from './situation.ts';
import { keepTalk } from './talk.ts';

/** A message that was sent from a draft: the words to the client. */
export interface SentMessageInput extends Saying {
  /** The uid that the contact gets. */
  readonly contact: string;
  readonly client: string;
  /** The id of the draft. */
  readonly draft: string;
  readonly text: string;
  /** The one commitment that it is about, if it is about one. */
  readonly about: string | null;
  /** When it says that they hear next, if no commitment keeps that. */
  readonly next: Moment | null;
  readonly message: MessageFields;
}

/** Records the words of a message that was sent from a draft. */
export function decideSentMessage(input: SentMessageInput, situation: Situation): Decision {
  const { contact, client, draft, text, about, next, message, at, via } = input;
  const no = refuseDate(undefined, input, situation);
  if (no) return no;
  const recorded: Change = {
    stream: { kind: 'contact', uid: contact },
    event: defined({
      type: 'ContactRecorded' as const,
      client,
      direction: 'out' as const,
      text,
      at,
      via,
      about: about ?? undefined,
      draft,
      ...message,
    }),
  };
  const planned: Change[] =
    next && next.at > at
      ? [{ stream: { kind: 'client', uid: client }, event: { type: 'WordPlanned', next, at } }]
      : [];
  return [...wakeKnown(client, at, situation), recorded, ...planned];
}

/** What a sent message said about one commitment. */
export interface SentPartInput extends Saying {
  readonly kind: DraftKind;
  readonly text: string;
  readonly contact: string;
  /** The date that it confirms or offers; null if it names none, so that only the words count. */
  readonly date: Moment | null;
  /** The price that it puts to them, if it does. */
  readonly price?: Amount | undefined;
  readonly next: Moment | null;
}

/** Records what a sent message settles about a commitment: the words, and the fact that they stand for. */
export function decideSentPart(commitment: Commitment, input: SentPartInput, situation: Situation): Decision {
  const settled = settle(commitment, input, situation);
  if (settled instanceof Refusal) return settled;
  return [...settled, ...say(commitment, input, situation)];
}

/** The words alone, where what they stood for does not hold any more. */
export function decideWordsAlone(
  commitment: Commitment,
  input: SentPartInput,
  situation: Situation,
): Decision {
  return say(commitment, input, situation);
}

/** The words themselves; those about a complaint keep the promise to speak again, and may make the next one. */
function say(commitment: Commitment, input: SentPartInput, situation: Situation): Change[] {
  const { next, at } = input;
  const isAhead = next !== null && next.at > at;
  return [
    on(commitment, word(commitment, input)),
    ...keepTalk(commitment, input, isAhead ? next : undefined, situation),
  ];
}

function word({ kind, who, client, due }: Commitment, { text, contact, next, at, via }: SentPartInput) {
  // Where somebody else made a promise for a client, only words without a contact are words to the one who made it.
  const isToBoth = who === null || who === client;
  return defined({
    type: 'UpdateGiven' as const,
    text,
    next: isUpdate(next) ? next : undefined,
    contact: isToBoth ? contact : undefined,
    at,
    via,
  });

  /** Where they hear at the date itself, that is no update. */
  function isUpdate(planned: Moment | null): planned is Moment {
    return planned !== null && KIND_TRAITS[kind].owesUpdates && planned.at > at && planned.at !== due?.at;
  }
}

function settle(
  commitment: Commitment,
  { kind, date, price, text, at, via }: SentPartInput,
  situation: Situation,
): Decision {
  const saying = { at, via };
  switch (kind) {
    case 'confirm':
      return refuseOtherDate(commitment, date) ?? decideConfirm(commitment, saying, situation);
    case 'offer':
    case 'late':
      return date ? decideOffer(commitment, { ...saying, date }, situation) : [];
    case 'delivered':
      return handOver(commitment, date, saying, situation);
    case 'resolution':
      return putResolution(commitment, text, saying, situation);
    case 'price':
      return price === undefined || isPutAlready(commitment, price, date)
        ? []
        : decidePrice(commitment, { ...saying, price, date: date ?? undefined }, situation);
    case 'scope':
    case 'update':
    case 'chase':
    case 'thanks':
    case 'aftercare':
      return [];
  }
}

/** Hands it over, unless that was done before; with `until`, they were told until when they may object. */
function handOver(
  commitment: Commitment,
  until: Moment | null,
  saying: Saying,
  situation: Situation,
): Decision {
  const { at } = saying;
  if (!isHandedOver(commitment))
    return decideDone(commitment, { at, reviewUntil: until ?? undefined }, situation);
  if (until === null) return [];
  return refuseWindow(commitment, saying, until, situation) ?? [openWindow(commitment, saying, until)];
}

/** Puts the resolution to them, as it was written: what does not stand in the message was not put to them. */
function putResolution(complaint: Commitment, text: string, saying: Saying, situation: Situation): Decision {
  const no = refuseVerb('offer', complaint, saying, situation);
  if (no || complaint.complaint === null) return no ?? [];
  const { number } = complaint;
  const [missing] = missingFrom(
    text,
    proposedMeasures(complaint.complaint).map((measure) => measure.text),
  );
  if (missing !== undefined) {
    return refuse(
      'resolution-changed',
      `The resolution of ${number} proposes "${missing}", and the message does not say so.`,
      `Write it again: followup draft ${number} resolution. If you put another one to them: followup resolve ${number}`,
    );
  }
  return [on(complaint, defined({ type: 'ResolutionOffered' as const, ...saying }))];
}

/** Whether this price with this date was put to them before, so that the message only says so again. */
function isPutAlready({ price: put }: Commitment, price: Amount, date: Moment | null): boolean {
  return (
    put !== null &&
    !put.isFree &&
    put.refused === null &&
    put.amount !== null &&
    isSameAmount(put.amount, price) &&
    put.date?.at === date?.at
  );
}

/** Refuses to confirm a date that is not the agreed one any more, because that is not what they have read; otherwise null. */
function refuseOtherDate(commitment: Commitment, date: Moment | null): Refusal | null {
  const { number } = commitment;
  if (date?.at === dateToConfirm(commitment)?.at) return null;
  return refuse(
    'date-changed',
    `The date of ${number} is another one since this was drafted.`,
    `Write it again: followup draft ${number} confirm`,
  );
}

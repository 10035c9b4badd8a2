import { type DraftReference, lastDraftIn, readReference } from '../domain/drafts/reference.ts';
import { isSameText } from '../domain/mail/is-same-text.ts';
import { type MailHead, type MailMessage, saidAt } from '../domain/mail/message.ts';
import type { Client } from '../domain/streams/client.ts';
import { counterpart } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import { type DraftedPart, keepsDates, mayNameDays } from '../domain/streams/draft.ts';
import { DAY_MS, dateOf } from '../domain/time/calendar.ts';
import { dayMeant } from '../domain/time/day-meant.ts';
import { epoch, type Instant, instant } from '../domain/time/moment.ts';
import { readDraft } from '../store/drafts.ts';
import { readSentWithoutId } from '../store/messages.ts';
import type { Context } from './context.ts';
import { commitmentsOf } from './drafts.ts';
import type { SendableDraft } from './sent-drafts.ts';

/** A draft that was sent, with what shows that its dates still stand in what was sent. */
export interface SentFrom extends SendableDraft {
  readonly hasDates: (sent: string) => boolean;
}

/** The draft that a message of mine was sent from: it says so, or ends its references with those of the draft. */
export function findSentDraft(context: Context, { draftReferences, references }: MailHead): SentFrom | null {
  const said = lastDraftIn(draftReferences.toReversed());
  const last = references.at(-1);
  const isLast = last !== undefined && readReference(last) !== null;
  return draftOf(context, said.length > 0 ? said : isLast ? lastDraftIn(references.toReversed()) : []);
}

/** The draft of these references, as it was kept, or else as far as they say. Null if nobody knows it here. */
function draftOf(context: Context, references: readonly DraftReference[]): SentFrom | null {
  const { db, calendar } = context;
  const [first] = references;
  if (!first) return null;
  const kept = readDraft(db, first.draft);
  if (kept) return { ...kept, hasDates: (sent) => keepsDates(kept, sent) };
  const parts = references.map(
    ({ kind, commitment, date }): DraftedPart => ({
      kind,
      commitment,
      date: date && { ...date, zone: calendar.zone },
    }),
  );
  const [client] = commitmentsOf(context, { parts }).flatMap((commitment) => counterpart(commitment) ?? []);
  if (client === undefined) return null;
  const days = parts.flatMap(({ date }) => (date ? [dateOf(dayMeant(date, calendar)).date] : []));
  return {
    id: first.draft,
    client,
    parts,
    next: null,
    nextWords: null,
    hasDates: (sent) => mayNameDays(days, sent),
  };
}

/** How long after words were recorded as sent the copy of them may be dated, or before. */
const DAYS_TO_COPY = 7;

/**
 * The draft of words that I recorded as sent, of which a message is the copy, although it has lost its references: it was pasted
 * into the mail program. Among several with the same text it is the copy of the one that was said nearest to it.
 */
export function findOriginal(
  { db, now }: Context,
  message: MailMessage,
  clients: readonly Client[],
): SentFrom | null {
  const at = epoch(saidAt(message, now).at);
  const [from, to] = [at - DAYS_TO_COPY * DAY_MS, at + DAYS_TO_COPY * DAY_MS].map(instant);
  const distance = (contact: Contact) => Math.abs(epoch(contact.at) - at);
  const [original] = clients
    .flatMap(({ uid }) => readSentWithoutId(db, uid, from as Instant, to as Instant))
    .filter(({ text }) => isSameText(text, message.text))
    .sort((a, b) => distance(a) - distance(b));
  // What the draft stands for is recorded with the words already.
  return original?.draft
    ? {
        id: original.draft,
        client: original.client,
        parts: [],
        next: null,
        nextWords: null,
        hasDates: () => true,
      }
    : null;
}

import { defined } from '../domain/base/defined.ts';
import { Refusal } from '../domain/base/refusal.ts';
import type { Decision, Saying } from '../domain/decisions/decision.ts';
import {
  decideSentMessage,
  decideSentPart,
  decideWordsAlone,
  type SentPartInput,
} from '../domain/decisions/draft.ts';
import type { Situation } from '../domain/decisions/situation.ts';
import type { Commitment } from '../domain/streams/commitment.ts';
import type { Contact } from '../domain/streams/contact.ts';
import { type Draft, nextIn } from '../domain/streams/draft.ts';
import type { MessageFields } from '../domain/streams/events.ts';
import { KIND_TRAITS } from '../domain/streams/kinds.ts';
import type { Moment } from '../domain/time/moment.ts';
import { writing } from '../store/db.ts';
import { readContactOfDraft } from '../store/messages.ts';
import { readCommitment } from '../store/queries.ts';
import { newUid } from '../store/uid.ts';
import { runEffects } from './after-commit.ts';
import type { Context } from './context.ts';
import { execute, type Step } from './execute.ts';
import type { Outcome } from './outcome.ts';

/** What is needed of a draft to record that it was sent. */
export type SendableDraft = Pick<Draft, 'id' | 'client' | 'parts' | 'next' | 'nextWords'>;

/** A message that was sent from a draft. */
export interface SentDraft extends Saying {
  readonly draft: SendableDraft;
  /** The words that were really sent. */
  readonly text: string;
  readonly message: MessageFields;
  /** Whether its dates still stand in the text. If not, the words are recorded alone. */
  readonly hasDates: boolean;
  /** Whether the words are recorded alone too where the rest is refused; else a refusal is thrown. */
  readonly wordsAtLeast: boolean;
}

/** What became of a message that was sent from a draft. */
export interface SentOutcome {
  readonly outcome: Outcome;
  /** Whether it was recorded before, so that this is only its copy. */
  readonly isCopy: boolean;
  /** Why only the words were recorded about some commitments. */
  readonly refusals: readonly Refusal[];
}

/**
 * Records a message that was sent from a draft, with all that it settles, as one operation. If it was recorded before, this is
 * the copy of the same words: then only what the message is known by is added, and its text if that was another. Throws a
 * Refusal.
 */
export function recordSentDraft(context: Context, verb: string, sent: SentDraft): SentOutcome {
  const recorded = writing(context.db, () => record(context, verb, sent));
  runEffects(context, recorded.outcome);
  return recorded;
}

/** Must run inside a write transaction, so that nothing that it reads can change underneath it. */
function record(context: Context, verb: string, sent: SentDraft): SentOutcome {
  const { db } = context;
  const { draft, at, via, text, message } = sent;
  const contact = newUid(context.now);
  const known = readContactOfDraft(db, draft.id);
  const refusals: Refusal[] = [];
  const next = nextIn(draft, text);
  const subjects = draft.parts.flatMap((part) => {
    const commitment = readCommitment(db, part.commitment ?? '');
    return commitment ? [{ ...part, commitment }] : [];
  });
  const [only, ...others] = subjects;
  const words: Step = {
    selection: null,
    decide: (_, situation) => {
      if (known) return copyOf(known, sent);
      return decideSentMessage(
        {
          contact,
          client: draft.client,
          draft: draft.id,
          text,
          about: only && others.length === 0 ? only.commitment.uid : null,
          next: subjects.some(({ commitment }) => keepsNext(commitment, next)) ? null : next,
          message,
          at,
          via,
        },
        situation,
      );
    },
  };
  const parts = subjects.map(({ kind, date, price, commitment }): Step => {
    const input: SentPartInput = { kind, date, price, next, text, contact, at, via };
    return {
      selection: [commitment.number],
      decide: (target, situation) => (known ? [] : decidePart(target as Commitment, input, situation)),
    };
  });
  const outcome = execute(context, verb, words, ...parts);
  return { outcome, isCopy: known !== null, refusals };

  function decidePart(commitment: Commitment, input: SentPartInput, situation: Situation): Decision {
    if (!sent.hasDates) return decideWordsAlone(commitment, input, situation);
    const decision = decideSentPart(commitment, input, situation);
    if (!(decision instanceof Refusal) || !sent.wordsAtLeast) return decision;
    refusals.push(decision);
    return decideWordsAlone(commitment, input, situation);
  }
}

function copyOf(before: Contact, { message, text, at }: SentDraft): Decision {
  const { messageId, subject, quoted, thread } = message;
  if (messageId === undefined || before.messageId === messageId) return [];
  const event = defined({
    type: 'SentCopyFound' as const,
    messageId,
    subject,
    quoted,
    thread,
    text: text === before.text ? undefined : text,
    at,
  });
  return [{ stream: { kind: 'contact', uid: before.uid }, event }];
}

/** Whether the commitment itself keeps when they hear next: by its update clock, a promise, or because that is its date. */
function keepsNext({ kind, state, due }: Commitment, next: Moment | null): boolean {
  return (
    kind === 'complaint' ||
    (state === 'agreed' && KIND_TRAITS[kind].owesUpdates) ||
    (next !== null && due?.at === next.at)
  );
}

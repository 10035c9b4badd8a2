import { recordSentDraft, type SentOutcome } from '../../app/sent-drafts.ts';
import { refuse } from '../../domain/base/refusal.ts';
import type { Saying } from '../../domain/decisions/decision.ts';
import { type Draft, linesWithGaps, missingFrom } from '../../domain/streams/draft.ts';
import type { MessageFields } from '../../domain/streams/events.ts';
import type { Message } from '../../views/drafts/message.ts';
import type { Call } from '../run/call.ts';
import { askWhether } from '../run/prompts/ask.ts';

/** The words that were sent, and what they stand in. */
export interface SentText {
  readonly text: string;
  readonly message: MessageFields;
}

/** The words of a message as it was drafted. */
export function wordsIn({ draft: { text, subject } }: Message): SentText & { readonly at: null } {
  return { text, message: { subject }, at: null };
}

/**
 * Records that a draft was sent, with these words. If its date or price no longer stands in them, this asks whether it holds; elsewhere only
 * the words are recorded, and the returned hints say so. Throws a Refusal.
 */
export async function recordSent(
  call: Call,
  draft: Draft,
  { text, message }: SentText,
  saying: Saying,
): Promise<SentOutcome & { readonly hints: readonly string[] }> {
  refuseUnfinished(text);
  const [date] = missingFrom(text, draft.dateWords);
  const [price] = missingFrom(text, draft.priceWords ?? []);
  const missing = price ?? date;
  const what = price === undefined ? 'date' : 'price';
  const hasDates =
    missing === undefined ||
    (await askWhether(
      call,
      `The ${what} is no longer in it: ${missing}. Is it still what you told them?`,
      false,
    )) === true;
  const sent = recordSentDraft(call.session.open('write'), call.verb, {
    ...saying,
    draft,
    text,
    message,
    hasDates,
    wordsAtLeast: false,
  });
  const hints =
    hasDates || sent.isCopy
      ? []
      : [`Only the words were recorded, because the ${what} is not in them: ${missing}.`];
  return { ...sent, hints };
}

/** Refuses a text that cannot have been sent. */
function refuseUnfinished(text: string): void {
  if (text.trim() === '') {
    throw refuse(
      'text-missing',
      'There are no words in it.',
      'Nothing was recorded. Give the text that was sent.',
    );
  }
  const [gap] = linesWithGaps(text);
  if (gap === undefined) return;
  throw refuse(
    'gap-in-text',
    `There is still a gap in it: ${gap.trim()}`,
    'Nothing was recorded. Fill it in with --edit or an option, or give the text that was sent: --sent FILE',
  );
}

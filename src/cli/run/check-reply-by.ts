import { Refusal } from '../../domain/base/refusal.ts';
import type { DatePhrase } from './arguments/date-phrase.ts';

/** Throws a Refusal for a date by which nothing has to be answered. */
export function checkReplyBy({
  by,
  needsReply,
}: {
  readonly by: DatePhrase | undefined;
  readonly needsReply: boolean;
}): void {
  if (!by || needsReply) return;
  throw new Refusal(
    'by-without-reply',
    '--by is when the answer is due: it goes with --needs-reply.',
    null,
    'usage',
  );
}

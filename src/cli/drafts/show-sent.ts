import type { SentOutcome } from '../../app/sent-drafts.ts';
import { showContact } from '../commands/log.ts';
import type { Call } from '../run/call.ts';
import type { Screen } from '../run/screen.ts';
import { showWrite } from '../run/show-write.ts';

/** Shows what a message settled that was sent: its commitments, or only the words if it is about none. */
export function showSent(
  { outcome, hints }: SentOutcome & { readonly hints: readonly string[] },
  call: Call,
): Screen {
  const many = outcome.commitments.length > 1;
  const screen =
    outcome.commitments.length > 0 ? showWrite(outcome, call.session, { many }) : showContact(outcome, call);
  return { ...screen, hints: [...(screen.hints ?? []), ...hints] };
}

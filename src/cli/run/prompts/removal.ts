import type { Outcome } from '../../../app/execute.ts';
import { type Selection, selectCommitments } from '../../../app/select.ts';
import type { Commitment } from '../../../domain/streams/commitment.ts';
import { countEarlierFrom } from '../../../store/queries.ts';
import { printable } from '../../../views/printable.ts';
import { ordinal } from '../../../views/words/ordinal.ts';
import type { Call } from '../call.ts';
import { askAnything } from './ask.ts';

/** From which time on it is asked what would remove the need for what a topic brings. */
const FROM_TIME = 3;

/** What would remove the need for what is done: as given, or asked in a terminal where its topic keeps coming back. */
export async function removalOf(
  call: Call,
  selection: Selection,
  given: string | undefined,
): Promise<string | undefined> {
  if (given !== undefined) return call.text(given);
  if (!call.isInteractive) return undefined;
  const [recurring] = selectCommitments(call.session.open('read'), selection).flatMap((commitment) => {
    const time = timeOf(call, commitment);
    return time === null || commitment.closedAt !== null ? [] : [{ commitment, time }];
  });
  if (!recurring) return undefined;
  const { commitment, time } = recurring;
  return askAnything(
    call,
    `It is the ${ordinal(time)} time for "${commitment.topic}". What would remove the need? (Enter: no idea yet)`,
  );
}

/** What is to be thought about where a topic keeps coming back and nobody was asked, as sentences. */
export function remarksOnRecurring(call: Call, { before, commitments, changes }: Outcome): string[] {
  if (call.isInteractive || changes.some(({ event }) => event.type === 'RemovalNamed')) return [];
  return commitments.flatMap((commitment) => {
    const time = timeOf(call, commitment);
    const isFinished = before.some(({ uid, closedAt }) => uid === commitment.uid && closedAt === null);
    if (time === null || !isFinished) return [];
    return [
      `${commitment.number} is the ${ordinal(time)} time for "${printable(commitment.topic ?? '')}". What would remove the need? followup note ${commitment.number} TEXT, or next time: --would-remove TEXT`,
    ];
  });
}

/** Which time it is that a topic brings something; null if that is not yet worth a question. */
function timeOf({ session }: Call, { topic, number }: Commitment): number | null {
  if (topic === null) return null;
  const time = countEarlierFrom(session.open('read').db, topic, number) + 1;
  return time < FROM_TIME ? null : time;
}

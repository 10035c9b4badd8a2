import { defined } from '../base/defined.ts';
import { quoteForShell } from '../base/quote-for-shell.ts';
import { refuse } from '../base/refusal.ts';
import { type Commitment, hasUpdateClock, hearsOfItAll } from '../streams/commitment.ts';
import type { KnownClient } from './addressee.ts';
import { type Decision, type Saying, together } from './decision.ts';
import { refuseDate } from './guards.ts';
import { wakeKnown } from './mention-clients.ts';
import type { Situation } from './situation.ts';
import { decideUpdate, type UpdateInput } from './update.ts';

export interface UpdateAllInput extends Saying, Pick<UpdateInput, 'text' | 'next' | 'cadence'> {
  readonly client: KnownClient;
}

/**
 * Records one word to a client about everything that is open with them: it restarts the clock of each. What they owe me is not in
 * it, because a word about that is a chase.
 */
export function decideUpdateAll(_about: unknown, input: UpdateAllInput, situation: Situation): Decision {
  const { client, text, next, cadence, at, via } = input;
  const { uid, name } = client;
  const no = refuseDate(next, input, situation);
  if (no) return no;
  const typed = quoteForShell(name);
  if (!text) {
    return refuse(
      'text-missing',
      `What was ${name} told?`,
      `Say it: followup update -c ${typed} "nothing new yet, we have not forgotten you"`,
    );
  }
  const open = situation.pendingOf(uid).filter((each) => hearsOfItAll(each, uid));
  if (open.length === 0) {
    return refuse(
      'nothing-open',
      `Nothing is open with ${name} that a word of yours could be about.`,
      `A word to them all the same: followup told ${typed} TEXT`,
    );
  }
  if ((next || cadence) && !open.some(owesWords)) {
    return refuse(
      'no-updates-owed',
      `No updates are owed on what is open with ${name}.`,
      'Leave out --next and --every.',
    );
  }
  const contact = situation.newId();
  return together(
    wakeKnown(uid, at, situation),
    [
      {
        stream: { kind: 'contact', uid: contact },
        event: defined({
          type: 'ContactRecorded' as const,
          client: uid,
          direction: 'out' as const,
          text,
          at,
          via,
        }),
      },
    ],
    ...open.map((each) =>
      decideUpdate(each, { text, contact, at, via, ...(owesWords(each) && { next, cadence }) }, situation),
    ),
  );
}

/** Whether a next word can be promised about it. */
function owesWords(commitment: Commitment): boolean {
  return hasUpdateClock(commitment) || commitment.kind === 'complaint';
}

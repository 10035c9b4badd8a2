import { selectCommitments } from '../../app/select.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { decideDone } from '../../domain/decisions/done.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import type { Call } from '../run/call.ts';
import { AT, IDS, VIA } from '../run/options.ts';
import { onCommitments, showWrite } from '../run/write-verb.ts';

export const done = onCommitments({
  name: 'done',
  summary: 'delivered, kept, received or answered',
  arguments: [IDS],
  options: [
    ['-t, --took <duration>', 'all the work that it took'],
    ['--right', 'what makes it right was looked at, and holds (add --right-when)'],
    VIA,
    AT,
  ],
  examples: [
    ['done 3 --took 3h', 'delivered, with the work that it took'],
    ['done 3 5', 'several at once'],
    ['done . --at "friday 4pm"', 'the one last changed, done earlier'],
  ],
  decide: decideDone,
  parse: async (call) => {
    const isRight = call.flag('right') || call.session.globals.yes || (await askWhetherRight(call));
    return {
      ...(await call.saying()),
      tookHours: call.effort('took'),
      isRight: isRight || undefined,
    };
  },
  show: (outcome, call, many) => ({
    ...showWrite(outcome, call, many),
    hints: outcome.changes.flatMap(({ stream, event }) => {
      const { number, rightWhen } = outcome.commitments.find(({ uid }) => uid === stream.uid) ?? {};
      return rightWhen && event.type === 'Delivered' && !event.isRight
        ? [`${number} is right when: ${rightWhen}. Next time say that you have looked: --right`]
        : [];
    }),
  }),
});

/** Asks in a terminal whether what makes the work right holds; false where there is nothing to ask. Throws a Refusal for a no. */
async function askWhetherRight(call: Call): Promise<boolean> {
  if (!call.isInteractive) return false;
  const { selection } = await call.selection();
  const tested = selectCommitments(call.session.open('read'), selection).filter(hasTest);
  for (const { number, rightWhen } of tested) {
    const { confirm } = await import('../run/prompts.ts');
    if (await confirm(`${number} is right when: ${rightWhen}. Is it so?`, false)) continue;
    throw refuse(
      'not-right',
      `${number} stays open: it is not right yet.`,
      `Keep what is missing: followup note ${number} TEXT`,
    );
  }
  return tested.length > 0;
}

function hasTest({ kind, rightWhen, closedAt }: Commitment): boolean {
  return kind === 'request' && rightWhen !== null && closedAt === null;
}

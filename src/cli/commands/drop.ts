import { decideDrop } from '../../domain/decisions/drop.ts';
import { remarkOnRest } from '../../views/words/resolution.ts';
import { flag } from '../run/arguments/option.ts';
import { AT, BECAUSE, IDS } from '../run/arguments/shared-options.ts';
import { reasonOrAsk } from '../run/prompts/ask.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const drop = verbOnCommitments({
  name: 'drop',
  summary: 'record that it will not be done, and why',
  arguments: { id: IDS },
  options: {
    because: BECAUSE,
    missed: flag('--missed', 'say why all times of its standing promise were missed; they stay missed'),
    at: AT,
  },
  examples: [
    ['drop 3 --because "the client bought a tool instead"', 'kept in the history, with the reason'],
    ['drop 6 --missed --because "I was ill, and they know"', 'all that were missed of what comes again'],
  ],
  decide: decideDrop,
  parse: async (call, { saying }) => ({
    ...saying,
    missed: call.options.missed,
    because: await reasonOrAsk(
      call,
      call.options.because,
      call.options.missed ? 'Why was it missed?' : 'Why is it dropped?',
    ),
  }),
  show: (outcome, { session }, many) => {
    const view = session.viewContext();
    return {
      ...showWrite(outcome, session, { many }),
      hints: outcome.commitments.flatMap((commitment) => remarkOnRest(commitment, view)),
    };
  },
});

import { Refusal } from '../../domain/base/refusal.ts';
import { decideAccept } from '../../domain/decisions/accept.ts';
import { flag, text } from '../run/arguments/option.ts';
import { AT, IDS, MAIL, VIA } from '../run/arguments/shared-options.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const accept = verbOnCommitments({
  name: 'accept',
  summary: 'record that they said the work is right',
  arguments: { id: IDS },
  options: {
    note: text('-n, --note', 'what they said; - reads it from standard input', 'text'),
    bySilence: flag(
      '--by-silence',
      'they were told that it counts as accepted unless they object by a day, and said nothing',
    ),
    via: VIA,
    at: AT,
    mail: MAIL,
  },
  examples: [['accept 3 --note "exactly what we needed"', 'closes the request for good']],
  decide: decideAccept,
  parse: async (call, { saying, mailed }) => {
    const { note, bySilence } = call.options;
    if (bySilence && (mailed !== null || saying.via !== undefined)) {
      throw new Refusal(
        'silence-has-no-channel',
        'Silence is no word: it has no message and no channel.',
        'Leave out --by-silence if they said it, else --mail and --via.',
        'usage',
      );
    }
    return {
      ...saying,
      note: note === undefined ? undefined : (await call.text(note)) || undefined,
      bySilence: bySilence || undefined,
    };
  },
});

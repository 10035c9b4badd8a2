import { decideNote } from '../../domain/decisions/note.ts';
import { evidenceAt } from '../../system/read-evidence.ts';
import { textAfterIds } from '../run/arguments/argument.ts';
import { text } from '../run/arguments/option.ts';
import { AT, ID } from '../run/arguments/shared-options.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const note = verbOnCommitments({
  name: 'note',
  summary: 'keep a note about it, or evidence',
  arguments: { id: ID, text: textAfterIds('[text...]', 'the note; - reads it from standard input') },
  options: { link: text('-l, --link', 'evidence: a file or a web address', 'path', 'title'), at: AT },
  examples: [
    ['note 3 "the figures are in the March folder"', 'told to nobody: no clock restarts'],
    ['note 3 --link https://example.com/approval.pdf', 'where the proof is'],
  ],
  decide: decideNote,
  parse: async (call, { saying }) => {
    const { link: typedLink } = call.options;
    const link = typedLink && evidenceAt(typedLink);
    const typed = call.args.text;
    return {
      text: link === undefined ? await textOrAsk(call, typed, 'What is the note?') : await call.text(typed),
      link,
      ...saying,
    };
  },
});

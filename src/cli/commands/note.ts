import { decideNote } from '../../domain/decisions/note.ts';
import { AT, ID } from '../run/options.ts';
import { onCommitments } from '../run/write-verb.ts';

export const note = onCommitments({
  name: 'note',
  summary: 'keep something to remember about it, or evidence',
  arguments: [ID, ['[text...]', 'the note; - reads it from standard input']],
  options: [['-l, --link <path>', 'evidence: a file or a web address'], AT],
  examples: [
    ['note 3 "the figures are in the March folder"', 'told to nobody: no clock restarts'],
    ['note 3 --link https://example.com/approval.pdf', 'where the proof is'],
  ],
  decide: decideNote,
  parse: async (call) => {
    const link = call.option('link');
    const text = link === undefined ? await call.textOrAsk(1, 'What is the note?') : await call.text(1);
    return { ...(await call.saying()), text, link };
  },
});

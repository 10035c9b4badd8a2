import { decideNote } from '../domain/decisions/note.ts';
import { AT, ID } from './options.ts';
import { onCommitments } from './write-verb.ts';

export const note = onCommitments({
  name: 'note',
  summary: 'keep something to remember about it',
  arguments: [ID, ['[text...]', 'the note; - reads it from standard input']],
  options: [AT],
  examples: [['note 3 "the figures are in the March folder"', 'told to nobody: no clock restarts']],
  decide: decideNote,
  parse: async (call) => ({ ...(await call.saying()), text: await call.textOrAsk(1, 'What is the note?') }),
});

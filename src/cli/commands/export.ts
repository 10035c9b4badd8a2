import { escapeUnsafe } from '../../views/printable.ts';
import { command } from '../run/declare-command.ts';

/** Escaped, because people look at it in a terminal. What is imported from it is the same. */
function* escaped(pieces: Iterable<string>): Generator<string> {
  for (const piece of pieces) yield escapeUnsafe(piece);
}

export const exportCommand = command({
  name: 'export',
  summary: 'print the whole journal as JSON',
  takesFileAsItIs: true,
  details:
    'It has everything that was ever recorded, including what was undone. To import it elsewhere: followup import FILE',
  arguments: {},
  options: {},
  examples: [['export > followup.json', 'a copy to keep or to move to another machine']],
  run: async ({ session }) => {
    const { exportJournal } = await import('../../app/journal-file.ts');
    const { db } = session.open('read');
    return { json: () => null, text: () => '', raw: () => escaped(exportJournal(db)) };
  },
});

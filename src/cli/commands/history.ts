import { readHistory, readStory } from '../../app/history.ts';
import { selectUids } from '../../app/select.ts';
import {
  entryJson,
  listEntries,
  listOperations,
  operationJson,
  plainEntry,
  plainOperation,
} from '../../views/terminal/history.ts';
import { ids } from '../run/arguments/argument.ts';
import { count } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';

const USUAL_LIMIT = 50;

export const history = command({
  name: 'history',
  summary: 'what was done, or every event of one commitment',
  arguments: { id: ids('[id]', 'the commitment; if left out, the last operations, latest first') },
  options: { limit: count('-n, --limit', `how many operations (default: ${USUAL_LIMIT})`) },
  examples: [
    ['history', 'the last things you did, and what was undone'],
    ['history 3', 'every event of 3, those that were undone too'],
  ],
  run: ({ session, args, options }) => {
    const context = session.open('read');
    const frame = session.frame();
    if (args.id === undefined) {
      const operations = readHistory(context.db, options.limit ?? USUAL_LIMIT);
      return {
        json: () => operations.map((operation) => operationJson(operation, frame)),
        plain: () => operations.map((operation) => plainOperation(operation, frame)),
        text: () => (operations.length === 0 ? 'Nothing was done yet.' : listOperations(operations, frame)),
      };
    }
    const entries = selectUids(context, args.id.selection).flatMap((uid) => readStory(context.db, uid));
    return {
      json: () => entries.map((entry) => entryJson(entry, frame)),
      plain: () => entries.map((entry) => plainEntry(entry, frame)),
      text: () => listEntries(entries, frame),
    };
  },
});

import { readHistory, readStory } from '../../app/history.ts';
import { selectUids } from '../../app/select.ts';
import { operationJson } from '../../views/json/operation.ts';
import { storyEntryJson } from '../../views/json/story-entry.ts';
import { plainOperation } from '../../views/plain/operation.ts';
import { plainStoryEntry } from '../../views/plain/story-entry.ts';
import { listHistory } from '../../views/terminal/operations.ts';
import { listStory } from '../../views/terminal/story.ts';
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
    const view = session.viewContext();
    if (args.id === undefined) {
      const operations = readHistory(context.db, options.limit ?? USUAL_LIMIT);
      return {
        json: () => operations.map((operation) => operationJson(operation, view)),
        plain: () => operations.map((operation) => plainOperation(operation, view)),
        text: () => (operations.length === 0 ? 'Nothing was done yet.' : listHistory(operations, view)),
      };
    }
    const entries = selectUids(context, args.id.selection).flatMap((uid) => readStory(context.db, uid));
    return {
      json: () => entries.map((entry) => storyEntryJson(entry, view)),
      plain: () => entries.map((entry) => plainStoryEntry(entry, view)),
      text: () => listStory(entries, view),
    };
  },
});

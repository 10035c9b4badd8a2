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
import type { Command } from '../run/command.ts';

const USUAL_LIMIT = 50;

export const history: Command = {
  name: 'history',
  summary: 'what was done; or every event of one commitment',
  arguments: [['[id]', 'the commitment; without it the last operations, the youngest first']],
  options: [['-n, --limit <count>', `how many operations (else ${USUAL_LIMIT})`]],
  examples: [
    ['history', 'the last things you did, and what was undone'],
    ['history 3', 'every event of 3, those that were undone too'],
  ],
  run: async (call) => {
    const { session } = call;
    const context = session.open('read');
    const frame = session.frame();
    if (call.words(0).length === 0) {
      const operations = readHistory(context.db, call.count('limit') ?? USUAL_LIMIT);
      return {
        json: () => operations.map((operation) => operationJson(operation, frame)),
        plain: () => operations.map((operation) => plainOperation(operation, frame)),
        text: () => (operations.length === 0 ? 'Nothing was done yet.' : listOperations(operations, frame)),
      };
    }
    const entries = selectUids(context, (await call.selection()).selection).flatMap((uid) =>
      readStory(context.db, uid),
    );
    return {
      json: () => entries.map((entry) => entryJson(entry, frame)),
      plain: () => entries.map((entry) => plainEntry(entry, frame)),
      text: () => listEntries(entries, frame),
    };
  },
};

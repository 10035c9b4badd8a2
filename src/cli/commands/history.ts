import { readHistory, readStoryBy } from '../../app/history.ts';
import { selectUids } from '../../app/select.ts';
import { RECORDED_VERBS } from '../../domain/decisions/recorded-verbs.ts';
import { operationJson } from '../../views/json/operation.ts';
import { storyEntryJson } from '../../views/json/story-entry.ts';
import { plainOperation } from '../../views/plain/operation.ts';
import { plainStoryEntry } from '../../views/plain/story-entry.ts';
import { listHistory } from '../../views/terminal/operations.ts';
import { listStory } from '../../views/terminal/story.ts';
import { ids } from '../run/arguments/argument.ts';
import { choice, count, date } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import { refuseUsage } from '../run/refuse-usage.ts';

const USUAL_LIMIT = 50;

export const history = command({
  name: 'history',
  summary: 'what was done, or every event of one commitment',
  arguments: { id: ids('[id]', 'the commitment; if left out, the last operations, latest first') },
  options: {
    client: CLIENT_FILTER,
    verb: choice('--verb', RECORDED_VERBS, 'only what one command recorded: move, done, undo, ...'),
    since: date('--since', 'only what was recorded since then: "monday", "march"', 'when'),
    until: date('--until', 'only what was recorded up to then', 'when'),
    limit: count('-n, --limit', `how many operations (default: ${USUAL_LIMIT})`),
  },
  examples: [
    ['history', 'the last things you did, and what was undone'],
    ['history 3', 'every event of 3, those that were undone too'],
    ['history --client acme --since march', 'what was done about Acme since the first of March'],
    ['history --verb move --until friday', 'which dates were moved'],
  ],
  run: async ({ session, args, options }) => {
    const { client: name, verb, limit } = options;
    if (args.id !== undefined && name !== undefined) {
      throw refuseUsage('Give the number of a commitment, or --client, not both.', null, 'id-with-client');
    }
    const context = session.open('read');
    const client = findFilter(session, name)?.uid;
    const dates = session.datesFor(client ?? null);
    const since = await options.since?.readSince(dates);
    const before = await options.until?.readUntil(dates);
    const filter = { client, verb, since, before };
    const isFiltered = Object.values(filter).some((each) => each !== undefined);
    const view = session.viewContext();
    if (args.id === undefined) {
      const operations = readHistory(context.db, limit ?? USUAL_LIMIT, filter);
      const nothing = isFiltered ? 'Nothing like that was done.' : 'Nothing was done yet.';
      return {
        json: () => operations.map((operation) => operationJson(operation, view)),
        plain: () => operations.map((operation) => plainOperation(operation, view)),
        text: () => (operations.length === 0 ? nothing : listHistory(operations, view)),
      };
    }
    const uids = selectUids(context, args.id.selection);
    const entries = uids.flatMap((uid) => readStoryBy(context.db, uid, filter));
    return {
      json: () => entries.map((entry) => storyEntryJson(entry, view)),
      plain: () => entries.map((entry) => plainStoryEntry(entry, view)),
      text: () =>
        entries.length === 0 && isFiltered ? 'Nothing like that was done.' : listStory(entries, view),
    };
  },
});

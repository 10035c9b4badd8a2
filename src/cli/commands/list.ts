import { KINDS, STATES } from '../../domain/streams/kinds.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import { type ListFilter, listCommitments, SORT_KEYS } from '../../store/list-commitments.ts';
import { commitmentJson } from '../../views/json/commitment.ts';
import { plainCommitment } from '../../views/plain/commitment.ts';
import { showList } from '../../views/terminal/list.ts';
import { screenful } from '../../views/terminal/screenful.ts';
import { LIMIT, linesWithin } from '../run/arguments/limit.ts';
import { choice, date, flag, project as projectOption } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';

export const list = command({
  name: 'list',
  summary: 'commitments, a line each',
  arguments: {},
  options: {
    client: CLIENT_FILTER,
    kind: choice('--kind', KINDS, `only one kind: ${KINDS.join(', ')}`),
    state: choice('--state', STATES, `only one state: ${STATES.join(', ')}`),
    ball: choice('--ball', ['me', 'them'], 'only where the next move is with: me, them', {
      placeholder: 'who',
    }),
    project: projectOption('-p, --project', 'only one project'),
    overdue: flag('--overdue', 'only those whose date has passed'),
    by: date('-b, --by', 'only those with a date up to this one'),
    scope: choice('--scope', ['in', 'out'], 'only in or out of what was agreed'),
    all: flag('-a, --all', 'closed ones too'),
    sort: choice('--sort', SORT_KEYS, `by ${SORT_KEYS.join(', ')} (default: date)`, { placeholder: 'key' }),
    reverse: flag('--reverse', 'in reverse order'),
    limit: LIMIT,
  },
  examples: [
    ['list', 'all that is open, by date'],
    ['list --ball them', 'what you are waiting for'],
    ['list --by friday --sort client', 'what has a date up to friday'],
    ['list --client "Acme Corp" --all', 'everything for one client'],
  ],
  run: async ({ session, options }) => {
    const { db } = session.open('read');
    const view = session.viewContext();
    const client = findFilter(session, options.client);
    const by = await options.by?.readNear(session.datesFor(client?.uid ?? null));
    const { calendar } = view;
    const { kind, state, scope, project, ball, sort = 'date', reverse, limit } = options;
    const filter: ListFilter = {
      which: state !== undefined || options.all ? 'all' : ball ? 'pending' : 'open',
      client: client?.uid,
      kind,
      state,
      ball,
      scope,
      project,
      ...(by?.grain === 'day' ? { byDay: { day: dayMeant(by, calendar), calendar } } : { by: by?.at }),
      overdueAt: options.overdue ? session.now : undefined,
    };
    const read = (most: number) =>
      listCommitments(db, filter, { key: sort, isReversed: reverse, limit: most });
    return {
      json: () =>
        read(Number.POSITIVE_INFINITY).commitments.map((commitment) => commitmentJson(commitment, view)),
      plain: () =>
        read(Number.POSITIVE_INFINITY).commitments.map((commitment) => plainCommitment(commitment, view)),
      text: () => {
        const { commitments, total } = read(linesWithin(limit, screenful(view)));
        return total === 0 ? 'There is nothing to list.' : showList(commitments, total, view, client?.uid);
      },
    };
  },
});

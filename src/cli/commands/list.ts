import {
  ballOf,
  type Commitment,
  currentDate,
  isOpen,
  isOverdue,
  isPending,
} from '../../domain/streams/commitment.ts';
import { KINDS, STATES } from '../../domain/streams/kinds.ts';
import { isSameName } from '../../domain/streams/names.ts';
import { readCommitments } from '../../store/queries.ts';
import { commitmentJson } from '../../views/json/json.ts';
import { listCommitments, plainCommitment } from '../../views/terminal/list.ts';
import { choice, date, flag, text } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';

/** What `--sort` can go by: the value that is compared, nothing last. */
const SORT_KEYS = {
  number: (commitment: Commitment) => commitment.number,
  date: dateKey,
  title: ({ title }: Commitment) => title.toLowerCase(),
  client: ({ client }: Commitment, names: ReadonlyMap<string, string>) =>
    (client && names.get(client)?.toLowerCase()) || '~',
  state: ({ state }: Commitment) => STATES.indexOf(state),
  created: ({ createdAt }: Commitment) => createdAt,
};

/** The date that stands, is offered, or wished for; behind all dates where there is none. */
function dateKey(commitment: Commitment): string {
  return currentDate(commitment)?.at ?? '~';
}

/** The names of what a list can be sorted by. */
const SORT_NAMES = Object.keys(SORT_KEYS) as readonly (keyof typeof SORT_KEYS)[];

export const list = command({
  name: 'list',
  summary: 'commitments, a line each',
  arguments: {},
  options: {
    client: CLIENT_FILTER,
    kind: choice('--kind', KINDS, `only one kind: ${KINDS.join(', ')}`),
    state: choice('--state', STATES, `only one state: ${STATES.join(', ')}`),
    ball: choice('--ball', ['me', 'them'], 'only where it is the move of: me, them', { placeholder: 'who' }),
    project: text('-p, --project', 'only one project', 'project'),
    overdue: flag('--overdue', 'only those whose date has passed'),
    by: date('-b, --by', 'only those that have to be there by a date'),
    scope: choice('--scope', ['in', 'out'], 'only in or out of what was agreed'),
    all: flag('-a, --all', 'closed ones too'),
    sort: choice('--sort', SORT_NAMES, `by ${SORT_NAMES.join(', ')} (else by date)`, { placeholder: 'key' }),
    reverse: flag('--reverse', 'the other way round'),
  },
  examples: [
    ['list', 'all that is open, by date'],
    ['list --ball them', 'what you wait for'],
    ['list --by friday --sort client', 'what has to be there this week'],
    ['list --client "Acme Corp" --all', 'everything for one client'],
  ],
  run: async ({ session, options }) => {
    const { db } = session.open('read');
    const frame = session.frame();
    const client = findFilter(session, options.client);
    const by = await options.by?.read(session.datesFor(client?.uid ?? null));
    const { kind, state, scope, project, ball } = options;
    const sort = SORT_KEYS[options.sort ?? 'date'];
    const isWanted = state !== undefined || options.all ? () => true : ball ? isPending : isOpen;
    const wanted: readonly ((commitment: Commitment) => boolean)[] = [
      isWanted,
      (c) => client === null || [c.client, c.who].includes(client.uid),
      (c) => kind === undefined || c.kind === kind,
      (c) => state === undefined || c.state === state,
      (c) => ball === undefined || ballOf(c) === ball,
      (c) => scope === undefined || c.scope === scope,
      (c) => project === undefined || isSameName(c.project ?? '', project),
      (c) => !options.overdue || isOverdue(c, session.now),
      (c) => by === undefined || dateKey(c) <= by.at,
    ];
    const shown = readCommitments(db)
      .filter((commitment) => wanted.every((accepts) => accepts(commitment)))
      .map((commitment) => ({ commitment, key: sort(commitment, frame.names) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ commitment }) => commitment);
    if (options.reverse) shown.reverse();
    return {
      json: () => shown.map((commitment) => commitmentJson(commitment, frame)),
      plain: () => shown.map((commitment) => plainCommitment(commitment, frame)),
      text: () => (shown.length === 0 ? 'There is nothing to list.' : listCommitments(shown, frame)),
    };
  },
});

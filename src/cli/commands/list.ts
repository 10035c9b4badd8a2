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
import type { Command } from '../run/command.ts';
import { CLIENT_FILTER } from '../run/options.ts';

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
export const SORT_NAMES = Object.keys(SORT_KEYS) as readonly (keyof typeof SORT_KEYS)[];

export const list: Command = {
  name: 'list',
  summary: 'commitments, a line each',
  arguments: [],
  options: [
    CLIENT_FILTER,
    ['--kind <kind>', `only one kind: ${KINDS.join(', ')}`],
    ['--state <state>', `only one state: ${STATES.join(', ')}`],
    ['--ball <who>', 'only where it is the move of: me, them'],
    ['-p, --project <project>', 'only one project'],
    ['--overdue', 'only those whose date has passed'],
    ['-b, --by <date>', 'only those that have to be there by a date'],
    ['--scope <scope>', 'only in or out of what was agreed'],
    ['-a, --all', 'closed ones too'],
    ['--sort <key>', `by ${SORT_NAMES.join(', ')} (else by date)`],
    ['--reverse', 'the other way round'],
  ],
  examples: [
    ['list', 'all that is open, by date'],
    ['list --ball them', 'what you wait for'],
    ['list --by friday --sort client', 'what has to be there this week'],
    ['list --client "Acme Corp" --all', 'everything for one client'],
  ],
  run: async (call) => {
    const { session } = call;
    const { db } = session.open('read');
    const frame = session.frame();
    const client = call.clientFilter(db);
    const kind = call.choice('kind', KINDS);
    const state = call.choice('state', STATES);
    const scope = call.choice('scope', ['in', 'out'] as const);
    const project = call.option('project');
    const by = await call.date('by');
    const ball = call.choice('ball', ['me', 'them'] as const);
    const sort = SORT_KEYS[call.choice('sort', SORT_NAMES) ?? 'date'];
    const isWanted = state !== undefined || call.flag('all') ? () => true : ball ? isPending : isOpen;
    const wanted: readonly ((commitment: Commitment) => boolean)[] = [
      isWanted,
      (c) => client === null || [c.client, c.who].includes(client.uid),
      (c) => kind === undefined || c.kind === kind,
      (c) => state === undefined || c.state === state,
      (c) => ball === undefined || ballOf(c) === ball,
      (c) => scope === undefined || c.scope === scope,
      (c) => project === undefined || isSameName(c.project ?? '', project),
      (c) => !call.flag('overdue') || isOverdue(c, session.now),
      (c) => by === undefined || dateKey(c) <= by.at,
    ];
    const shown = readCommitments(db)
      .filter((commitment) => wanted.every((fits) => fits(commitment)))
      .map((commitment) => ({ commitment, key: sort(commitment, frame.names) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ commitment }) => commitment);
    if (call.flag('reverse')) shown.reverse();
    return {
      json: () => shown.map((commitment) => commitmentJson(commitment, frame)),
      plain: () => shown.map((commitment) => plainCommitment(commitment, frame)),
      text: () => (shown.length === 0 ? 'There is nothing to list.' : listCommitments(shown, frame)),
    };
  },
};

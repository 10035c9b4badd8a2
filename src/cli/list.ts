import { isSameName } from '../domain/client.ts';
import {
  ballOf,
  type Commitment,
  isOpen,
  isOverdue,
  isPending,
  KINDS,
  STATES,
} from '../domain/commitment.ts';
import { readCommitments } from '../store/queries.ts';
import { commitmentJson } from '../views/json.ts';
import { listCommitments, plainCommitment } from '../views/list.ts';
import type { Command } from './command.ts';
import { CLIENT_FILTER } from './options.ts';

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
function dateKey({ due, offered, wantedBy }: Commitment): string {
  return (due ?? offered ?? wantedBy)?.at ?? '~';
}

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
    ['--sort <key>', `by ${Object.keys(SORT_KEYS).join(', ')} (else by date)`],
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
    const sort =
      SORT_KEYS[call.choice('sort', Object.keys(SORT_KEYS) as (keyof typeof SORT_KEYS)[]) ?? 'date'];
    const shown = readCommitments(db)
      .filter(
        (commitment) => call.flag('all') || state !== undefined || (ball ? isPending : isOpen)(commitment),
      )
      .filter((commitment) => client === null || [commitment.client, commitment.who].includes(client.uid))
      .filter((commitment) => kind === undefined || commitment.kind === kind)
      .filter((commitment) => state === undefined || commitment.state === state)
      .filter((commitment) => ball === undefined || ballOf(commitment) === ball)
      .filter((commitment) => scope === undefined || commitment.scope === scope)
      .filter((commitment) => project === undefined || isSameName(commitment.project ?? '', project))
      .filter((commitment) => !call.flag('overdue') || isOverdue(commitment, session.now))
      .filter((commitment) => by === undefined || dateKey(commitment) <= by.at)
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

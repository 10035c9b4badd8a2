import { ballOf, type Commitment, isOpen, isPending, KINDS, STATES } from '../domain/commitment.ts';
import { readCommitments } from '../store/queries.ts';
import { commitmentJson } from '../views/json.ts';
import { listCommitments, plainCommitment } from '../views/list.ts';
import type { Command } from './command.ts';
import { CLIENT_FILTER } from './options.ts';

/** What `--sort` can go by: the value that is compared, nothing last. */
const SORT_KEYS = {
  number: (commitment: Commitment) => commitment.number,
  date: ({ due, offered, wantedBy }: Commitment) => (due ?? offered ?? wantedBy)?.at ?? '~',
  title: ({ title }: Commitment) => title.toLowerCase(),
  client: ({ client }: Commitment, names: ReadonlyMap<string, string>) =>
    (client && names.get(client)?.toLowerCase()) || '~',
  state: ({ state }: Commitment) => STATES.indexOf(state),
  created: ({ createdAt }: Commitment) => createdAt,
};

export const list: Command = {
  name: 'list',
  summary: 'commitments, a line each',
  arguments: [],
  options: [
    CLIENT_FILTER,
    ['--kind <kind>', `only one kind: ${KINDS.join(', ')}`],
    ['--state <state>', `only one state: ${STATES.join(', ')}`],
    ['--ball <who>', 'only where it is the move of: me, them'],
    ['-a, --all', 'closed ones too'],
    ['--sort <key>', `by ${Object.keys(SORT_KEYS).join(', ')} (else by date)`],
  ],
  examples: [
    ['list', 'all that is open, by date'],
    ['list --ball them', 'what you wait for'],
    ['list --client "Acme Corp" --all', 'everything for one client'],
  ],
  run: (call) => {
    const { session } = call;
    const { db } = session.open('read');
    const frame = session.frame();
    const client = call.clientFilter(db);
    const kind = call.choice('kind', KINDS);
    const state = call.choice('state', STATES);
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
      .map((commitment) => ({ commitment, key: sort(commitment, frame.names) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ commitment }) => commitment);
    return {
      json: () => shown.map((commitment) => commitmentJson(commitment, frame)),
      plain: () => shown.map((commitment) => plainCommitment(commitment, frame)),
      text: () => (shown.length === 0 ? 'There is nothing to list.' : listCommitments(shown, frame)),
    };
  },
};

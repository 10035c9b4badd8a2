import { describe, expect, it } from 'vitest';
import { decideAwait } from '../../src/domain/decisions/await.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { type Commitment, currentDate } from '../../src/domain/streams/commitment.ts';
import { STATES } from '../../src/domain/streams/kinds.ts';
import { localDay } from '../../src/domain/time/calendar.ts';
import {
  type ListFilter,
  type ListOrder,
  listCommitments,
  SORT_KEYS,
} from '../../src/store/list-commitments.ts';
import { readCommitments } from '../../src/store/queries.ts';
import { newDesk } from '../support/desk.ts';
import { CALENDAR, date, march, nineToFive } from '../support/situation.ts';

const ALL: ListOrder = { key: 'number', isReversed: false, limit: Number.POSITIVE_INFINITY };

function desk() {
  const made = newDesk();
  made.add('zebra', 'Joe', { agreed: date(12), project: 'Site' });
  made.add('Äpfel', 'Ann', { wantedBy: date(9), scope: 'out' });
  made.add('apple', 'Joe', { project: 'site' });
  made.add('no client at all');
  made.add('same day', 'Ann', { agreed: date(9) });
  made.start('await', decideAwait, {
    title: 'figures',
    who: { name: 'Dana', isNew: true },
    client: { name: 'Joe', isNew: false },
    due: date(6),
  });
  made.apply('done', [made.add('shipped', 'Joe', { agreed: date(6) })], decideDone, {});
  return made;
}

const numbers = (list: { readonly commitments: readonly Commitment[] }) =>
  list.commitments.map(({ number }) => number);

describe('a list', () => {
  it.each(SORT_KEYS)('by %s is in order, also from the end, and a limit only cuts it', (key) => {
    const { db } = desk();
    const clients = new Map(
      (db.prepare('SELECT uid, name FROM client').all() as { uid: string; name: string }[]).map((row) => [
        row.uid,
        row.name,
      ]),
    );
    const value: Record<typeof key, (commitment: Commitment) => string | number> = {
      number: ({ number }) => number,
      created: ({ createdAt }) => createdAt,
      title: ({ title }) => title.toLowerCase(),
      date: (commitment) => currentDate(commitment)?.at ?? '~',
      client: ({ client }) => clients.get(client ?? '')?.toLowerCase() ?? '~',
      state: ({ state }) => STATES.indexOf(state),
    };
    const rank = value[key];
    const expected = readCommitments(db)
      .sort((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
      .map(({ number }) => number);
    const list = (order: Partial<ListOrder>) =>
      listCommitments(db, { which: 'all' }, { ...ALL, key, ...order });
    expect(numbers(list({}))).toEqual(expected);
    expect(numbers(list({ isReversed: true }))).toEqual(expected.toReversed());
    for (let limit = 1; limit <= expected.length; limit++) {
      expect(list({ limit })).toMatchObject({ total: expected.length });
      expect(numbers(list({ limit }))).toEqual(expected.slice(0, limit));
      expect(numbers(list({ limit, isReversed: true }))).toEqual(expected.toReversed().slice(0, limit));
    }
  });

  it.each<[string, ListFilter, readonly number[]]>([
    ['what is open', { which: 'open' }, [1, 2, 3, 4, 5, 6]],
    ['where somebody has to move', { which: 'pending' }, [1, 2, 3, 4, 5, 6, 7]],
    ['where they have to', { which: 'pending', ball: 'them' }, [6, 7]],
    ['what is of one kind', { which: 'all', kind: 'awaiting' }, [6]],
    ['what is in one state', { which: 'all', state: 'done' }, [7]],
    ['what is out of scope', { which: 'open', scope: 'out' }, [2]],
    ['a project however it is spelt', { which: 'all', project: 'SITE' }, [1, 3]],
    ['what is due by a day', { which: 'open', by: march(9) }, [2, 5, 6]],
    ['what is late', { which: 'open', overdueAt: march(7) }, [6]],
  ])('shows %s', (_name, filter, expected) => {
    expect(numbers(listCommitments(desk().db, filter, ALL))).toEqual(expected);
  });

  it.each([
    ['UTC', 9, [2, 5, 6, 8]],
    ['Asia/Tokyo', 9, [2, 5, 6]],
    ['Asia/Tokyo', 10, [2, 5, 6, 8]],
    ['Pacific/Honolulu', 9, [2, 5, 6, 8]],
    ['Pacific/Honolulu', 12, [1, 2, 5, 6, 8]],
  ])(
    'shows what is due by a day, as it was said if it was a day: in %s by %i March',
    (zone, day, expected) => {
      const made = desk();
      made.add('late that evening', 'Joe', { agreed: date(9, '22:00') });
      const calendar = nineToFive(zone);
      const byDay = { day: localDay(CALENDAR, march(day)), calendar };
      expect(numbers(listCommitments(made.db, { which: 'open', byDay }, ALL))).toEqual(expected);
    },
  );

  it('shows what concerns a client, whoever of two promised it', () => {
    const { db } = desk();
    const uidOf = (name: string) =>
      String(db.prepare('SELECT uid FROM client WHERE name = ?').pluck().get(name));
    expect(numbers(listCommitments(db, { which: 'all', client: uidOf('Joe') }, ALL))).toEqual([1, 3, 6, 7]);
    expect(numbers(listCommitments(db, { which: 'all', client: uidOf('Dana') }, ALL))).toEqual([6]);
  });
});

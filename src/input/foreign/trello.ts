import * as v from 'valibot';
import { groupBy } from '../../domain/base/group-by.ts';
import type { Table } from './table.ts';

const text = v.fallback(v.string(), '');
const flag = v.fallback(v.boolean(), false);
const named = v.looseObject({ name: text });
const namedList = v.fallback(v.array(named), []);
const anyList = v.fallback(v.array(v.unknown()), []);

const LIST = v.looseObject({ id: text, name: text, closed: flag });

const CARD = v.looseObject({
  id: text,
  name: text,
  desc: text,
  idList: text,
  due: text,
  closed: flag,
  dueComplete: flag,
  labels: namedList,
  idMembers: anyList,
  idChecklists: anyList,
  attachments: anyList,
});

const ACTION = v.looseObject({
  type: text,
  data: v.fallback(v.looseObject({ text, card: v.fallback(v.looseObject({ id: text }), { id: '' }) }), {
    text: '',
    card: { id: '' },
  }),
});

/** The parts of an exported board that are read. What is not as expected is as if it were not there. */
const BOARD = v.looseObject({
  name: text,
  cards: v.array(CARD),
  lists: v.array(LIST),
  actions: v.fallback(v.array(ACTION), []),
});

/** An exported board as the table that Trello itself makes of it, a row a card; null if its cards are none. */
export function tableOfBoard(document: unknown): Table | null {
  const parsed = v.safeParse(BOARD, document);
  if (!parsed.success) return null;
  const board = parsed.output;
  const lists = new Map(board.lists.map((list) => [list.id, list]));
  const comments = groupBy(
    board.actions.filter(({ type }) => type === 'commentCard'),
    ({ data }) => data.card.id,
  );
  const rows = board.cards.map((card, index) => {
    const list = lists.get(card.idList);
    const cells: Readonly<Record<string, string>> = {
      'Card ID': card.id,
      'Card Name': card.name,
      'Card Description': card.desc,
      'Due Date': card.due,
      'Due Complete': String(card.dueComplete),
      'List Name': list?.name ?? '',
      'Board Name': board.name,
      Archived: String(card.closed || (list?.closed ?? false)),
      Created: createdAt(card.id),
      Labels: card.labels.map(({ name }) => name || 'without a name').join(', '),
      Members: sayHowMany(card.idMembers),
      Checklists: sayHowMany(card.idChecklists),
      Attachments: sayHowMany(card.attachments),
      // The latest comes first in an export.
      Comments: (comments.get(card.id) ?? [])
        .map(({ data }) => data.text)
        .reverse()
        .join('\n\n'),
    };
    return { line: index + 1, cells: Object.values(cells), names: Object.keys(cells) };
  });
  return { headings: rows[0]?.names ?? ['Card ID', 'Card Name'], rows, linesAbove: 0 };
}

function sayHowMany(things: readonly unknown[]): string {
  return things.length === 0 ? '' : String(things.length);
}

/** There were no cards before. */
const FIRST_YEAR = 2011;

/** When a card was made: its id begins with the seconds since 1970, as eight hexadecimal digits. Empty if it does not. */
function createdAt(id: string): string {
  if (!/^[\da-f]{24}$/.test(id)) return '';
  const made = new Date(Number.parseInt(id.slice(0, 8), 16) * 1000);
  return made.getUTCFullYear() < FIRST_YEAR ? '' : made.toISOString();
}

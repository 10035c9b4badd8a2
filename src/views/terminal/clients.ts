import type { ClientSummary } from '../../domain/agenda/brief.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayLastWord } from '../words/client.ts';
import type { Column } from './columns.ts';
import { showRest } from './screenful.ts';
import { renderTable } from './table.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'Client', shrinks: true, least: 16 },
  { heading: 'Open', align: 'right', leaves: 1 },
  { heading: 'My move', align: 'right' },
  { heading: 'Theirs', align: 'right', leaves: 2 },
  { heading: 'Last word from me', shrinks: true, least: 17, keepsWords: true },
];

/** The first clients of all as a table, one line each, and how many more there are. */
export async function listClients(
  clients: readonly ClientSummary[],
  view: ViewContext,
  most: number,
): Promise<string> {
  const shown = clients.slice(0, most);
  const rows = shown.map(({ client, moves, lastWordAt }) => [
    { text: printable(client.name) },
    { text: String(moves.me + moves.them) },
    { text: String(moves.me) },
    { text: String(moves.them) },
    { text: sayLastWord(lastWordAt, view) },
  ]);
  const table = await renderTable(COLUMNS, rows, view.width, view.style.quiet);
  return [table, ...showRest(clients.length - shown.length, view)].join('\n');
}

import type { OperationSummary, StoryEntry } from '../../domain/streams/history.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { ANSWER_WORDS } from '../words/answer.ts';
import { sayClientEvent } from '../words/client-story.ts';
import { sayEvent } from '../words/story.ts';
import { toLocalIso } from '../words/time.ts';
import { sayStretch } from './away.ts';
import type { Column } from './columns.ts';
import { renderTable } from './table.ts';
import { wrap } from './width.ts';

const OPERATION_COLUMNS: readonly Column[] = [
  { heading: 'When' },
  { heading: 'Verb' },
  { heading: 'No', align: 'right' },
  { heading: 'What', shrinks: true, least: 20 },
];

/** Operations as a table, a line each. */
export async function listOperations(
  operations: readonly OperationSummary[],
  view: ViewContext,
): Promise<string> {
  const rows = operations.map((operation) => {
    const style = operation.undone ? { style: view.style.quiet } : {};
    return [
      { text: sayInstant(operation.recordedAt, view.calendar, view.now), ...style },
      { text: operation.verb, ...style },
      { text: few(numbersOf(operation, view), ',', ' +'), ...style },
      { text: sayInHistory(operation, view), ...style },
    ];
  });
  return renderTable(OPERATION_COLUMNS, rows, view.width, view.style.quiet);
}

/** Says which operations were undone or done again. */
export function sayReverted(
  what: string,
  operations: readonly OperationSummary[],
  view: ViewContext,
): string {
  return operations
    .flatMap((operation) =>
      wrap(`${what}: ${sayTitle(operation, view)}. ${sayOperation(operation, view)}`, view.width, '  '),
    )
    .join('\n');
}

/** An operation as programs see it; `ids` are the numbers of the commitments that it touched. */
export function operationJson(operation: OperationSummary, view: ViewContext): object {
  return {
    id: operation.id,
    at: toLocalIso(operation.recordedAt, view.calendar),
    verb: operation.verb,
    ids: numbersOf(operation, view),
    summary: sayOperation(operation, view),
    undoes: operation.undoes,
    undone: operation.undone,
  };
}

/** An operation for programs that read lines. */
export function plainOperation(operation: OperationSummary, view: ViewContext): string[] {
  return [
    toLocalIso(operation.recordedAt, view.calendar),
    operation.verb,
    numbersOf(operation, view).join(','),
    operation.undone ? 'undone' : '',
    sayOperation(operation, view),
  ];
}

/** The events of commitments as lines. */
export async function listEntries(entries: readonly StoryEntry[], view: ViewContext): Promise<string> {
  const columns: readonly Column[] = [
    { heading: 'When' },
    { heading: 'Event' },
    { heading: 'What', shrinks: true, least: 20 },
  ];
  const rows = entries.map(({ event, undone }) => {
    const style = undone ? { style: view.style.quiet } : {};
    return [
      { text: sayInstant(event.at, view.calendar, view.now), ...style },
      { text: event.type, ...style },
      { text: `${undone ? '(undone) ' : ''}${sayEvent(event, view)}`, ...style },
    ];
  });
  return renderTable(columns, rows, view.width, view.style.quiet);
}

/** An event of a commitment for programs that read lines. */
export function plainEntry({ event, undone }: StoryEntry, view: ViewContext): string[] {
  return [toLocalIso(event.at, view.calendar), event.type, undone ? 'undone' : '', sayEvent(event, view)];
}

/** An event of a commitment as programs see it. */
export function entryJson({ event, operation, undone }: StoryEntry, view: ViewContext): object {
  return {
    at: toLocalIso(event.at, view.calendar),
    type: event.type,
    summary: sayEvent(event, view),
    operation,
    undone,
  };
}

function sayInHistory(operation: OperationSummary, view: ViewContext): string {
  const prefix = operation.undone ? '(undone) ' : '';
  const turned =
    operation.undoes === null ? '' : operation.verb === 'redo' ? 'Brought back: ' : 'Took back: ';
  return `${prefix}${turned}${sayOperation(operation, view)}`;
}

/** What an operation did, named by what it was done to. Safe to print. */
function sayOperation(
  { facts, contacts, clients, answers, away }: OperationSummary,
  view: ViewContext,
): string {
  const merged = clients.flatMap(({ uid, event }) => (event.type === 'ClientMerged' ? [{ uid, event }] : []));
  const about = merged.length > 0 ? merged : clients;
  const others = [
    ...about.flatMap(({ uid, event }) => sayClientEvent(event, nameOf(uid, view), view) ?? []),
    ...answers.map(
      ({ number, client, answer, note }) =>
        `Question ${number}${client ? ` for ${nameOf(client, view)}` : ''}: ${ANSWER_WORDS[answer]}${note ? `, ${note}` : ''}.`,
    ),
    ...away.map(({ isCancelled, planned: { first, last, note = null } }) => {
      const days = sayStretch({ first, last }, view);
      return isCancelled ? `Working after all: ${days}.` : `Away: ${days}${note ? `, ${note}` : ''}.`;
    }),
  ].map(printable);
  const words = contacts.map(({ client, direction, text }) => {
    const name = nameOf(client, view) ?? 'them';
    return printable(direction === 'out' ? `You told ${name}: ${text}` : `${name} told you: ${text}`);
  });
  // Words are told by their contact, and what moved with a merge by the merge.
  const own = merged.length > 0 ? [] : facts.filter(({ event }) => !('contact' in event));
  const told = own.map(({ uid, title, event }, index) => {
    const isSame = own[index - 1]?.uid === uid;
    const called = 'title' in event && event.title ? event.title : title;
    return `${called && !isSame ? `${printable(called)}: ` : ''}${sayEvent(event, view)}`;
  });
  // Where words were said, too, what followed from them is set apart from them.
  return words.length > 0
    ? few([words.join('; '), ...told, ...others], ' \u00b7 ', ' \u00b7 and ')
    : few([...told, ...others], ' ', ' And ');
}

function sayTitle(operation: OperationSummary, view: ViewContext): string {
  const numbers = few(numbersOf(operation, view), ' ', ' and ');
  return [operation.verb, numbers].filter(Boolean).join(' ');
}

/** More entries of a list than this say less than their number. */
const MOST = 6;

/** A list as a text; of a long one the first few, and how many more there are. */
function few(all: readonly (string | number)[], between: string, before: string): string {
  if (all.length <= MOST) return all.join(between);
  const shown = MOST / 2;
  return `${all.slice(0, shown).join(between)}${before}${all.length - shown} more`;
}

function numbersOf({ facts }: OperationSummary, view: ViewContext): number[] {
  const uids = new Set(facts.map(({ uid }) => uid));
  return [...uids].flatMap((uid) => view.numberOf(uid) ?? []);
}

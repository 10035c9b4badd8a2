import { counterpart } from '../../domain/streams/commitment.ts';
import type { SearchHit } from '../../domain/streams/search-hit.ts';
import { firstPlaceOf, holdsAll, placesOf } from '../../domain/streams/sought-words.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayStateOrKind } from '../words/commitment.ts';
import { sayRelative } from '../words/time.ts';
import { alignRows, type Cell, type Column, TITLE } from './columns.ts';
import { segmentsOf, truncate, widthOf } from './width.ts';

const COLUMNS: readonly Column[] = [{ align: 'right' }, { shrinks: true, least: 8 }, TITLE, { leaves: 1 }];

const INDENT = '      ';
const MOST_OF_NAME = 20;
const LEAST_ROOM = 16;

/** Stands between the texts of one event: its title, its project, the reason. */
const BETWEEN = ' \u00b7 ';

/** Search hits under the commitment or client that they belong to, the best first. */
export function showSearchHits(
  hits: readonly SearchHit[],
  sought: readonly string[],
  view: ViewContext,
): string {
  const entries = new Map<string, SearchHit[]>();
  for (const hit of hits) {
    // An answer to one of the four questions may be about all clients.
    const key = hit.commitment?.uid ?? (hit.project === null ? hit.client : `project ${hit.project}`) ?? '';
    entries.set(key, [...(entries.get(key) ?? []), hit]);
  }
  const heads = [...entries.values()].map(([first]) => (first ? headOf(first, sought, view) : []));
  const lines = [...entries.values()].map((entry) => entry.flatMap((each) => lineOf(each, sought, view)));
  return alignRows(COLUMNS, heads, view.width)
    .flatMap((head, index) => [head, ...(lines[index] ?? [])])
    .join('\n');
}

function headOf(
  { commitment, client, project }: SearchHit,
  sought: readonly string[],
  view: ViewContext,
): Cell[] {
  const style = (text: string) => setOff(text, sought, view);
  const name = nameOf(commitment ? counterpart(commitment) : client, view);
  const named = { text: printable(name ?? ''), style };
  if (project !== null) {
    return [{ text: '' }, named, { text: printable(project), style }, { text: 'project' }];
  }
  if (!commitment) return [{ text: '' }, name === null ? { text: 'Review' } : named];
  return [
    { text: String(commitment.number) },
    named,
    { text: printable(commitment.title), style },
    { text: sayStateOrKind(commitment) },
  ];
}

/** The line below the head; none if the head already says everything. */
function lineOf(hit: SearchHit, sought: readonly string[], view: ViewContext): string[] {
  const { kind, text, commitment } = hit;
  const head = kind === 'client' ? nameOf(hit.client, view) : (commitment?.title ?? hit.project);
  const begins = head !== null && text.startsWith(head + BETWEEN);
  if (text === head || (begins && holdsAll(sought, head))) return [];
  const words = printable(begins ? text.slice(head.length + BETWEEN.length) : text);
  const most = view.width - widthOf(INDENT);
  const whose = `${truncate(whoseWords(hit, view), most - LEAST_ROOM)}: `;
  const room = most - widthOf(whose);
  return [INDENT + view.style.quiet(whose) + setOff(around(words, sought, room), sought, view)];
}

/** Who said it and when; stands before the words. */
function whoseWords({ kind, at, client, direction, via }: SearchHit, view: ViewContext): string {
  const age = sayRelative(at, view.now, view.calendar);
  if (kind !== 'contact') return kind === 'review' && client !== null ? `review, ${age}` : age;
  const name = truncate(printable(nameOf(client, view) ?? 'them'), MOST_OF_NAME);
  const how = via && via !== 'other' ? ` (${via})` : '';
  return `${direction === 'out' ? `you to ${name}` : name}, ${age}${how}`;
}

/** The part of a text around its first match, no wider than the room. */
function around(text: string, sought: readonly string[], room: number): string {
  const beginning = truncate(text, room);
  if (beginning === text) return text;
  const start = firstPlaceOf(sought, text);
  let begin = start;
  let used = 0;
  // Some words before the match give it context.
  for (const segment of [...segmentsOf(text.slice(Math.max(0, start - room), start))].reverse()) {
    used += widthOf(segment);
    if (used > room / 3) break;
    begin -= segment.length;
  }
  if (begin === 0) return beginning;
  const word = text.slice(0, start).indexOf(' ', begin) + 1;
  return truncate(`…${text.slice(word > 0 ? word : begin)}`, room);
}

/** A text with its matches set off. */
function setOff(text: string, sought: readonly string[], { style }: ViewContext): string {
  let shown = '';
  let end = 0;
  for (const place of placesOf(sought, text)) {
    shown += text.slice(end, place.start) + style.heading(text.slice(place.start, place.end));
    end = place.end;
  }
  return shown + text.slice(end);
}

import type { Brief } from '../domain/brief.ts';
import { ballOf, type Commitment } from '../domain/commitment.ts';
import type { Instant } from '../domain/moment.ts';
import { sayElsewhere, sayInstant } from '../domain/wording.ts';
import type { Column } from './columns.ts';
import type { Frame } from './frame.ts';
import { commitmentJson, contactJson } from './json.ts';
import { listCommitments } from './list.ts';
import { printable } from './printable.ts';
import { renderTable } from './table.ts';
import { sayDistance, toLocalIso } from './time.ts';
import { wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'Client', shrinks: true, least: 8 },
  { heading: 'Open', align: 'right' },
  { heading: 'My move', align: 'right' },
  { heading: 'Theirs', align: 'right' },
  { heading: 'Last word from me' },
];

/** All clients as a table, a line each. */
export async function listClients(briefs: readonly Brief[], frame: Frame): Promise<string> {
  const rows = briefs.map((brief) => [
    { text: printable(brief.client.name) },
    { text: String(brief.open.length) },
    { text: String(countBall(brief, 'me')) },
    { text: String(countBall(brief, 'them')) },
    { text: sayLastWord(brief.lastWordAt, frame) },
  ]);
  return renderTable(COLUMNS, rows, frame.width, frame.style.quiet);
}

/** One client: what is open, by whose move it is, and the last words. */
export async function showClient(brief: Brief, frame: Frame): Promise<string> {
  const { style, width, now, calendar } = frame;
  const { zone } = brief.client;
  const move = (ball: 'me' | 'them') => brief.open.filter((commitment) => ballOf(commitment) === ball);
  const part = async (heading: string, commitments: readonly Commitment[]) =>
    commitments.length === 0 ? [] : ['', style.heading(heading), await listCommitments(commitments, frame)];
  const words = brief.contacts.flatMap((contact) => {
    const age = sayDistance(contact.at, now, calendar);
    const how = contact.via && contact.via !== 'other' ? `, ${contact.via}` : '';
    const who = contact.direction === 'out' ? 'you' : 'they';
    const when = style.quiet(`${sayInstant(contact.at, calendar, now)} (${age} ago${how})`);
    return [
      `  ${when}`,
      ...wrap(`${who}: ${printable(contact.text)}`, width - 4, '  ').map((line) => `    ${line}`),
    ];
  });
  return [
    style.heading(printable(brief.client.name)),
    ...(zone ? [`Their time: ${sayElsewhere(now, zone, calendar)}`] : []),
    `Last word from you: ${sayLastWord(brief.lastWordAt, frame)}`,
    ...(brief.open.length === 0 ? ['', 'Nothing is open.'] : []),
    ...(await part('Your move', move('me'))),
    ...(await part('Their move', move('them'))),
    ...(words.length > 0 ? ['', style.heading('Last words'), ...words] : []),
  ].join('\n');
}

/** A client as programs see it. */
export function clientJson(brief: Brief, frame: Frame): object {
  return {
    uid: brief.client.uid,
    name: brief.client.name,
    zone: brief.client.zone,
    lastWordAt: brief.lastWordAt === null ? null : toLocalIso(brief.lastWordAt, frame.calendar),
    open: brief.open.map((commitment) => commitmentJson(commitment, frame)),
    contacts: brief.contacts.map((contact) => contactJson(contact, frame)),
  };
}

/** A client for programs that read lines. */
export function plainClient(brief: Brief, frame: Frame): string[] {
  return [
    brief.client.name,
    String(brief.open.length),
    String(countBall(brief, 'me')),
    String(countBall(brief, 'them')),
    brief.lastWordAt === null ? '' : toLocalIso(brief.lastWordAt, frame.calendar),
  ];
}

function countBall(brief: Brief, ball: 'me' | 'them'): number {
  return brief.open.filter((commitment) => ballOf(commitment) === ball).length;
}

function sayLastWord(at: Instant | null, { calendar, now }: Frame): string {
  return at === null
    ? 'none yet'
    : `${sayInstant(at, calendar, now)} (${sayDistance(at, now, calendar)} ago)`;
}

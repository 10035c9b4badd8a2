import type { AskAbout, Brief, ClientSummary, KeptRate } from '../../domain/agenda/brief.ts';
import { ballOf, type Commitment, counterpart } from '../../domain/streams/commitment.ts';
import type { Person } from '../../domain/streams/events.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayElsewhere, sayInstant } from '../../domain/time/wording.ts';
import { commitmentJson, contactJson } from '../json/json.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayAnswer } from '../words/answer.ts';
import { sayDistance, sayRelative, toLocalIso } from '../words/time.ts';
import { alignRows, type Column } from './columns.ts';
import { listCommitments } from './list.ts';
import { renderTable } from './table.ts';
import { pad, wrap } from './width.ts';

const COLUMNS: readonly Column[] = [
  { heading: 'Client', shrinks: true, least: 8 },
  { heading: 'Open', align: 'right' },
  { heading: 'My move', align: 'right' },
  { heading: 'Theirs', align: 'right' },
  { heading: 'Last word from me' },
];

/** All clients as a table, a line each. */
export async function listClients(clients: readonly ClientSummary[], view: ViewContext): Promise<string> {
  const rows = clients.map(({ client, moves, lastWordAt }) => [
    { text: printable(client.name) },
    { text: String(moves.me + moves.them) },
    { text: String(moves.me) },
    { text: String(moves.them) },
    { text: sayLastWord(lastWordAt, view) },
  ]);
  return renderTable(COLUMNS, rows, view.width, view.style.quiet);
}

/**
 * One client, to be read while the phone rings: who they are, what matters to them and what to ask, then the moves, the
 * words, and how dates were kept.
 */
export async function showClient(brief: Brief, view: ViewContext): Promise<string> {
  const { style, now, calendar } = view;
  const { client } = brief;
  const move = (ball: 'me' | 'them') => brief.open.filter((commitment) => ballOf(commitment) === ball);
  const moves = async (heading: string, commitments: readonly Commitment[]) =>
    commitments.length === 0 ? [] : ['', style.heading(heading), await listCommitments(commitments, view)];
  const names = client.otherNames.map(({ name }) => printable(name)).join(', ');
  return [
    style.heading(printable(client.name)) + (names ? style.quiet(`  also ${names}`) : ''),
    ...(client.zone ? fact('time', sayElsewhere(now, client.zone, calendar), view) : []),
    ...showPeople(client.people, view),
    ...client.facts.flatMap(({ text }, index) => fact(index === 0 ? 'matters' : '', printable(text), view)),
    ...fact('ask', sayAskAbout(brief.askAbout, view), view),
    ...(brief.open.length === 0 ? ['', 'Nothing is open.'] : []),
    ...(await moves('Your move', move('me'))),
    ...(await moves('Their move', move('them'))),
    '',
    style.heading('Last words'),
    ...showWords(brief, view),
    '',
    ...fact('kept', sayKept(brief), view),
    ...brief.answers.flatMap((answer, index) =>
      fact(index === 0 ? 'answers' : '', `${answer.number} ${sayAnswer(answer, view)}`, view),
    ),
    ...(client.keepInTouch ? fact('touch', printable(client.keepInTouch.text), view) : []),
    ...Object.entries(client.settings).flatMap(([key, value], index) =>
      fact(index === 0 ? 'settings' : '', `${key} ${printable(value)}`, view),
    ),
  ].join('\n');
}

const LABEL = 11;

function fact(label: string, text: string, { width, style }: ViewContext): string[] {
  return wrap(text, width - LABEL - 2).map((line, index) =>
    index === 0 ? `  ${style.quiet(pad(label, LABEL))}${line}` : `  ${' '.repeat(LABEL)}${line}`,
  );
}

function showPeople(people: readonly Person[], view: ViewContext): string[] {
  const rows = people.map(({ name, role, email, zone }) => [
    { text: printable(name) },
    { text: printable(role ?? '') },
    { text: printable(email ?? '') },
    { text: zone ? sayElsewhere(view.now, zone, view.calendar) : '' },
  ]);
  const columns = [{ shrinks: true, least: 10 }, { shrinks: true, least: 8 }, {}, {}];
  return alignRows(columns, rows, view.width - LABEL - 2).map(
    (row, index) => `  ${view.style.quiet(pad(index === 0 ? 'people' : '', LABEL))}${row}`,
  );
}

function showWords({ contacts, lastWordAt, lastHeardAt }: Brief, view: ViewContext): string[] {
  const { now, calendar, style, width } = view;
  const words = contacts.flatMap((contact) => {
    const how = contact.via && contact.via !== 'other' ? `, ${contact.via}` : '';
    const who = contact.direction === 'out' ? 'you' : 'they';
    const when = style.quiet(
      `${sayInstant(contact.at, calendar, now)} (${sayRelative(contact.at, now, calendar)}${how})`,
    );
    return [
      `  ${when}`,
      ...wrap(`${who}: ${printable(contact.text)}`, width - 4, '  ').map((line) => `    ${line}`),
    ];
  });
  return [
    ...fact('from you', sayLastWord(lastWordAt, view), view),
    ...fact('from them', sayLastWord(lastHeardAt, view), view),
    ...words,
  ];
}

function sayKept({ keptByMe, keptByThem }: Brief): string {
  const rate = ({ kept, of }: KeptRate) => (of === 0 ? 'no dates yet' : `${kept} of ${of} dates`);
  return `you ${rate(keptByMe)} · they ${rate(keptByThem)}`;
}

/** The one thing to ask about, as a question to put. Safe to print. */
export function sayAskAbout(about: AskAbout, { now, calendar, names }: ViewContext): string {
  if (about.kind === 'anything') return 'do they wait for anything that is not written down here?';
  const { commitment } = about;
  const { number, due, offer, closedAt } = commitment;
  const title = `${printable(commitment.title)} (${number})`;
  const age = (at: Instant | null | undefined) => sayDistance(at ?? now, now, calendar);
  switch (about.kind) {
    case 'late': {
      const who = printable(names.get(counterpart(commitment) ?? '') ?? '');
      return `${title}: where is it? ${who} promised it, ${age(due?.at)} late`;
    }
    case 'unanswered':
      return `${title}: do they take the date that you offered ${age(offer?.madeAt ?? null)} ago?`;
    case 'unaccepted':
      return `${title}: is it right? Delivered ${age(closedAt)} ago`;
    case 'unwritten':
      return `${title}: may it be put into writing?`;
    case 'undated':
      return `${title}: by when do they need it?`;
    case 'expected':
      return `${title}: will it come in time?`;
  }
}

/** A client as programs see it. */
export function clientJson(brief: Brief, view: ViewContext): object {
  const { client, askAbout } = brief;
  const at = (instant: Instant | null) => (instant === null ? null : toLocalIso(instant, view.calendar));
  return {
    uid: client.uid,
    name: client.name,
    zone: client.zone,
    otherNames: client.otherNames.map(({ name }) => name),
    people: client.people.map(({ name, email = null, role = null, zone = null }) => ({
      name,
      email,
      role,
      zone,
    })),
    facts: client.facts.map(({ text, at: since }) => ({ text, since: at(since) })),
    keepInTouch: client.keepInTouch?.text ?? null,
    settings: client.settings,
    lastWordAt: at(brief.lastWordAt),
    lastHeardAt: at(brief.lastHeardAt),
    keptByMe: brief.keptByMe,
    keptByThem: brief.keptByThem,
    answers: brief.answers.map(({ number, answer, note, at: given }) => ({
      number,
      answer,
      note,
      at: at(given),
    })),
    askAbout: sayAskAbout(askAbout, view),
    open: brief.open.map((commitment) => commitmentJson(commitment, view)),
    contacts: brief.contacts.map((contact) => contactJson(contact, view)),
  };
}

/** A client for programs that read lines. */
export function plainClient({ client, moves, lastWordAt }: ClientSummary, view: ViewContext): string[] {
  return [
    client.name,
    ...[moves.me + moves.them, moves.me, moves.them].map(String),
    lastWordAt === null ? '' : toLocalIso(lastWordAt, view.calendar),
  ];
}

/** The moves of a client that are open, counted. */
export function summaryOf({ client, lastWordAt, open }: Brief): ClientSummary {
  const count = (ball: 'me' | 'them') => open.filter((commitment) => ballOf(commitment) === ball).length;
  return { client, lastWordAt, moves: { me: count('me'), them: count('them') } };
}

function sayLastWord(at: Instant | null, { calendar, now }: ViewContext): string {
  return at === null ? 'none yet' : `${sayInstant(at, calendar, now)} (${sayRelative(at, now, calendar)})`;
}

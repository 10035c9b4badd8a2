import type { Brief } from '../../domain/agenda/brief.ts';
import type { Fact } from '../../domain/streams/client.ts';
import { ballOf, type Commitment, isOpen } from '../../domain/streams/commitment.ts';
import type { Person } from '../../domain/streams/events.ts';
import { sayElsewhere, sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayAnswer } from '../words/answer.ts';
import { sayAskAbout, sayKept, sayLastWord, sayLastWords } from '../words/client.ts';
import { sayProjectsOf, saySpentOnClient } from '../words/client-spending.ts';
import { sayFactDay } from '../words/fact-day.ts';
import { sayFavoursLately } from '../words/price.ts';
import { sayProgress } from '../words/resolution.ts';
import { sayStanding } from '../words/standing.ts';
import { sayDate, sayRelative } from '../words/time.ts';
import { alignOrWrap } from './columns.ts';
import { beside } from './labelled.ts';
import { listCommitments } from './list.ts';
import { pad, wrap } from './width.ts';

/**
 * One client, to be read while the phone rings: who they are, what matters to them, what to ask, whose move it is, the last
 * words, and how dates were kept.
 */
export async function showClient(brief: Brief, view: ViewContext): Promise<string> {
  const { style, now, calendar } = view;
  const { client } = brief;
  const move = (ball: 'me' | 'them') => brief.open.filter((commitment) => ballOf(commitment) === ball);
  const moves = async (heading: string, commitments: readonly Commitment[]) =>
    commitments.length === 0
      ? []
      : ['', style.heading(heading), await listCommitments(commitments, view, client.uid)];
  const names = client.otherNames.map(({ name }) => printable(name)).join(', ');
  return [
    ...wrap(printable(client.name), view.width, '  ').map((line) => style.heading(line)),
    ...brief.open.filter(isOpenComplaint).flatMap((complaint) => showComplaint(complaint, view)),
    ...(names ? fact('also', names, view) : []),
    ...(client.retiredAt === null ? [] : fact('retired', sayLastWord(client.retiredAt, view), view)),
    ...(client.zone ? fact('time', printable(sayElsewhere(now, client.zone, calendar)), view) : []),
    ...showPeople(client.people, view),
    ...client.facts.flatMap((each, index) =>
      fact(index === 0 ? 'matters' : '', printable(sayFact(each, view)), view),
    ),
    ...fact('ask', sayAskAbout(brief.askAbout, view), view),
    ...brief.standings.flatMap((outlook, index) =>
      fact(index === 0 ? 'again' : '', sayStanding(outlook, view), view),
    ),
    ...(brief.open.length === 0 ? ['', 'Nothing is open.'] : []),
    ...(await moves('Your move', move('me'))),
    ...(await moves('Their move', move('them'))),
    '',
    style.heading('Last words'),
    ...showWords(brief, view),
    '',
    ...showSpending(brief, view),
    ...fact('kept', sayKept(brief), view),
    ...brief.silent.flatMap((commitment, index) =>
      fact(index === 0 ? 'silence' : '', saySilence(commitment, view), view),
    ),
    ...(brief.favours.count > 0 ? fact('free', sayFavoursLately(brief.favours), view) : []),
    ...brief.answers.flatMap((answer, index) =>
      fact(index === 0 ? 'answers' : '', `${answer.number} ${sayAnswer(answer, view)}`, view),
    ),
    ...(client.keepInTouch ? fact('touch', printable(client.keepInTouch.text), view) : []),
    ...Object.entries(client.settings).flatMap(([key, value], index) =>
      fact(index === 0 ? 'settings' : '', printable(`${key} ${value}`), view),
    ),
  ].join('\n');
}

/** What counts as accepted although they said nothing about it. */
function saySilence({ number, title, delivery }: Commitment, view: ViewContext): string {
  const until = delivery?.review ? `, as nobody objected by ${sayDate(delivery.review.until, view)}` : '';
  return `${number} ${printable(title)}: accepted by silence${until}`;
}

/** What is remembered, with its day. */
function sayFact({ text, dated }: Fact, view: ViewContext): string {
  return dated ? `${text}, ${sayFactDay(dated, view)}` : text;
}

function isOpenComplaint(commitment: Commitment): boolean {
  return commitment.kind === 'complaint' && isOpen(commitment);
}

/** A complaint at the head of the page: nothing else matters to them as much. */
function showComplaint(complaint: Commitment, view: ViewContext): string[] {
  const { number, title, createdAt } = complaint;
  const since = sayRelative(createdAt, view.now, view.calendar);
  const said = `${number} ${printable(title)} (${since}): ${sayProgress(complaint)}`;
  return fact('wrong', view.style.late(said), view);
}

/** What was spent on them, and the budgets of their projects; nothing if there is neither. */
function showSpending({ spending }: Brief, view: ViewContext): string[] {
  const { hours, money } = spending.inAll;
  return [
    ...(hours === 0 && money.length === 0 ? [] : fact('spent', saySpentOnClient(spending), view)),
    ...sayProjectsOf(spending).flatMap((text, index) => fact(index === 0 ? 'projects' : '', text, view)),
  ];
}

const LABEL = 11;

function fact(label: string, text: string, { width, style }: ViewContext): string[] {
  const column = LABEL + 2;
  return beside(`  ${style.quiet(pad(label, LABEL))}`, column, text, width - column);
}

function showPeople(people: readonly Person[], view: ViewContext): string[] {
  const rows = people.map(({ name, role, email, otherEmails = [], zone }) => [
    { text: printable(name) },
    { text: printable(role ?? '') },
    { text: printable([email, ...otherEmails].filter(Boolean).join(', ')) },
    { text: zone ? printable(sayElsewhere(view.now, zone, view.calendar)) : '' },
  ]);
  return alignOrWrap([{}, {}, {}, {}], rows, view.width - LABEL - 2, '  ').map(
    (row, index) => `  ${view.style.quiet(pad(index === 0 ? 'people' : '', LABEL))}${row}`,
  );
}

function showWords(brief: Brief, view: ViewContext): string[] {
  const { lastWordAt, lastHeardAt } = brief;
  const { now, calendar, style, width } = view;
  const words = brief.lastWords.flatMap((word) => {
    const { at, contact } = word;
    const how = contact?.via && contact.via !== 'other' ? `, ${contact.via}` : '';
    const when = style.quiet(`${sayInstant(at, calendar, now)} (${sayRelative(at, now, calendar)}${how})`);
    return [`  ${when}`, ...wrap(sayLastWords(word, view), width - 4, '  ').map((line) => `    ${line}`)];
  });
  return [
    ...fact('from you', sayLastWord(lastWordAt, view), view),
    ...fact('from them', sayLastWord(lastHeardAt, view), view),
    ...words,
  ];
}

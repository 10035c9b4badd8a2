import type { KeptRate } from '../agenda/brief.ts';
import { nextUpdateOf } from '../agenda/clocks.ts';
import { reckonedDate } from '../agenda/date-of-line.ts';
import { nextWordAfter } from '../agenda/next-word.ts';
import type { Client } from '../streams/client.ts';
import {
  type Commitment,
  isOpen,
  isOpenTalk,
  isOverdue,
  isTalk,
  pendingOffer,
  unansweredPrice,
  wasLate,
} from '../streams/commitment.ts';
import { standingWindow } from '../streams/delivery.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { WorkCalendar } from '../time/calendar.ts';
import { compareInstants, type Instant, type Moment } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import type {
  AsOf,
  ClientReport,
  NextWord,
  ReportAsk,
  ReportBudget,
  ReportItem,
  ReportMove,
  ReportStep,
  ReportSubject,
} from './client-report.ts';
import type { CommitmentThen } from './events-as-of.ts';
import { stepsIn } from './steps.ts';

/** What a report is made of. */
export interface ReportSource {
  readonly client: Pick<Client, 'uid' | 'name'>;
  readonly asOf: AsOf;
  readonly since: Instant | null;
  /** The commitments for the client as they were then. */
  readonly then: readonly CommitmentThen[];
  /** Whose a commitment is, by uid; null if it is nobody's. */
  readonly ownerOf: (uid: string) => string | null;
  readonly budgets: readonly ReportBudget[] | null;
  readonly kept: KeptRate;
  /** Whether my reasons are shown. */
  readonly withReasons: boolean;
}

/** The clocks that say when they hear next. */
export interface ReportClocks {
  readonly calendar: WorkCalendar;
  readonly clockSettingsOf: ClockSettingsOf;
}

/** A commitment that the report is about, with what is told of it. */
interface Told {
  readonly commitment: Commitment;
  /** What it is about: itself, or the complaint that we are to speak about. */
  readonly about: Commitment;
  readonly steps: readonly ReportStep[];
}

/** Makes the report of what a client may read about the work for them. */
export function makeReport(source: ReportSource, clocks: ReportClocks): ClientReport {
  const { client, asOf, since, then, budgets, kept, withReasons } = source;
  const commitments = then.map(({ commitment }) => commitment);
  const talks = commitments.filter(isOpenTalk);
  const complaints = new Map(commitments.map((each) => [each.uid, each]));
  const told = then
    .filter((each) => isTheirs(each, source))
    .map(
      ({ commitment, events }): Told => ({
        commitment,
        about:
          (commitment.belongsTo && isTalk(commitment)
            ? complaints.get(commitment.belongsTo.complaint)
            : null) ?? commitment,
        steps: stepsIn(events, commitment, { withReasons }),
      }),
    );
  const mine = told.filter(({ commitment: { kind } }) => kind !== 'awaiting');
  const isNew = (step: ReportStep) =>
    since === null || (step.step === 'missed' ? step.clearAt : step.at) >= since;
  const itemOf = (each: Told) => makeItem(each, talks, asOf.at, clocks);
  // When I speak about a complaint again is said with the complaint.
  const open = mine.filter(({ commitment }) => isOpen(commitment) && !isTalk(commitment)).map(itemOf);
  const [next = null] = open
    .flatMap((item) => (item.next === null || item.next.isPast ? [] : item.next.date))
    .sort((a, b) => compareInstants(a.at, b.at));
  return {
    client: { uid: client.uid, name: client.name },
    asOf,
    since,
    next,
    open: open.sort(byDate),
    asks: told.flatMap((each) => asksOf(each, asOf.at)).sort(byDateOfAsk),
    finished: told
      .filter(({ commitment, steps }) => isFinished(commitment) && steps.some(isNew))
      .map(itemOf)
      .sort((a, b) => compareInstants(b.finishedAt ?? '', a.finishedAt ?? '') || a.number - b.number),
    story: told
      .flatMap(({ about, steps }) => steps.filter(isNew).map((step) => ({ ...subjectOf(about), step })))
      .sort((a, b) => compareInstants(a.step.at, b.step.at)),
    budgets,
    kept,
  };
}

/**
 * Whether a commitment is between the client and me, and was said. What they owe for somebody else, or owe so that I can go on for
 * somebody else, is no matter of theirs to read.
 */
function isTheirs({ commitment }: CommitmentThen, { client, ownerOf }: ReportSource): boolean {
  const { kind, who, blocks, isSaid } = commitment;
  if (commitment.client !== client.uid) return false;
  if (kind === 'awaiting') {
    const owner = blocks === null ? null : ownerOf(blocks);
    return who === client.uid && (owner === null || owner === client.uid);
  }
  return isSaid;
}

/** Whether it is over. Of a word about a complaint there is nothing to tell but that it was said. */
function isFinished(commitment: Commitment): boolean {
  return isTalk(commitment) ? commitment.state === 'done' : !isOpen(commitment);
}

function subjectOf({ uid, number, kind, title, project }: Commitment): ReportSubject {
  return { uid, number, kind, title, project };
}

function movesOf(steps: readonly ReportStep[]): ReportMove[] {
  return steps.flatMap((each) => {
    if (each.step !== 'moved') return [];
    const { at, from, to, reason } = each;
    return [{ at, from, to, reason }];
  });
}

/** The date that was named to them: that of a reply or a complaint is a clock of mine. */
function dateNamed({ kind, due }: Commitment): Moment | null {
  return KIND_TRAITS[kind].hasSaidDate ? due : null;
}

function makeItem(
  { commitment, about, steps }: Told,
  talks: readonly Commitment[],
  at: Instant,
  clocks: ReportClocks,
): ReportItem {
  const date = dateNamed(commitment);
  const isMine = KIND_TRAITS[commitment.kind].owedBy === 'me';
  return {
    ...subjectOf(about),
    kind: commitment.kind,
    state: stateTold(commitment, steps),
    date,
    offered: dateOffered(commitment),
    wantedBy: commitment.wantedBy,
    isOverdue: date !== null && isOverdue(commitment, at),
    moves: movesOf(steps),
    next: isMine && isOpen(commitment) ? nextWordAbout(commitment, talks, at, clocks) : null,
    finishedAt: finishedAt(commitment, steps),
    wasLate: date !== null && commitment.state !== 'missed' && wasLate(commitment) === true,
    isTalk: isTalk(commitment),
  };
}

/** The date that I offered, alone or with a price. */
function dateOffered(commitment: Commitment): Moment | null {
  return pendingOffer(commitment)?.date ?? unansweredPrice(commitment)?.date ?? null;
}

/** How it stands, as they know it: what was closed as accepted without a word of theirs is done. */
function stateTold({ state }: Commitment, steps: readonly ReportStep[]): Commitment['state'] {
  const isAcceptance = ({ step }: ReportStep) => step === 'accepted' || step === 'accepted-by-silence';
  return state === 'accepted' && !steps.some(isAcceptance) ? 'done' : state;
}

/** When something was finished as its state says: accepted, missed, or else closed. */
function finishedAt({ state, closedAt }: Commitment, steps: readonly ReportStep[]): Instant | null {
  const ending = steps.findLast(({ step }) =>
    state === 'accepted' ? step === 'accepted' || step === 'accepted-by-silence' : step === state,
  );
  return state === 'accepted' || state === 'missed' ? (ending?.at ?? closedAt) : closedAt;
}

/**
 * When they hear about something next. A date that was said to them stays, also when it has passed; what follows from a clock of mine
 * nobody was promised, so once it has passed it is no date.
 */
function nextWordAbout(
  commitment: Commitment,
  talks: readonly Commitment[],
  at: Instant,
  { calendar, clockSettingsOf }: ReportClocks,
): NextWord | null {
  const talk = talks.find(({ belongsTo }) => belongsTo?.complaint === commitment.uid);
  const said = talk?.due ?? wordSaid(commitment);
  const update = nextUpdateOf(commitment, clockSettingsOf, calendar);
  // Work goes on until its date where no word is owed before.
  const date = said ?? (update === null && isDateAwaited(commitment) ? dateNamed(commitment) : null);
  if (date !== null) return { date, isPast: date.at <= at };
  const { lastWordAt, createdAt } = commitment;
  const clock =
    update === null
      ? nextWordAfter(commitment, lastWordAt ?? createdAt, { calendar, clockSettingsOf })
      : reckonedDate(update, calendar);
  return clock === null || clock.at <= at ? null : { date: asNamed(commitment, clock), isPast: false };
}

/** The next word that was promised to them, unless its date comes before that. */
function wordSaid(commitment: Commitment): Moment | null {
  const { nextPromised } = commitment;
  const date = isDateAwaited(commitment) ? dateNamed(commitment) : null;
  return nextPromised !== null && date !== null && date.at <= nextPromised.at ? null : nextPromised;
}

/** Whether they have heard nothing since its date, so that the date is what they wait for. */
function isDateAwaited({ due, lastWordAt }: Commitment): boolean {
  return due !== null && (lastWordAt === null || lastWordAt < due.at);
}

/** A time of a clock as they may be told it: of an answer that is owed nobody has named a time. */
function asNamed({ kind }: Commitment, { at, zone, grain }: Moment): Moment {
  return { at, zone, grain: kind === 'reply' ? 'day' : grain };
}

/** What they are to do about a commitment. */
function asksOf({ commitment, steps }: Told, at: Instant): ReportAsk[] {
  const { kind, state, due } = commitment;
  const about = { ...subjectOf(commitment), moves: [], isOverdue: false, date: null, offered: null };
  if (kind === 'awaiting') {
    if (!isOpen(commitment)) return [];
    const isLate = isOverdue(commitment, at);
    return [{ ...about, moves: movesOf(steps), ask: 'delivery', date: due, isOverdue: isLate }];
  }
  const offer = pendingOffer(commitment);
  const price = unansweredPrice(commitment);
  const until = standingWindow(commitment)?.until ?? null;
  return [
    ...(offer && kind !== 'complaint'
      ? [{ ...about, ask: 'answer-to-offer' as const, offered: offer.date }]
      : []),
    ...(price?.amount
      ? [{ ...about, ask: 'price' as const, amount: price.amount, offered: price.date }]
      : []),
    ...(kind === 'complaint' && state === 'offered' ? [{ ...about, ask: 'approval' as const }] : []),
    ...(kind === 'request' && state === 'done'
      ? [{ ...about, ask: 'acceptance' as const, date: until }]
      : []),
  ];
}

type Dated = Pick<ReportItem, 'date' | 'number'>;

/** By date, then by number; what has none comes last. */
function byDate(a: Dated, b: Dated): number {
  return compareInstants(a.date?.at ?? NEVER, b.date?.at ?? NEVER) || a.number - b.number;
}

/** By the date that they are to do it by, or are asked about. */
function byDateOfAsk(a: ReportAsk, b: ReportAsk): number {
  return byDate({ ...a, date: a.date ?? a.offered }, { ...b, date: b.date ?? b.offered });
}

/** After every instant. */
const NEVER = '~';

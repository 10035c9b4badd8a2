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
} from '../streams/commitment.ts';
import { standingWindow } from '../streams/delivery.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { localDay, startOfDay, type WorkCalendar } from '../time/calendar.ts';
import { compareInstants, type Instant, latest, type Moment } from '../time/moment.ts';
import type { ClockSettingsOf } from '../time/settings.ts';
import type {
  AsOf,
  ClientReport,
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
  readonly steps: readonly ReportStep[];
}

/** Makes the report of what a client may read about the work for them. */
export function makeReport(source: ReportSource, clocks: ReportClocks): ClientReport {
  const { client, asOf, since, then, budgets, kept, withReasons } = source;
  const talks = then.map(({ commitment }) => commitment).filter(isOpenTalk);
  const told = then
    .filter((each) => isTheirs(each, source))
    .map(({ commitment, events }): Told => ({ commitment, steps: stepsIn(events, { withReasons }) }));
  const mine = told.filter(({ commitment: { kind } }) => kind !== 'awaiting');
  const isNew = ({ at }: { readonly at: Instant }) => since === null || at >= since;
  const itemOf = (each: Told) => makeItem(each, talks, asOf.at, clocks);
  const open = mine.filter(({ commitment }) => isOpen(commitment)).map(itemOf);
  const [next = null] = open.flatMap((item) => item.next ?? []).sort((a, b) => compareInstants(a.at, b.at));
  return {
    client: { uid: client.uid, name: client.name },
    asOf,
    since,
    next,
    open: open.sort(byDate),
    asks: told.flatMap((each) => asksOf(each, asOf.at)).sort(byDate),
    finished: told
      .filter(({ commitment, steps }) => !isOpen(commitment) && steps.some(isNew))
      .map(itemOf)
      .sort((a, b) => compareInstants(b.finishedAt ?? '', a.finishedAt ?? '') || a.number - b.number),
    story: told
      .flatMap(({ commitment, steps }) =>
        steps.filter(isNew).map((step) => ({ ...subjectOf(commitment), step })),
      )
      .sort((a, b) => compareInstants(a.step.at, b.step.at)),
    budgets,
    kept,
  };
}

/**
 * Whether a commitment is between the client and me, and was said. What they owe for somebody else, or owe so that I can go on for
 * somebody else, is no matter of theirs to read; when we speak about a complaint is said with the complaint.
 */
function isTheirs({ commitment, events }: CommitmentThen, { client, ownerOf }: ReportSource): boolean {
  const { kind, who, blocks } = commitment;
  if (commitment.client !== client.uid || isTalk(commitment)) return false;
  if (kind === 'awaiting') {
    const owner = blocks === null ? null : ownerOf(blocks);
    return who === client.uid && (owner === null || owner === client.uid);
  }
  // A plan of mine becomes a promise once they are told of it.
  const isUnsaid = events.some((event) => event.type === 'PromiseMade' && event.unsaid === true);
  return !isUnsaid || events.some(({ type }) => type === 'UpdateGiven');
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
  return kind === 'reply' || kind === 'complaint' ? null : due;
}

function makeItem(
  { commitment, steps }: Told,
  talks: readonly Commitment[],
  at: Instant,
  clocks: ReportClocks,
): ReportItem {
  const date = dateNamed(commitment);
  const isMine = KIND_TRAITS[commitment.kind].owedBy === 'me';
  return {
    ...subjectOf(commitment),
    state: commitment.state,
    date,
    offered: pendingOffer(commitment)?.date ?? null,
    wantedBy: commitment.wantedBy,
    isOverdue: date !== null && isOverdue(commitment, at),
    moves: movesOf(steps),
    next:
      isMine && isOpen(commitment) ? asNamed(commitment, nextWordAbout(commitment, talks, at, clocks)) : null,
    finishedAt: commitment.closedAt,
  };
}

/** When they hear next, as they may be told: of an answer that is owed nobody has named a clock time. */
function asNamed({ kind }: Commitment, next: Moment | null): Moment | null {
  return next !== null && kind === 'reply' ? { at: next.at, zone: next.zone, grain: 'day' } : next;
}

/**
 * When they hear about something next: as it was promised or follows from its clock. Where that has passed they hear with the
 * report itself, and then as after any word on that day.
 */
function nextWordAbout(
  commitment: Commitment,
  talks: readonly Commitment[],
  at: Instant,
  clocks: ReportClocks,
): Moment | null {
  const { calendar, clockSettingsOf } = clocks;
  const talk = talks.find(({ belongsTo }) => belongsTo?.complaint === commitment.uid);
  const update = nextUpdateOf(commitment, clockSettingsOf, calendar);
  const recorded = talk?.due ?? (update === null ? null : reckonedDate(update, calendar));
  if (recorded !== null && recorded.at > at) return recorded;
  // Whenever on a day it is made, a report says the same.
  const dayBegins = startOfDay(calendar, localDay(calendar, at));
  const told = latest(dayBegins, commitment.lastWordAt ?? dayBegins);
  const next = nextWordAfter(commitment, told, clocks);
  return next !== null && next.at <= at ? nextWordAfter(commitment, at, clocks) : next;
}

/** What they are to do about a commitment. */
function asksOf({ commitment, steps }: Told, at: Instant): ReportAsk[] {
  const { kind, state, due } = commitment;
  const about = { ...subjectOf(commitment), moves: movesOf(steps), isOverdue: false };
  if (kind === 'awaiting') {
    if (!isOpen(commitment)) return [];
    return [{ ...about, ask: 'delivery', date: due, isOverdue: isOverdue(commitment, at) }];
  }
  const offer = pendingOffer(commitment);
  const price = unansweredPrice(commitment);
  const { moves: _, ...plain } = about;
  const asked = { ...plain, moves: [] };
  return [
    ...(offer && kind !== 'complaint'
      ? [{ ...asked, ask: 'answer-to-offer' as const, date: offer.date }]
      : []),
    ...(price?.amount ? [{ ...asked, ask: 'price' as const, amount: price.amount, date: price.date }] : []),
    ...(kind === 'complaint' && state === 'offered'
      ? [{ ...asked, ask: 'approval' as const, date: null }]
      : []),
    ...(kind === 'request' && state === 'done'
      ? [{ ...asked, ask: 'acceptance' as const, date: standingWindow(commitment)?.until ?? null }]
      : []),
  ];
}

/** By date, then by number; what has none comes last. */
function byDate(a: Pick<ReportItem, 'date' | 'number'>, b: Pick<ReportItem, 'date' | 'number'>): number {
  return compareInstants(a.date?.at ?? NEVER, b.date?.at ?? NEVER) || a.number - b.number;
}

/** After every instant. */
const NEVER = '~';

import type { Channel } from '../streams/channel.ts';
import { NO_REASON, type StoryEvent } from '../streams/events.ts';
import type { OccurrenceOf } from '../streams/standing-events.ts';
import type { Instant, Moment } from '../time/moment.ts';

/** Words that were said or written: when, how, and the date in them. */
export interface SaidBefore {
  readonly at: Instant;
  readonly via: Channel | null;
  readonly date: Moment | null;
}

/** What the record says about a commitment that a message may repeat. Each is the last of its kind; null if there is none. */
export interface StoryFacts {
  /** They asked for it, complained, or wrote what I owe an answer to. */
  readonly asked: SaidBefore | null;
  /** I promised it. */
  readonly promised: SaidBefore | null;
  /** They promised it, of their own accord. */
  readonly theirPromise: SaidBefore | null;
  /** I asked them for it. */
  readonly question: SaidBefore | null;
  readonly offered: SaidBefore | null;
  /** I said what extra work costs. */
  readonly priced: SaidBefore | null;
  /** I put the resolution of a complaint to them, and they have not answered. */
  readonly proposed: SaidBefore | null;
  readonly agreed: SaidBefore | null;
  /** The date before the agreed one. */
  readonly earlierDate: Moment | null;
  readonly delivered: SaidBefore | null;
  readonly received: SaidBefore | null;
  readonly accepted: SaidBefore | null;
  /** My last word about it. */
  readonly lastTold: SaidBefore | null;
  /** What depends on the date, in their words. */
  readonly reasons: readonly string[];
}

const NOTHING: StoryFacts = {
  asked: null,
  promised: null,
  theirPromise: null,
  question: null,
  offered: null,
  priced: null,
  proposed: null,
  agreed: null,
  earlierDate: null,
  delivered: null,
  received: null,
  accepted: null,
  lastTold: null,
  reasons: [],
};

/** What the events of a commitment say, in order. Those that were undone are left out before. */
export function factsIn(events: readonly StoryEvent[]): StoryFacts {
  return events.reduce(addFact, NOTHING);
}

/** That a time of a standing promise comes by a date was said when that got its cadence, not on the day on which it came round again. */
function saidOf({ since }: OccurrenceOf, date: Moment): SaidBefore {
  return { at: since, via: null, date };
}

function addFact(facts: StoryFacts, event: StoryEvent): StoryFacts {
  const said = (date: Moment | null = null): SaidBefore => ({ at: event.at, via: event.via ?? null, date });
  switch (event.type) {
    case 'RequestRecorded':
      return { ...facts, asked: said(event.wantedBy), reasons: withReason(facts, event.because) };
    case 'ReplyOwed':
      // They asked for what an answer left open with what that answers.
      return event.restOf === undefined ? { ...facts, asked: said(event.due) } : facts;
    case 'ComplaintRaised':
      return { ...facts, asked: said(event.due) };
    case 'PromiseMade':
      if (event.occurrence?.byItself) return { ...facts, promised: saidOf(event.occurrence, event.due) };
      return event.unsaid ? facts : { ...facts, promised: said(event.due), lastTold: said() };
    case 'PromiseAwaited':
      if (event.occurrence?.byItself) return { ...facts, theirPromise: saidOf(event.occurrence, event.due) };
      return event.contact
        ? { ...facts, question: said(event.due), lastTold: said() }
        : { ...facts, theirPromise: said(event.due) };
    case 'DateOffered':
      return { ...facts, offered: said(event.date), lastTold: said() };
    case 'PricePut':
      return { ...facts, priced: said(event.date), lastTold: said() };
    case 'ResolutionOffered':
      return { ...facts, proposed: said(), lastTold: said() };
    case 'ResolutionApproved':
      return { ...facts, proposed: null };
    case 'ResolutionRejected':
      return { ...facts, proposed: null, reasons: withReason(facts, event.because) };
    case 'DateRejected':
      return { ...facts, reasons: withReason(facts, event.because) };
    case 'DateAgreed':
    case 'DateMoved':
      return { ...facts, agreed: said(event.date), earlierDate: lastDateIn(facts), lastTold: said() };
    case 'DetailsChanged':
      return withCorrections(facts, event);
    case 'Delivered':
    case 'PromiseKept':
      return { ...facts, delivered: said(), lastTold: said() };
    case 'AwaitedReceived':
      return { ...facts, received: said() };
    case 'Accepted':
      return event.unsaid ? facts : { ...facts, accepted: said() };
    // What ended it does not hold any more.
    case 'Reopened':
      return { ...facts, delivered: null, received: null, accepted: null };
    case 'UpdateGiven':
    case 'ReplyGiven':
    case 'PutInWriting':
      return { ...facts, lastTold: said() };
    default:
      return facts;
  }
}

function withReason({ reasons }: StoryFacts, because: string | undefined): readonly string[] {
  return because === undefined || because === NO_REASON ? reasons : [...reasons, because];
}

function lastDateIn({ agreed, promised, theirPromise, question }: StoryFacts): Moment | null {
  return (agreed ?? promised ?? theirPromise ?? question)?.date ?? null;
}

/** A date that was typed wrong was said right, so it is repeated as it was meant. */
function withCorrections(
  facts: StoryFacts,
  { due, offered, wantedBy }: Extract<StoryEvent, { type: 'DetailsChanged' }>,
): StoryFacts {
  const corrected = (said: SaidBefore | null, date: Moment | null | undefined) =>
    said && date !== undefined ? { ...said, date } : said;
  const agreed = facts.agreed ? corrected(facts.agreed, due?.date) : null;
  return {
    ...facts,
    asked: corrected(facts.asked, wantedBy),
    agreed,
    promised: agreed ? facts.promised : corrected(facts.promised, due?.date),
    theirPromise: agreed ? facts.theirPromise : corrected(facts.theirPromise, due?.date),
    question: agreed ? facts.question : corrected(facts.question, due?.date),
    offered: corrected(facts.offered, offered?.date),
  };
}

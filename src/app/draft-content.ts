import { nextWordAfter, nextWordTo } from '../domain/agenda/next-word.ts';
import { lazy } from '../domain/base/memo.ts';
import {
  type Blocked,
  type DraftContent,
  type PartContent,
  recipientsOf,
  type TheirLateness,
} from '../domain/drafts/content.ts';
import { factsIn } from '../domain/drafts/facts.ts';
import { isFinishedBy } from '../domain/drafts/kinds.ts';
import type { Forecast } from '../domain/planning/forecast.ts';
import { latenessOf } from '../domain/planning/lateness.ts';
import type { Client } from '../domain/streams/client.ts';
import { type Commitment, isOverdue } from '../domain/streams/commitment.ts';
import type { DraftedPart } from '../domain/streams/draft.ts';
import { compareInstants, type Moment } from '../domain/time/moment.ts';
import { readBelongingTo, readClientName, readCommitment } from '../store/queries.ts';
import type { Context } from './context.ts';
import { readHeldUp } from './held-up.ts';
import { readEvents } from './history.ts';
import { forecastOf } from './workload.ts';

/** A part that is to be drafted: a commitment, or null for words that are only about the client. */
export interface PartToDraft extends Omit<DraftedPart, 'commitment'> {
  readonly commitment: Commitment | null;
}

/** Reads everything that the record has to say in a draft; when they hear next too, unless that is given. */
export function readDraftContent(
  context: Context,
  client: Client,
  parts: readonly PartToDraft[],
  { say, choices, next }: Pick<DraftContent, 'say' | 'choices' | 'next'>,
): DraftContent {
  const subjects = parts.flatMap(({ commitment }) => commitment ?? []);
  // Whoever asked for what went wrong is involved in the complaint about it.
  const commitments = subjects.flatMap((commitment) => [
    commitment,
    ...readIfAny(context, commitment.complaint?.about),
  ]);
  const forecast = lazy(() => forecastOf(context));
  return {
    client,
    recipients: recipientsOf(client, commitments),
    parts: parts.map((part) => readPart(context, client, part, forecast)),
    say,
    choices,
    next: next ?? nextWord(context, client, parts),
  };
}

function readPart(
  context: Context,
  to: Client,
  { kind, commitment, date, price }: PartToDraft,
  forecast: () => Forecast,
): PartContent {
  if (!commitment) return { kind, commitment: null, date, about: null, chance: null };
  const facts = factsIn(readEvents(context.db, commitment.uid));
  const offers = kind === 'offer' || kind === 'late';
  return {
    kind,
    commitment: commitment.uid,
    date,
    price,
    about: {
      commitment,
      facts,
      blocked: readBlocked(context, commitment),
      heldUp: readTheirLateness(context, to, commitment, forecast),
      job: commitment.extraTo === null ? null : readCommitment(context.db, commitment.extraTo),
      belonging: commitment.complaint === null ? [] : readBelongingTo(context.db, commitment.uid),
    },
    chance: offers && date ? chanceOf(forecast(), commitment, date) : null,
  };
}

/** How sure it is that a new date is kept; null where there is no work to reckon with. */
function chanceOf(forecast: Forecast, commitment: Commitment, date: Moment): number | null {
  return forecast.workLeft(commitment).hours > 0 ? forecast.judge(commitment, date).chance : null;
}

/** A commitment by its uid, as a list; empty if there is none. */
function readIfAny({ db }: Context, uid: string | null | undefined): Commitment[] {
  const commitment = uid ? readCommitment(db, uid) : null;
  return commitment ? [commitment] : [];
}

/** What waits for something of theirs, and how late that is. */
function readBlocked(context: Context, awaiting: Commitment): Blocked | null {
  const [commitment] = readIfAny(context, awaiting.blocks);
  if (!commitment) return null;
  const { now, calendar } = context;
  const lateness = isOverdue(awaiting, now) ? latenessOf(awaiting, now, calendar) : null;
  return { commitment, daysLate: lateness?.workingDays ?? 0 };
}

/** What of theirs holds something of mine up. Who owed it is named where that is somebody else than the message goes to. */
function readTheirLateness(
  context: Context,
  to: Client,
  commitment: Commitment,
  forecast: () => Forecast,
): TheirLateness[] {
  const heldUp = readHeldUp(context, commitment, forecast).filter(
    (held) => held.commitment.uid === commitment.uid,
  );
  return heldUp.map((held) => {
    const { who, person } = held.awaiting;
    const from = who === null || who === to.uid ? null : (person ?? readClientName(context.db, who));
    return { ...held, from };
  });
}

/** The first time at which they hear again about any of it that goes on. */
function nextWord(context: Context, client: Client, parts: readonly PartToDraft[]): Moment | null {
  const { now } = context;
  if (parts.every(({ commitment }) => commitment === null)) return nextWordTo(client.uid, now, context);
  const all = parts
    .flatMap(({ kind, commitment, date }) => [
      ...(commitment && !isFinishedBy(kind, commitment) ? [nextWordAfter(commitment, now, context)] : []),
      // On a new date they hear at the latest.
      ...(kind === 'late' ? [date] : []),
    ])
    .filter((each) => each !== null);
  const [first = null] = all.sort((a, b) => compareInstants(a.at, b.at));
  return first;
}

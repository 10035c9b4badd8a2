import { defined } from '../base/defined.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { EstimateFields } from '../streams/estimate-fields.ts';
import type { Change } from '../streams/events.ts';
import { calendarOfStanding, evolveStanding, nextOf, type Standing } from '../streams/standing.ts';
import type { StandingEvent, StandingKind } from '../streams/standing-events.ts';
import type { Cadence } from '../time/cadence.ts';
import { localDay } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import { dayOfIso, isoOfDay } from '../time/iso-day.ts';
import type { Moment } from '../time/moment.ts';
import { isTooOften, type OnDaysOff } from '../time/occurrences.ts';
import { sayDay } from '../time/wording.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { recur } from './recur.ts';
import type { Situation } from './situation.ts';

/** How a promise comes again. */
export interface Again {
  readonly cadence: Cadence;
  /** The last day. */
  readonly until?: Moment | undefined;
  readonly onDaysOff?: OnDaysOff | undefined;
}

/** What comes again. Clients are given by uid. */
export interface StandingInput extends Saying, EstimateFields {
  readonly kind: StandingKind;
  readonly title: string;
  readonly client?: string | undefined;
  readonly who?: string | undefined;
  readonly person?: string | undefined;
  readonly project?: string | undefined;
}

/** One fact on the stream of a standing promise. */
export function onStanding({ uid }: Pick<Standing, 'uid'>, event: StandingEvent): Change {
  return { stream: { kind: 'standing', uid }, event };
}

/** A promise that comes again, and its first time. */
export function beginStanding(input: StandingInput, again: Again, situation: Situation): Decision {
  const { cadence, onDaysOff = 'before' } = again;
  const { calendar, now } = situation;
  const until = again.until && isoOfDay(dayMeant(again.until, calendar));
  const no = refuseCadence(cadence) ?? (input.at > now ? refuseAhead() : null);
  if (no) return no;
  const uid = situation.newId();
  const made = defined({
    type: 'StandingPromiseMade' as const,
    ...input,
    cadence,
    zone: calendar.zone,
    onDaysOff,
    until,
  });
  const standing = evolveStanding(null, made, uid);
  if (standing === null || nextOf(standing, null, calendarOfStanding(standing, calendar)) === null) {
    return refuse(
      'never-due',
      `It would never come: ${cadence.text}${until === undefined ? '' : `, until ${sayDay(dayOfIso(until), calendar)}`}.`,
      'Check --every and --until.',
    );
  }
  return [onStanding({ uid }, made), ...recur([{ standing, times: [] }], situation)];
}

function refuseCadence(cadence: Cadence | undefined): Refusal | null {
  if (!cadence || !isTooOften(cadence)) return null;
  return refuse(
    'too-often',
    `${cadence.text} is too often for something that has to be done each time.`,
    'The shortest is hourly.',
  );
}

function refuseAhead(): Refusal {
  return refuse(
    'said-in-future',
    'It cannot have been promised in the future.',
    'Give a time that has passed, or leave --at out.',
  );
}

/** What changes about the times of a standing promise that are still to come. */
export interface StandingChange extends Saying, EstimateFields {
  readonly title?: string | undefined;
  readonly cadence?: Cadence | undefined;
  readonly onDaysOff?: OnDaysOff | undefined;
  /** The last day. */
  readonly until?: Moment | undefined;
  readonly stop?: boolean | undefined;
  /** From the first to the last day, as ISO dates. */
  readonly pause?: { readonly first: string; readonly last: string } | undefined;
  readonly because?: string | undefined;
}

/** Changes, pauses or stops a standing promise, named by one of its times. What was opened stays as it was promised, unless it does not come any more. */
export function decideStanding(
  occurrence: Commitment,
  input: StandingChange,
  situation: Situation,
): Decision {
  const standing = standingOf(occurrence, situation);
  if (standing instanceof Refusal) return standing;
  if (standing.stoppedAt !== null) {
    return refuse(
      'standing-stopped',
      `${standing.title} was stopped and does not come again.`,
      'To take that back: followup history, and followup undo.',
    );
  }
  const no = refuseCadence(input.cadence);
  if (no) return no;
  if (input.stop) return stop(standing, input, situation);
  const changed = change(standing, input, situation);
  if (changed instanceof Refusal) return changed;
  const paused = input.pause ? pause(standing, input.pause, input, situation) : [];
  return paused instanceof Refusal ? paused : [...changed, ...paused];
}

/** The standing promise that a commitment is one time of. */
export function standingOf(
  { number, occurrence }: Commitment,
  { standingWith }: Pick<Situation, 'standingWith'>,
): Standing | Refusal {
  const standing = occurrence && standingWith(occurrence.standing);
  return (
    standing ??
    refuse(
      'not-standing',
      `${number} does not come again: it is no time of a standing promise.`,
      'To promise something again and again: followup promise TEXT --to CLIENT --every CADENCE. To see them: followup standing',
    )
  );
}

function stop(standing: Standing, { because, at, via }: StandingChange, situation: Situation): Decision {
  const stopped = defined({ type: 'StandingPromiseStopped' as const, because, at, via });
  return [
    onStanding(standing, stopped),
    ...dropAhead(standing, () => true, because ?? 'stopped: it does not come again', at, situation),
  ];
}

function change(standing: Standing, input: StandingChange, situation: Situation): Decision {
  const { title, cadence, onDaysOff, because, estimateHours, estimateRange, estimateText, at, via } = input;
  const { calendar, now } = situation;
  const until = input.until && isoOfDay(dayMeant(input.until, calendar));
  const today = isoOfDay(localDay(calendarOfStanding(standing, calendar), now));
  if (until && until < today) {
    return refuse(
      'date-past',
      `${sayDay(dayOfIso(until), calendar)} has passed.`,
      'To end it now: followup standing ID --stop',
    );
  }
  const details = defined({ title, cadence, onDaysOff, until, estimateHours, estimateRange, estimateText });
  if (Object.keys(details).length === 0) return [];
  return [
    onStanding(standing, defined({ type: 'StandingPromiseChanged' as const, ...details, because, at, via })),
    ...(until
      ? dropAhead(standing, (day) => day > until, because ?? 'it ends before that', at, situation)
      : []),
  ];
}

function pause(
  standing: Standing,
  { first, last }: { readonly first: string; readonly last: string },
  { because, at, via }: StandingChange,
  situation: Situation,
): Decision {
  const calendar = calendarOfStanding(standing, situation.calendar);
  const today = isoOfDay(localDay(calendar, situation.now));
  if (!because) {
    return refuse(
      'reason-missing',
      'Why does it not come on these days?',
      'Add --because WHY: they are told that.',
    );
  }
  if (last < first) {
    return refuse(
      'pause-backwards',
      `${sayDay(dayOfIso(last), calendar)} lies before ${sayDay(dayOfIso(first), calendar)}.`,
      'Name the first day first.',
    );
  }
  if (last < today) {
    return refuse(
      'date-past',
      'These days have passed: what was not told beforehand is no pause.',
      'To say why it was missed: followup drop ID --missed --because WHY',
    );
  }
  return [
    onStanding(standing, defined({ type: 'StandingPromisePaused' as const, first, last, because, at, via })),
    ...dropAhead(standing, (day) => first <= day && day <= last, because, at, situation),
  ];
}

/** Drops what was opened and is still ahead, by the day (an ISO date) that the cadence names for it. */
function dropAhead(
  standing: Standing,
  concerns: (day: string) => boolean,
  because: string,
  at: string,
  situation: Situation,
): Change[] {
  const calendar = calendarOfStanding(standing, situation.calendar);
  return situation
    .occurrencesOf(standing.uid)
    .filter((each) => isOpen(each) && each.due !== null && each.due.at > situation.now)
    .filter(({ occurrence }) => occurrence && concerns(isoOfDay(localDay(calendar, occurrence.on))))
    .map((each) => on(each, { type: 'Dropped', because, at }));
}

export interface MissedInput extends Saying {
  readonly because?: string | undefined;
}

/** Says why all times of a standing promise were missed that nobody has answered for. They stay missed. */
export function decideExplainMissed(
  occurrence: Commitment,
  input: MissedInput,
  situation: Situation,
): Decision {
  const standing = standingOf(occurrence, situation);
  if (standing instanceof Refusal) return standing;
  const missed = situation.missedOf(standing.uid);
  // Another number of the same line has answered for it too.
  if (missed.length === 0 && occurrence.missExplained !== null) return [];
  if (missed.length === 0) {
    return refuse(
      'nothing-missed',
      `Nothing of ${standing.title} was missed that nobody has answered for.`,
      `To drop this one: followup drop ${occurrence.number} --because WHY`,
    );
  }
  const { because, at } = input;
  if (!because) {
    return refuse(
      'reason-missing',
      `Why was ${standing.title} missed?`,
      `Use: followup drop ${occurrence.number} --missed --because WHY`,
    );
  }
  return missed.map((each) => on(each, { type: 'MissExplained', because, at }));
}

import { nextUpdateOf } from '../../domain/agenda/clocks.ts';
import { latenessOf, sayLost } from '../../domain/planning/lateness.ts';
import {
  type Commitment,
  counterpart,
  isOpen,
  isOverdue,
  unansweredPrice,
  wasLate,
} from '../../domain/streams/commitment.ts';
import type { StoryEvent } from '../../domain/streams/events.ts';
import type { Held } from '../../domain/streams/held.ts';
import { compareInstants } from '../../domain/time/moment.ts';
import { sayInstant, sayMoment } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { dateOfUpdate, sayEffort, sayState } from '../words/commitment.ts';
import { sayCounterpart } from '../words/counterpart.ts';
import { sayReview, sayUnanswered } from '../words/delivery.ts';
import { sayFully } from '../words/full-date.ts';
import { sayHeld } from '../words/held.ts';
import { sayHeldUp, sayHoldsUp } from '../words/held-up.ts';
import { sayExtras, sayScope } from '../words/price.ts';
import { sayProjectBriefly } from '../words/project.ts';
import { saySize } from '../words/proof.ts';
import { sayProgress } from '../words/resolution.ts';
import { sayRecord } from '../words/standing.ts';
import { sayEvent } from '../words/story.ts';
import { sayDistance } from '../words/time.ts';
import { describeComplaint } from './complaint.ts';
import { beside, labelled } from './labelled.ts';
import { showNextSteps } from './next-steps.ts';
import { pad, wrap } from './width.ts';

/** A commitment and everything known about it: the top of `show`, and the echo of every write. */
export function describeCommitment(commitment: Commitment, view: ViewContext): string[] {
  const { calendar, now, clockSettingsOf } = view;
  const whom = sayCounterpart(commitment, view);
  const update = nextUpdateOf(commitment, clockSettingsOf, calendar);
  const next = update === null ? null : dateOfUpdate(commitment, update, calendar);
  const hasNoDate = commitment.state === 'asked' && !commitment.wantedBy;
  const facts: [string, string | null][] = [
    ['date', hasNoDate ? sayNoDate(commitment, view) : null],
    [
      commitment.kind === 'complaint' ? 'needed' : 'wanted',
      commitment.due
        ? null
        : commitment.wantedBy && sayFully(commitment.wantedBy, view, counterpart(commitment)),
    ],
    ['offered', commitment.offer && sayFully(commitment.offer.date, view, counterpart(commitment))],
    ['due', commitment.due && showDue(commitment, view)],
    // A new offer has a target of its own, which is shown with it.
    [
      'target',
      isOpen(commitment) && commitment.target && !commitment.offer ? sayFully(commitment.target, view) : null,
    ],
    ['update', next && sayFully(next, view)],
    [
      'snoozed',
      commitment.snooze && commitment.snooze.until.at > now
        ? `until ${sayFully(commitment.snooze.until, view)}`
        : null,
    ],
    ['updates', commitment.cadence && printable(commitment.cadence.text)],
    ['again', sayAgain(commitment, view)],
    ['effort', sayEffort(commitment)],
    ['right', commitment.rightWhen && `when ${printable(commitment.rightWhen)}`],
    ['project', sayProject(commitment, view)],
    ['scope', sayScope(commitment, view)],
    ...showExtraTo(commitment, view),
    ['extras', sayExtras(view.extrasOf(commitment.uid))],
    ['blocks', commitment.blocks && String(view.numberOf(commitment.blocks) ?? '')],
    ...showHeldUp(commitment, view),
    ['topic', commitment.kind === 'complaint' ? null : commitment.topic && printable(commitment.topic)],
    ['belongs', sayBelonging(commitment, view)],
    ['review', sayReview(commitment, view)],
    ['asked', sayUnanswered(commitment, view)],
    ...showEvidence(commitment),
  ];
  return [
    ...describeTitle(commitment, view),
    ...wrap(`${commitment.kind}${whom ? ` ${whom}` : ''} · ${sayState(commitment)}`, view.width - 3).map(
      (line) => `   ${line}`,
    ),
    ...facts.flatMap(([label, value]) => (value ? labelled(label, value, view) : [])),
    ...describeComplaint(commitment, view),
    ...view
      .complaintsAbout(commitment.uid)
      .flatMap((complaint) =>
        labelled(
          'wrong',
          view.style.late(`${complaint.number} ${printable(complaint.title)}: ${sayProgress(complaint)}`),
          view,
        ),
      ),
  ];
}

/** How often it comes again, and how it was kept; null if it is promised once. */
function sayAgain({ occurrence, missExplained }: Commitment, view: ViewContext): string | null {
  const outlook = occurrence && view.standingOf(occurrence.standing);
  if (!outlook) return null;
  const { standing, record } = outlook;
  const missed = missExplained === null ? null : `missed because: ${printable(missExplained)}`;
  const often = standing.stoppedAt === null ? printable(standing.cadence.text) : 'stopped';
  return [often, sayRecord(record), missed].filter(Boolean).join(' \u00b7 ');
}

/** Which complaint it belongs to, and as what; null if it belongs to none. */
function sayBelonging({ belongsTo }: Commitment, view: ViewContext): string | null {
  if (belongsTo === null) return null;
  const complaint = view.commitmentOf(belongsTo.complaint);
  const as = belongsTo.as === 'talk' ? 'when you speak again' : `approved ${belongsTo.as}`;
  return complaint && `to complaint ${complaint.number} ${printable(complaint.title)}: ${as}`;
}

/** What is lost by something of theirs that was late, of that and of what waits for it. */
function showHeldUp(commitment: Commitment, view: ViewContext): [string, string][] {
  const held = view.heldUp(commitment);
  if (commitment.kind !== 'awaiting') return held.map((each) => ['theirs', sayHeldUp(each, view)]);
  if (held.length > 0) return held.map((each) => ['late', sayHoldsUp(each, view)]);
  // What waited for it is finished, or has moved: what was lost is still to be seen.
  const lateness = commitment.blocks === null ? null : latenessOf(commitment, view.now, view.calendar);
  return lateness ? [['late', `${sayLost(lateness)} in all`]] : [];
}

/** What proves that it was finished: each place, and for a file what was in it then. */
function showEvidence({ evidence }: Commitment): [string, string][] {
  return evidence.flatMap(({ link, bytes, sha256 }, index): [string, string][] => [
    [index === 0 ? 'evidence' : '', printable(bytes === undefined ? link : `${link}, ${saySize(bytes)}`)],
    ...(sha256 === undefined ? [] : [['', `SHA-256 ${sha256}`] as [string, string]]),
  ]);
}

/** That it has no date, or only one that goes with a price which nobody has approved yet. */
function sayNoDate(commitment: Commitment, view: ViewContext): string {
  const date = unansweredPrice(commitment)?.date;
  return date
    ? `${sayFully(date, view, counterpart(commitment))}, if they approve the price`
    : view.style.today('none yet: settle one');
}

/** What it is more work on than was agreed. */
function showExtraTo({ extraTo }: Commitment, view: ViewContext): [string, string][] {
  const job = extraTo === null ? null : view.commitmentOf(extraTo);
  return job ? [['', `extra to ${job.number} ${printable(job.title)}`]] : [];
}

/** Its number and title: the heading above what is said of it. */
export function describeTitle({ number, title }: Commitment, { style, width }: ViewContext): string[] {
  return wrap(`${number}  ${printable(title)}`, width, '   ').map((line) => style.heading(line));
}

/** The least room for the sentences of a story; with less they stand below their dates. */
const LEAST_ROOM = 20;

const BELOW = '     ';

/** A commitment with its story, in the order in which things were said. */
export function showCommitment(
  commitment: Commitment,
  events: readonly StoryEvent[],
  held: readonly Held[],
  view: ViewContext,
): string {
  const had = sayHeld(held, view);
  const { calendar, now, style } = view;
  const told = [...events]
    .sort((a, b) => compareInstants(a.at, b.at))
    .map((event) => ({ when: sayInstant(event.at, calendar, now), what: sayEvent(event, view) }));
  const longest = Math.max(...told.map(({ when }) => when.length));
  const column = longest + 5;
  const room = view.width - column;
  const story = told.flatMap(({ when, what }) =>
    room >= LEAST_ROOM
      ? beside(`   ${style.quiet(pad(when, longest))}  `, column, what, room)
      : [`   ${style.quiet(when)}`, ...beside(BELOW, BELOW.length, what, view.width - BELOW.length)],
  );
  const next = showNextSteps(commitment, view);
  return [
    ...describeCommitment(commitment, view),
    ...(had === null ? [] : labelled('theirs', had, view)),
    '',
    ...story,
    ...(next.length > 0 ? ['', ...next] : []),
  ].join('\n');
}

/** The project that it belongs to, with its budget if it has one. */
function sayProject({ project }: Commitment, view: ViewContext): string | null {
  if (project === null) return null;
  const cost = view.costOfProject(project);
  return cost ? `${printable(project)}: ${sayProjectBriefly(cost)}` : printable(project);
}

/** The due date; marked if it has passed. */
function showDue(commitment: Commitment, view: ViewContext): string | null {
  const { due } = commitment;
  if (!due) return null;
  if (!isOpen(commitment)) return `${sayMoment(due, view.calendar)}${sayLateAnswer(commitment, view)}`;
  const text = sayFully(due, view, counterpart(commitment));
  return isOverdue(commitment, view.now) ? view.style.late(`${text}: overdue`) : text;
}

/** By how much an answer came late; nothing if it did not. */
function sayLateAnswer(commitment: Commitment, { calendar }: ViewContext): string {
  const { kind, due, closedAt } = commitment;
  if (kind !== 'reply' || !wasLate(commitment) || due === null || closedAt === null) return '';
  return `: answered ${sayDistance(due.at, closedAt, calendar)} late`;
}

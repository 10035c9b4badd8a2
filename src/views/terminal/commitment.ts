import { nextUpdateOf } from '../../domain/agenda/clocks.ts';
import {
  ballOf,
  type Commitment,
  counterpart,
  isOpen,
  isOverdue,
  isUnwritten,
} from '../../domain/streams/commitment.ts';
import type { StoryEvent } from '../../domain/streams/events.ts';
import type { Moment } from '../../domain/time/moment.ts';
import { sayElsewhere, sayInstant, sayMoment, sayTime } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayEstimate, sayHours } from '../words/amount.ts';
import { sayCounterpart } from '../words/counterpart.ts';
import { sayEvent } from '../words/story.ts';
import { sayRelative } from '../words/time.ts';
import { labelled } from './labelled.ts';
import { pad, wrap } from './width.ts';

/**
 * A date in full and how far it is: "Thu 5 Mar 2026 15:00, in 3 h". Where it was meant in another zone, or `counterpart` lives in
 * one, their time stands beside it: "(14:00 London)".
 */
export function sayFully(moment: Moment, view: ViewContext, counterpart: string | null = null): string {
  const { calendar, now } = view;
  const zones = new Set([moment.zone, (counterpart !== null && view.zones.get(counterpart)) || moment.zone]);
  const here = sayTime(moment.at, calendar);
  const elsewhere = [...zones]
    .filter((zone) => zone !== calendar.zone)
    .map((zone) => sayElsewhere(moment.at, zone, calendar))
    // Where the clock shows the same, there is nothing to add.
    .filter((there) => !there.startsWith(`${here} `));
  const beside = elsewhere.length > 0 ? ` (${elsewhere.join(', ')})` : '';
  return `${sayMoment(moment, calendar)}, ${sayRelative(moment.at, now, calendar)}${beside}`;
}

/** Where a commitment stands, with what is known about it: the top of `show`, and the echo of every write. */
export function describeCommitment(commitment: Commitment, view: ViewContext): string[] {
  const { style, calendar, now, clockSettingsOf } = view;
  const whom = sayCounterpart(commitment, view);
  const title = printable(commitment.title);
  const update = nextUpdateOf(commitment, clockSettingsOf, calendar);
  const next: Moment | null = update === null ? null : { at: update, zone: calendar.zone, grain: 'time' };
  const hasNoDate = commitment.state === 'asked' && !commitment.wantedBy;
  const facts: [string, string | null][] = [
    ['date', hasNoDate ? style.today('none yet: settle one') : null],
    [
      'wanted',
      commitment.due
        ? null
        : commitment.wantedBy && sayFully(commitment.wantedBy, view, counterpart(commitment)),
    ],
    ['offered', commitment.offer && sayFully(commitment.offer.date, view, counterpart(commitment))],
    ['due', commitment.due && sayDue(commitment, view)],
    // With a new offer there is a new target, which is told with it.
    [
      'target',
      isOpen(commitment) && commitment.target && !commitment.offer ? sayFully(commitment.target, view) : null,
    ],
    ['update', next && sayFully(next, view)],
    [
      'snoozed',
      isOpen(commitment) && commitment.snooze && commitment.snooze.until.at > now
        ? `until ${sayFully(commitment.snooze.until, view)}`
        : null,
    ],
    ['updates', commitment.cadence && printable(commitment.cadence.text)],
    ['effort', sayEffort(commitment)],
    ['right', commitment.rightWhen && `when ${printable(commitment.rightWhen)}`],
    ['project', commitment.project && printable(commitment.project)],
    ['scope', commitment.scope === 'out' ? 'out of scope: not agreed until it is priced and approved' : null],
    ['blocks', commitment.blocks && String(view.numberOf(commitment.blocks) ?? '')],
  ];
  const heading = wrap(`${commitment.number}  ${title}`, view.width, '   ');
  return [
    ...heading.map((line) => style.heading(line)),
    ...wrap(`${commitment.kind}${whom ? ` ${whom}` : ''} · ${sayState(commitment)}`, view.width - 3).map(
      (line) => `   ${line}`,
    ),
    ...facts.flatMap(([label, value]) => (value ? labelled(label, value, view) : [])),
  ];
}

/** A commitment with its story, told in the order in which things were said. */
export function showCommitment(
  commitment: Commitment,
  events: readonly StoryEvent[],
  view: ViewContext,
): string {
  const { calendar, now, style } = view;
  const told = [...events]
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    .map((event) => ({ when: sayInstant(event.at, calendar, now), what: sayEvent(event, view) }));
  const column = Math.max(...told.map(({ when }) => when.length));
  const story = told.flatMap(({ when, what }) =>
    wrap(what, Math.max(20, view.width - column - 5)).map((line, index) =>
      index === 0 ? `   ${style.quiet(pad(when, column))}  ${line}` : `   ${' '.repeat(column)}  ${line}`,
    ),
  );
  const next = sayNext(commitment);
  return [
    ...describeCommitment(commitment, view),
    '',
    ...story,
    ...(next ? ['', `   ${style.quiet('Next:')} ${style.command(next)}`] : []),
  ].join('\n');
}

/** The command that most likely comes next, or null when nothing does. */
export function sayNext(commitment: Commitment): string | null {
  const { number, state, kind } = commitment;
  switch (state) {
    case 'asked':
      return `followup offer ${number}`;
    case 'offered':
      return `followup agree ${number}, or followup counter ${number} DATE --because WHY`;
    case 'agreed':
      if (commitment.offer) return `followup agree ${number}`;
      return isUnwritten(commitment) ? `followup confirm ${number}` : `followup done ${number}`;
    case 'waiting':
    case 'owed':
      return `followup done ${number}`;
    case 'done':
      return kind === 'request' ? `followup accept ${number}` : null;
    case 'accepted':
    case 'dropped':
      return null;
  }
}

function sayState(commitment: Commitment): string {
  const ball = ballOf(commitment);
  const move = ball === 'me' ? ', your move' : ball === 'them' ? ', their move' : '';
  const writing = isUnwritten(commitment) && isOpen(commitment) ? ', not in writing' : '';
  return `${commitment.state}${move}${writing}`;
}

function sayDue(commitment: Commitment, view: ViewContext): string | null {
  const { due } = commitment;
  if (!due) return null;
  if (!isOpen(commitment)) return sayMoment(due, view.calendar);
  const text = sayFully(due, view, counterpart(commitment));
  return isOverdue(commitment, view.now) ? view.style.late(`${text}: overdue`) : text;
}

function sayEffort({ estimate, spentHours }: Commitment): string | null {
  if (estimate === null && spentHours === 0) return null;
  const estimated =
    estimate === null ? 'no estimate' : `${sayEstimate(estimate.hours, estimate.range)} estimated`;
  return spentHours === 0 ? estimated : `${sayHours(spentHours)} spent, ${estimated}`;
}

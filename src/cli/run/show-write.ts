import type { Outcome } from '../../app/execute.ts';
import { forecastOf } from '../../app/workload.ts';
import { lazy } from '../../domain/base/memo.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { dateImpactOf } from '../../domain/planning/date-impact.ts';
import { newClientNames } from '../../domain/streams/client.ts';
import { type Commitment, isTalk } from '../../domain/streams/commitment.ts';
import { readProjects } from '../../store/projects.ts';
import { commitmentJson } from '../../views/json/commitment.ts';
import { dateImpactJson } from '../../views/json/date-impact.ts';
import { plainCommitment } from '../../views/plain/commitment.ts';
import { printable } from '../../views/printable.ts';
import { describeCommitment } from '../../views/terminal/commitment.ts';
import { showDateImpact } from '../../views/terminal/date-impact.ts';
import { showDaysOff } from '../../views/terminal/days-off.ts';
import { showExplanation } from '../../views/terminal/explanation.ts';
import { labelled } from '../../views/terminal/labelled.ts';
import { showNextSteps } from '../../views/terminal/next-steps.ts';
import { showDaysOffAhead } from '../../views/terminal/standing.ts';
import { nameOf, type ViewContext } from '../../views/view-context.ts';
import { sayFully } from '../../views/words/full-date.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

interface ShowOptions {
  readonly many?: boolean;
  readonly explain?: boolean | undefined;
  readonly starts?: boolean;
  /** Lines on what the commitments themselves do not say. */
  readonly remark?: (view: ViewContext) => readonly string[];
}

/**
 * Shows the commitments after a write: what was understood, in full, and what comes next. With `explain` it
 * adds the calculation of the date that followup found, or would have found, for each. With `starts` the purpose of the
 * verb was what it started, which comes before what that is about.
 */
export function showWrite(
  outcome: Outcome,
  session: Session,
  { many = false, explain = false, starts = false, remark }: ShowOptions = {},
): Screen {
  // One forecast serves the chances, the dates and what comes next.
  const makeForecast = lazy(() => forecastOf(session.open('read')));
  const view = session.viewContext(makeForecast);
  const { changes, before } = outcome;
  const commitments = withoutTalks(starts ? newOnesFirst(outcome) : outcome.commitments);
  const [first, ...others] = commitments;
  // What follows from a verb on one commitment does not hide what may come next of that.
  const subject = others.length === 0 || (!starts && before.length === 1) ? first : undefined;
  // Not every form of the screen says what the dates mean, and a part of another command may not be shown.
  const shown = lazy(() =>
    commitments.map((commitment) => ({
      commitment,
      impact: dateImpactOf(
        commitment,
        before.find(({ uid }) => uid === commitment.uid) ?? null,
        changes,
        makeForecast,
      ),
    })),
  );
  return {
    isEcho: true,
    hints: hintAtClosedProjects(changes, session),
    json: () => {
      const all = shown().map(({ commitment, impact }) => ({
        ...commitmentJson(commitment, view),
        ...dateImpactJson(impact, view),
      }));
      return many ? all : all[0];
    },
    plain: () => commitments.map((commitment) => plainCommitment(commitment, view)),
    text: async () => {
      const lines = [
        ...(changes.length === 0 ? ['Nothing changed: it was so already.'] : []),
        ...shown().flatMap(({ commitment, impact }) => [
          ...describeCommitment(commitment, view),
          ...showDaysOff(changesOf(commitment, changes), view),
          ...(impact ? showDateImpact(impact, view) : []),
        ]),
        ...(remark?.(view) ?? []),
        ...sayNotes(changes, view),
        ...sayDaysOffAhead(changes, view),
        ...sayNewClients(changes, view),
        ...sayBackdating(changes, view),
        ...(subject ? showNextSteps(subject, view) : []),
      ];
      const explained = explain
        ? commitments.map((commitment) => showExplanation(makeForecast().explain(commitment), view))
        : [];
      return [lines.join('\n'), ...(await Promise.all(explained))].join('\n\n');
    },
  };
}

function changesOf({ uid }: Commitment, changes: Outcome['changes']): Outcome['changes'] {
  return changes.filter(({ stream }) => stream.uid === uid);
}

/**
 * The clients that are new, or no longer retired. They are shown because a typing mistake creates or wakes one
 * too.
 */
export function sayNewClients(changes: Outcome['changes'], view: ViewContext): string[] {
  const returned = changes.flatMap(({ stream, event }) =>
    event.type === 'ClientReturned' ? [nameOf(stream.uid, view) ?? ''] : [],
  );
  const say = (label: string, names: readonly string[]) =>
    names.length > 0 ? labelled(label, `client ${names.map(printable).join(', ')}`, view) : [];
  return [...say('new', newClientNames(changes)), ...say('back', returned)];
}

/** Work may be put into a project that is closed: nothing is refused that somebody asks for in a hurry. */
function hintAtClosedProjects(changes: Outcome['changes'], session: Session): string[] {
  const used = changes.flatMap(({ event }) => ('project' in event && event.project ? [event.project] : []));
  if (used.length === 0) return [];
  const closed = readProjects(session.open('read').db).filter(
    ({ name, closedAt }) => closedAt !== null && used.includes(name),
  );
  return closed.map(
    ({ name }) =>
      `The project ${printable(name)} is closed. If it goes on: followup project ${quoteForShell(name)} --reopen`,
  );
}

/** Of what comes again from now on: the next times that come on another day, because theirs is off. */
function sayDaysOffAhead(changes: Outcome['changes'], view: ViewContext): string[] {
  return changes.flatMap(({ stream, event }) => {
    if (event.type !== 'StandingPromiseMade') return [];
    const outlook = view.standingOf(stream.uid);
    return outlook ? showDaysOffAhead(outlook, view) : [];
  });
}

/** When it was said, if it was recorded afterwards: a date that was understood like any other. */
function sayBackdating(changes: Outcome['changes'], view: ViewContext): string[] {
  const [earliest] = changes.flatMap(({ event }) => ('at' in event ? [event.at] : [])).sort();
  if (earliest === undefined || earliest >= view.now) return [];
  return labelled('said', sayFully({ at: earliest, zone: view.calendar.zone, grain: 'time' }, view), view);
}

/** Leaves out the promises to speak again about a complaint that is shown itself, and says when that is. */
function withoutTalks(commitments: readonly Commitment[]): readonly Commitment[] {
  const shown = new Set(commitments.map(({ uid }) => uid));
  return commitments.filter(
    (commitment) => !(isTalk(commitment) && shown.has(commitment.belongsTo?.complaint ?? '')),
  );
}

/** Puts what was started before what it is about, because that was the purpose of the verb. */
function newOnesFirst({ commitments, changes }: Outcome): Commitment[] {
  const started = new Set(
    changes.flatMap(({ stream, event }) => (event.type === 'NumberGiven' ? [stream.uid] : [])),
  );
  return [...commitments].sort((a, b) => Number(started.has(b.uid)) - Number(started.has(a.uid)));
}

/** The notes just added, because nothing else shows them. */
function sayNotes(changes: Outcome['changes'], view: ViewContext): string[] {
  return changes.flatMap(({ event }) =>
    event.type === 'NoteAdded'
      ? labelled('note', printable([event.text, event.link].filter(Boolean).join(' \u2192 ')), view)
      : [],
  );
}

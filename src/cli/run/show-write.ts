import type { Outcome } from '../../app/execute.ts';
import { forecastOf } from '../../app/workload.ts';
import { lazy } from '../../domain/base/memo.ts';
import { dateImpactOf } from '../../domain/planning/date-impact.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import type { Frame } from '../../views/frame.ts';
import { commitmentJson } from '../../views/json/json.ts';
import { printable } from '../../views/printable.ts';
import { describeCommitment, sayFully, sayNext } from '../../views/terminal/commitment.ts';
import { dateImpactJson, sayDateImpact } from '../../views/terminal/date-impact.ts';
import { showExplanation } from '../../views/terminal/forecast.ts';
import { labelled } from '../../views/terminal/labelled.ts';
import { plainCommitment } from '../../views/terminal/list.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

/**
 * Shows the commitments after a write: what was understood, in full, and what comes next. With `explain` it
 * adds the calculation of the date that followup found, or would have found, for each.
 */
export function showWrite(
  outcome: Outcome,
  session: Session,
  { many = false, explain = false } = {},
): Screen {
  const frame = session.frame();
  const { changes, before } = outcome;
  const commitments = newOnesFirst(outcome);
  const next = commitments.length === 1 && commitments[0] ? sayNext(commitments[0]) : null;
  const makeForecast = lazy(() => forecastOf(session.open('read')));
  const shown = commitments.map((commitment) => ({
    commitment,
    impact: dateImpactOf(
      commitment,
      before.find(({ uid }) => uid === commitment.uid) ?? null,
      changes,
      makeForecast,
    ),
  }));
  return {
    isEcho: true,
    json: () => {
      const all = shown.map(({ commitment, impact }) => ({
        ...commitmentJson(commitment, frame),
        ...dateImpactJson(impact, frame),
      }));
      return many ? all : all[0];
    },
    plain: () => commitments.map((commitment) => plainCommitment(commitment, frame)),
    text: async () => {
      const lines = [
        ...(changes.length === 0 ? ['Nothing changed: it was so already.'] : []),
        ...shown.flatMap(({ commitment, impact }) => [
          ...describeCommitment(commitment, frame),
          ...(impact ? sayDateImpact(impact, frame) : []),
        ]),
        ...sayNotes(changes, frame),
        ...sayNewClients(changes, frame),
        ...sayBackdating(changes, frame),
        ...(next ? labelled('next', frame.style.command(next), frame) : []),
      ];
      const explained = explain
        ? commitments.map((commitment) => showExplanation(makeForecast().explain(commitment), frame))
        : [];
      return [lines.join('\n'), ...(await Promise.all(explained))].join('\n\n');
    },
  };
}

/** The clients that are new, because a slip of the finger creates one too. */
export function sayNewClients(changes: Outcome['changes'], frame: Frame): string[] {
  const names = changes.flatMap(({ event }) => (event.type === 'ClientAdded' ? [event.name] : []));
  return names.length > 0 ? labelled('new', `client ${names.map(printable).join(', ')}`, frame) : [];
}

/** When it was said, if it was recorded afterwards: a date that was understood like any other. */
function sayBackdating(changes: Outcome['changes'], frame: Frame): string[] {
  const [earliest] = changes.flatMap(({ event }) => ('at' in event ? [event.at] : [])).sort();
  if (earliest === undefined || earliest >= frame.now) return [];
  return labelled('said', sayFully({ at: earliest, zone: frame.calendar.zone, grain: 'time' }, frame), frame);
}

/** Puts what was started before what it is about, because that was the purpose of the verb. */
function newOnesFirst({ commitments, changes }: Outcome): Commitment[] {
  const started = new Set(
    changes.flatMap(({ stream, event }) => (event.type === 'NumberGiven' ? [stream.uid] : [])),
  );
  return [...commitments].sort((a, b) => Number(started.has(b.uid)) - Number(started.has(a.uid)));
}

/** The notes just added, because nothing else shows them. */
function sayNotes(changes: Outcome['changes'], frame: Frame): string[] {
  return changes.flatMap(({ event }) =>
    event.type === 'NoteAdded'
      ? labelled('note', printable([event.text, event.link].filter(Boolean).join(' \u2192 ')), frame)
      : [],
  );
}

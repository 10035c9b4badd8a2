import type { Outcome } from '../../app/execute.ts';
import type { Selection } from '../../app/select.ts';
import { forecastOf } from '../../app/workload.ts';
import { lazy } from '../../domain/base/memo.ts';
import type { Decide, DecideStart } from '../../domain/decisions/guards.ts';
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
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import type { Declaration } from './declaration.ts';
import type { Screen } from './screen.ts';

/** A verb that is applied to the commitments that its first argument names. */
interface VerbOnCommitments<Input> extends Declaration {
  readonly decide: Decide<Input>;
  readonly parse: (call: Call) => Promise<Input>;
  readonly show?: (outcome: Outcome, call: Call, many: boolean) => Screen;
}

/** Declares a write verb on commitments: the one runner reads its words, decides in one transaction, and shows the result. */
export function onCommitments<Input>({
  decide,
  parse,
  show = showWrite,
  ...declaration
}: VerbOnCommitments<Input>): Command {
  return {
    ...declaration,
    run: async (call) => {
      const { selection, many } = await call.selection();
      const input = await parse(call);
      const { applyTo, execute } = await import('../../app/execute.ts');
      const step = applyTo(selection, decide, input);
      const outcome = execute(call.session.open('write'), declaration.name, step);
      return show(outcome, call, many);
    },
  };
}

/** What a verb that starts something has read: its input, the commitment that it is about, and remarks on what was typed. */
export interface Start<Input> {
  readonly input: Input;
  readonly about?: Selection | null;
  readonly hints?: readonly string[];
}

interface VerbThatStarts<Input> extends Declaration {
  readonly decide: DecideStart<Input>;
  readonly parse: (call: Call) => Promise<Start<Input>>;
  readonly show?: (outcome: Outcome, call: Call, input: Input) => Screen;
}

/** Declares a write verb that starts something new. */
export function starting<Input>({
  decide,
  parse,
  show = (outcome, call) => showWrite(outcome, call),
  ...declaration
}: VerbThatStarts<Input>): Command {
  return {
    ...declaration,
    run: async (call) => {
      const { input, about = null, hints = [] } = await parse(call);
      const { execute, startNew } = await import('../../app/execute.ts');
      const step = startNew(decide, input, about);
      const outcome = execute(call.session.open('write'), declaration.name, step);
      const screen = show(outcome, call, input);
      return { ...screen, hints: [...(screen.hints ?? []), ...hints] };
    },
  };
}

/** The clients that were mentioned for the first time: a slip of the finger makes one too. */
export function sayNewClients(changes: Outcome['changes'], frame: Frame): string[] {
  const names = changes.flatMap(({ event }) => (event.type === 'ClientAdded' ? [event.name] : []));
  return names.length > 0 ? labelled('new', `client ${names.map(printable).join(', ')}`, frame) : [];
}

/** When it was said, if that was recorded afterwards: as much a date that was understood as any other. */
function sayBackdating(changes: Outcome['changes'], frame: Frame): string[] {
  const [earliest] = changes.flatMap(({ event }) => ('at' in event ? [event.at] : [])).sort();
  if (earliest === undefined || earliest >= frame.now) return [];
  return labelled('said', sayFully({ at: earliest, zone: frame.calendar.zone, grain: 'time' }, frame), frame);
}

/** What was started comes before what it is about: it is what the verb was for. */
function newOnesFirst({ commitments, changes }: Outcome): Commitment[] {
  const started = new Set(
    changes.flatMap(({ stream, event }) => (event.type === 'NumberGiven' ? [stream.uid] : [])),
  );
  return [...commitments].sort((a, b) => Number(started.has(b.uid)) - Number(started.has(a.uid)));
}

/** The notes that were taken, because nothing else of a commitment shows them. */
function sayNotes(changes: Outcome['changes'], frame: Frame): string[] {
  return changes.flatMap(({ event }) =>
    event.type === 'NoteAdded'
      ? labelled('note', printable([event.text, event.link].filter(Boolean).join(' \u2192 ')), frame)
      : [],
  );
}

/**
 * Shows the commitments after a write: what was understood, in full, and what comes next. With `--explain` all of the
 * arithmetic follows behind the date that followup found, or would have found, for each of them.
 */
export function showWrite(outcome: Outcome, call: Call, many = false): Screen {
  const { session } = call;
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
      const explained = call.flag('explain')
        ? commitments.map((commitment) => showExplanation(makeForecast().explain(commitment), frame))
        : [];
      return [lines.join('\n'), ...(await Promise.all(explained))].join('\n\n');
    },
  };
}

import { makeAgenda } from '../../app/agenda.ts';
import { execute } from '../../app/execute.ts';
import type { Spread } from '../../domain/agenda/spread.ts';
import { orThrow, refuse } from '../../domain/base/refusal.ts';
import { decideSpread, planSpread } from '../../domain/decisions/spread.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import type { Duration } from '../../domain/time/duration.ts';
import { parseDuration } from '../../input/durations.ts';
import { slotJson } from '../../views/json/slot.ts';
import { plainSlot } from '../../views/plain/slot.ts';
import { showSpread } from '../../views/terminal/spread.ts';
import { flag, single } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';
import type { Session } from '../run/session/session.ts';

const USUALLY = 5;
/** Nobody waits that long for a word. */
const MOST_DAYS = 60;

export const spread = command({
  name: 'spread',
  summary: 'spread what is late over the coming days',
  details:
    'For a first morning with many old commitments, or the one after a holiday. The worst come first, the same number each day. Due dates stay as they are, and nobody is told anything. Without --apply it only shows what it would do.',
  arguments: {},
  options: {
    over: single(
      '--over',
      { placeholder: 'duration', read: (typed) => ({ typed, duration: orThrow(parseDuration(typed)) }) },
      `how many working days to spread it over (default: ${USUALLY} working days)`,
    ),
    apply: flag('--apply', 'do it, as one operation'),
  },
  examples: [
    ['spread', 'what it would do'],
    ['spread --over "2 weeks" --apply', 'do it, over ten working days'],
  ],
  run: ({ session, options: { over: span, apply } }) => {
    const over = span ? workingDaysIn(span, session.calendar) : USUALLY;
    const context = session.open('read');
    const { lines } = makeAgenda(context);
    const preview = planSpread({ over }, { ...context, attention: lines });
    // If there is nothing to spread, the file is not opened for writing.
    const isDone = apply && preview.slots.length > 0;
    const shown = isDone ? applySpread(session, over) : preview;
    const view = session.viewContext();
    return {
      json: () => ({
        applied: isDone,
        staying: shown.staying,
        slots: shown.slots.map((slot) => slotJson(slot, view)),
      }),
      plain: () => shown.slots.map((slot) => plainSlot(slot, view)),
      text: () => showSpread(shown, isDone, view),
    };
  },
});

/** Records the spread. Returns the one computed inside the transaction, which is what was written. */
function applySpread(session: Session, over: number): Spread {
  const input = { over, at: session.now };
  const recorded: Spread[] = [];
  execute(session.open('write'), 'spread', {
    selection: null,
    decide: (about, situation) => {
      recorded.push(planSpread(input, situation));
      return decideSpread(about, input, situation);
    },
  });
  return recorded[0] as Spread;
}

/**
 * The working days in a span: whole weeks have as many as the calendar's, and single days are working days, since
 * nothing is spread over the others.
 */
function workingDaysIn(
  { typed, duration }: { typed: string; duration: Duration },
  { week }: WorkCalendar,
): number {
  const { months = 0, days = 0, workingDays = 0 } = duration;
  const perWeek = week.filter((shifts) => shifts.length > 0).length;
  const weeks = Math.floor(days / 7);
  const count = Math.round(
    workingDays + weeks * perWeek + Math.min(days - 7 * weeks, perWeek) + (months * 52 * perWeek) / 12,
  );
  if (count >= 1 && count <= MOST_DAYS) return count;
  throw refuse(
    'span-too-long',
    `"${typed}" is not a time to spread it over.`,
    'For example: --over "5 working days"',
  );
}

import { makeAgenda } from '../../app/agenda.ts';
import { execute } from '../../app/execute.ts';
import type { Spread } from '../../domain/agenda/spread.ts';
import { orThrow, refuse } from '../../domain/base/refusal.ts';
import { decideSpread, planSpread } from '../../domain/decisions/spread.ts';
import { parseDuration } from '../../input/durations.ts';
import { plainSlot, showSpread, slotJson } from '../../views/terminal/spread.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';

const USUALLY = '5 working days';
/** Longer than anybody waits for a word. */
const MOST_DAYS = 60;

export const spread: Command = {
  name: 'spread',
  summary: 'give what is late new times to tell, to chase and to look',
  details:
    'For a first morning with many old commitments, or the one after a holiday. The worst come first, the same number each day. Due dates stay as they are, and nobody is told anything. Without --apply it only shows what it would do.',
  arguments: [],
  options: [
    ['--over <duration>', `how many working days to spread it over (else ${USUALLY})`],
    ['--apply', 'do it, as one operation'],
  ],
  examples: [
    ['spread', 'what it would do'],
    ['spread --over "2 weeks" --apply', 'do it, over ten working days'],
  ],
  run: (call) => {
    const { session } = call;
    const context = session.open('read');
    const { lines, clients } = makeAgenda(context);
    const over = workingDays(call);
    const preview = planSpread({ over }, { ...context, attention: lines });
    // Where there is nothing to spread, no file is opened for writing.
    const isDone = call.flag('apply') && preview.slots.length > 0;
    const shown = isDone ? applySpread(call, over) : preview;
    const frame = session.frame(clients);
    return {
      json: () => ({
        applied: isDone,
        staying: shown.staying,
        slots: shown.slots.map((slot) => slotJson(slot, frame)),
      }),
      plain: () => shown.slots.map((slot) => plainSlot(slot, frame)),
      text: () => showSpread(shown, isDone, frame),
    };
  },
};

/** Records the spread and returns it as it was in the transaction, which is what was written. */
function applySpread({ session }: Call, over: number): Spread {
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

/** The working days in a span that was typed: "2 weeks" are ten of them. */
function workingDays(call: Call): number {
  const typed = call.option('over') ?? USUALLY;
  const { months = 0, days = 0, workingDays: counted = 0 } = orThrow(parseDuration(typed));
  const count = Math.round(counted + (days * 5) / 7 + months * 21);
  if (count >= 1 && count <= MOST_DAYS) return count;
  throw refuse(
    'span-too-long',
    `"${typed}" is no time to spread it over.`,
    'For example: --over "5 working days"',
  );
}

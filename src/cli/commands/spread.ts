import { makeAgenda } from '../../app/agenda.ts';
import { applying, execute, type Step, starting } from '../../app/execute.ts';
import { type Slot, spreadOver } from '../../domain/agenda/spread.ts';
import { orThrow, refuse } from '../../domain/base/refusal.ts';
import { decideSnooze } from '../../domain/decisions/snooze.ts';
import { decideUpdateTime, decideWordTime } from '../../domain/decisions/spread.ts';
import type { Client } from '../../domain/streams/client.ts';
import { parseDuration } from '../../input/durations.ts';
import { plainSlot, showSpread, slotJson } from '../../views/terminal/spread.ts';
import { entriesInOrder } from '../../views/terminal/today.ts';
import { flag, single } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';

const USUALLY = 5;
/** Longer than anybody waits for a word. */
const MOST_DAYS = 60;

export const spread = command({
  name: 'spread',
  summary: 'give what is late new times to tell, to chase and to look',
  details:
    'For a first morning with many old commitments, or the one after a holiday. The worst come first, the same number each day. Due dates stay as they are, and nobody is told anything. Without --apply it only shows what it would do.',
  arguments: {},
  options: {
    over: single(
      '--over',
      { placeholder: 'duration', read: readWorkingDays },
      `how many working days to spread it over (else ${USUALLY} working days)`,
    ),
    apply: flag('--apply', 'do it, as one operation'),
  },
  examples: [
    ['spread', 'what it would do'],
    ['spread --over "2 weeks" --apply', 'do it, over ten working days'],
  ],
  run: ({ session, options: { over = USUALLY, apply } }) => {
    const context = session.open('read');
    const { lines, clients } = makeAgenda(context);
    const entries = entriesInOrder(lines).map(({ line }) => line);
    const { slots, staying } = spreadOver(entries, lines, over, session.now, session.calendar);
    const isDone = apply && slots.length > 0;
    if (isDone) {
      const steps = slots.map((slot) => stepOf(slot, session.now, clients));
      execute(session.open('write'), 'spread', ...steps);
    }
    const frame = session.frame(clients);
    return {
      json: () => ({ applied: isDone, staying, slots: slots.map((slot) => slotJson(slot, frame)) }),
      plain: () => slots.map((slot) => plainSlot(slot, frame)),
      text: () => showSpread(slots, staying, isDone, frame),
    };
  },
});

/** The working days in a span that was typed: "2 weeks" are ten of them. */
function readWorkingDays(typed: string): number {
  const { months = 0, days = 0, workingDays: counted = 0 } = orThrow(parseDuration(typed));
  const count = Math.round(counted + (days * 5) / 7 + months * 21);
  if (count >= 1 && count <= MOST_DAYS) return count;
  throw refuse(
    'span-too-long',
    `"${typed}" is no time to spread it over.`,
    'For example: --over "5 working days"',
  );
}

function stepOf({ line, kind, moment }: Slot, at: string, clients: readonly Client[]): Step {
  const { commitment, counterpart } = line;
  if (commitment) {
    return kind === 'update'
      ? applying([commitment.number], decideUpdateTime, { moment, at })
      : applying([commitment.number], decideSnooze, { until: moment, at });
  }
  const client = clients.find(({ uid }) => uid === counterpart);
  if (!client) throw refuse('no-such-client', 'A client was taken away meanwhile.', 'Try again.');
  return starting(decideWordTime, { client, moment, at });
}

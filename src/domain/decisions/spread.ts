import { entriesBySubject } from '../agenda/entries.ts';
import { type Slot, type Spread, spreadOver } from '../agenda/spread.ts';
import type { Change } from '../streams/events.ts';
import type { Instant } from '../time/moment.ts';
import { type Decision, on, type Saying } from './decision.ts';
import { refuseDate } from './guards.ts';
import type { Situation } from './situation.ts';

export interface SpreadInput extends Saying {
  /** The number of working days to spread it over. */
  readonly over: number;
}

/** Where the late entries would go. */
export function planSpread(
  { over }: Pick<SpreadInput, 'over'>,
  { attention, now, calendar }: Pick<Situation, 'attention' | 'now' | 'calendar'>,
): Spread {
  return spreadOver(entriesBySubject(attention), over, now, calendar);
}

/** Gives late entries new times. No agreed date moves, and nobody counts as told. */
export function decideSpread(_about: unknown, input: SpreadInput, situation: Situation): Decision {
  return (
    refuseDate(undefined, input, situation) ??
    planSpread(input, situation).slots.map((slot) => changeFor(slot, input.at))
  );
}

function changeFor({ line, kind, moment }: Slot, at: Instant): Change {
  switch (kind) {
    case 'word':
      return {
        stream: { kind: 'client', uid: line.counterpart },
        event: { type: 'WordPlanned', next: moment, at },
      };
    case 'update':
      return on(line.commitment, { type: 'UpdatePlanned', next: moment, at });
    case 'later':
      return on(line.commitment, { type: 'Snoozed', until: moment, at });
  }
}

import { evolveStanding, type Standing } from '../../src/domain/streams/standing.ts';
import type { StandingPromiseMade } from '../../src/domain/streams/standing-events.ts';
import { march } from './situation.ts';

export const FRIDAYS = { rrule: 'FREQ=WEEKLY;BYDAY=FR;BYHOUR=16', text: 'fridays at 16:00' };

/** `status`: the weekly status that Joe was promised on Monday 2 March, for Fridays at 16:00 UTC. */
export function standing(fields: Partial<StandingPromiseMade> = {}): Standing {
  const made: StandingPromiseMade = {
    type: 'StandingPromiseMade',
    kind: 'promise',
    title: 'weekly status',
    client: 'joe',
    cadence: FRIDAYS,
    zone: 'UTC',
    onDaysOff: 'before',
    at: march(2, '09:00'),
    ...fields,
  };
  return evolveStanding(null, made, 'status') as Standing;
}

import { expect, it } from 'vitest';
import type { AttentionLine } from '../../src/domain/agenda/attention.ts';
import type { Ledger } from '../../src/domain/agenda/ledger.ts';
import type { Reason } from '../../src/domain/agenda/reasons.ts';
import type { Client } from '../../src/domain/streams/client.ts';
import type { Commitment } from '../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../src/domain/streams/events.ts';
import { commitment } from './given.ts';
import { agendaAt, clientsNamed, march } from './situation.ts';

export const JOE = clientsNamed('Joe')[0] as Client;

export const written = { inWriting: true };
export const aMinuteAfter = (at: string) => at.replace(':00.000', ':01.000');

/** The agenda at a moment. Unless the test says otherwise Joe was told something just now, so that he is not quiet. */
export function agenda(
  now: string,
  commitments: readonly Commitment[],
  given: Partial<Ledger> = {},
): AttentionLine[] {
  return agendaAt(now, commitments, { clients: [{ client: JOE, lastWordAt: now }], ...given });
}

/** "today delivery" and the like: the lines of the one commitment that these events come to. */
export function linesAt(now: string, ...events: readonly CommitmentEvent[]): string[] {
  return agenda(now, [commitment(...events)]).map(({ severity, reason }) => `${severity} ${reason}`);
}

/** The severity of one reason at each of several moments; null when there is no such line. */
export function severityAt(
  reason: Reason,
  events: readonly CommitmentEvent[],
  ...moments: readonly string[]
) {
  return moments.map(
    (now) => agenda(now, [commitment(...events)]).find((line) => line.reason === reason)?.severity ?? null,
  );
}

/** The moment M of one reason. */
export function momentOf(
  reason: Reason,
  now: string,
  ...events: readonly CommitmentEvent[]
): string | undefined {
  return agenda(now, [commitment(...events)]).find((line) => line.reason === reason)?.due;
}

/** Something due on Mon 9 March 17:00 is not shown on Thursday, soon on Friday (a working day before), today, overdue. */
export function isShownAsItNears(reason: Reason, ...events: readonly CommitmentEvent[]): void {
  it('is not shown, then soon, today, overdue', () => {
    const severities = [null, 'soon', 'today', 'today', 'overdue'];
    const moments = [
      march(5, '23:59'),
      march(6, '00:00'),
      march(9, '00:00'),
      march(9),
      aMinuteAfter(march(9)),
    ];
    expect(severityAt(reason, events, ...moments)).toEqual(severities);
    const line = agenda(march(10), [commitment(...events)]).find((found) => found.reason === reason);
    expect(line).toMatchObject({ due: march(9), since: march(9), counterpart: 'joe' });
  });
}

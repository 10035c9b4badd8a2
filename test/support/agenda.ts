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

/** The agenda at a moment. By default Joe has just been told something, so that he is not quiet. */
export function agenda(
  now: string,
  commitments: readonly Commitment[],
  given: Partial<Ledger> = {},
): AttentionLine[] {
  return agendaAt(now, commitments, { clients: [{ client: JOE, lastWordAt: now }], ...given });
}

/** The lines, such as "today delivery", of the commitment that these events lead to. */
export function linesAt(now: string, ...events: readonly CommitmentEvent[]): string[] {
  return agenda(now, [commitment(...events)]).map(({ severity, reason }) => `${severity} ${reason}`);
}

/** The severity of a reason at several moments; null if there is no such line. */
export function severityAt(
  reason: Reason,
  events: readonly CommitmentEvent[],
  ...moments: readonly string[]
) {
  return moments.map(
    (now) => agenda(now, [commitment(...events)]).find((line) => line.reason === reason)?.severity ?? null,
  );
}

/** The `due` of a reason. */
export function momentOf(
  reason: Reason,
  now: string,
  ...events: readonly CommitmentEvent[]
): string | undefined {
  return agenda(now, [commitment(...events)]).find((line) => line.reason === reason)?.due;
}

/**
 * Expects something due on Mon 9 March 17:00 not to be shown on Thursday, and to be soon on Friday (a working
 * day before), then today, then overdue.
 */
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

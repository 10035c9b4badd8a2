import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recur } from '../../../src/domain/decisions/recur.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { isBorn, isOpen, unborn } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { evolveCommitment } from '../../../src/domain/streams/evolve-commitment.ts';
import { evolveStanding, type Standing } from '../../../src/domain/streams/standing.ts';
import { epoch, type Instant, instant } from '../../../src/domain/time/moment.ts';
import { march, situation } from '../../support/situation.ts';
import { standing } from '../../support/standing.ts';

/** The times of a standing promise, and a clock; what has to be opened or missed happens when it is looked at. */
class Ledger {
  readonly times = new Map<string, Commitment>();
  private numbers = 1;

  constructor(readonly promise: Standing) {}

  look(now: Instant): string[] {
    const present = this.inOrder.filter(isOpen);
    const last = this.inOrder.slice(-2);
    const passed = this.inOrder.filter(({ due }) => due !== null && due.at < now).at(-1);
    const known = [...new Set([...present, ...(passed ? [passed] : []), ...last])].sort((a, b) =>
      (a.occurrence?.on ?? '') < (b.occurrence?.on ?? '') ? -1 : 1,
    );
    const changes = recur(
      [{ standing: this.promise, times: known }],
      situation({
        now,
        newNumber: () => this.numbers++,
        numberOf: (uid) => this.times.get(uid)?.number ?? null,
      }),
    );
    for (const { stream, event } of changes) this.take(stream.uid, event as CommitmentEvent);
    return this.states;
  }

  settle(uid: string, event: CommitmentEvent): void {
    this.take(`status-${uid}`, event);
  }

  get inOrder(): Commitment[] {
    return [...this.times.values()].sort((a, b) =>
      (a.occurrence?.on ?? '') < (b.occurrence?.on ?? '') ? -1 : 1,
    );
  }

  /** "06 agreed": the day of each in March, and its state. */
  get states(): string[] {
    return this.inOrder.map(({ due, state }) => `${due?.at.slice(8, 10)} ${state}`);
  }

  private readonly begun = new Map<string, ReturnType<typeof evolveCommitment>>();

  private take(uid: string, event: CommitmentEvent): void {
    const after = evolveCommitment(this.begun.get(uid) ?? unborn(uid), event);
    this.begun.set(uid, after);
    if (isBorn(after)) this.times.set(uid, after);
  }
}

describe('a standing promise', () => {
  it('opens the first time at once, and the next when that is settled or has passed', () => {
    const ledger = new Ledger(standing());
    expect(ledger.look(march(2, '09:00'))).toEqual(['06 agreed']);
    expect(ledger.look(march(6, '16:01'))).toEqual(['06 agreed', '13 agreed']);
    const early = new Ledger(standing());
    early.look(march(2, '09:00'));
    early.settle('20260306T1600Z', { type: 'PromiseKept', at: march(4) });
    expect(early.look(march(4, '18:00'))).toEqual(['06 done', '13 agreed']);
  });

  it('keeps the late one and the next, and misses what the next one has passed too', () => {
    const ledger = new Ledger(standing());
    ledger.look(march(2, '09:00'));
    expect(ledger.look(march(12))).toEqual(['06 agreed', '13 agreed']);
    expect(ledger.look(march(13, '16:01'))).toEqual(['06 missed', '13 agreed', '20 agreed']);
    expect(ledger.times.get('status-20260306T1600Z')?.closedAt).toBe(march(13, '16:00'));
  });

  it('makes up for a long absence at once', () => {
    const ledger = new Ledger(standing());
    expect(ledger.look(march(31))).toEqual(['06 missed', '13 missed', '20 missed', '27 agreed', '03 agreed']);
  });

  it('is not swallowed: to do the last one late leaves the one of this week open', () => {
    const ledger = new Ledger(standing());
    ledger.look(march(14));
    ledger.settle('20260306T1600Z', { type: 'PromiseKept', at: march(14) });
    expect(ledger.look(march(14))).toEqual(['06 done', '13 agreed', '20 agreed']);
  });

  it('does not miss what was opened again on purpose, nor what was moved ahead', () => {
    const ledger = new Ledger(standing());
    ledger.look(march(14));
    ledger.settle('20260306T1600Z', { type: 'Reopened', at: march(14) });
    const due = { at: march(30), zone: 'UTC', grain: 'day' as const };
    const agreed = { date: due, because: 'they asked', inWriting: true, at: march(14) };
    ledger.settle('20260313T1600Z', { type: 'DateMoved', ...agreed });
    expect(ledger.look(march(21))).toEqual(['06 agreed', '30 agreed', '20 agreed', '27 agreed']);
  });

  it('does not wait for what was settled before it was due, and is no word to anybody when it comes again', () => {
    const ledger = new Ledger(standing());
    ledger.look(march(14));
    const [first, second] = ledger.inOrder;
    expect([first?.lastWordAt, second?.lastWordAt]).toEqual([march(2, '09:00'), null]);
  });

  it('of theirs waits for them', () => {
    const ledger = new Ledger(standing({ kind: 'awaiting', who: 'joe' }));
    expect(ledger.look(march(14))).toEqual(['06 missed', '13 waiting', '20 waiting']);
    expect(ledger.inOrder.every(({ who, client }) => who === 'joe' && client === 'joe')).toBe(true);
  });

  it('that runs from when it was done waits until then', () => {
    const cadence = { rrule: 'FREQ=WEEKLY;X-FROM=DONE', text: 'every! week' };
    const ledger = new Ledger(standing({ cadence }));
    expect(ledger.look(march(25))).toEqual(['09 agreed']);
    ledger.settle('20260309', { type: 'PromiseKept', at: march(25) });
    expect(ledger.look(march(26))).toEqual(['09 done', '01 agreed']);
  });

  it('that was stopped, or is over, opens nothing', () => {
    const stopped = evolveStanding(standing(), { type: 'StandingPromiseStopped', at: march(3) }, 'status');
    expect(new Ledger(stopped as Standing).look(march(31))).toEqual([]);
    const ledger = new Ledger(standing({ until: '2026-03-13' }));
    expect(ledger.look(march(31))).toEqual(['06 missed', '13 agreed']);
  });
});

describe('whenever it is looked at', () => {
  const looks = fc.array(fc.record({ hours: fc.integer({ min: 1, max: 400 }), settles: fc.boolean() }), {
    maxLength: 12,
  });

  it('at most two are open of what was never settled, and what is missed never comes back', () => {
    fc.assert(
      fc.property(looks, (steps) => {
        const ledger = new Ledger(standing());
        let now = march(2, '09:00');
        ledger.look(now);
        const missed = new Set<string>();
        for (const { hours, settles } of steps) {
          now = instant(epoch(now) + hours * 3_600_000);
          ledger.look(now);
          const open = ledger.inOrder.filter(isOpen);
          expect(open.length).toBeLessThanOrEqual(2);
          expect(open.filter(({ due }) => due !== null && due.at < now).length).toBeLessThanOrEqual(1);
          for (const { uid, state } of ledger.inOrder) if (state === 'missed') missed.add(uid);
          for (const uid of missed) expect(ledger.times.get(uid)?.state).toBe('missed');
          const [oldest] = open;
          if (settles && oldest) ledger.settle(oldest.uid.slice(7), { type: 'PromiseKept', at: now });
        }
      }),
    );
  });

  it('the same is opened and missed, however often somebody looked before', () => {
    fc.assert(
      fc.property(looks, (steps) => {
        const often = new Ledger(standing());
        let now = march(2, '09:00');
        for (const { hours } of steps) {
          often.look(now);
          now = instant(epoch(now) + hours * 3_600_000);
        }
        expect(often.look(now)).toEqual(new Ledger(standing()).look(now));
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideAwait } from '../../../src/domain/decisions/await.ts';
import { decideAway } from '../../../src/domain/decisions/away.ts';
import { decideClient } from '../../../src/domain/decisions/client.ts';
import type { Decision } from '../../../src/domain/decisions/decision.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import { decideDrop } from '../../../src/domain/decisions/drop.ts';
import { decidePromise } from '../../../src/domain/decisions/promise.ts';
import { decideStanding, type StandingChange } from '../../../src/domain/decisions/standing.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { evolveStanding } from '../../../src/domain/streams/standing.ts';
import { commitment, given, mentioned, promised } from '../../support/given.ts';
import { date, march, NOW, situation } from '../../support/situation.ts';
import { FRIDAYS, standing } from '../../support/standing.ts';

const STATUS = standing();

const time = (day: number, ...events: CommitmentEvent[]) =>
  commitment(
    promised({
      due: date(day, '16:00'),
      occurrence: {
        standing: 'status',
        on: march(day, '16:00'),
        due: march(day, '16:00'),
        since: march(2, '09:00'),
      },
    }),
    ...events,
  );

/** Thursday 5: the one of Friday 6 is open and ahead. */
const ahead = time(6);
const here = situation({
  standingWith: (uid) => (uid === 'status' ? STATUS : null),
  occurrencesOf: () => [ahead],
  standings: [STATUS],
});
const events = (decision: Decision) =>
  decision instanceof Refusal ? decision.code : decision.map(({ event }) => event.type);
const changed = (input: Omit<StandingChange, 'at'>, where = here) =>
  decideStanding(ahead, { at: NOW, ...input }, where);

describe('to promise something again and again', () => {
  const again = { cadence: FRIDAYS };
  it('records how often, and the first time', () => {
    const decision = decidePromise(
      null,
      { title: 'status', client: mentioned('Joe'), again, at: NOW },
      situation(),
    );
    expect(events(decision)).toEqual(['StandingPromiseMade', 'NumberGiven', 'PromiseMade']);
    expect(decision).toContainEqual(
      expect.objectContaining({
        stream: { kind: 'commitment', uid: 'new1-20260306T1600Z' },
        event: expect.objectContaining({ due: { at: march(6, '16:00'), zone: 'UTC', grain: 'time' } }),
      }),
    );
  });
  it('records what they promise just so', () => {
    const decision = decideAwait(
      null,
      { title: 'figures', who: mentioned('Joe'), again, at: NOW },
      situation(),
    );
    expect(events(decision)).toEqual(['StandingPromiseMade', 'NumberGiven', 'PromiseAwaited']);
  });
  it('is refused where it would never come, or every few minutes', () => {
    const input = { title: 'status', client: mentioned('Joe'), at: NOW };
    const until = { cadence: FRIDAYS, until: date(5) };
    expect(events(decidePromise(null, { ...input, again: until }, situation()))).toBe('never-due');
    const often = { cadence: { rrule: 'FREQ=MINUTELY', text: 'every minute' } };
    expect(events(decidePromise(null, { ...input, again: often }, situation()))).toBe('too-often');
  });
  it('needs a date or a cadence', () => {
    const decision = decidePromise(null, { title: 'status', client: mentioned('Joe'), at: NOW }, situation());
    expect(events(decision)).toBe('date-missing');
  });
});

describe('what changes is what is still to come', () => {
  it('the cadence, the title, the estimate, days off', () => {
    const cadence = { rrule: 'FREQ=WEEKLY;BYDAY=MO', text: 'mondays' };
    expect(events(changed({ cadence, title: 'status', onDaysOff: 'after' }))).toEqual([
      'StandingPromiseChanged',
    ]);
    expect(changed({})).toEqual([]);
  });
  it('stopped, it does not come again, and the one ahead is not expected any more', () => {
    expect(events(changed({ stop: true }))).toEqual(['StandingPromiseStopped', 'Dropped']);
    const over = evolveStanding(STATUS, { type: 'StandingPromiseStopped', at: NOW }, 'status');
    expect(events(changed({ stop: true }, { ...here, standingWith: () => over }))).toBe('standing-stopped');
  });
  it('paused, what falls into the pause is not expected; it was told beforehand, with a reason', () => {
    const pause = { first: '2026-03-06', last: '2026-03-20' };
    expect(events(changed({ pause, because: 'closed' }))).toEqual(['StandingPromisePaused', 'Dropped']);
    expect(
      events(changed({ pause: { first: '2026-03-09', last: '2026-03-20' }, because: 'closed' })),
    ).toEqual(['StandingPromisePaused']);
    expect(events(changed({ pause }))).toBe('reason-missing');
    expect(events(changed({ pause: { first: '2026-03-02', last: '2026-03-04' }, because: 'ill' }))).toBe(
      'date-past',
    );
    expect(events(changed({ pause: { first: '2026-03-20', last: '2026-03-06' }, because: 'ill' }))).toBe(
      'pause-backwards',
    );
  });
  it('after its last day nothing is expected', () => {
    expect(events(changed({ until: date(5) }))).toEqual(['StandingPromiseChanged', 'Dropped']);
    expect(events(changed({ until: date(31) }))).toEqual(['StandingPromiseChanged']);
    expect(events(changed({ until: date(1) }))).toBe('date-past');
  });
  it('what is promised once does not come again', () => {
    given(promised()).when(decideStanding, { stop: true }).isRefused('not-standing', 'followup promise');
  });
});

it('a client with whom something comes again and again cannot be retired', () => {
  const client = situation().clients[0] as Client;
  const decision = decideClient(
    null,
    { client, retire: true, at: NOW },
    { ...here, standingsOf: () => [STATUS] },
  );
  expect(events(decision)).toBe('client-has-open');
  expect((decision as Refusal).hint).toContain('followup standing 1 --stop');
});

describe('what was missed', () => {
  const missed = time(6, { type: 'OccurrenceMissed', at: march(13, '16:00') });
  const later = situation({
    now: march(14),
    standingWith: () => STATUS,
    missedOf: () => [missed, { ...missed, uid: 'other' }],
  });
  it('is a closed state, which to do it late ends, as late', () => {
    expect(missed).toMatchObject({ state: 'missed', closedAt: march(13, '16:00') });
    expect(events(decideDone(missed, { at: march(14) }, later))).toEqual(['PromiseKept']);
    const done = time(6, { type: 'OccurrenceMissed', at: march(13) }, { type: 'PromiseKept', at: march(14) });
    expect(done).toMatchObject({ state: 'done', closedAt: march(14) });
  });
  it('stays missed when everybody knows why, all of it at once', () => {
    const decision = decideDrop(missed, { missed: true, because: 'ill', at: march(14) }, later);
    expect(events(decision)).toEqual(['MissExplained', 'MissExplained']);
    const explained = time(
      6,
      { type: 'OccurrenceMissed', at: march(13) },
      { type: 'MissExplained', because: 'ill', at: march(14) },
    );
    expect(explained).toMatchObject({ state: 'missed', missExplained: 'ill' });
  });
  it('needs a reason, and something that was missed', () => {
    expect(events(decideDrop(missed, { missed: true, at: march(14) }, later))).toBe('reason-missing');
    expect(events(decideDrop(ahead, { missed: true, because: 'ill', at: NOW }, here))).toBe('nothing-missed');
    const plain = decideDrop(missed, { because: 'ill', at: march(14) }, later);
    expect((plain as Refusal).hint).toContain('drop 1 --missed --because WHY');
  });
});

describe('away', () => {
  const days = { first: '2026-03-06', last: '2026-03-10' };
  it('moves what is open and ahead as its rule for days off says', () => {
    const tuesday = { ...here, now: march(3), occurrencesOf: () => [ahead] };
    const decision = decideAway(null, { days, at: march(3) }, tuesday);
    expect(decision).toContainEqual(
      expect.objectContaining({ event: expect.objectContaining({ type: 'OccurrenceShifted' }) }),
    );
    expect(JSON.stringify(decision)).toContain(march(5, '16:00'));
  });
  it('leaves what would come before now, what was moved, and what has passed', () => {
    const shifts = (now: string, occurrence = ahead) =>
      events(decideAway(null, { days, at: now }, { ...here, now, occurrencesOf: () => [occurrence] }));
    expect(shifts(march(5, '17:00'))).toEqual(['AwayPlanned']);
    expect(shifts(march(6, '16:30'))).toEqual(['AwayPlanned']);
    const movedAway = time(6, {
      type: 'DateMoved',
      date: date(6, '12:00'),
      because: 'they asked',
      inWriting: true,
      at: march(3),
    });
    expect(shifts(march(3), movedAway)).toEqual(['AwayPlanned']);
  });
});

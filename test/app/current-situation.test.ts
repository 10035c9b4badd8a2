import { describe, expect, it } from 'vitest';
import { makeAgenda } from '../../src/app/agenda.ts';
import { applyTo, execute, startNew } from '../../src/app/execute.ts';
import { decideAwait } from '../../src/domain/decisions/await.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import type { Situation } from '../../src/domain/decisions/situation.ts';
import { decideSpread } from '../../src/domain/decisions/spread.ts';
import { type Desk, newDesk } from '../support/desk.ts';
import { mentioned } from '../support/given.ts';
import { date, march } from '../support/situation.ts';

/** Three things that they owe, all late on Monday the 16th. */
function lateDesk(): Desk {
  const desk = newDesk();
  for (const day of [6, 9, 10]) {
    desk.start('await', decideAwait, { title: `Due on the ${day}th`, who: mentioned('Joe'), due: date(day) });
  }
  desk.now = march(16, '09:00');
  return desk;
}

describe('what a decision finds that needs attention', () => {
  it('is what the agenda shows', () => {
    const desk = lateDesk();
    const seen: Situation['attention'][] = [];
    execute(desk.context, 'look', {
      selection: null,
      decide: (_target, { attention }) => {
        seen.push(attention);
        return [];
      },
    });
    expect(seen).toEqual([makeAgenda(desk.context).lines]);
    expect(seen[0]).not.toEqual([]);
  });
  it('is what the steps before it have left', () => {
    const desk = lateDesk();
    const at = desk.now;
    const spread = startNew(decideSpread, { over: 3, at });
    const { changes } = execute(desk.context, 'spread', applyTo([2], decideDone, { at }), spread, spread);
    // The first stays for today and the third gets the morning after; then nothing else is late.
    expect(changes.map(({ event }) => event)).toMatchObject([
      { type: 'AwaitedReceived' },
      { type: 'Snoozed', until: { at: march(17, '00:00') } },
    ]);
  });
});

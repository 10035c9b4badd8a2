import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyTo, attempt, type Step, startNew } from '../../src/app/execute.ts';
import { forecastOf } from '../../src/app/workload.ts';
import { decideAdd } from '../../src/domain/decisions/add.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import type { Situation } from '../../src/domain/decisions/situation.ts';
import { epoch, instant } from '../../src/domain/time/moment.ts';
import { newDesk } from '../support/desk.ts';
import { date, NOW } from '../support/situation.ts';

/** An instant some hours before now. */
const ago = (hours: number) => instant(epoch(NOW) - hours * 3_600_000);

const anyStep = fc.oneof(
  fc.record({ verb: fc.constant('add' as const), hours: fc.integer({ min: 1, max: 20 }), at: fc.nat(300) }),
  fc.record({ verb: fc.constant('done' as const), number: fc.integer({ min: 5, max: 14 }), at: fc.nat(40) }),
  fc.record({ verb: fc.constant('reopen' as const), number: fc.integer({ min: 5, max: 14 }) }),
);

function stepOf(step: typeof anyStep extends fc.Arbitrary<infer S> ? S : never): Step {
  switch (step.verb) {
    case 'add':
      return startNew(decideAdd, {
        title: 'Report',
        agreed: date(27),
        estimateHours: step.hours,
        inWriting: true,
        scope: 'in',
        at: ago(step.at),
      });
    case 'done':
      return applyTo([step.number], decideDone, { at: ago(step.at), tookHours: 3 });
    case 'reopen':
      return applyTo([step.number], decideReopen, { at: NOW });
  }
}

it('sees the work that the steps before it have changed, and the record that they have left', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 10, maxLength: 40 }), (steps) => {
      const desk = newDesk();
      const { context } = desk;
      // A record that includes time without work, unless something older is open.
      for (const hours of [300, 250, 200, 150, 100, 50]) {
        desk.add('Report', undefined, { at: ago(hours), estimateHours: 2 });
        desk.apply('done', 'last', decideDone, { at: ago(hours - 8), tookHours: 2 });
      }
      const facts = (ahead: Situation['forecast']) => ({
        learntFrom: ahead.learntFrom,
        queue: ahead.queue.map((work) => [
          work,
          ...[0.3, 0.5, 0.8].map((probability) => ahead.finishedBy(work, probability)),
        ]),
      });
      const watched = steps.map(stepOf).map(
        ({ selection, decide }): Step => ({
          selection,
          decide: (target, situation) => {
            expect(facts(situation.forecast)).toEqual(facts(forecastOf(context)));
            return decide(target, situation);
          },
        }),
      );
      attempt(context, 'import', watched);
    }),
    { numRuns: 40 },
  );
});

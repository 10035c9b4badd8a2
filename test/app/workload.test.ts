import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyTo, attempt, type Step, startNew } from '../../src/app/execute.ts';
import { forecastOf } from '../../src/app/workload.ts';
import { decideAdd } from '../../src/domain/decisions/add.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideReopen } from '../../src/domain/decisions/reopen.ts';
import type { Situation } from '../../src/domain/decisions/situation.ts';
import { newWork } from '../../src/domain/planning/work-left.ts';
import { addWorkingMinutes } from '../../src/domain/time/calendar.ts';
import { epoch, instant } from '../../src/domain/time/moment.ts';
import { newDesk } from '../support/desk.ts';
import { CALENDAR, date, NOW } from '../support/situation.ts';

/** So many hours of work ago. */
const ago = (hours: number) => instant(epoch(NOW) - hours * 3_600_000);

const anyStep = fc.oneof(
  fc.record({ verb: fc.constant('add' as const), hours: fc.integer({ min: 1, max: 20 }), at: fc.nat(300) }),
  fc.record({ verb: fc.constant('done' as const), number: fc.integer({ min: 1, max: 12 }), at: fc.nat(40) }),
  fc.record({ verb: fc.constant('reopen' as const), number: fc.integer({ min: 1, max: 12 }) }),
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
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 20 }), (steps) => {
      const { context } = newDesk();
      const due = { ...date(31), at: addWorkingMinutes(CALENDAR, NOW, 9000) };
      const targets = (forecast: Situation['forecast']) =>
        [1, 5, 40].map((hours) => forecast.targetFor(newWork('request', null, hours), due));
      const watched = steps.map(stepOf).map(
        ({ selection, decide }): Step => ({
          selection,
          decide: (target, situation) => {
            const fresh = forecastOf(context);
            expect(targets(situation.forecast)).toEqual(targets(fresh));
            expect(situation.forecast.queue).toEqual(fresh.queue);
            return decide(target, situation);
          },
        }),
      );
      attempt(context, 'import', watched);
    }),
  );
});

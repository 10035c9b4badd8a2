import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ProjectEvent } from '../../../src/domain/streams/events.ts';
import { fold } from '../../../src/domain/streams/fold.ts';
import { matchProject, projectCalled } from '../../../src/domain/streams/match-project.ts';
import { evolveProject, newProject } from '../../../src/domain/streams/project.ts';
import { addSpent, NOTHING_SPENT } from '../../../src/domain/streams/spent.ts';
import { anyInstant, anyMoney } from '../../support/arbitrary.ts';
import { march } from '../../support/situation.ts';

const amount = fc.oneof(
  anyMoney,
  fc.integer({ min: -40, max: 400 }).map((quarters) => ({ hours: quarters / 4 })),
);
const answers = fc.array(
  fc.record(
    {
      mark: fc.constantFrom('near' as const, 'past' as const, 'likely' as const),
      month: fc.constant('2026-03'),
    },
    { requiredKeys: ['mark'] },
  ),
);
/** Any event of a project, whether or not it makes sense there. */
const anyEvent: fc.Arbitrary<ProjectEvent> = fc.oneof<fc.Arbitrary<ProjectEvent>[]>(
  fc.record({ type: fc.constant('ProjectStarted' as const), name: fc.string(), at: anyInstant }),
  fc.record({
    type: fc.constant('ProjectDetailsChanged' as const),
    rate: anyMoney,
    at: anyInstant,
  }),
  fc.record({
    type: fc.constant('BudgetSet' as const),
    amount,
    since: fc.constant('2026-03-16'),
    answers,
    at: anyInstant,
  }),
  fc.record({ type: fc.constant('BudgetRemoved' as const), at: anyInstant }),
  fc.record({ type: fc.constant('BudgetSeen' as const), because: fc.string(), answers, at: anyInstant }),
  fc.record({ type: fc.constant('SpentOnProject' as const), amount, at: anyInstant }),
  fc.record({ type: fc.constant('ProjectClosed' as const), at: anyInstant }),
  fc.record({ type: fc.constant('ProjectReopened' as const), at: anyInstant }),
  fc.record({ type: fc.constant('ProjectAdopted' as const), project: fc.string(), at: anyInstant }),
  fc.record({ type: fc.constant('ProjectMerged' as const), into: fc.string(), at: anyInstant }),
);

describe('a project', () => {
  it('takes any event in any order, and never has less than nothing spent on it', () => {
    fc.assert(
      fc.property(fc.array(anyEvent), (events) => {
        const state = events.reduce<ReturnType<typeof evolveProject>>(
          (each, event) => evolveProject(each, event, 'p'),
          null,
        );
        if (state === null) return;
        expect(state.spentHours).toBeGreaterThanOrEqual(0);
        for (const { minor } of state.spentMoney) expect(minor).toBeGreaterThan(0);
      }),
    );
  });

  it('keeps what was spent with its time; the parts add up to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ amount, at: anyInstant })), (spendings) => {
        const started: ProjectEvent = { type: 'ProjectStarted', name: 'Website', at: march(1) };
        const events = [
          started,
          ...spendings.map((each): ProjectEvent => ({ type: 'SpentOnProject', ...each })),
        ];
        const folded = fold(
          { kind: 'project', uid: 'p' },
          events.map((event) => ({ operation: 'any', event })),
          new Set(),
        );
        const sum = folded.spendings.reduce(
          (spent, { hours, money }) => addSpent(addSpent(spent, { hours }), money ?? { hours: 0 }),
          NOTHING_SPENT,
        );
        expect(sum.spentHours).toBeCloseTo(folded.state?.spentHours ?? 0);
        expect(new Map(sum.spentMoney.map(({ minor, currency }) => [currency, minor]))).toEqual(
          new Map(folded.state?.spentMoney.map(({ minor, currency }) => [currency, minor])),
        );
      }),
    );
  });
});

describe('the name of a project', () => {
  const projects = ['Website', 'New shop', 'Shop floor'].map((name) =>
    newProject(name, name, null, march(1)),
  );

  it.each([
    ['website', 'found'],
    ['WEB-SITE', 'found'],
    ['new', 'found'],
    ['shop', 'ambiguous'],
    ['web', 'begun'],
    ['websiet', 'near'],
    ['Intranet', 'unknown'],
  ])('%s is %s', (typed, kind) => {
    expect(Object.keys(matchProject(typed, projects))).toEqual([kind]);
  });

  it('is the exact one first', () => {
    const twins = [newProject('a', 'web site', null, march(1)), newProject('b', 'Website', null, march(1))];
    expect(projectCalled('Website', twins)?.uid).toBe('b');
  });
});

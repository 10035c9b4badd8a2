import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import {
  decideSpend,
  decideSpendOnClient,
  decideSpendOnProject,
} from '../../../src/domain/decisions/spend.ts';
import { newProject, unstartedProject } from '../../../src/domain/streams/project.ts';
import { asked, commitment, given } from '../../support/given.ts';
import { clientsNamed, march, NOW, situation } from '../../support/situation.ts';

const EUR = (minor: number) => ({ minor, currency: 'EUR' });

describe('spend', () => {
  it('time that was spent is added up', () => {
    given(asked(), { type: 'EffortSpent', hours: 1.5, at: NOW })
      .when(decideSpend, { amount: { hours: 2 } })
      .leaves({ spentHours: 3.5 });
  });

  it('keeps time as it was said, when it began and what it was for', () => {
    const from = march(5, '08:00');
    given(asked())
      .when(decideSpend, { amount: { hours: 1, text: '60 min' }, from, note: 'the totals' })
      .records({ type: 'EffortSpent', hours: 1, text: '60 min', from, note: 'the totals', at: NOW });
  });

  it('keeps money in its currency', () => {
    given(asked(), { type: 'MoneySpent', money: EUR(500), at: NOW })
      .when(decideSpend, { amount: { minor: 70, currency: 'USD' } })
      .leaves({ spentHours: 0, spentMoney: [EUR(500), { minor: 70, currency: 'USD' }] });
  });

  it('takes back with a reason', () => {
    const worked = { type: 'EffortSpent', hours: 2, at: NOW } as const;
    given(asked(), worked)
      .when(decideSpend, { amount: { hours: -2 } })
      .isRefused('reason-missing', '--because');
    given(asked(), worked)
      .when(decideSpend, { amount: { hours: -2 }, because: 'wrong job' })
      .leaves({ spentHours: 0 });
  });

  it('never takes back more than there is', () => {
    const because = 'wrong job';
    given(asked(), { type: 'EffortSpent', hours: 2, at: NOW })
      .when(decideSpend, { amount: { hours: -2.5 }, because })
      .isRefused('nothing-to-take-back');
    given(asked(), { type: 'MoneySpent', money: EUR(500), at: NOW })
      .when(decideSpend, { amount: { minor: -1, currency: 'USD' }, because })
      .isRefused('nothing-to-take-back');
  });
});

describe('spend on a project', () => {
  const website = newProject('website', 'Website', 'joe', march(1));

  it('is kept there', () => {
    expect(decideSpendOnProject(null, { amount: EUR(500), project: website, at: NOW }, situation())).toEqual([
      {
        stream: { kind: 'project', uid: 'website' },
        event: { type: 'SpentOnProject', amount: EUR(500), at: NOW },
      },
    ]);
  });

  it('starts one whose name only commitments used, in its spelling', () => {
    const project = unstartedProject('Website', 'joe', march(1));
    const it = commitment(asked({ project: 'website' }));
    const recorded = decideSpendOnProject(
      null,
      { amount: { hours: 1 }, project, at: NOW },
      situation({ commitmentsIn: () => [it] }),
    );
    expect(recorded).toEqual([
      {
        stream: { kind: 'project', uid: 'new1' },
        event: { type: 'ProjectStarted', name: 'Website', client: 'joe', at: NOW },
      },
      {
        stream: { kind: 'commitment', uid: 'it' },
        event: { type: 'DetailsChanged', project: 'Website', at: NOW },
      },
      {
        stream: { kind: 'project', uid: 'new1' },
        event: { type: 'SpentOnProject', amount: { hours: 1 }, at: NOW },
      },
    ]);
  });

  it('starts none that another terminal has started since its name was looked up', () => {
    const project = unstartedProject('Website', 'joe', march(1));
    const input = { amount: { hours: 1 }, project, at: NOW };
    expect(decideSpendOnProject(null, input, situation({ projects: [website] }))).toEqual([
      {
        stream: { kind: 'project', uid: 'website' },
        event: { type: 'SpentOnProject', amount: { hours: 1 }, at: NOW },
      },
    ]);
  });

  it('that is closed, or more than there is, is refused', () => {
    const input = { amount: { hours: 1 }, at: NOW };
    const closed = { ...website, closedAt: march(2) };
    expect(decideSpendOnProject(null, { ...input, project: closed }, situation())).toMatchObject({
      code: 'project-closed',
    });
    const back = { amount: { hours: -1 }, because: 'wrong job', at: NOW };
    const stale = { ...website, spentHours: 5 };
    // What it was when its name was looked up does not count.
    const no = decideSpendOnProject(null, { ...back, project: stale }, situation({ projects: [website] }));
    expect(no).toMatchObject({ code: 'nothing-to-take-back' });
  });
});

describe('spend on a client', () => {
  const [joe] = clientsNamed('Joe');

  it('is kept there, and wakes who is retired', () => {
    if (!joe) throw new Error('There is no Joe.');
    const retired = { ...joe, retiredAt: march(1) };
    const recorded = decideSpendOnClient(
      null,
      { amount: { hours: 1 }, note: 'the trip', client: retired, at: NOW },
      situation({ clients: [retired] }),
    );
    expect(recorded).not.toBeInstanceOf(Refusal);
    expect(recorded).toEqual([
      { stream: { kind: 'client', uid: 'joe' }, event: { type: 'ClientReturned', at: NOW } },
      {
        stream: { kind: 'client', uid: 'joe' },
        event: { type: 'SpentOnClient', amount: { hours: 1 }, note: 'the trip', at: NOW },
      },
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideProject, type ProjectInput } from '../../../src/domain/decisions/project.ts';
import type { Situation } from '../../../src/domain/decisions/situation.ts';
import type { ProjectEvent } from '../../../src/domain/streams/events.ts';
import { evolveProject, type Project, unstartedProject } from '../../../src/domain/streams/project.ts';
import type { Spending } from '../../../src/domain/streams/spent.ts';
import { asked, commitment, mentioned } from '../../support/given.ts';
import { CALENDAR, costWith, date, march, NOW, nineToFive, situation } from '../../support/situation.ts';

const started: ProjectEvent = { type: 'ProjectStarted', name: 'Website', client: 'joe', at: march(2) };
const budget = (hours: number, fields: object = {}): ProjectEvent => ({
  type: 'BudgetSet',
  amount: { hours },
  since: '2026-03-02',
  at: march(2),
  ...fields,
});
const hours = (count: number, at = march(3)): Spending => ({ at, hours: count, money: null });

/** The project that events lead to. */
function project(...events: readonly ProjectEvent[]): Project {
  const state = [started, ...events].reduce<Project | null>(
    (each, event) => evolveProject(each, event, 'p'),
    null,
  );
  if (state === null) throw new Error('There is no project.');
  return state;
}

function decide(input: Omit<ProjectInput, 'at'>, circumstances: Partial<Situation> = {}) {
  return decideProject(null, { at: NOW, ...input }, situation(circumstances));
}

function recorded(...given: Parameters<typeof decide>): object[] {
  const decision = decide(...given);
  if (decision instanceof Refusal) throw decision;
  return decision.map(({ stream, event }) => ({ on: `${stream.kind} ${stream.uid}`, ...event }));
}

const on = (event: object) => ({ on: 'project p', ...event, at: NOW });

describe('project', () => {
  it('starts one, for a client that it may be the first to name, with a budget', () => {
    expect(
      recorded({ project: { added: 'Website' }, client: mentioned('Globex'), budget: { hours: 40 } }),
    ).toEqual([
      { on: 'client new1', type: 'ClientAdded', name: 'Globex', at: NOW },
      { on: 'project new2', type: 'ProjectStarted', name: 'Website', client: 'new1', at: NOW },
      { on: 'project new2', type: 'BudgetSet', amount: { hours: 40 }, since: '2026-03-05', at: NOW },
    ]);
  });

  it('makes one of a name that commitments use, which then call it by its name', () => {
    const work = commitment(asked({ project: 'web-site' }));
    expect(
      recorded(
        { project: unstartedProject('Web site', 'joe', march(1)), rate: { minor: 9000, currency: 'EUR' } },
        { commitmentsIn: () => [work] },
      ),
    ).toEqual([
      { on: 'project new1', type: 'ProjectStarted', name: 'Web site', client: 'joe', at: NOW },
      { on: 'commitment it', type: 'DetailsChanged', project: 'Web site', at: NOW },
      { on: 'project new1', type: 'ProjectDetailsChanged', rate: { minor: 9000, currency: 'EUR' }, at: NOW },
    ]);
  });

  it('records nothing that is so already', () => {
    expect(
      recorded({ project: project(budget(40)), client: mentioned('Joe'), budget: { hours: 40 } }),
    ).toEqual([]);
  });

  it('begins a budget on the day there', () => {
    const there = nineToFive('Asia/Tokyo');
    const at = march(31, '16:00');
    const decision = decideProject(
      null,
      { at, project: project(), budget: { hours: 8 }, monthly: true, until: date(31) },
      situation({ now: at, calendarOf: (client) => (client === 'joe' ? there : CALENDAR) }),
    );
    expect(decision).toMatchObject({ code: 'date-past' });
    expect(
      recorded(
        { project: project(), budget: { hours: 8 }, monthly: true, until: date(31) },
        { calendarOf: () => there },
      ),
    ).toEqual([
      on({
        type: 'BudgetSet',
        amount: { hours: 8 },
        monthly: true,
        since: '2026-03-05',
        until: '2026-03-31',
      }),
    ]);
  });

  it('raises a budget with a reason, and keeps that it is monthly and since when', () => {
    const monthly = project(budget(10, { monthly: true, until: '2026-12-31' }));
    expect(decide({ project: monthly, budget: { hours: 12 } })).toMatchObject({ code: 'reason-missing' });
    expect(recorded({ project: monthly, budget: { hours: 12 }, because: 'more pages', by: 'Dana' })).toEqual([
      on({
        type: 'BudgetSet',
        amount: { hours: 12 },
        monthly: true,
        since: '2026-03-02',
        until: '2026-12-31',
        because: 'more pages',
        by: 'Dana',
      }),
    ]);
  });

  it('answers with a raise what is reached already, but not that even that is passed', () => {
    const raise = (spent: number, to: number) =>
      recorded(
        { project: project(budget(10)), budget: { hours: to }, because: 'more' },
        { costOf: (each) => costWith(each, [hours(spent)]) },
      );
    expect(raise(11, 12)).toMatchObject([{ answers: [{ mark: 'near' }] }]);
    expect(raise(9, 20)[0]).not.toHaveProperty('answers');
    expect(raise(15, 12)[0]).not.toHaveProperty('answers');
  });

  it('answers with a raise the overruns of months that are over', () => {
    const monthly = project(
      budget(10, { monthly: true, since: '2026-01-01', answers: [{ mark: 'near', month: '2026-03' }] }),
    );
    expect(
      recorded(
        { project: monthly, budget: { hours: 12 }, because: 'more' },
        { costOf: (each) => costWith(each, [hours(11, '2026-02-10T09:00:00.000Z'), hours(10)]) },
      ),
    ).toMatchObject([
      {
        answers: [
          { mark: 'past', month: '2026-02' },
          { mark: 'near', month: '2026-03' },
        ],
      },
    ]);
  });

  it('sees what is reached, with a reason, and only if something is', () => {
    const used = project(budget(10));
    const costOf = (each: Project) => costWith(each, [hours(9)]);
    expect(decide({ project: used, seen: true }, { costOf })).toMatchObject({ code: 'reason-missing' });
    const seen = recorded({ project: used, seen: true, because: 'fine' }, { costOf });
    expect(seen).toEqual([on({ type: 'BudgetSeen', because: 'fine', answers: [{ mark: 'near' }] })]);
    const after = project(budget(10), {
      type: 'BudgetSeen',
      because: 'fine',
      answers: [{ mark: 'near' }],
      at: NOW,
    });
    expect(decide({ project: after, seen: true, because: 'fine' }, { costOf })).toMatchObject({
      code: 'nothing-to-see',
    });
    const past = (each: Project) => costWith(each, [hours(11)]);
    expect(recorded({ project: after, seen: true, because: 'fine' }, { costOf: past })).toMatchObject([
      { answers: [{ mark: 'past' }] },
    ]);
    expect(decide({ project: project(), seen: true, because: 'fine' })).toMatchObject({
      code: 'nothing-to-see',
    });
  });

  it('removes a client, a rate and a budget', () => {
    const full = project(
      { type: 'ProjectDetailsChanged', rate: { minor: 1, currency: 'EUR' }, at: NOW },
      budget(1),
    );
    expect(
      recorded({ project: full, client: null, rate: null, budget: null, because: 'by the hour' }),
    ).toEqual([
      on({ type: 'ProjectDetailsChanged', client: null, rate: null }),
      on({ type: 'BudgetRemoved', because: 'by the hour' }),
    ]);
  });

  it('closes, saying whether an overrun waits for an answer, and reopens', () => {
    const costOf = (each: Project) => costWith(each, [hours(11)]);
    expect(recorded({ project: project(budget(10)), close: true }, { costOf })).toEqual([
      on({ type: 'ProjectClosed', isOver: true }),
    ]);
    expect(recorded({ project: project(), close: true, because: 'live' })).toEqual([
      on({ type: 'ProjectClosed', because: 'live' }),
    ]);
    const closed = project({ type: 'ProjectClosed', at: march(4) });
    expect(recorded({ project: closed, reopen: true })).toEqual([on({ type: 'ProjectReopened' })]);
    expect(decide({ project: closed, reopen: true, close: true })).toMatchObject({ code: 'close-or-reopen' });
  });

  it('is renamed with its work, but not to the name of another', () => {
    const work = commitment(asked({ project: 'Website' }));
    expect(recorded({ project: project(), name: 'Shop' }, { commitmentsIn: () => [work] })).toEqual([
      on({ type: 'ProjectDetailsChanged', name: 'Shop' }),
      { on: 'commitment it', type: 'DetailsChanged', project: 'Shop', at: NOW },
    ]);
    const taken = { unstartedProjects: [unstartedProject('shop', null, march(1))] };
    expect(decide({ project: project(), name: 'Shop' }, taken)).toMatchObject({ code: 'name-taken' });
  });

  it('asks how much, where only how often or by whom was said', () => {
    expect(decide({ project: project(), monthly: true })).toMatchObject({ code: 'budget-missing' });
    expect(decide({ project: project(), by: 'Dana' })).toMatchObject({ code: 'nothing-approved' });
  });
});

import { describe, expect, it } from 'vitest';

import { makeAgenda, readOverdue } from '../../src/app/agenda.ts';
import { costOfProject, knownProject, readAllProjects } from '../../src/app/projects.ts';
import { claimReminders } from '../../src/app/remind.ts';
import { readClientSpending } from '../../src/app/spent-on.ts';
import { decideClient } from '../../src/domain/decisions/client.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideEdit } from '../../src/domain/decisions/edit.ts';
import { decideProject, type ProjectInput } from '../../src/domain/decisions/project.ts';
import { decideSpend, decideSpendOnClient, decideSpendOnProject } from '../../src/domain/decisions/spend.ts';
import type { ProjectCost } from '../../src/domain/planning/project-cost.ts';
import { readClients } from '../../src/store/queries.ts';
import { type Desk, newDesk } from '../support/desk.ts';
import { date, forecastAt, march } from '../support/situation.ts';
import { exchange, expectSound } from '../support/two-desks.ts';

function named(desk: Desk, name: string) {
  const project = knownProject(desk.db, name, { isRecorded: true });
  if (project === null) throw new Error(`There is no project ${name}.`);
  return project;
}

function change(desk: Desk, name: string, input: Omit<ProjectInput, 'project' | 'at'>): void {
  const known = knownProject(desk.db, name, { isRecorded: true });
  desk.start('project', decideProject, { project: known ?? { added: name }, ...input });
}

const costOf = (desk: Desk, name: string): ProjectCost =>
  costOfProject(desk.context, named(desk, name), forecastAt(desk.now));
const spend = (desk: Desk, number: number, hours: number, at = desk.now) =>
  desk.apply('spend', [number], decideSpend, { amount: { hours }, because: 'wrong', at });
const marksOf = (desk: Desk) =>
  makeAgenda(desk.context).lines.flatMap((line) => (line.reason === 'over-budget' ? [line.mark] : []));

describe('what was spent on a project', () => {
  it('is what was spent on its commitments, open and closed, and on itself', () => {
    const desk = newDesk();
    const [one, two] = ['One', 'Two'].map((title) => desk.add(title, 'Joe', { project: 'Website' })) as [
      number,
      number,
    ];
    desk.add('Elsewhere', 'Joe');
    change(desk, 'Website', { budget: { hours: 40 } });
    spend(desk, one, 3);
    spend(desk, two, 2);
    desk.apply('done', [two], decideDone, { tookHours: 5 });
    desk.start('spend', decideSpendOnProject, { amount: { hours: 1 }, project: named(desk, 'website') });
    expect(costOf(desk, 'website').counted).toEqual({ hours: 9 });
    expectSound(desk);
  });

  it('is in a month what was spent in it: a total that replaces another adds the difference at its time', () => {
    const desk = newDesk();
    const one = desk.add('One', 'Joe', { project: 'Website' });
    desk.now = march(6);
    change(desk, 'Website', { budget: { hours: 31 }, monthly: true });
    spend(desk, one, 3);
    desk.now = '2026-04-02T09:00:00.000Z';
    desk.apply('done', [one], decideDone, { tookHours: 5 });
    expect(costOf(desk, 'Website').counted).toEqual({ hours: 2 });
    expect(costOf(desk, 'Website').window?.month).toBe('2026-04');
  });

  it('goes with a commitment to another project, and is gone with what is undone', () => {
    const desk = newDesk();
    const one = desk.add('One', 'Joe', { project: 'Website' });
    change(desk, 'Website', { budget: { hours: 40 } });
    change(desk, 'Shop', { budget: { hours: 40 } });
    spend(desk, one, 3);
    desk.apply('edit', [one], decideEdit, { project: 'shop' });
    expect(costOf(desk, 'Website').counted).toEqual({ hours: 0 });
    expect(costOf(desk, 'Shop').counted).toEqual({ hours: 3 });
    desk.undo(2);
    expect(costOf(desk, 'Website').counted).toEqual({ hours: 0 });
    expectSound(desk);
  });

  it('is kept when it is renamed', () => {
    const desk = newDesk();
    const one = desk.add('One', 'Joe', { project: 'Website' });
    change(desk, 'Website', { budget: { hours: 40 } });
    spend(desk, one, 3);
    change(desk, 'Website', { name: 'Shop' });
    expect(costOf(desk, 'Shop').counted).toEqual({ hours: 3 });
    expect(readAllProjects(desk.db).map(({ name }) => name)).toEqual(['Shop']);
    expectSound(desk);
  });
});

describe('projects of two files', () => {
  it('of the same name become one, which counts what was spent on both, also afterwards', () => {
    const [here, there] = [newDesk(), newDesk()];
    for (const [desk, name] of [
      [here, 'Website'],
      [there, 'website'],
    ] as const) {
      change(desk, name, { budget: { hours: 10 } });
      desk.start('spend', decideSpendOnProject, { amount: { hours: 3 }, project: named(desk, name) });
    }
    here.now = march(6);
    there.now = march(7);
    exchange(here, there);
    there.start('spend', decideSpendOnProject, { amount: { hours: 1 }, project: named(there, 'website') });
    exchange(here, there);
    for (const desk of [here, there]) {
      expect(readAllProjects(desk.db)).toHaveLength(1);
      expect(costOf(desk, 'website').counted).toEqual({ hours: 7 });
      expectSound(desk);
    }
  });
});

describe('a client', () => {
  it('hands its projects and what was spent over when it is merged', () => {
    const desk = newDesk();
    desk.add('One', 'Joe');
    desk.add('Two', 'Joseph', { project: 'Website' });
    change(desk, 'Website', { budget: { hours: 40 } });
    const [joe, joseph] = readClients(desk.db);
    if (!joe || !joseph) throw new Error('There are no clients.');
    desk.start('spend', decideSpendOnClient, { amount: { hours: 2 }, client: joseph });
    spend(desk, 2, 3);
    desk.start('client', decideClient, { client: joe, merge: joseph });
    expect(named(desk, 'Website').client).toBe(joe.uid);
    expect(readClientSpending(desk.context, joe)).toMatchObject({
      inAll: { hours: 5, money: [] },
      projects: [{ project: { name: 'Website' } }],
    });
    expectSound(desk);
  });
});

describe('a budget', () => {
  it('is a line until it is answered, by whatever closes the work too', () => {
    const desk = newDesk();
    const one = desk.add('One', 'Joe', { project: 'Website', agreed: date(20), inWriting: true });
    change(desk, 'Website', { budget: { hours: 10 } });
    spend(desk, one, 12);
    desk.apply('done', [one], decideDone, {});
    change(desk, 'Website', { close: true });
    desk.now = '2026-09-01T09:00:00.000Z';
    expect(marksOf(desk)).toEqual(['past']);
    change(desk, 'Website', { seen: true, because: 'it is on me' });
    expect(marksOf(desk)).toEqual([]);
    desk.undo();
    expect(marksOf(desk)).toEqual(['past']);
    change(desk, 'Website', { budget: { hours: 12 }, because: 'they pay' });
    expect(marksOf(desk)).toEqual([]);
    expect(readOverdue(desk.context).lines.filter(({ reason }) => reason === 'over-budget')).toEqual([]);
  });

  it('is reminded of once for each mark', () => {
    const desk = newDesk();
    const one = desk.add('One', 'Joe', {
      project: 'Website',
      estimateHours: 1,
      agreed: date(20),
      inWriting: true,
    });
    change(desk, 'Website', { budget: { hours: 10 } });
    const reminded = () => {
      const claim = claimReminders(
        desk.context,
        { every: { workingDays: 1 }, ahead: { seconds: 7200 } },
        null,
      );
      claim.confirm();
      return claim.lines.flatMap((line) => (line.reason === 'over-budget' ? [line.mark] : []));
    };
    expect(reminded()).toEqual([]);
    desk.now = march(5, '10:00');
    spend(desk, one, 8);
    // It has taken eight times as long as it was thought to, so nobody knows when it ends.
    expect(reminded().sort()).toEqual(['likely', 'near']);
    desk.now = march(5, '11:00');
    expect(reminded()).toEqual([]);
    spend(desk, one, 3);
    expect(reminded()).toEqual(['past']);
    expect(reminded()).toEqual([]);
  });
});

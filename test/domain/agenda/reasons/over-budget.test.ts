import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../../src/domain/agenda/entries.ts';
import { fourQuestions } from '../../../../src/domain/agenda/questions.ts';
import { remindersFor } from '../../../../src/domain/agenda/reminders.ts';
import { type Budget, newProject, type Project } from '../../../../src/domain/streams/project.ts';
import type { Spending } from '../../../../src/domain/streams/spent.ts';
import { agenda } from '../../../support/agenda.ts';
import { asked, commitment, spent } from '../../../support/given.ts';
import { commandOf } from '../../../support/settling.ts';
import { CALENDAR, costWith, march, NOW } from '../../../support/situation.ts';

const website = (answers: Budget['answers'] = []): Project => ({
  ...newProject('website', 'Website', 'joe', march(1)),
  budget: {
    amount: { hours: 10 },
    isMonthly: false,
    since: '2026-03-01',
    until: null,
    setAt: march(1),
    answers,
  },
});
const hours = (count: number, at = march(2)): Spending => ({ at, hours: count, money: null });
const WORK = commitment(asked({ estimateHours: 8, project: 'Website' }));

const linesOf = (count: number, { answers = [] as Budget['answers'], open = [WORK] } = {}) =>
  agenda(NOW, [], { projects: [costWith(website(answers), [hours(count)], open)] }).filter(
    (line) => line.reason === 'over-budget',
  );

describe('over-budget', () => {
  it('is a line for each mark that is reached, always today', () => {
    expect(linesOf(1, { open: [] })).toEqual([]);
    expect(linesOf(1).map(({ mark, severity }) => `${severity} ${mark}`)).toEqual(['today likely']);
    expect(linesOf(8, { open: [] }).map(({ mark }) => mark)).toEqual(['near']);
    expect(linesOf(11).map(({ mark }) => mark)).toEqual(['past']);
  });

  it('is about the project and its client, since so much was spent', () => {
    const [line] = linesOf(11);
    expect(line).toMatchObject({ commitment: null, counterpart: 'joe', due: march(2), since: march(2) });
    expect(line?.project.name).toBe('Website');
  });

  it('is one entry, and gone once all that is reached was seen', () => {
    expect(entriesOf(linesOf(9))).toHaveLength(1);
    expect(linesOf(9)).toHaveLength(2);
    expect(linesOf(9, { answers: [{ mark: 'near' }, { mark: 'likely' }] })).toEqual([]);
    expect(linesOf(11, { answers: [{ mark: 'near' }] })).toHaveLength(1);
    expect(linesOf(11, { answers: [{ mark: 'past' }] })).toEqual([]);
  });

  it('names the command that says that it was seen', () => {
    const [line] = linesOf(11);
    expect(line && commandOf(line)).toEqual({
      command: 'project Website --seen --because TEXT',
      needs: ['TEXT'],
    });
  });

  it('is said once for each mark', () => {
    const keys = [...linesOf(9), ...linesOf(11)].map((line) => {
      const [reminder] = remindersFor(
        [line],
        { now: NOW, calendar: CALENDAR },
        { every: { workingDays: 1 }, ahead: {} },
        () => new Map(),
      );
      return `${reminder?.key.subject} ${reminder?.key.moment} ${reminder?.kind}`;
    });
    // Likely and near stand side by side, so each has a moment of its own.
    expect(keys).toEqual([
      `website ${march(2)} first`,
      'website 2026-03-01T17:00:00.001Z first',
      `website ${march(2)} first`,
    ]);
  });

  it('is evidence for the fourth question, where work in the project is not counted once more', () => {
    const projects = [costWith(website(), [hours(11)])];
    const late = [
      commitment(asked({ estimateHours: 1, project: 'website' }), spent(2)),
      commitment(asked({ estimateHours: 1, project: 'other' }), spent(2)),
    ];
    const lines = agenda(NOW, [], { projects });
    const [, , , budget] = fourQuestions({
      now: NOW,
      lines,
      open: late,
      deliveredUnpriced: [],
      closed: [],
      projects,
      before: [],
    });
    expect(
      budget?.evidence.map(({ fact, client, commitment: about }) => [fact, client, about?.project]),
    ).toEqual([
      ['over-budget', 'joe', undefined],
      ['over-estimate', 'joe', 'other'],
    ]);
  });
});

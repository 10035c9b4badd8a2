import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut, type Morning } from '../../../src/views/terminal/morning-layout.ts';

const QUESTIONS = ['Q1', 'Q2', 'Q3', 'Q4'];

/** A morning of groups with this many lines in each of their entries. */
function morningOf(groups: readonly (readonly number[])[], work = 5, top = 1): Morning {
  return {
    top: (isCut) => [...Array.from({ length: top }, () => 'top'), ...(isCut ? [] : [])],
    groups: groups.map((entries, group) => ({
      size: entries.length,
      first: (count) =>
        entries
          .slice(0, count)
          .map((lines, entry) => Array.from({ length: lines }, (_, line) => `${group}.${entry}.${line}`)),
      heading: (shown) => `group ${group}: ${shown} of ${entries.length}`,
      inOneLine: `only ${group}: ${entries.length}`,
    })),
    questions: { heading: 'questions', lines: QUESTIONS },
    work: { full: Array.from({ length: work }, () => 'work'), brief: work > 0 ? ['work in a line'] : [] },
    last: ['first'],
  };
}

describe('the layout of the morning', () => {
  it('shows everything where there is room', () => {
    const lines = layOut(morningOf([[1, 2], [1]]), 40);
    expect(lines).toEqual(
      [
        'top',
        '',
        'group 0: 2 of 2',
        '0.0.0',
        '0.1.0',
        '0.1.1',
        '',
        'group 1: 1 of 1',
        '1.0.0',
        '',
        'questions',
      ].concat(QUESTIONS, '', ['work', 'work', 'work', 'work', 'work'], '', 'first'),
    );
  });
  it('shares the room out among the groups, worst first', () => {
    const lines = layOut(morningOf([Array(20).fill(1), Array(20).fill(1), [1]]), 30);
    expect(lines).toContain('group 0: 4 of 20');
    expect(lines).toContain('group 1: 4 of 20');
    expect(lines).toContain('group 2: 1 of 1');
    expect(lines).toHaveLength(30);
  });
  it('shortens the work first, then the space between, then the groups from the end', () => {
    const groups = Array.from({ length: 5 }, () => Array(9).fill(1));
    const at = (height: number) => layOut(morningOf(groups), height);
    expect(at(30)).toContain('work');
    expect(at(26)).toContain('work in a line');
    expect(at(26)).toContain('');
    expect(at(17)).not.toContain('');
    expect(at(17)).toContain('group 4: 1 of 9');
    expect(at(14)).toContain('only 4: 9');
    expect(at(14)).toContain('group 0: 1 of 9');
  });
  it('gives up blank lines before an entry, where that shows them all', () => {
    const lines = layOut(morningOf([[1, 1], [1], [1, 1]]), 15);
    expect(lines).toContain('group 0: 2 of 2');
    expect(lines).not.toContain('');
  });
  it('never takes more lines than there are, and hides no group', () => {
    const entries = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 60 });
    const groups = fc.array(entries, { maxLength: 8 });
    fc.assert(
      fc.property(
        groups,
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 1, max: 4 }),
        fc.integer({ min: 23, max: 50 }),
        (all, work, top, height) => {
          const lines = layOut(morningOf(all, work, top), height);
          expect(lines.length).toBeLessThanOrEqual(height);
          all.forEach((own, group) => {
            const shown = lines.filter((line) => line.startsWith(`${group}.`) && line.endsWith('.0')).length;
            const heading =
              shown === 0 ? `only ${group}: ${own.length}` : `group ${group}: ${shown} of ${own.length}`;
            expect(lines).toContain(heading);
          });
          expect(lines.filter((line) => QUESTIONS.includes(line))).toEqual(QUESTIONS);
          expect(lines.at(-1)).toBe('first');
        },
      ),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AttentionLine } from '../../../src/domain/agenda/attention.ts';
import { entriesOf } from '../../../src/domain/agenda/entries.ts';
import { spreadOver } from '../../../src/domain/agenda/spread.ts';
import { agreed, asked, awaited, commitment, promised, told } from '../../support/given.ts';
import { agendaAt, CALENDAR, clientsNamed, date, march } from '../../support/situation.ts';

/** Monday the 23rd, in the morning. */
const MONDAY = march(23, '09:00');
const numbered = (number: number, state: ReturnType<typeof commitment>) => ({
  ...state,
  uid: `c${number}`,
  number,
});
/** Spreads in the order of the lines, each commitment by its first line. */
function spreadLines(lines: AttentionLine[], days: number, now: string) {
  const entries = entriesOf(lines)
    .map((entry) => ({ ...entry, line: lines.find((line) => entry.lines.includes(line)) ?? entry.line }))
    .sort((a, b) => lines.indexOf(a.line) - lines.indexOf(b.line));
  return spreadOver(entries, days, now, CALENDAR);
}
const spread = (commitments: ReturnType<typeof commitment>[], days: number, now = MONDAY) =>
  spreadLines(agendaAt(now, commitments), days, now);
const lateness = (day: number) => awaited({ due: date(day) });

describe('what is late is spread', () => {
  it('over the working days, the worst first; the share of today stays', () => {
    const late = [1, 2, 3, 4, 5, 6].map((number) => numbered(number, commitment(lateness(10 + number))));
    const { slots, staying } = spread(late, 3);
    expect(staying).toBe(2);
    expect(slots.map(({ line, kind, moment }) => [line.commitment?.number, kind, moment.at])).toEqual([
      [3, 'later', march(24, '00:00')],
      [4, 'later', march(24, '00:00')],
      [5, 'later', march(25, '00:00')],
      [6, 'later', march(25, '00:00')],
    ]);
  });
  it('as the time of the next update, if only an update is late', () => {
    const quiet = numbered(
      1,
      commitment(asked(), agreed(date(30), { inWriting: true, at: march(4, '10:00') })),
    );
    expect(spread([quiet], 5).slots).toMatchObject([{ kind: 'update', moment: { at: march(23) } }]);
    const lateToo = numbered(2, commitment(promised({ due: date(20) }), told(march(10, '10:00'))));
    expect(spread([lateToo, quiet], 2).slots.map(({ kind }) => kind)).toContain('update');
  });
  it('as the time of a word, to a client who has heard nothing', () => {
    const clients = clientsNamed('Joe').map((client) => ({ client, lastWordAt: march(2) }));
    const open = numbered(1, commitment(asked({ client: 'joe' }), agreed(date(30), { inWriting: true })));
    const lines = agendaAt(MONDAY, [open], { clients });
    expect(spreadLines(lines, 2, MONDAY)).toMatchObject({
      slots: [{ kind: 'update', moment: { at: march(24) } }],
      staying: 1,
    });
    expect(spreadLines([...lines].reverse(), 2, MONDAY)).toMatchObject({
      slots: [
        { kind: 'update', moment: { at: march(23) } },
        { kind: 'word', moment: { at: march(24) } },
      ],
      staying: 0,
    });
  });
  it('never beyond the morning before it is due', () => {
    const settled = commitment(asked(), agreed(date(25), { at: march(16, '10:00') }));
    const worse = [1, 2, 3].map((number) => numbered(number, commitment(lateness(9 + number))));
    const { slots } = spread([...worse, numbered(9, settled)], 8);
    const slot = slots.find(({ line }) => line.commitment?.number === 9);
    expect(slot?.moment.at).toBe(march(24, '00:00'));
  });
  it('beginning with the next working day, in the evening and on a day off', () => {
    const late = [1, 2].map((number) => numbered(number, commitment(lateness(9 + number))));
    for (const now of [march(20, '18:00'), march(21, '10:00')]) {
      const { slots, staying } = spread(late, 2, now);
      expect(staying).toBe(0);
      expect(slots.map(({ moment }) => moment.at)).toEqual([march(23, '00:00'), march(24, '00:00')]);
    }
  });
  it('whatever is late and however long: each entry at most once, always ahead and in order', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }), (count, days) => {
        const late = Array.from({ length: count }, (_, index) =>
          numbered(index + 1, commitment(lateness(1 + (index % 20)))),
        );
        const { slots, staying } = spread(late, days);
        expect(slots.length + staying).toBe(count);
        expect(new Set(slots.map(({ line }) => line.commitment?.uid)).size).toBe(slots.length);
        const times = slots.map(({ moment }) => moment.at);
        expect(times).toEqual([...times].sort());
        for (const at of times) expect(at > MONDAY).toBe(true);
      }),
    );
  });
});

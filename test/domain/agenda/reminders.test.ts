import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attention } from '../../../src/domain/agenda/attention.ts';
import {
  type ReminderKind,
  type ReminderSettings,
  reachOfReminders,
  remindersFor,
} from '../../../src/domain/agenda/reminders.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { PromiseMade } from '../../../src/domain/streams/events.ts';
import { isWorkingTime } from '../../../src/domain/time/calendar.ts';
import { addDuration } from '../../../src/domain/time/duration.ts';
import { epoch, type Instant, instant, type Moment } from '../../../src/domain/time/moment.ts';
import { JOE, written } from '../../support/agenda.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  moved,
  offered,
  promised,
  snoozed,
} from '../../support/given.ts';
import { CALENDAR, date, ledgerAt, march } from '../../support/situation.ts';

const USUAL: ReminderSettings = { every: { workingDays: 1 }, ahead: { seconds: 2 * 3600 } };

/** A time that was set on a day in March 2026. */
const at = (day: number, time: string): Moment => ({ at: march(day, time), zone: 'UTC', grain: 'time' });

/** A promise that nobody waits to hear about. */
const toMyself = (fields: Parameters<typeof promised>[0]) => {
  const { client: _, ...rest } = promised(fields) as PromiseMade;
  return rest;
};

/** Reminders that remember what they said, as the file does. */
class Reminders {
  private readonly said = new Map<string, Map<ReminderKind, Instant>>();

  constructor(private readonly settings: ReminderSettings = USUAL) {}

  /** What a run says, as "kind reason number". */
  run(now: Instant, ...commitments: readonly Commitment[]): string[] {
    const ledger = ledgerAt(now, commitments, { clients: [{ client: JOE, lastWordAt: now }] });
    const lines = attention(ledger, reachOfReminders(ledger, this.settings));
    const all = remindersFor(lines, ledger, this.settings, (key) => this.marksOf(JSON.stringify(key)));
    return all.flatMap(({ line, key, kind, isDue }) => {
      if (!isDue) return [];
      this.marksOf(JSON.stringify(key)).set(kind, now);
      return [`${kind} ${line.reason} ${line.commitment?.number}`];
    });
  }

  /** When it speaks from one instant to another, a run every quarter of an hour: "Mon 09:00 kind reason number". */
  week(from: Instant, to: Instant, ...commitments: readonly Commitment[]): string[] {
    return quarters(from, to).flatMap((now) =>
      this.run(now, ...commitments).map((said) => `${sayTurn(now)} ${said}`),
    );
  }

  private marksOf(key: string): Map<ReminderKind, Instant> {
    const marks = this.said.get(key) ?? new Map<ReminderKind, Instant>();
    this.said.set(key, marks);
    return marks;
  }
}

function quarters(from: Instant, to: Instant): Instant[] {
  const count = Math.floor((epoch(to) - epoch(from)) / 900_000) + 1;
  return Array.from({ length: count }, (_, index) => instant(epoch(from) + index * 900_000));
}

function sayTurn(now: Instant): string {
  const day = new Date(now).toLocaleDateString('en-US', { weekday: 'short', timeZone: 'UTC' });
  return `${day} ${now.slice(11, 16)}`;
}

/** From Monday, 2 March, to Tuesday of the next week. */
const WEEK = [march(2, '00:00'), march(10, '23:45')] as const;

describe('a date without a time', () => {
  it('is said when work begins on its day, once it has passed, and again every working day', () => {
    const delivery = commitment(asked(), agreed(date(5), written));
    const isAboutDelivery = (line: string) => line.includes('delivery');
    expect(new Reminders().week(...WEEK, delivery).filter(isAboutDelivery)).toEqual([
      'Thu 09:00 before delivery 1',
      'Fri 09:00 first delivery 1',
      'Mon 09:00 again delivery 1',
      'Tue 09:00 again delivery 1',
    ]);
  });
  it('on a day off is said on the last working day before it', () => {
    const said = new Reminders().week(...WEEK, commitment(toMyself({ due: date(7) })));
    expect(said.slice(0, 2)).toEqual(['Fri 09:00 before promise 1', 'Mon 09:00 first promise 1']);
  });
  it('that ends elsewhere before work begins here is said on the working day before', () => {
    const monday = { at: march(9, '08:00'), zone: 'Asia/Tokyo', grain: 'day' } as const;
    const said = new Reminders().week(...WEEK, commitment(toMyself({ due: monday })));
    expect(said.slice(0, 2)).toEqual(['Fri 09:00 before promise 1', 'Mon 09:00 first promise 1']);
  });
  it('is said a longer lead before, and on its day as well', () => {
    const reminders = new Reminders({ ...USUAL, ahead: { days: 3 } });
    const said = reminders.week(march(2, '00:00'), march(5, '16:45'), commitment(toMyself({ due: date(5) })));
    expect(said).toEqual(['Tue 09:00 before promise 1', 'Thu 09:00 before promise 1']);
  });
});

describe('a set time', () => {
  it('is said so long before, and once it has passed', () => {
    const waiting = commitment(awaited({ due: at(3, '14:00') }));
    expect(new Reminders().week(march(3, '00:00'), march(4, '17:00'), waiting)).toEqual([
      'Tue 12:00 before waiting 1',
      'Tue 14:15 first waiting 1',
      'Wed 14:15 again waiting 1',
    ]);
  });
  it('is said days before, where the lead is so long, and however little else looks ahead', () => {
    const reminders = new Reminders({ ...USUAL, ahead: { days: 5 } });
    const said = reminders.week(...WEEK, commitment(toMyself({ due: at(10, '14:00') })));
    expect(said).toEqual([
      'Thu 14:00 before promise 1',
      'Tue 09:00 before promise 1',
      'Tue 14:15 first promise 1',
    ]);
  });
  it('outside working hours is said there, but not again', () => {
    const call = commitment(toMyself({ due: at(7, '10:00') }));
    expect(new Reminders().week(...WEEK, call)).toEqual([
      'Sat 08:00 before promise 1',
      'Sat 10:15 first promise 1',
      'Mon 10:15 again promise 1',
      'Tue 10:15 again promise 1',
    ]);
  });
  it('outside working hours does not speak before its time', () => {
    const reminders = new Reminders({ ...USUAL, ahead: { days: 4 } });
    // On Tuesday evening there is time left until it.
    expect(reminders.run(march(3, '20:00'), commitment(toMyself({ due: at(7, '10:00') })))).toEqual([]);
    expect(reminders.run(march(4, '09:00'), commitment(toMyself({ due: at(7, '10:00') })))).toEqual([
      'before promise 1',
    ]);
  });
  it('outside working hours that was missed waits until work begins', () => {
    const reminders = new Reminders();
    const call = commitment(toMyself({ due: at(7, '10:00') }));
    expect(reminders.run(march(8, '23:00'), call)).toEqual([]);
    expect(reminders.run(march(9, '00:00'), call)).toEqual([]);
    expect(reminders.run(march(9, '09:00'), call)).toEqual(['first promise 1']);
  });
  it('at the very end of work is said when it passes', () => {
    const call = commitment(toMyself({ due: at(3, '17:00') }));
    expect(new Reminders().week(march(3, '00:00'), march(3, '23:45'), call)).toEqual([
      'Tue 15:00 before promise 1',
      'Tue 17:15 first promise 1',
    ]);
  });
});

describe('what changes meanwhile', () => {
  const late = commitment(toMyself({ due: at(3, '10:00') }));

  it('a date that moves earlier is another line', () => {
    const reminders = new Reminders();
    const first = [asked(), agreed(date(12), written)];
    reminders.run(march(9, '09:00'), commitment(...first));
    expect(reminders.run(march(9, '10:00'), commitment(...first, moved(at(9, '11:00'), written)))).toContain(
      'before delivery 1',
    );
  });
  it('a snooze is silent, and when it ends it is said at once', () => {
    const reminders = new Reminders();
    expect(reminders.run(march(3, '10:15'), late)).toEqual(['first promise 1']);
    const asleep = commitment(toMyself({ due: at(3, '10:00') }), snoozed(at(3, '14:00'), march(3, '10:20')));
    expect(reminders.week(march(3, '10:30'), march(3, '16:45'), asleep)).toEqual([
      'Tue 14:00 again promise 1',
    ]);
  });
  it('a snooze that ends before the date brings back what was said before it', () => {
    for (const [due, said] of [
      [date(3), 'Tue 09:00 before promise 1'],
      [at(3, '16:00'), 'Tue 14:00 before promise 1'],
    ] as const) {
      const reminders = new Reminders();
      const open = toMyself({ due });
      expect(reminders.week(march(3, '00:00'), march(3, '14:15'), commitment(open))).toEqual([said]);
      const asleep = commitment(open, snoozed(at(3, '15:00'), march(3, '14:20')));
      expect(reminders.week(march(3, '14:30'), march(3, '16:00'), asleep)).toEqual([
        'Tue 15:00 before promise 1',
      ]);
    }
  });
  it('a date that passes during a snooze speaks, and not once more at its end', () => {
    const asleep = commitment(toMyself({ due: at(3, '12:00') }), snoozed(at(3, '15:00'), march(2, '10:00')));
    expect(new Reminders().week(march(3, '09:00'), march(3, '16:45'), asleep)).toEqual([
      'Tue 12:15 first promise 1',
    ]);
  });
  it('turns that were missed are made up for once', () => {
    const reminders = new Reminders();
    expect(reminders.run(march(9, '11:00'), late)).toEqual(['first promise 1']);
    expect(reminders.run(march(9, '11:15'), late)).toEqual([]);
  });
  it('what was said by a clock that was wrong does not count', () => {
    const reminders = new Reminders();
    expect(reminders.run(march(30, '11:00'), late)).toEqual(['first promise 1']);
    expect(reminders.run(march(4, '11:00'), late)).toEqual(['first promise 1']);
  });
});

it('a run that began first, and had to wait for another, does not say the same', () => {
  const reminders = new Reminders();
  const late = commitment(toMyself({ due: at(2, '10:00') }));
  expect(reminders.run(instant(epoch(march(3, '09:00')) + 800), late)).toEqual(['first promise 1']);
  expect(reminders.run(instant(epoch(march(3, '09:00')) + 200), late)).toEqual([]);
});

it('a run some seconds early or late does not shift what is said again', () => {
  const reminders = new Reminders();
  const late = commitment(toMyself({ due: at(2, '10:00') }));
  expect(reminders.run(instant(epoch(march(3, '09:00')) + 2_000), late)).toEqual(['first promise 1']);
  expect(reminders.run(instant(epoch(march(4, '09:00')) + 1_000), late)).toEqual(['again promise 1']);
});

it('an offer without an answer, and a wish without a date, are said once they are late', () => {
  for (const [reason, open] of [
    ['offer-unanswered', commitment(asked(), offered(date(20)))],
    ['no-date', commitment(asked({ wantedBy: date(20) }))],
  ] as const) {
    const said = new Reminders().week(...WEEK, open);
    expect(said.filter((line) => line.includes('first'))).toMatchObject([expect.stringContaining(reason)]);
    expect(said.some((line) => line.includes('before'))).toBe(false);
  }
});

it('never says a line twice within the time set, and misses none', () => {
  const anyMoment = fc
    .record({ quarter: fc.integer({ min: 0, max: 7 * 96 }), isTime: fc.boolean() })
    .map(({ quarter, isTime }): Moment => {
      const time = instant(epoch(march(2, '00:00')) + quarter * 900_000);
      return isTime ? { at: time, zone: 'UTC', grain: 'time' } : date(Number(time.slice(8, 10)));
    });
  const anyCommitment = fc.oneof(
    anyMoment.map((due) => commitment(toMyself({ due }))),
    anyMoment.map((due) => commitment(awaited({ due }))),
  );
  const hours = fc.constantFrom<ReminderSettings['ahead']>(
    { seconds: 7200 },
    { days: 2 },
    { workingMinutes: 60 },
  );
  fc.assert(
    fc.property(anyCommitment, hours, (open, ahead) => {
      const reminders = new Reminders({ ...USUAL, ahead });
      let last: Instant | null = null;
      for (const now of quarters(...WEEK)) {
        const said = reminders.run(now, open).filter((line) => !line.startsWith('before'));
        expect(said.length).toBeLessThanOrEqual(1);
        if (said.length > 0 && last !== null)
          expect(now >= addDuration(CALENDAR, last, USUAL.every)).toBe(true);
        if (said.length > 0) last = now;
        const isLate = open.due !== null && open.due.at < now;
        if (isLate && isWorkingTime(CALENDAR, now)) {
          expect(last !== null && now < addDuration(CALENDAR, last, USUAL.every)).toBe(true);
        }
      }
    }),
    { numRuns: 20 },
  );
});

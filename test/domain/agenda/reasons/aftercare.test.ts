import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftKindOf } from '../../../../src/domain/agenda/attention.ts';
import { remindersFor } from '../../../../src/domain/agenda/reminders.ts';
import type { CommitmentEvent } from '../../../../src/domain/streams/events.ts';
import { DAY_MS } from '../../../../src/domain/time/calendar.ts';
import { epoch, type Instant, instant } from '../../../../src/domain/time/moment.ts';
import { agenda, JOE, linesAt, momentOf, severityAt } from '../../../support/agenda.ts';
import {
  accepted,
  agreed,
  asked,
  commitment,
  complained,
  finished,
  heard,
  promised,
  reopened,
  snoozed,
  told,
} from '../../../support/given.ts';
import { expectSettled } from '../../../support/settling.ts';
import { CALENDAR, date, march, SETTINGS } from '../../../support/situation.ts';

const later = (days: number, time = '10:00') =>
  `${instant(epoch(march(3)) + days * DAY_MS).slice(0, 11)}${time}:00.000Z`;

/** Delivered on Tuesday at ten, so that it is asked on Thursday at ten, and after 30 days. */
const DELIVERED = [asked(), agreed(date(6)), finished('Delivered', { at: march(3, '10:00') })];
const isThere = (now: string, ...events: CommitmentEvent[]) =>
  linesAt(now, ...DELIVERED, ...events).some((line) => line.endsWith(' aftercare'));

describe('aftercare', () => {
  it('nears, and is overdue two working days after the delivery', () => {
    const moments = [
      march(3, '23:59'),
      march(4, '00:00'),
      march(5, '00:00'),
      march(5, '10:00'),
      march(5, '10:01'),
    ];
    expect(severityAt('aftercare', DELIVERED, ...moments)).toEqual([
      null,
      'soon',
      'today',
      'today',
      'overdue',
    ]);
    expect(momentOf('aftercare', march(9), ...DELIVERED)).toBe(march(5, '10:00'));
  });
  it('is due again after thirty days, and over after sixty', () => {
    expect(momentOf('aftercare', later(30, '09:59'), ...DELIVERED)).toBe(march(5, '10:00'));
    expect(momentOf('aftercare', later(30), ...DELIVERED)).toBe(later(30));
    expect(isThere(later(60))).toBe(true);
    expect(isThere(later(60, '10:01'))).toBe(false);
  });
  it('is settled by asking, and back when it is due the next time', () => {
    expectSettled('aftercare', march(5, '12:00'), DELIVERED, 'told --about 1 TEXT', ['TEXT']);
    const askedOnce = told(march(5, '12:00'));
    expect(isThere(later(28), askedOnce)).toBe(false);
    expect(severityAt('aftercare', [...DELIVERED, askedOnce], later(29), later(31))).toEqual([
      'soon',
      'overdue',
    ]);
    expect(isThere(later(31, '12:00'), askedOnce, told(later(29)))).toBe(false);
  });
  it('is not settled by words with the delivery, or by anything of theirs', () => {
    expect(isThere(march(5, '12:00'), told(march(3, '10:05')))).toBe(true);
    expect(isThere(march(5, '12:00'), told(march(4, '09:00')))).toBe(false);
    expect(isThere(march(5, '12:00'), heard(march(5, '11:00')))).toBe(true);
  });
  it('is not asked of what is not delivered, was accepted, or was opened again', () => {
    expect(linesAt(march(5, '12:00'), asked(), agreed(date(6)))).not.toContain('overdue aftercare');
    expect(isThere(march(5, '12:00'), accepted(march(4)))).toBe(false);
    expect(isThere(march(5, '12:00'), reopened(march(4)))).toBe(false);
    const again = [reopened(march(9)), finished('Delivered', { at: march(10, '11:00') })];
    expect(momentOf('aftercare', march(13), ...DELIVERED, ...again)).toBe(march(12, '11:00'));
  });
  it('is hidden by a snooze until its end, also where the due date passes meanwhile', () => {
    const asleep = snoozed(date(11, '09:00'), march(5, '12:00'));
    expect(isThere(march(10), asleep)).toBe(false);
    expect(isThere(march(11, '09:01'), asleep)).toBe(true);
  });
  it('is for requests and complaints of a client, not for what ended without a yes or for nobody', () => {
    const now = march(9);
    expect(linesAt(now, complained(), finished('Delivered', { at: march(3) }))).toContain(
      'overdue aftercare',
    );
    const ended = {
      ...finished('Delivered', { at: march(3) }),
      withoutApproval: 'they left',
    } as CommitmentEvent;
    expect(linesAt(now, complained(), ended)).toEqual([]);
    expect(linesAt(now, promised(), finished('PromiseKept', { at: march(3) }))).toEqual([]);
    const { client: _client, ...forNobody } = asked() as Extract<
      CommitmentEvent,
      { type: 'RequestRecorded' }
    >;
    expect(linesAt(now, forNobody, finished('Delivered', { at: march(3) }))).toEqual([]);
  });
  it('leaves alone who is retired, and who complains about it', () => {
    const it = commitment(...DELIVERED);
    const reasons = (...given: Parameters<typeof agenda>) => agenda(...given).map(({ reason }) => reason);
    const retired = { client: { ...JOE, retiredAt: march(4) }, lastWordAt: march(4) };
    expect(reasons(march(9), [it], { clients: [retired] })).toEqual([]);
    const complaint = { ...commitment(complained({ about: it.uid })), uid: 'wrong', number: 2 };
    expect(reasons(march(9), [it, complaint])).not.toContain('aftercare');
  });
  it('is asked as often as the settings say; never, if they say so', () => {
    const at = (aftercare: typeof SETTINGS.aftercare, now: string) =>
      agenda(now, [commitment(...DELIVERED)], {
        clockSettingsOf: () => ({ ...SETTINGS, aftercare }),
      }).map(({ reason, due }) => `${reason} ${due}`);
    expect(at([], march(9))).toEqual([]);
    expect(at([{ days: 7 }, { days: 1 }], march(9))).toEqual([`aftercare ${march(4, '10:00')}`]);
    expect(at([{ days: 7 }, { days: 1 }], march(11))).toEqual([`aftercare ${march(10, '10:00')}`]);
  });
  it('asks for a message of its own', () => {
    expect(agenda(march(9), [commitment(...DELIVERED)]).map(draftKindOf)).toEqual(['aftercare']);
  });
  it('is said once in reminders, however long it stays', () => {
    const settings = { every: { workingDays: 1 }, ahead: { seconds: 7200 } };
    const due = (now: string, ...said: (readonly ['before' | 'first', string])[]) =>
      remindersFor(
        agenda(now, [commitment(...DELIVERED)]),
        { now, calendar: CALENDAR },
        settings,
        () => new Map(said),
      )
        .filter(({ isDue }) => isDue)
        .map(({ kind }) => kind);
    expect(due(march(5, '10:30'))).toEqual(['first']);
    expect(due(march(10, '10:30'), ['first', march(5, '10:30')])).toEqual([]);
    expect(due(march(5, '10:30'), ['before', march(5, '09:00')])).toEqual([]);
  });
});

/** What can be done to something delivered, and how many hours after the step before. */
type Step = readonly [what: 'deliver' | 'tell' | 'hear' | 'snooze' | 'accept' | 'reopen', hoursLater: number];

const anyStep: fc.Arbitrary<Step> = fc.tuple(
  fc.constantFrom('deliver', 'tell', 'tell', 'hear', 'snooze', 'accept', 'reopen'),
  fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 500 })),
);

/** The rule in the plainest terms, for a calendar in which only weekends are off. */
class Model {
  private delivered: Instant | null = null;
  private words: Instant[] = [];
  private asleepUntil: Instant = '';
  private isAccepted = false;

  take(what: Step[0], at: Instant): CommitmentEvent | null {
    const isDone = this.delivered !== null;
    if (what === 'deliver' && !isDone) {
      [this.delivered, this.words, this.asleepUntil] = [at, [], ''];
      return finished('Delivered', { at });
    }
    if (what === 'tell') {
      this.words.push(at);
      return told(at);
    }
    if (what === 'hear') return heard(at);
    if (what === 'snooze' && isDone) {
      const until = hoursAfter(at, 60);
      this.asleepUntil = until;
      return snoozed({ at: until, zone: 'UTC', grain: 'time' }, at);
    }
    if (what === 'accept' && isDone) {
      this.isAccepted = true;
      return accepted(at);
    }
    if (what === 'reopen' && isDone) {
      [this.delivered, this.isAccepted, this.asleepUntil] = [null, false, ''];
      return reopened(at);
    }
    return null;
  }

  /** The time that the line is about; null if there is no line. */
  dueAt(now: Instant): Instant | null {
    const { delivered } = this;
    if (delivered === null || this.isAccepted || now < this.asleepUntil) return null;
    if (now > hoursAfter(delivered, 60 * 24)) return null;
    const first = twoWorkingDaysAfter(delivered);
    const second = hoursAfter(delivered, 30 * 24);
    const isShown = (at: Instant, due: Instant) => this.isShown(at, due, delivered);
    const isOpen = (due: Instant) => !this.words.some((word) => word >= delivered && isShown(word, due));
    if (now >= second) return isOpen(second) ? second : null;
    if (now >= first && isOpen(first)) return first;
    const next = now < first ? first : second;
    return isShown(now, next) && isOpen(next) ? next : null;
  }

  /** From the working day before, but not on the day of the delivery. */
  private isShown(at: Instant, due: Instant, delivered: Instant): boolean {
    if (at >= due) return true;
    if (at.slice(0, 10) <= delivered.slice(0, 10)) return false;
    // Any day up to the next working day's counts as near; before its work begins, that is today.
    return due.slice(0, 10) <= nextWorkingDay(at);
  }
}

function hoursAfter(at: Instant, hours: number): Instant {
  return instant(epoch(at) + hours * 3_600_000);
}

function isWorkingDay(day: string): boolean {
  return ![0, 6].includes(new Date(day).getUTCDay());
}

/** The working day after that of an instant, as an ISO date. */
function nextWorkingDay(at: Instant): string {
  for (let day = 1; ; day++) {
    const next = hoursAfter(at, 24 * day).slice(0, 10);
    if (isWorkingDay(next)) return next;
  }
}

/** The same clock time two working days later. */
function twoWorkingDaysAfter(at: Instant): Instant {
  const once = nextWorkingDay(at);
  return `${nextWorkingDay(`${once}T12:00:00.000Z`)}${at.slice(10)}`;
}

describe('whatever is done to a delivery', () => {
  it('has the line that the rule says, and no other', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 8 }), fc.integer({ min: 0, max: 1600 }), (steps, hours) => {
        const model = new Model();
        const events: CommitmentEvent[] = [asked(), agreed(date(6))];
        let now = march(4, '10:30');
        for (const [what, hoursLater] of steps) {
          now = hoursAfter(now, hoursLater);
          const event = model.take(what, now);
          if (event) events.push(event);
        }
        now = hoursAfter(now, hours);
        const line = agenda(now, [commitment(...events)]).find(({ reason }) => reason === 'aftercare');
        expect(line?.due ?? null).toBe(model.dueAt(now));
      }),
      { numRuns: 2000 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AttentionLine,
  type ClientRecord,
  isSnoozed,
  type Ledger,
  nextUpdateOf,
  type Reason,
  settlingCommand,
} from '../../../src/domain/agenda/attention.ts';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { decideAgree } from '../../../src/domain/decisions/agree.ts';
import { decideConfirm } from '../../../src/domain/decisions/confirm.ts';
import { decideDone } from '../../../src/domain/decisions/done.ts';
import type { Decision } from '../../../src/domain/decisions/guards.ts';
import { decideLog } from '../../../src/domain/decisions/log.ts';
import { decideOffer } from '../../../src/domain/decisions/offer.ts';
import { decideUpdate } from '../../../src/domain/decisions/update.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent, QuestionNumber } from '../../../src/domain/streams/events.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  confirmed,
  countered,
  dropped,
  finished,
  moved,
  offered,
  promised,
  replyOwed,
  snoozed,
  spent,
  told,
} from '../../support/given.ts';
import {
  agendaAt,
  CALENDAR,
  clientsNamed,
  date,
  forecastAt,
  march,
  NOW,
  SETTINGS,
  situation,
} from '../../support/situation.ts';

const JOE = clientsNamed('Joe')[0] as ClientRecord['client'];

/** The agenda at a moment. Unless it is said otherwise Joe was told something just now, so that he is not quiet. */
function agenda(
  now: string,
  commitments: readonly Commitment[],
  given: Partial<Ledger> = {},
): AttentionLine[] {
  return agendaAt(now, commitments, { clients: [{ client: JOE, lastWordAt: now }], ...given });
}

/** "today delivery", one a line, of the one commitment that these events come to. */
function linesAt(now: string, ...events: readonly CommitmentEvent[]): string[] {
  return agenda(now, [commitment(...events)]).map(({ severity, reason }) => `${severity} ${reason}`);
}

/** The severity of one reason at each of several moments; null when there is no such line. */
function severityAt(reason: Reason, events: readonly CommitmentEvent[], ...moments: readonly string[]) {
  return moments.map(
    (now) => agenda(now, [commitment(...events)]).find((line) => line.reason === reason)?.severity ?? null,
  );
}

/** M of one reason. */
function momentOf(reason: Reason, now: string, ...events: readonly CommitmentEvent[]): string | undefined {
  return agenda(now, [commitment(...events)]).find((line) => line.reason === reason)?.due;
}

const written = { inWriting: true };
const aMinuteAfter = (at: string) => at.replace(':00.000', ':01.000');

/** Mon 9 March 17:00 is due: not shown on Thursday, soon on Friday (a working day before), today, overdue. */
describe('what is due', () => {
  const severities = [null, 'soon', 'today', 'today', 'overdue'];
  const moments = [march(5, '23:59'), march(6, '00:00'), march(9, '00:00'), march(9), aMinuteAfter(march(9))];
  it.each([
    ['delivery', [asked(), agreed(date(9), written)]],
    ['promise', [promised({ due: date(9) })]],
    ['waiting', [awaited({ due: date(9) })]],
    ['reply', [replyOwed({ due: date(9) })]],
  ] as [Reason, CommitmentEvent[]][])('%s: not shown, soon, today, overdue', (reason, events) => {
    expect(severityAt(reason, events, ...moments)).toEqual(severities);
    const line = agenda(march(10), [commitment(...events)]).find((found) => found.reason === reason);
    expect(line).toMatchObject({ due: march(9), since: march(9), counterpart: 'joe' });
  });

  it('is no delivery while a request is asked or offered', () => {
    expect(severityAt('delivery', [asked({ wantedBy: date(4) })], march(20))).toEqual([null]);
    expect(severityAt('delivery', [asked(), offered(date(4))], march(20))).toEqual([null]);
  });
  it('goes by the date to which it was moved', () => {
    expect(momentOf('promise', march(10), promised(), moved(date(10)))).toBe(march(10));
  });
  it('is the old date while a new one is only offered', () => {
    expect(momentOf('delivery', march(6), asked(), agreed(date(6)), offered(date(20)))).toBe(march(6));
  });
  it('of a complaint is no line yet', () => {
    expect(linesAt(march(20), complained())).toEqual([]);
  });
  it('is nothing once it is closed', () => {
    expect(linesAt(march(20), asked(), agreed(date(6)), finished('Delivered'))).toEqual([]);
    expect(linesAt(march(20), promised(), dropped())).toEqual([]);
  });
  it('reaches as far as it is to be warned before', () => {
    const week = { clockSettingsOf: () => ({ ...SETTINGS, warnBefore: { days: 7 } }) };
    const lines = agenda(march(5, '09:00'), [commitment(promised({ due: date(12) }))], week);
    expect(lines.filter(({ reason }) => reason === 'promise')).toMatchObject([{ severity: 'soon' }]);
    const later = agenda(march(5, '09:00'), [commitment(promised({ due: date(13) }))], week);
    expect(later.filter(({ reason }) => reason === 'promise')).toEqual([]);
  });
});

describe('a window', () => {
  const window = { at: march(10, '02:00'), from: march(9, '22:00'), zone: 'UTC', grain: 'time' } as const;
  it('is shown as its beginning nears, and is overdue after its end', () => {
    expect(
      severityAt(
        'promise',
        [promised({ due: window })],
        march(5),
        march(6),
        march(9, '08:00'),
        march(10, '02:01'),
      ),
    ).toEqual([null, 'soon', 'today', 'overdue']);
  });
});

describe('no-date', () => {
  it('is shown from the start, and overdue a working day after they asked', () => {
    const events = [asked({ at: march(6, '09:30') })];
    const moments = [
      march(6, '09:30'),
      march(8, '12:00'),
      march(9, '09:30'),
      aMinuteAfter(march(9, '09:30')),
    ];
    expect(severityAt('no-date', events, ...moments)).toEqual(['today', 'today', 'today', 'overdue']);
  });
  it('counts from the counter', () => {
    const events = [asked(), offered(date(6)), countered({ at: march(4, '15:00') })];
    expect(momentOf('no-date', march(4, '16:00'), ...events)).toBe(march(5, '15:00'));
  });
  it('is there also when they named the date that they would like', () => {
    expect(linesAt(march(2, '10:00'), asked({ wantedBy: date(20) }))).toEqual(['today no-date']);
  });
  it('is gone once a date is offered', () => {
    expect(linesAt(march(3, '11:00'), asked(), offered(date(20)))).toEqual([]);
  });
});

describe('offer-unanswered', () => {
  const events = [asked(), offered(date(20), { at: march(6, '10:00') })];
  it('is shown only once a working day has passed', () => {
    const moments = [march(6, '10:01'), march(9, '10:00'), aMinuteAfter(march(9, '10:00'))];
    expect(severityAt('offer-unanswered', events, ...moments)).toEqual([null, null, 'overdue']);
  });
  it('counts from the last offer', () => {
    const again = offered(date(23), { at: march(10, '12:00') });
    expect(severityAt('offer-unanswered', [...events, again], march(11, '12:00'))).toEqual([null]);
  });
  it('is shown also when the offer is a new date for what is agreed', () => {
    const pending = [asked(), agreed(date(20), written), offered(date(25), { at: march(6, '10:00') })];
    expect(severityAt('offer-unanswered', pending, march(9, '10:01'))).toEqual(['overdue']);
  });
  it('is gone once they answered', () => {
    expect(severityAt('offer-unanswered', [...events, countered({ at: march(9) })], march(20))).toEqual([
      null,
    ]);
    expect(severityAt('offer-unanswered', [...events, agreed(date(20))], march(20))).toEqual([null]);
  });
});

describe('update', () => {
  const far = [asked(), agreed(date(27), { ...written, at: march(4, '10:00') })];
  const nextOf = (...events: CommitmentEvent[]) =>
    nextUpdateOf(commitment(...events), () => SETTINGS, CALENDAR);

  it('is owed at the end of the third working day after the last word', () => {
    const moments = [march(5), march(6), march(9, '09:00'), march(9), aMinuteAfter(march(9))];
    expect(severityAt('update', far, ...moments)).toEqual([null, 'soon', 'today', 'today', 'overdue']);
  });
  it('starts again with each word', () => {
    expect(nextOf(...far, told(march(6, '10:00')))).toBe(march(11));
    expect(nextOf(...far, offered(date(30), { at: march(6, '10:00') }))).toBe(march(11));
    expect(nextOf(...far, confirmed(march(6, '10:00')))).toBe(march(11));
    expect(nextOf(...far, moved(date(30), { at: march(6, '10:00') }))).toBe(march(11));
  });
  it('goes by the cadence of the commitment', () => {
    const daily = { rrule: 'FREQ=DAILY;X-TIMES=2', text: '2/day' };
    expect(nextOf(asked({ cadence: daily }), agreed(date(27), { at: march(4, '10:00') }))).toBe(
      march(4, '14:00'),
    );
  });
  it('is not owed while the due date comes first', () => {
    expect(nextOf(asked(), agreed(date(6)))).toBeNull();
    expect(nextOf(asked(), agreed(date(9)))).toBeNull();
    expect(nextOf(asked(), agreed(date(10)))).toBe(march(9));
    expect(nextOf(promised({ due: date(5) }))).toBeNull();
  });
  it('is not owed after a missed due date either, until a word is given', () => {
    const missed = [asked(), agreed(date(6))];
    expect(severityAt('update', missed, march(20))).toEqual([null]);
    expect(nextOf(...missed, told(march(9, '10:00')))).toBe(march(12));
  });
  it('is owed for promises as for requests', () => {
    expect(nextOf(promised({ due: date(27) }))).toBe(march(5));
  });
  it('is not owed while the ball is theirs, nor for other kinds, nor for what is closed', () => {
    expect(nextOf(asked(), offered(date(27)))).toBeNull();
    expect(nextOf(asked(), told(march(3)))).toBeNull();
    expect(nextOf(awaited({ due: date(27) }), told(march(3)))).toBeNull();
    expect(nextOf(replyOwed({ due: date(27) }), told(march(3)))).toBeNull();
    expect(nextOf(complained({ due: date(27) }), told(march(3)))).toBeNull();
    expect(nextOf(...far, finished('Delivered'))).toBeNull();
  });
});

describe('not-in-writing', () => {
  const events = [asked(), agreed(date(27), { at: march(6, '11:00') })];
  it('is shown from the start, and overdue a working day after it was agreed', () => {
    const moments = [march(6, '11:00'), march(9, '11:00'), aMinuteAfter(march(9, '11:00'))];
    expect(severityAt('not-in-writing', events, ...moments)).toEqual(['today', 'today', 'overdue']);
  });
  it('counts from the move', () => {
    expect(
      momentOf(
        'not-in-writing',
        march(10),
        ...events,
        confirmed(),
        moved(date(30), { at: march(10, '11:00') }),
      ),
    ).toBe(march(11, '11:00'));
  });
  it('is gone once it is in writing, or closed', () => {
    expect(severityAt('not-in-writing', [...events, confirmed()], march(20))).toEqual([null]);
    expect(severityAt('not-in-writing', [...events, dropped()], march(20))).toEqual([null]);
  });
  it('is not for a promise whose date nobody moved', () => {
    expect(severityAt('not-in-writing', [promised()], march(20))).toEqual([null]);
    expect(severityAt('not-in-writing', [awaited(), moved(date(27))], march(6))).toEqual(['overdue']);
  });
});

describe('quiet-client', () => {
  const quiet = (now: string, lastWordAt: string | null, ...commitments: Commitment[]) =>
    agenda(now, commitments, { clients: [{ client: JOE, lastWordAt }] }).filter(
      ({ reason }) => reason === 'quiet-client',
    );
  const open = commitment(asked({ at: march(2, '09:30') }));

  it('is shown only once ten working days have passed since the last word', () => {
    expect(quiet(march(17, '10:00'), march(3, '10:00'), open)).toEqual([]);
    expect(quiet(march(17, '10:01'), march(3, '10:00'), open)).toMatchObject([
      {
        severity: 'overdue',
        commitment: null,
        counterpart: 'joe',
        due: march(17, '10:00'),
        since: march(3, '10:00'),
      },
    ]);
  });
  it('counts from the first open commitment when there was no word', () => {
    const later = commitment(asked({ at: march(4, '09:30') }));
    const answered = commitment(asked({ at: march(1, '09:30') }), dropped(march(2)));
    expect(quiet(march(16, '09:31'), null, later, open, answered)).toMatchObject([
      { since: march(2, '09:30') },
    ]);
    expect(quiet(march(16, '09:31'), null, later, answered)).toEqual([]);
    expect(quiet(march(18, '09:31'), null, later, answered)).toMatchObject([{ since: march(4, '09:30') }]);
  });
  it('is for clients with something open, or closed in the last 30 days', () => {
    const closed = commitment(asked(), finished('Delivered', { at: march(3, '12:00') }));
    expect(quiet('2026-04-02T12:00:00.000Z', march(3, '12:00'), closed)).toHaveLength(1);
    expect(quiet('2026-04-02T12:00:01.000Z', march(3, '12:00'), closed)).toEqual([]);
    expect(quiet('2026-04-02T12:00:01.000Z', march(3, '12:00'), closed, open)).toHaveLength(1);
    expect(quiet('2026-04-02T12:00:00.000Z', march(3, '12:00'))).toEqual([]);
  });
  it('is not for those who never had a word and whose matters are closed', () => {
    expect(quiet(march(31), null, commitment(asked(), dropped()))).toEqual([]);
  });
  it('is so also when the commitment is snoozed: the client does not know of it', () => {
    const asleep = commitment(asked(), snoozed(date(31), march(3)));
    expect(quiet(march(20), march(3), asleep)).toHaveLength(1);
  });
  it('is the client whose matter it is, not the one who promised', () => {
    const other = commitment(awaited({ client: 'acme', who: 'joe' }));
    expect(quiet(march(31), march(2), other)).toEqual([]);
  });

  const touched = (now: string, lastWordAt: string | null, client: Partial<Client>, ...open: Commitment[]) =>
    agenda(now, open, { clients: [{ client: { ...JOE, ...client }, lastWordAt }] }).filter(
      ({ reason }) => reason === 'quiet-client',
    );
  const weekly = { keepInTouch: { rrule: 'FREQ=WEEKLY;INTERVAL=3', text: 'every 3 weeks' } };

  it('stays alive with nothing open for those to keep in touch with, from their last word or their first mention', () => {
    expect(touched(march(23), march(2), weekly)).toEqual([]);
    expect(touched(march(24), march(2), weekly)).toMatchObject([{ due: march(23), since: march(2) }]);
    expect(touched(march(24), null, { ...weekly, addedAt: march(2) })).toMatchObject([{ since: march(2) }]);
    expect(touched(march(24), march(2), {})).toEqual([]);
  });
  it('keeps to the shorter of both limits while something is open', () => {
    expect(touched(march(17, '10:01'), march(3, '10:00'), weekly, open)).toHaveLength(1);
  });
  it('waits for the word that was planned, until one is given', () => {
    const planned = { plannedWord: { next: date(24), at: march(20, '09:00') } };
    expect(touched(march(24), march(3), planned, open)).toEqual([]);
    expect(touched(march(25), march(3), planned, open)).toMatchObject([{ due: march(24), since: march(3) }]);
    // A word since then starts the limit anew.
    expect(touched(march(25), march(20, '10:00'), planned, open)).toEqual([]);
  });
});

describe('review', () => {
  const review = (answered: readonly QuestionNumber[] | null, clients = [{ client: JOE, lastWordAt: NOW }]) =>
    agenda(NOW, [], { clients, answered: answered && new Set(answered) });

  it('is a matter of today until all four questions have an answer', () => {
    expect(review([])).toMatchObject([
      { severity: 'today', reason: 'review', commitment: null, since: march(5, '00:00') },
    ]);
    expect(review([1, 2, 4])).toMatchObject([{ unanswered: [3] }]);
    expect(review([1, 2, 3, 4])).toEqual([]);
  });
  it('is not asked for where there is nobody, or only one client is looked at', () => {
    expect(review([], [])).toEqual([]);
    expect(review(null)).toEqual([]);
  });
});

describe('the settings of a client', () => {
  it('hold for what is theirs, and for nobody else', () => {
    const daily = { ...SETTINGS, updateEvery: { rrule: 'FREQ=DAILY', text: 'daily' } };
    const clockSettingsOf = (client: string | null) => (client === 'joe' ? daily : SETTINGS);
    const far = agreed(date(27), { inWriting: true, at: march(4, '10:00') });
    const next = (client: string) =>
      nextUpdateOf(commitment(asked({ client }), far), clockSettingsOf, CALENDAR);
    expect(next('joe')).toBe(march(5));
    expect(next('acme')).toBe(march(9));
  });
});

describe('snooze', () => {
  const due = [promised({ due: date(9), at: march(5, '08:00') })];
  it('hides the lines until its time', () => {
    const events = [promised({ due: date(6) }), moved(date(6)), snoozed(date(6, '12:00'), march(5, '09:00'))];
    expect(linesAt(march(6, '11:59'), ...events)).toEqual([]);
    expect(linesAt(march(6, '12:00'), ...events)).toEqual(['overdue not-in-writing', 'today promise']);
  });
  it('ends when a due date passes meanwhile', () => {
    const events = [...due, snoozed(date(20), march(5, '09:00'))];
    expect(linesAt(march(9), ...events)).toEqual([]);
    expect(linesAt(aMinuteAfter(march(9)), ...events)).toEqual(['overdue promise']);
  });
  it('ends also when it was made in the very moment of the due date, which had not passed yet', () => {
    expect(linesAt(march(10), ...due, snoozed(date(20), march(9)))).toEqual(['overdue promise']);
  });
  it('holds when it was made after the due date', () => {
    const events = [...due, snoozed(date(20, '10:00'), march(10, '09:00'))];
    expect(linesAt(march(19), ...events)).toEqual([]);
    expect(linesAt(march(20, '10:00'), ...events)).toEqual(['overdue promise']);
  });
  it('ends when the new due date passes to which it was moved', () => {
    const events = [
      ...due,
      snoozed(date(20), march(10, '09:00')),
      moved(date(12), { ...written, at: march(10) }),
    ];
    expect(linesAt(march(12), ...events)).toEqual([]);
    expect(linesAt(march(13), ...events)).toEqual(['overdue promise']);
  });
  it('is replaced by the next one', () => {
    const c = commitment(...due, snoozed(date(6), march(5, '09:00')), snoozed(date(7), march(5, '10:00')));
    expect(isSnoozed(c, march(6, '18:00'))).toBe(true);
  });
  it('does not hide the lines of others', () => {
    const asleep = commitment(asked(), snoozed(date(31)));
    const awake = commitment(asked(), { type: 'NumberGiven', number: 2 });
    expect(agenda(march(5, '09:00'), [asleep, awake]).map((line) => line.commitment?.number)).toEqual([2]);
  });
});

describe('the order', () => {
  it('is by severity, then the oldest first, then by number', () => {
    const numbered = (number: number, ...events: CommitmentEvent[]) =>
      commitment(...events, { type: 'NumberGiven', number });
    const at = march(2, '09:30');
    const lines = agenda(march(6, '12:00'), [
      numbered(1, promised({ due: date(9), at: march(6, '10:00') })),
      numbered(2, promised({ due: date(6), at: march(6, '10:00') })),
      numbered(5, promised({ due: date(5), at })),
      numbered(4, promised({ due: date(5), at })),
      numbered(3, asked({ at: march(5, '15:00') })),
      numbered(6, promised({ due: date(4), at })),
    ]);
    expect(lines.map(({ severity, reason, commitment: c }) => `${c?.number} ${severity} ${reason}`)).toEqual([
      '6 overdue promise',
      '4 overdue promise',
      '5 overdue promise',
      '3 today no-date',
      '2 today promise',
      '1 soon promise',
    ]);
  });
  it('puts a quiet client where its last word belongs', () => {
    const lines = agenda(march(25), [commitment(promised({ due: date(24), at: march(20) }))], {
      clients: [{ client: JOE, lastWordAt: march(2, '10:00') }],
    });
    expect(lines.map(({ reason }) => reason)).toEqual(['quiet-client', 'promise']);
  });
  it('is of one line a reason, and several lines a commitment', () => {
    const events = [asked(), agreed(date(6)), offered(date(20), { at: march(4, '12:00') })];
    expect(linesAt(march(9, '12:00'), ...events)).toEqual([
      'overdue not-in-writing',
      'overdue offer-unanswered',
      'overdue delivery',
    ]);
  });
});

/** 24 hours of work are likely done in five working days, and sure in seven and a half. */
describe('at-risk', () => {
  const work = (day: number, fields = {}) => [
    asked({ estimateHours: 24 }),
    agreed(date(day), { ...written, ...fields }),
  ];
  const risk = (now: string, ...events: readonly CommitmentEvent[]) =>
    agenda(now, [commitment(...events)]).find(({ reason }) => reason === 'at-risk');

  it('is a matter of today, from its start, while the date does not hold', () => {
    expect(risk(march(5, '09:00'), ...work(13))).toMatchObject({
      severity: 'today',
      due: march(13),
      since: march(5, '00:00'),
      risk: { holds: date(16) },
    });
    expect(risk(march(5, '09:00'), ...work(17))).toBeUndefined();
  });
  it('comes as time passes without work, and goes with work that is done', () => {
    expect(risk(march(6, '09:00'), ...work(17))).toBeUndefined();
    expect(risk(march(9, '09:00'), ...work(17))).toBeDefined();
    expect(risk(march(9, '09:00'), ...work(17), spent(12))).toBeUndefined();
  });
  it('is over once the date has passed: then it is late', () => {
    expect(linesAt(aMinuteAfter(march(6)), ...work(6))).toContain('overdue delivery');
    expect(risk(aMinuteAfter(march(6)), ...work(6))).toBeUndefined();
  });
  it('is hidden by a snooze, and is none of work that nobody has estimated, or that is only offered', () => {
    expect(risk(march(5, '09:00'), ...work(13), snoozed(date(10)))).toBeUndefined();
    expect(risk(march(5, '09:00'), asked(), agreed(date(5)))).toBeUndefined();
    expect(risk(march(5, '09:00'), asked({ estimateHours: 24 }), offered(date(6)))).toBeUndefined();
    expect(risk(march(5, '09:00'), promised({ estimateHours: 24, due: date(9) }))).toBeDefined();
  });
  it('counts the work for all clients, also when only those of one are shown', () => {
    const other = { ...commitment(...work(6)), uid: 'other', number: 2, client: 'acme' };
    const mine = commitment(asked({ estimateHours: 8 }), agreed(date(9), written));
    const shown = { forecast: forecastAt(NOW, [mine, other]) };
    expect(agenda(NOW, [mine], shown).map(({ reason }) => reason)).toContain('at-risk');
    expect(agenda(NOW, [mine]).map(({ reason }) => reason)).not.toContain('at-risk');
  });
  it('is settled by another date, on which both sides agree', () => {
    const line = risk(march(5, '09:00'), ...work(13));
    expect(line && settlingCommand(line, 'Joe', NOW)).toEqual({
      args: ['move', '1', 'DATE', '--because', 'TEXT'],
      needs: ['DATE', 'TEXT'],
    });
    expect(risk(march(5, '09:00'), ...work(13), moved(date(17), { at: NOW }))).toBeUndefined();
  });
  it('of work that nobody has estimated is known from the work before it, and from the own record', () => {
    const unknown = { ...commitment(asked(), agreed(date(6), written)), uid: 'u', number: 2 };
    const before = commitment(asked({ estimateHours: 24 }), agreed(date(5), written));
    const lines = agenda(NOW, [unknown, before]).filter(({ reason }) => reason === 'at-risk');
    expect(lines.map((line) => line.commitment?.number)).toContain(2);
    const finished = Array.from({ length: 8 }, () => ({
      client: 'joe',
      estimateHours: 24,
      spentHours: 24,
      createdAt: march(1),
      closedAt: march(2),
    }));
    const shown = { forecast: forecastAt(NOW, [unknown], { finished }) };
    expect(agenda(NOW, [unknown], shown).map(({ reason }) => reason)).toContain('at-risk');
  });
});

describe('the command that settles a line', () => {
  const settled: readonly (readonly [
    Reason,
    string,
    readonly CommitmentEvent[],
    string,
    readonly string[],
  ])[] = [
    ['delivery', march(9), [asked(), agreed(date(6), written)], 'done 1', []],
    ['promise', march(10), [promised()], 'done 1', []],
    ['waiting', march(10), [awaited()], 'done 1', []],
    ['reply', march(10), [replyOwed()], 'told Joe TEXT --about 1', ['TEXT']],
    ['no-date', march(5), [asked()], 'offer 1', []],
    ['offer-unanswered', march(9), [asked(), offered(date(20))], 'agree 1', []],
    ['offer-unanswered', march(9), [asked(), offered(date(6))], 'offer 1', []],
    ['offer-unanswered', march(10), [asked(), agreed(date(27)), offered(date(6))], 'offer 1', []],
    ['update', march(10), [asked(), agreed(date(27), written)], 'update 1 TEXT', ['TEXT']],
    ['update', march(10), [promised({ due: date(27) })], 'update 1 TEXT', ['TEXT']],
    ['not-in-writing', march(9), [asked(), agreed(date(27))], 'confirm 1', []],
    ['not-in-writing', march(9), [awaited({ due: date(20) }), moved(date(27))], 'confirm 1', []],
  ];

  it.each(settled)('%s at %s', (reason, now, events, command, needs) => {
    const before = commitment(...events);
    const line = agenda(now, [before]).find((found) => found.reason === reason);
    if (!line) throw new Error('The line is not there to begin with.');
    const { args, needs: missing } = settlingCommand(line, 'Joe', now);
    expect(args.join(' ')).toBe(command);
    expect(missing).toEqual(needs);

    const decision = run(args, before, now);
    expect(decision).not.toBeInstanceOf(Refusal);
    const own = (decision as Exclude<Decision, Refusal>).filter(({ stream }) => stream.uid === 'it');
    const after = commitment(...events, ...own.map(({ event }) => event as CommitmentEvent));
    expect(agenda(now, [after]).filter((found) => found.reason === reason)).toEqual([]);
  });

  it('quiet-client: a word', () => {
    const clients = [{ client: JOE, lastWordAt: march(2) }];
    const [line] = agenda(march(25), [commitment(asked({ at: march(25) }))], { clients });
    if (line?.reason !== 'quiet-client') throw new Error('The client is not quiet.');
    expect(settlingCommand(line, 'Joe', march(25))).toEqual({
      args: ['told', 'Joe', 'TEXT'],
      needs: ['TEXT'],
    });
  });

  /** The command as the command line would run it, with the words put in. */
  function run(args: readonly string[], c: Commitment, now: string): Decision {
    const [verb = '', ...rest] = args;
    const saying = { at: now };
    const text = 'nothing new yet';
    const when = situation({ now });
    if (verb !== 'told') expect(rest[0]).toBe(String(c.number));
    switch (verb) {
      case 'done':
        return decideDone(c, saying, when);
      case 'offer':
        return decideOffer(c, saying, when);
      case 'agree':
        return decideAgree(c, { ...saying, inWriting: false }, when);
      case 'update':
        return decideUpdate(c, { ...saying, text }, when);
      case 'confirm':
        return decideConfirm(c, saying, when);
      case 'told': {
        const client = { name: rest[0] ?? '', isNew: false };
        return decideLog(c, { ...saying, client, text, direction: 'out', needsReply: false }, when);
      }
      default:
        throw new Error(`There is no verb ${verb}.`);
    }
  }
});

it('the agenda of a commitment is the same line of time, however far one looks ahead', () => {
  const day = fc.integer({ min: 1, max: 31 });
  const events = fc.constantFrom(
    [asked(), agreed(date(20), { inWriting: true })],
    [promised({ due: date(18) })],
    [awaited({ due: date(19) })],
    [asked()],
    [asked(), offered(date(25))],
  );
  const rank = { soon: 1, today: 2, overdue: 3 };
  fc.assert(
    fc.property(events, day, day, (story, x, y) => {
      const [earlier, later] = [march(Math.min(x, y)), march(Math.max(x, y))];
      for (const { reason, severity, due } of agenda(earlier, [commitment(...story)])) {
        const again = agenda(later, [commitment(...story)]).find((line) => line.reason === reason);
        expect(again?.due).toBe(due);
        expect(rank[again?.severity ?? 'soon']).toBeGreaterThanOrEqual(rank[severity]);
      }
    }),
  );
});

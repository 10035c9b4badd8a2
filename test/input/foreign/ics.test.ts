import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { type CalendarFile, type CalendarItem, readIcs } from '../../../src/input/foreign/ics.ts';
import {
  APPLE_REMINDERS,
  GOOGLE_INVITATION,
  NEXTCLOUD_TASKS,
  OUTLOOK,
} from '../../support/foreign-calendars.ts';
import { readingAt } from '../../support/words.ts';

// Monday, 2 March 2026, 09:30 in Berlin.
const READING = readingAt('2026-03-02T08:30Z', 'Europe/Berlin', 'dmy');

async function read(text: string, reading = READING): Promise<CalendarFile> {
  const file = await readIcs(text, reading);
  if (file instanceof Refusal) throw file;
  return file;
}

const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');
const part = (name: string, ...lines: readonly string[]) => [`BEGIN:${name}`, ...lines, `END:${name}`];
const task = (...lines: readonly string[]) =>
  calendar(...part('VTODO', 'UID:t1', 'SUMMARY:Report', ...lines));
const event = (...lines: readonly string[]) =>
  calendar(...part('VEVENT', 'UID:e1', 'SUMMARY:Call', ...lines));

/** The only entry; if it was rejected, its refusal is thrown. */
async function entry(text: string, reading = READING): Promise<CalendarItem> {
  const { entries, rejects } = await read(text, reading);
  if (rejects[0]) throw rejects[0].refusal;
  expect(entries).toHaveLength(1);
  return entries[0] as CalendarItem;
}

async function codeOf(text: string): Promise<string> {
  const file = await readIcs(text, READING);
  return file instanceof Refusal ? file.code : (file.rejects[0]?.refusal.code ?? 'fine');
}

/** When it is due: its instant, and whether that is a day or a time. */
async function due(text: string, reading = READING): Promise<string | undefined> {
  const { item } = await entry(text, reading);
  return item.due && `${item.due.at.replace(':00.000Z', 'Z')} ${item.due.grain}`;
}

describe('a task is due', () => {
  it.each([
    ['on a day', ['DUE;VALUE=DATE:20260306'], '2026-03-06T16:00Z day'],
    ['on a day that does not say it is one', ['DUE:20260306'], '2026-03-06T16:00Z day'],
    ['at midnight, which is how some write a day', ['DUE:20260306T000000'], '2026-03-06T16:00Z day'],
    ['at a time in UTC', ['DUE:20260306T140000Z'], '2026-03-06T14:00Z time'],
    ['at a time wherever one is', ['DUE:20260306T140000'], '2026-03-06T13:00Z time'],
    ['at a time in a zone', ['DUE;TZID=America/New_York:20260306T140000'], '2026-03-06T19:00Z time'],
    ['after its duration', ['DTSTART:20260306T140000', 'DURATION:PT2H'], '2026-03-06T15:00Z time'],
    ['at the end of its last day', ['DTSTART;VALUE=DATE:20260306', 'DURATION:P2D'], '2026-03-07T16:00Z day'],
    ['never, if it only begins', ['DTSTART:20260306T140000'], undefined],
    ['in an hour that does not exist', ['DUE:20260329T023000'], '2026-03-29T01:30Z time'],
    ['in an hour that comes twice, in the first', ['DUE:20261025T023000'], '2026-10-25T00:30Z time'],
  ])('%s', async (_when, lines, expected) => {
    expect(await due(task(...lines))).toBe(expected);
  });

  it.each(['DUE:20260230T120000', 'DUE:20260306T250000', 'DUE:tomorrow', 'DUE;VALUE=DATE:2026'])(
    'on no day that there is: %s',
    async (line) => {
      expect(await codeOf(task(line))).toBe('date-not-understood');
    },
  );
});

describe('an appointment is due', () => {
  it.each([
    ['when it begins', ['DTSTART:20260306T130000Z', 'DTEND:20260306T150000Z'], '2026-03-06T13:00Z time'],
    [
      'on its only day',
      ['DTSTART;VALUE=DATE:20260306', 'DTEND;VALUE=DATE:20260307'],
      '2026-03-06T16:00Z day',
    ],
    ['on its day, without an end', ['DTSTART;VALUE=DATE:20260306'], '2026-03-06T16:00Z day'],
    [
      'on the last of its days',
      ['DTSTART;VALUE=DATE:20260304', 'DTEND;VALUE=DATE:20260307'],
      '2026-03-06T16:00Z day',
    ],
    [
      'on its day, if it ends before',
      ['DTSTART;VALUE=DATE:20260306', 'DTEND;VALUE=DATE:20260306'],
      '2026-03-06T16:00Z day',
    ],
    [
      'on the last of its days, also by a duration',
      ['DTSTART;VALUE=DATE:20260305', 'DURATION:P2D'],
      '2026-03-06T16:00Z day',
    ],
    [
      'on its day, from midnight to midnight',
      ['DTSTART;TZID=Europe/Berlin:20260306T000000', 'DTEND;TZID=Europe/Berlin:20260307T000000'],
      '2026-03-06T16:00Z day',
    ],
  ])('%s', async (_when, lines, expected) => {
    expect(await due(event(...lines))).toBe(expected);
  });

  it('is past once it has begun', async () => {
    expect(await entry(event('DTSTART:20260302T082900Z'))).toMatchObject({ isPast: true });
    expect(await entry(event('DTSTART:20260302T083100Z'))).toMatchObject({ isPast: false });
    expect(await entry(event('DTSTART;VALUE=DATE:20260302'))).toMatchObject({ isPast: false });
    expect(await entry(task('DUE:20260227T120000Z'))).toMatchObject({ isPast: false });
  });
});

describe('what is known of an entry', () => {
  it('is its title and its description, unfolded and without escapes', async () => {
    const { item } = await entry(
      task('DUE:20260306', 'DESCRIPTION:one\\, two\\; three\\\\four\\nfi', ' ve', '\tsix'),
    );
    expect(item).toMatchObject({ title: 'Report', notes: [{ text: 'one, two; three\\four\nfivesix' }] });
  });

  it('is a description without HTML', async () => {
    const { item } = await entry(GOOGLE_INVITATION);
    expect(item.notes).toEqual([
      { text: 'Ann shows the figures of 2025, and what is missing.\nBring the list.' },
    ]);
  });

  it.each([
    [
      'its creation',
      ['CREATED:20260220T081500Z', 'DTSTAMP:20260228T120000Z'],
      '',
      '2026-02-20T08:15:00.000Z',
    ],
    [
      'when an invitation was sent',
      ['DTSTAMP:20260228T120000Z'],
      'METHOD:REQUEST',
      '2026-02-28T12:00:00.000Z',
    ],
    ['not when a file was written', ['DTSTAMP:20260228T120000Z'], 'METHOD:PUBLISH', undefined],
    ['not a year before there were calendars', ['CREATED:19000101T120000Z'], '', undefined],
    ['not after it was due', ['CREATED:20260310T120000Z'], '', undefined],
  ])('is when it was made: %s', async (_what, lines, method, expected) => {
    const { item } = await entry(
      calendar(
        ...(method ? [method] : []),
        ...part('VTODO', 'UID:x', 'SUMMARY:Report', 'DUE:20260306', ...lines),
      ),
    );
    expect(item.enteredAt).toBe(expected);
  });

  it.each([
    ['done', ['STATUS:COMPLETED']],
    ['done', ['PERCENT-COMPLETE:100']],
    ['done', ['COMPLETED:20260225T101500Z']],
    ['deleted', ['STATUS:CANCELLED']],
    [undefined, ['STATUS:IN-PROCESS', 'PERCENT-COMPLETE:60']],
  ])('is how a task ended: %s', async (how, lines) => {
    expect((await entry(task('DUE:20260306', ...lines))).item.end?.how).toBe(how);
  });

  it('is that it was called off', async () => {
    const off = calendar(
      'METHOD:CANCEL',
      ...part('VEVENT', 'UID:x', 'SUMMARY:Call', 'DTSTART:20260306T130000Z'),
    );
    expect((await entry(off)).item.end).toEqual({ how: 'deleted' });
    expect((await entry(event('DTSTART:20260306T130000Z', 'STATUS:CANCELLED'))).item.end).toEqual({
      how: 'deleted',
    });
  });

  it('is who takes part, by name and address, without rooms', async () => {
    const { participants } = await entry(
      event(
        'DTSTART:20260306T130000Z',
        'ORGANIZER;CN="Smith, Ann":MAILTO:Ann@Acme.example',
        "ATTENDEE;CN='sam@globex.example';PARTSTAT=DECLINED:mailto:sam@globex.example",
        'ATTENDEE;CN=Kim;EMAIL=kim@globex.example:urn:uuid:1234',
        'ATTENDEE;CN=Lee:invalid:nomail',
        'ATTENDEE;CUTYPE=ROOM;CN=Room 5:mailto:room5@acme.example',
      ),
    );
    expect(participants).toEqual({
      organizer: { name: 'Smith, Ann', address: 'ann@acme.example', hasDeclined: false },
      attendees: [
        { name: '', address: 'sam@globex.example', hasDeclined: true },
        { name: 'Kim', address: 'kim@globex.example', hasDeclined: false },
        { name: 'Lee', address: '', hasDeclined: false },
      ],
    });
  });

  it('is its line, and the names of what is not kept', async () => {
    const { entries } = await read(OUTLOOK);
    expect(entries[0]?.unused).toEqual(['priority', 'place']);
    expect(entries[0]?.item.line).toBe(30);
  });
});

describe('an entry that comes again', () => {
  const weekly = ['DTSTART;TZID=Europe/Berlin:20260206T120000', 'RRULE:FREQ=WEEKLY'];

  it('is a task at its next time, on its own clock', async () => {
    expect(await due(task(...weekly, 'DUE;TZID=Europe/Berlin:20260206T130000'))).toBe(
      '2026-03-06T12:00Z time',
    );
    const april = readingAt('2026-04-01T08:30Z', 'Asia/Tokyo');
    expect(await due(task(...weekly, 'DUE;TZID=Europe/Berlin:20260206T130000'), april)).toBe(
      '2026-04-03T11:00Z time',
    );
  });

  it('is known by that time, so that the one after it is another', async () => {
    const text = task('DUE:20260206T120000', 'RRULE:FREQ=WEEKLY');
    const later = readingAt('2026-03-06T11:00Z', 'Europe/Berlin');
    const sources = [await entry(text), await entry(text), await entry(text, later)].map(
      ({ item }) => item.source,
    );
    expect(sources[0]).toBe(sources[1]);
    expect(sources[2]).not.toBe(sources[0]);
  });

  it.each([
    ['what is taken out of it', ['EXDATE;TZID=Europe/Berlin:20260306T120000'], '2026-03-13'],
    ['what is taken out by its day', ['EXDATE;VALUE=DATE:20260306'], '2026-03-13'],
    ['a time besides', ['RDATE;TZID=Europe/Berlin:20260304T120000'], '2026-03-04'],
  ])('goes by %s', async (_what, lines, day) => {
    expect(await due(task(...weekly, 'DUE;TZID=Europe/Berlin:20260206T120000', ...lines))).toMatch(day);
  });

  it('ends with its rule: the last time is then the one that is left', async () => {
    const until = ['DTSTART:20260206T120000', 'DUE:20260206T120000'];
    expect(await due(task(...until, 'RRULE:FREQ=WEEKLY;COUNT=2'))).toBe('2026-02-13T11:00Z time');
    // UNTIL is an instant: 11:00 in UTC is 12:00 in Berlin.
    expect(await due(task(...until, 'RRULE:FREQ=WEEKLY;UNTIL=20260306T110000Z'))).toBe(
      '2026-03-06T11:00Z time',
    );
    expect(await due(task(...until, 'RRULE:FREQ=WEEKLY;UNTIL=20260306T105959Z'))).toBe(
      '2026-02-27T11:00Z time',
    );
  });

  it('leaves the times that stand in the file themselves to those', async () => {
    const { entries } = await read(NEXTCLOUD_TASKS);
    expect(
      entries.map(({ item: { title, due: date, end } }) => `${title} ${date?.at} ${end?.how ?? ''}`),
    ).toEqual([
      'Entwurf prüfen 2026-03-09T16:00:00.000Z ',
      'Stunden melden 2026-04-30T10:00:00.000Z ',
      'Stunden melden 2026-01-31T11:00:00.000Z done',
    ]);
  });

  it('is left out if it is a meeting, with the times of it that were moved', async () => {
    const { entries, leftOut } = await read(OUTLOOK);
    expect(leftOut).toMatchObject({ meetings: 1 });
    expect(entries.map(({ item }) => item.title)).not.toContain('Weekly call');
  });

  it('comes in as a single time of a meeting that the file does not have', async () => {
    const single = event('DTSTART:20260310T140000Z', 'RECURRENCE-ID:20260309T080000Z');
    expect(await due(single)).toBe('2026-03-10T14:00Z time');
  });

  it.each([
    ['never', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'],
    ['never', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ['too often', 'FREQ=SECONDLY'],
    ['by no rule', 'FREQ=SOMETIMES'],
    ['by no rule', 'FREQ=WEEKLY;BYMONTHDAY=3'],
  ])('is refused or has no next time if it comes %s: %s', async (_when, rule) => {
    const { entries, rejects } = await read(task('DUE:20200206T120000', `RRULE:${rule}`));
    expect([
      ...entries.map(({ item }) => item.due?.at),
      ...rejects.map(({ refusal }) => refusal.code),
    ]).toEqual([expect.stringMatching(/^(?:2020-02-06.*|recurrence-not-understood|entry-broken)$/)]);
  });
});

describe('a file', () => {
  it('is read from several programs', async () => {
    for (const [text, count] of [
      [APPLE_REMINDERS, 6],
      [OUTLOOK, 5],
      [GOOGLE_INVITATION, 1],
      [NEXTCLOUD_TASKS, 3],
    ] as const) {
      const { entries, rejects } = await read(text);
      expect(rejects).toEqual([]);
      expect(entries).toHaveLength(count);
    }
  });

  it('is the same with any line ends', async () => {
    const withEnds = async (end: string) => (await read(APPLE_REMINDERS.replaceAll('\r\n', end))).entries;
    const entries = await withEnds('\r\n');
    expect(await withEnds('\n')).toEqual(entries);
    expect(await withEnds('\r')).toEqual(entries);
  });

  it('has an entry once, as it was changed last', async () => {
    const change = (sequence: number, day: string) =>
      part('VEVENT', 'UID:e1', 'SUMMARY:Call', `SEQUENCE:${sequence}`, `DTSTART:${day}T130000Z`);
    expect(
      await due(calendar(...change(2, '20260306'), ...change(10, '20260309'), ...change(9, '20260310'))),
    ).toBe('2026-03-09T13:00Z time');
    const off = calendar('METHOD:CANCEL', ...change(3, '20260306'));
    expect((await entry(calendar(...change(2, '20260306')) + off)).item.end).toEqual({ how: 'deleted' });
  });

  it('has entries without identifiers, which are known by what they say', async () => {
    const nameless = (title: string) => part('VTODO', `SUMMARY:${title}`, 'DUE:20260306');
    const text = calendar(...nameless('A'), ...nameless('A'), ...nameless('B'));
    const sources = async () => (await read(text)).entries.map(({ item }) => item.source);
    expect(new Set(await sources()).size).toBe(3);
    expect(await sources()).toEqual(await sources());
  });

  it('has no answers to invitations, and nothing of ours', async () => {
    const answer = calendar(
      'METHOD:REPLY',
      ...part('VEVENT', 'UID:e1', 'SUMMARY:Call', 'DTSTART:20260306T130000Z'),
    );
    expect(await read(answer)).toMatchObject({ entries: [], leftOut: { answers: 1 } });
    const ours = calendar(
      ...part('VEVENT', 'UID:01J0000000000000000000000A-target@followup', 'DTSTART:20260306T130000Z'),
    );
    expect(await read(ours)).toMatchObject({ entries: [], leftOut: { own: 1 } });
  });

  it('rejects what is wrong in one entry, and takes the others', async () => {
    const text = calendar(
      ...part('VTODO', 'SUMMARY:Broken', 'DUE:20260306', 'no colon here'),
      ...part('VTODO', 'SUMMARY:Whole', 'DUE:20260306', 'X-ODD;=:what nobody reads'),
      ...part('VEVENT', 'SUMMARY:Without a date'),
    );
    const { entries, rejects } = await read(text);
    expect(entries.map(({ item }) => item.title)).toEqual(['Whole']);
    expect(rejects.map(({ line, title, refusal }) => `${line} ${title}: ${refusal.message}`)).toEqual([
      '3 Broken: Line 6 is none that a calendar can have.',
      '13 Without a date: It has no date.',
    ]);
  });

  it.each([
    ['nothing-in-it', calendar()],
    ['nothing-in-it', calendar(...part('VFREEBUSY', 'UID:x'), ...part('VJOURNAL', 'UID:y'))],
    ['format-unknown', calendar().replace('VERSION:2.0', 'VERSION:1.0')],
  ])('is refused: %s', async (code, text) => {
    expect(await codeOf(text)).toBe(code);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CalendarEntry, EntryOnCommitment } from '../../../src/domain/agenda/calendar/entry.ts';
import { dayOf } from '../../../src/domain/time/calendar.ts';
import { writeCalendar } from '../../../src/views/ics/write-calendar.ts';
import { printable } from '../../../src/views/printable.ts';
import { hasIcalendar, readWithIcalendar } from '../../support/python-icalendar.ts';
import { clientsNamed, march } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

const canRead = hasIcalendar();
if (!canRead) console.log('Calendars are not read back: python3-icalendar is not installed here.');

const CLIENTS = clientsNamed('Joe', 'Müller; Söhne, GmbH');
const VIEW = await viewContextAt(undefined, CLIENTS);

const entry = (about: Partial<EntryOnCommitment> = {}, more: Partial<CalendarEntry> = {}): CalendarEntry => ({
  uid: 'it',
  about: {
    what: 'due',
    kind: 'request',
    title: 'Report',
    client: 'joe',
    counterpart: 'joe',
    number: 12,
    state: 'agreed',
    ...about,
  },
  span: { first: dayOf(2026, 3, 12), last: dayOf(2026, 3, 12) },
  isCancelled: false,
  revision: { count: 3, at: march(4, '11:00') },
  ...more,
});

const write = async (...entries: readonly CalendarEntry[]) =>
  [...(await writeCalendar(entries, { name: 'followup', discretion: 'open' }, VIEW))].join('');

const inPrivate = async (...entries: readonly CalendarEntry[]) =>
  [...(await writeCalendar(entries, { name: 'followup', discretion: { hides: CLIENTS } }, VIEW))].join('');

/** The lines of a calendar as they were before they were folded. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar file', () => {
  it('has a whole day as a date, whose end is the day after', async () => {
    const lines = linesOf(await write(entry()));
    expect(lines).toEqual(
      expect.arrayContaining(['DTSTART;VALUE=DATE:20260312', 'DTEND;VALUE=DATE:20260313']),
    );
  });

  it('has a time in UTC, and of a window both ends', async () => {
    const from = march(12, '14:00');
    const point = linesOf(await write(entry({}, { span: { from, to: from } })));
    expect(point).toContain('DTSTART:20260312T140000Z');
    expect(point.filter((line) => line.startsWith('DTEND'))).toEqual([]);
    const window = linesOf(await write(entry({}, { span: { from, to: march(12, '15:00') } })));
    expect(window).toEqual(expect.arrayContaining(['DTSTART:20260312T140000Z', 'DTEND:20260312T150000Z']));
  });

  it('takes what changes from the journal, and nothing from the clock', async () => {
    const lines = linesOf(await write(entry()));
    expect(lines).toEqual(
      expect.arrayContaining([
        'UID:it@followup',
        'SEQUENCE:3',
        'DTSTAMP:20260304T110000Z',
        'LAST-MODIFIED:20260304T110000Z',
        'STATUS:CONFIRMED',
      ]),
    );
    expect(await write(entry())).toBe(await write(entry()));
  });

  it('invites nobody, and takes up time only while I am away', async () => {
    const away = { uid: 'away', about: { what: 'away', note: 'skiing' } } as const;
    const text = await write(entry(), entry({}, away));
    expect(text).not.toMatch(/METHOD|ORGANIZER|ATTENDEE/);
    expect(linesOf(text).filter((line) => /^(?:SUMMARY|TRANSP|X-MICROSOFT-CDO-BUSY)/.test(line))).toEqual([
      'SUMMARY:Due: Report (Joe)',
      'TRANSP:TRANSPARENT',
      'X-MICROSOFT-CDO-BUSYSTATUS:FREE',
      'SUMMARY:Away: skiing',
      'TRANSP:OPAQUE',
      'X-MICROSOFT-CDO-BUSYSTATUS:OOF',
    ]);
  });

  it('rings when work begins on the day that something is due, and two hours before a time', async () => {
    const at = march(12, '14:00');
    const alarms = async (each: CalendarEntry) =>
      linesOf(await write(each)).filter((line) => line.startsWith('TRIGGER'));
    expect(await alarms(entry())).toEqual(['TRIGGER;RELATED=START:PT9H']);
    expect(await alarms(entry({}, { span: { from: at, to: at } }))).toEqual(['TRIGGER;RELATED=START:-PT2H']);
    expect(await alarms(entry({ what: 'target' }))).toEqual([]);
    expect(await alarms(entry({ state: 'done' }, { isCancelled: true }))).toEqual([]);
  });

  it('says what became of what is cancelled', async () => {
    const lines = linesOf(await write(entry({ state: 'dropped' }, { isCancelled: true })));
    expect(lines).toEqual(
      expect.arrayContaining(['STATUS:CANCELLED', 'SUMMARY:Due: Report (Joe)\\, dropped']),
    );
  });

  it('in private names no client, and leaves out a title that may name one', async () => {
    const summaries = async (...titles: readonly string[]) =>
      linesOf(await inPrivate(...titles.map((title) => entry({ title })))).filter((line) =>
        line.startsWith('SUMMARY'),
      );
    expect(await summaries('Report', "Joe's report", 'for Müller Söhne GmbH')).toEqual([
      'SUMMARY:Due: Report',
      'SUMMARY:Due: 12',
      'SUMMARY:Due: 12',
    ]);
  });

  it('cannot be broken out of by an identifier from elsewhere', async () => {
    const text = await write(entry({}, { uid: 'x\r\nATTENDEE:mailto:a@b' }));
    expect(linesOf(text)).toContain('UID:x%0D%0AATTENDEE%3Amailto%3Aa%40b@followup');
  });

  it('escapes what has a meaning in such a file', async () => {
    const lines = linesOf(await write(entry({ title: 'a; b, c \\n "d"' })));
    expect(lines).toContain('SUMMARY:Due: a\\; b\\, c \\\\n "d" (Joe)');
  });

  it('has no line of more than 75 bytes, and cuts no sign in two', async () => {
    const text = await write(entry({ title: '山田商店👩‍👩‍👧の見積もり'.repeat(40) }));
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
  });

  it.skipIf(!canRead)('is read back as it was written, whatever the titles are', async () => {
    const hostile = fc.constantFrom(
      'a\nEND:VEVENT\nBEGIN:VEVENT',
      'a\r\nb',
      'a; b, c: d "e"',
      '\u202egnp.exe',
      '\u001b[31mred',
      'ünï ÇØDÉ 山田 👩‍👩‍👧 ',
      'x'.repeat(300),
      '\ud800 half a sign',
    );
    const title = fc.oneof(hostile, fc.string({ unit: 'binary', minLength: 1, maxLength: 200 }));
    // The version of that reader in Debian 12 takes a backslash before an n for a line end, wherever it stands.
    const titles = fc.sample(title, { numRuns: 300, seed: 16 }).map((each) => each.replaceAll('\\', '/'));
    const uid = (index: number) => `entry-${index}`;
    const text = await write(...titles.map((each, index) => entry({ title: each }, { uid: uid(index) })));
    const { events, method, name } = readWithIcalendar(text);
    expect({ method, name }).toEqual({ method: 'None', name: 'followup' });
    expect(events).toEqual(
      titles.map((each, index) => ({
        uid: `${uid(index)}@followup`,
        summary: `Due: ${printable(each)} (Joe)`,
        start: '2026-03-12',
        end: '2026-03-13',
        status: 'CONFIRMED',
        sequence: 3,
        transparent: 'TRANSPARENT',
        alarms: 1,
      })),
    );
  });
});

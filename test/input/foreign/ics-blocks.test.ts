import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { cutCalendars } from '../../../src/input/foreign/ics-blocks.ts';

function cut(...lines: readonly string[]) {
  const blocks = cutCalendars(lines.join('\n'));
  if (blocks instanceof Refusal) throw blocks;
  return blocks;
}

describe('a calendar file is cut', () => {
  it('into calendars, their parts and the parts of those, each with its line', () => {
    const lines =
      'BEGIN:VCALENDAR,VERSION:2.0,BEGIN:VEVENT,UID:1,BEGIN:VALARM,ACTION:AUDIO,END:VALARM,SUMMARY:x,END:VEVENT,END:VCALENDAR,,begin:vcalendar,END:VCALENDAR';
    expect(cut(...lines.split(','))).toMatchObject([
      {
        line: 1,
        lines: [{ text: 'VERSION:2.0', line: 2 }],
        parts: [
          {
            name: 'VEVENT',
            line: 3,
            lines: [
              { text: 'UID:1', line: 4 },
              { text: 'SUMMARY:x', line: 8 },
            ],
            parts: [{ name: 'VALARM', line: 5 }],
          },
        ],
      },
      { line: 12, lines: [], parts: [] },
    ]);
  });

  it('with its lines unfolded', () => {
    const [calendar] = cut('BEGIN:VCALENDAR', 'X-A:one', '  two', '\tthree', '', 'X-B:four', 'END:VCALENDAR');
    expect(calendar?.lines).toEqual([
      { text: 'X-A:one twothree', line: 2 },
      { text: 'X-B:four', line: 6 },
    ]);
  });

  it.each([
    ['The VTODO that begins in line 2 does not end.', ['BEGIN:VCALENDAR', 'BEGIN:VTODO', 'UID:1']],
    [
      'The VTODO that begins in line 2 does not end before line 3.',
      ['BEGIN:VCALENDAR', 'BEGIN:VTODO', 'BEGIN:VCALENDAR'],
    ],
    [
      'line 3: it ends a VEVENT, but a VTODO began in line 2.',
      ['BEGIN:VCALENDAR', 'BEGIN:VTODO', 'END:VEVENT'],
    ],
    ['line 1: "Hello" stands outside of all calendars.', ['Hello', 'BEGIN:VCALENDAR']],
    [
      'line 3: "END:VCALENDAR" stands outside of all calendars.',
      ['BEGIN:VCALENDAR', 'END:VCALENDAR', 'END:VCALENDAR'],
    ],
    ['line 1: "BEGIN:VTODO" stands outside of all calendars.', ['BEGIN:VTODO', 'END:VTODO']],
    [
      'too many parts lie in each other',
      ['BEGIN:VCALENDAR', ...Array.from({ length: 12 }, () => 'BEGIN:VALARM')],
    ],
  ])('or refused with its line: %s', (message, lines) => {
    expect(cutCalendars(lines.join('\n'))).toMatchObject({
      code: 'calendar-broken',
      message: expect.stringContaining(message),
    });
  });
});

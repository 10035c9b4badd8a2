import { expect, it } from 'vitest';
import { recogniseFormat } from '../../../src/input/foreign/format.ts';

const CALENDAR = 'BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n';

it.each([CALENDAR, CALENDAR.toLowerCase(), `\r\n${CALENDAR}`])(
  'a calendar is known by its beginning: %j',
  (text) => {
    expect(recogniseFormat(text, 'invitation')).toBe('ics');
  },
);

it.each([
  ['contacts', 'BEGIN:VCARD\nFN:Ann\nEND:VCARD\n', 'ann.ics'],
  ['contacts', 'nothing to see', 'ann.vcf'],
  ['not-a-calendar', 'title,client\nReport,Joe\n', 'tasks.ics'],
  ['not-a-calendar', '<html>Sign in</html>', 'feed.ICS'],
])('what is none is refused: %s', (code, text, file) => {
  expect(recogniseFormat(text, file)).toMatchObject({ code });
});

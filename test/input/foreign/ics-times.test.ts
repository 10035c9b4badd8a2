import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { readIcs } from '../../../src/input/foreign/ics.ts';
import { readingAt } from '../../support/words.ts';

/** A zone that nobody else knows: 90 minutes ahead of UTC, in summer an hour more. */
const DESCRIBED = `BEGIN:VTIMEZONE
TZID:Our own
BEGIN:STANDARD
DTSTART:16011028T030000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
TZOFFSETFROM:+0230
TZOFFSETTO:+0130
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010325T020000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
TZOFFSETFROM:+0130
TZOFFSETTO:+0230
END:DAYLIGHT
END:VTIMEZONE
`;

/** When something at 14:00 in a zone is: its instant and the zone that is kept, or why it is rejected. */
async function noonIn(tzid: string, zones = '', day = '20260306'): Promise<string> {
  const text = `BEGIN:VCALENDAR\n${zones}BEGIN:VTODO\nUID:x\nSUMMARY:x\nDUE;TZID=${tzid}:${day}T140000\nEND:VTODO\nEND:VCALENDAR`;
  const file = await readIcs(text, readingAt('2026-03-02T08:30Z', 'Europe/Berlin'));
  if (file instanceof Refusal) throw file;
  const { at = '', zone = '' } = file.entries[0]?.item.due ?? {};
  return file.rejects[0]?.refusal.message ?? `${at.slice(0, 16)} ${zone}`;
}

describe('a clock time in a zone', () => {
  it.each([
    ['by its name', 'America/New_York', '2026-03-06T19:00 America/New_York'],
    ['by its present name', 'Asia/Kolkata', '2026-03-06T08:30 Asia/Kolkata'],
    ['by an older name', 'US/Eastern', '2026-03-06T19:00 America/New_York'],
    ['in quotes', '"Europe/Paris"', '2026-03-06T13:00 Europe/Paris'],
    ['by the end of a longer name', '/mozilla.org/20070129_1/Europe/Paris', '2026-03-06T13:00 Europe/Paris'],
    [
      'by the end of a longer name',
      '/x/America/Argentina/Ushuaia',
      '2026-03-06T17:00 America/Argentina/Ushuaia',
    ],
    ['as Windows calls it', 'W. Europe Standard Time', '2026-03-06T13:00 Europe/Berlin'],
    ['as Windows calls it', 'Pacific Standard Time (Mexico)', '2026-03-06T22:00 America/Tijuana'],
    ['as Microsoft calls UTC', '"tzone://Microsoft/Utc"', '2026-03-06T14:00 UTC'],
  ])('is found %s: %s', async (_how, tzid, expected) => {
    expect(await noonIn(tzid)).toBe(expected);
  });

  it('is found by the description in the file, in winter and in summer', async () => {
    expect(await noonIn('Our own', DESCRIBED)).toBe('2026-03-06T12:30 +01:30');
    expect(await noonIn('Our own', DESCRIBED, '20260706')).toBe('2026-07-06T11:30 +02:30');
  });

  it('is found by the place that the description names', async () => {
    const placed = DESCRIBED.replace('TZID:Our own\n', 'TZID:Our own\nX-LIC-LOCATION:Asia/Tokyo\n');
    expect(await noonIn('Our own', placed)).toBe('2026-03-06T05:00 Asia/Tokyo');
  });

  it('goes by the name where there are both', async () => {
    expect(await noonIn('Asia/Tokyo', DESCRIBED.replace('Our own', 'Asia/Tokyo'))).toBe(
      '2026-03-06T05:00 Asia/Tokyo',
    );
  });

  it.each([
    ['nobody knows the zone', ''],
    ['its description has no rules', 'BEGIN:VTIMEZONE\nTZID:Our own\nEND:VTIMEZONE\n'],
    ['its description has no offset', DESCRIBED.replaceAll(/TZOFFSETTO.*\n/g, '')],
    ['its description never ends', DESCRIBED.replaceAll('FREQ=YEARLY;', 'FREQ=SECONDLY;')],
    ['its description is broken', DESCRIBED.replace('DTSTART:1601', 'DTSTART 1601')],
  ])('is not guessed if %s', async (_why, zones) => {
    expect(await noonIn('Our own', zones)).toBe(
      'It is in the zone "Our own", which is not known, and the file does not describe it.',
    );
  });
});

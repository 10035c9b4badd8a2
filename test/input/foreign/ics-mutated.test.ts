import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/base/refusal.ts';
import { isInstant } from '../../../src/domain/time/moment.ts';
import { readIcs } from '../../../src/input/foreign/ics.ts';
import { APPLE_REMINDERS, NEXTCLOUD_TASKS, OUTLOOK } from '../../support/foreign-calendars.ts';
import { anyReading } from '../../support/words.ts';

/** What may stand in place of any value. */
const VALUES = [
  '',
  ':',
  '"',
  '99991231T235959Z',
  '00010101',
  '99999999T999999',
  'P1000000W',
  '-PT1S',
  'PT',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=-1',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=MONTHLY;BYDAY=5MO;BYMONTHDAY=1',
  'FREQ=YEARLY;BYWEEKNO=54;BYDAY=MO',
  'FREQ=YEARLY;BYMONTH=13',
  'FREQ=HOURLY;UNTIL=19000101',
  'FREQ=DAILY;COUNT=0',
  'FREQ=YEARLY;BYDAY=1MO;BYMONTHDAY=15',
  '__proto__',
  'Mars/Olympus',
  '+9999',
];

/** A calendar in which values of some lines were changed, and lines taken out or doubled. */
const anyMutation = fc
  .tuple(
    fc.constantFrom(APPLE_REMINDERS, NEXTCLOUD_TASKS, OUTLOOK),
    fc.array(
      fc.tuple(fc.nat(), fc.constantFrom('value', 'parameter', 'out', 'twice'), fc.constantFrom(...VALUES)),
      {
        minLength: 1,
        maxLength: 8,
      },
    ),
  )
  .map(([text, changes]) => {
    const lines = text.split(/\r?\n/);
    for (const [at, how, value] of changes) {
      const index = at % lines.length;
      const line = lines[index] ?? '';
      if (/^(?:BEGIN|END):/.test(line) && at % 5 > 0) continue;
      if (how === 'out') lines.splice(index, 1);
      else if (how === 'twice') lines.splice(index, 0, line);
      else if (how === 'value') lines[index] = line.replace(/:.*$/, `:${value}`);
      else lines[index] = line.replace(/=[^;:]*/, `=${value}`);
    }
    return lines.join('\r\n');
  });

it('a calendar with anything in it is read or refused, and comes to an end', async () => {
  await fc.assert(
    fc.asyncProperty(anyMutation, anyReading, async (text, reading) => {
      const file = await readIcs(text, reading).catch((error: unknown) => {
        if (error instanceof Refusal) return error;
        throw error;
      });
      if (file instanceof Refusal) return;
      for (const { item } of file.entries) {
        expect(item.source).toMatch(/^ics:./);
        for (const at of [item.due?.at, item.end?.at, item.enteredAt]) {
          if (at !== undefined) expect(isInstant(at), at).toBe(true);
        }
      }
    }),
    { numRuns: Number(process.env.CALENDARS ?? 500) },
  );
});

import { describe, expect, it } from 'vitest';
import { sinceLastReport } from '../../../src/domain/report/last-report.ts';
import type { ReportMade } from '../../../src/domain/streams/events.ts';
import { localDay, startOfDay } from '../../../src/domain/time/calendar.ts';
import { CALENDAR } from '../../support/situation.ts';

const made = (at: string, asOf?: string): ReportMade => ({
  type: 'ReportMade',
  at,
  ...(asOf !== undefined && { asOf }),
});
const dayOf = (at: string) => localDay(CALENDAR, at);
const NOW = '2026-03-06T15:00:00.000Z';
const since = (reports: readonly ReportMade[], shown = dayOf(NOW)) =>
  sinceLastReport(reports, shown, CALENDAR, NOW);

describe('since the last report', () => {
  it('begins when it was made', () => {
    const at = '2026-03-02T15:00:00.000Z';
    expect(since([made(at)])).toBe(at);
  });
  it('is nothing where there was none before today', () => {
    expect(since([])).toBeNull();
    expect(since([made('2026-03-06T08:00:00.000Z')])).toBeNull();
  });
  it('is the latest of several, in whatever order they were recorded', () => {
    const [early, late] = ['2026-02-20T12:00:00.000Z', '2026-03-02T12:00:00.000Z'];
    expect(since([made(early), made(late)])).toBe(late);
    expect(since([made(late), made(early)])).toBe(late);
  });
  it('begins after the day that the report was about, if that was an earlier one', () => {
    expect(since([made('2026-03-02T12:00:00.000Z', '2026-02-27')])).toBe(
      startOfDay(CALENDAR, dayOf('2026-02-27T12:00:00.000Z') + 1),
    );
  });
  it('is one about an earlier day than that which is shown', () => {
    const [early, late] = ['2026-02-20T12:00:00.000Z', '2026-03-02T12:00:00.000Z'];
    expect(since([made(early), made(late)], dayOf('2026-02-27T12:00:00.000Z'))).toBe(early);
  });
});

import { Refusal } from '../../domain/base/refusal.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { sayMoment } from '../../domain/time/wording.ts';
import { localIsoEdges } from '../local-iso.ts';
import { printableJson } from '../printable.ts';
import { sayHoursOfWork } from '../words/amount.ts';
import { sayDuration } from '../words/duration.ts';
import type { Understood } from '../words/phrase.ts';

/** A phrase as one line of JSON. */
export function phraseJsonLine(understood: Understood, calendar: WorkCalendar): string {
  return printableJson(phraseJson(understood, calendar));
}

/** A phrase as programs see it. */
export function phraseJson({ phrase, value, seconds }: Understood, calendar: WorkCalendar): object {
  if (value instanceof Refusal) return { phrase, error: value.message };
  if ('rrule' in value) return { phrase, kind: 'cadence', rrule: value.rrule, text: value.text };
  if ('at' in value) {
    const text = sayMoment(value, calendar);
    const [at, until] = localIsoEdges(value, calendar);
    return { phrase, kind: 'date', at, ...(until && { until }), grain: value.grain, text };
  }
  if ('hours' in value) return { phrase, kind: 'effort', ...value, text: sayHoursOfWork(value) };
  return { phrase, kind: 'duration', ...(seconds != null && { seconds }), text: sayDuration(value) };
}

import { Refusal } from '../../domain/base/refusal.ts';
import type { WorkCalendar } from '../../domain/time/calendar.ts';
import { localIsoEdges } from '../local-iso.ts';
import { sayHoursOfWork } from '../words/amount.ts';
import { sayDuration } from '../words/duration.ts';
import type { Understood } from '../words/phrase.ts';

/** A phrase as fields: its kind and what it means, or why it was not understood. */
export function plainPhrase(understood: Understood, calendar: WorkCalendar): string[] {
  const { phrase, value } = understood;
  if (value instanceof Refusal) return [phrase, 'error', value.message];
  if ('rrule' in value) return [phrase, 'cadence', value.rrule];
  if ('hours' in value) return [phrase, 'effort', sayHoursOfWork(value)];
  return 'at' in value
    ? [phrase, 'date', ...localIsoEdges(value, calendar)]
    : [phrase, 'duration', sayDuration(value)];
}

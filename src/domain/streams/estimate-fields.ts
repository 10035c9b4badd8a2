import type { Estimate, HoursRange } from './events.ts';

/** An estimate as events hold it: in fields beside others. */
export interface EstimateFields {
  readonly estimateHours?: number | undefined;
  readonly estimateRange?: HoursRange | undefined;
  readonly estimateText?: string | undefined;
}

/** The same where an estimate can be removed, by null. */
export type EstimateChange = { readonly [Field in keyof EstimateFields]: EstimateFields[Field] | null };

/** The fields of an estimate; without one they are undefined. */
export function estimateFields(estimate: Estimate | undefined): EstimateFields {
  return {
    estimateHours: estimate?.hours,
    estimateRange: estimate?.range,
    estimateText: estimate?.text,
  };
}

/** The estimate in such fields; null if there is none. */
export function estimateIn({
  estimateHours: hours,
  estimateRange: range,
  estimateText: text,
}: EstimateChange): Estimate | null {
  return hours == null ? null : { hours, ...(range && { range }), ...(text && { text }) };
}

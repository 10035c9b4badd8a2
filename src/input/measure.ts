import { Refusal } from '../domain/base/refusal.ts';
import type { Side } from '../domain/streams/complaint-events.ts';
import type { Moment } from '../domain/time/moment.ts';
import type { DateContext } from './dates.ts';
import { cutClosingDate } from './title.ts';

/** Something that would be done: what, by whom and by when, as far as the words say it. */
export interface MeasureWords {
  readonly text: string;
  readonly side?: Side;
  readonly due?: Moment;
}

/** The words before a colon that say whose part it is. */
const SIDES: readonly (readonly [Side, RegExp])[] = [
  ['ours', /^(?:ours|we|us|mine|me|i)\s*:\s*/i],
  ['theirs', /^(?:theirs|they|them|you|client)\s*:\s*/i],
];

/** Reads "ours: a new export by 12 mar". The side and the date may be left out; the rest is the text as typed. */
export async function readMeasure(words: string, context: DateContext): Promise<MeasureWords | Refusal> {
  const [side, prefix] = SIDES.find(([, expression]) => expression.test(words)) ?? [];
  const closing = await cutClosingDate(prefix ? words.replace(prefix, '') : words, context);
  if (closing instanceof Refusal) return closing;
  // "a new export, by friday" ends before the comma.
  const text = closing.rest.replace(/[\s,;]+$/u, '');
  return { text, ...(side && { side }), ...(closing.date && { due: closing.date }) };
}

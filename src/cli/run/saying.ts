import type { Saying } from '../../domain/decisions/decision.ts';
import type { Channel } from '../../domain/streams/channel.ts';
import type { DateContext } from '../../input/dates.ts';
import type { DatePhrase } from './arguments/date-phrase.ts';

/** Reads when and how it was said; the time defaults to now. Throws a Refusal. */
export async function readSaying(
  { at, via }: { readonly at?: DatePhrase | undefined; readonly via?: Channel | undefined },
  dates: DateContext,
): Promise<Saying> {
  return { at: (await at?.read(dates, 'back'))?.at ?? dates.now, via };
}

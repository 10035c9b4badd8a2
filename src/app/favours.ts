import { countFavours, type Favours, favoursSince } from '../domain/agenda/favours.ts';
import { readGivenTo } from '../store/queries.ts';
import type { Context } from './context.ts';

/** What a client was given free lately. */
export function readFavours({ db, now }: Pick<Context, 'db' | 'now'>, client: string): Favours {
  const since = favoursSince(now);
  return countFavours(readGivenTo(db, client, since), (at) => at >= since);
}

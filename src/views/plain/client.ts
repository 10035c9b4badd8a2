import type { Brief, ClientSummary } from '../../domain/agenda/brief.ts';
import { ballOf } from '../../domain/streams/commitment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';

/** A client as fields, with how many commitments are open and whose move they are. */
export function plainClient({ client, moves, lastWordAt }: ClientSummary, view: ViewContext): string[] {
  return [
    client.name,
    ...[moves.me + moves.them, moves.me, moves.them].map(String),
    lastWordAt === null ? '' : toLocalIso(lastWordAt, view.calendar),
  ];
}

/** The same for a client whose brief was read. */
export function plainBrief({ client, lastWordAt, open }: Brief, view: ViewContext): string[] {
  const count = (ball: 'me' | 'them') => open.filter((commitment) => ballOf(commitment) === ball).length;
  return plainClient({ client, lastWordAt, moves: { me: count('me'), them: count('them') } }, view);
}

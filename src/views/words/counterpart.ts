import type { Commitment } from '../../domain/streams/commitment.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** For whom, to whom or from whom a commitment is. Safe to print; empty if nobody is named. */
export function sayCounterpart(commitment: Commitment, view: ViewContext): string {
  const client = nameOf(commitment.client, view);
  const who = nameOf(commitment.who, view);
  switch (commitment.kind) {
    case 'promise':
      return `to ${client === null ? 'yourself' : printable(client)}`;
    case 'reply':
      return client ? `to ${printable(client)}` : '';
    case 'awaiting': {
      const { person } = commitment;
      const from = person === null ? printable(who ?? '') : `${printable(person)} (${printable(who ?? '')})`;
      const forClient = commitment.client !== commitment.who && client ? `, for ${printable(client)}` : '';
      return `from ${from}${forClient}`;
    }
    case 'request':
    case 'complaint':
      return client ? `for ${printable(client)}` : '';
  }
}

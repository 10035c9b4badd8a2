import type { Commitment } from '../../domain/streams/commitment.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** For whom, to whom or from whom it is, by kind. Safe to print; empty when nobody is named. */
export function sayCounterpart(commitment: Commitment, view: ViewContext): string {
  const client = nameOf(commitment.client, view);
  const who = nameOf(commitment.who, view);
  switch (commitment.kind) {
    case 'promise':
      return `to ${client === null ? 'yourself' : printable(client)}`;
    case 'reply':
      return client ? `to ${printable(client)}` : '';
    case 'awaiting': {
      const matter = commitment.client !== commitment.who && client ? `, for ${printable(client)}` : '';
      return `from ${printable(who ?? '')}${matter}`;
    }
    case 'request':
    case 'complaint':
      return client ? `for ${printable(client)}` : '';
  }
}

import type { Channel } from '../../domain/streams/channel.ts';

// The clauses that the sentences of all stories share.

/** How it was said: " by phone"; nothing if that is not known. */
export function by(via: Channel | undefined): string {
  switch (via) {
    case undefined:
    case 'other':
      return '';
    case 'meeting':
      return ' in a meeting';
    default:
      return ` by ${via}`;
  }
}

/** Why: ", because: the audit"; nothing if no reason was given. */
export function because(reason: string | undefined): string {
  return reason ? `, because: ${reason}` : '';
}

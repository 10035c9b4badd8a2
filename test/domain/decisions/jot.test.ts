import { describe, it } from 'vitest';
import { decideRemember } from '../../../src/domain/decisions/jot.ts';
import type { ClientEvent } from '../../../src/domain/streams/events.ts';
import { given, mentioned } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('what is known about a client', () => {
  const on = (stream: string, event: object) => ({ stream, event: { ...event, at: NOW } as ClientEvent });

  it('can be remembered about somebody mentioned for the first time', () => {
    given()
      .when(decideRemember, { client: mentioned('Mark'), text: 'drives a van' })
      .records(
        on('client new1', { type: 'ClientAdded', name: 'Mark' }),
        on('client new1', { type: 'FactRemembered', text: 'drives a van' }),
      );
  });
});

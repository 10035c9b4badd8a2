import { describe, it } from 'vitest';
import { decideAgreedInTalk, decideRemember } from '../../../src/domain/decisions/jot.ts';
import type { ClientEvent } from '../../../src/domain/streams/events.ts';
import { agreed, asked, given, mentioned } from '../../support/given.ts';
import { date, NOW } from '../../support/situation.ts';

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

describe('a date agreed in a conversation', () => {
  const settled = { date: date(10), inWriting: false };

  it('is that of a commitment of the client it was with', () => {
    given(asked())
      .when(decideAgreedInTalk, { ...settled, client: mentioned('joe') })
      .leaves({ state: 'agreed', due: date(10) });
  });
  it('and of no other client', () => {
    given(asked(), agreed(date(9)))
      .when(decideAgreedInTalk, { ...settled, client: mentioned('Acme Corp') })
      .isRefused('about-another-client', 'followup list --client');
  });
});

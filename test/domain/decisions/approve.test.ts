import { describe, it } from 'vitest';
import { decideApprove } from '../../../src/domain/decisions/approve.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import {
  agreed,
  approvedPrice,
  asked,
  dropped,
  finished,
  given,
  givenFree,
  offered,
  priced,
  promised,
  someTarget,
} from '../../support/given.ts';
import { clientsNamed, date, march, NOW } from '../../support/situation.ts';

const yes = { who: 'Dana', inWriting: false, choices: [] };
const people = [{ name: 'Dana Reyes', email: 'dana@joe.com' }];
const JOE = { ...clientsNamed('Joe')[0], people } as Client;

describe('approve a price', () => {
  const extra = asked({ scope: 'out', estimateHours: 3 });

  it('keeps who said yes', () => {
    given(extra, priced())
      .when(decideApprove, { ...yes, who: 'Dana \u2014 the CFO' })
      .records({ type: 'PriceApproved', by: 'Dana \u2014 the CFO', inWriting: false, at: NOW });
  });
  it('knows the people of the client by a part of their name', () => {
    given(extra, priced())
      .when(decideApprove, yes, { clients: [JOE] })
      .records({ type: 'PriceApproved', by: 'Dana Reyes', inWriting: false, at: NOW });
  });
  it('is in writing if it says so, or came by email', () => {
    given(extra, priced())
      .when(decideApprove, { ...yes, via: 'email' })
      .leaves({ approval: { by: 'Dana', at: NOW, inWriting: true } });
  });
  it('agrees the date that the price named', () => {
    given(extra, priced({ date: date(12) }))
      .when(decideApprove, { ...yes, inWriting: true })
      .records(
        { type: 'PriceApproved', by: 'Dana', inWriting: true, at: NOW },
        { type: 'DateAgreed', date: date(12), target: someTarget, inWriting: true, at: NOW },
      );
  });
  it('of the date that is agreed already puts that in writing', () => {
    given(extra, agreed(date(12)), priced({ date: date(12) }))
      .when(decideApprove, { ...yes, via: 'email' })
      .records(
        { type: 'PriceApproved', by: 'Dana', inWriting: true, at: NOW, via: 'email' },
        { type: 'PutInWriting', at: NOW, via: 'email' },
      );
  });
  it('agrees no date that has passed, is agreed already, or was never asked for because it is delivered', () => {
    const approved = { type: 'PriceApproved', by: 'Dana', inWriting: false, at: NOW } as const;
    given(extra, priced({ date: date(4) }))
      .when(decideApprove, yes)
      .records(approved);
    given(extra, priced({ date: date(12) }), agreed(date(12)))
      .when(decideApprove, yes)
      .records(approved);
    given(extra, priced({ date: date(12) }), finished('Delivered'))
      .when(decideApprove, yes)
      .records(approved);
  });
  it('needs a name, and not mine', () => {
    given(extra, priced())
      .when(decideApprove, { ...yes, who: '' })
      .isRefused('person-missing', 'approve 1 WHO');
    given(extra, priced())
      .when(decideApprove, { ...yes, who: 'me' })
      .isRefused('person-missing', 'approve 1 WHO');
  });
  it('needs a price that waits for it', () => {
    given(extra).when(decideApprove, yes).isRefused('nothing-offered', 'price 1 AMOUNT');
    given(extra, priced(), approvedPrice())
      .when(decideApprove, yes)
      .isRefused('nothing-offered', 'price 1 AMOUNT');
    given(extra, givenFree()).when(decideApprove, yes).isRefused('nothing-offered', 'price 1 AMOUNT');
    given(asked(), offered(date(12)))
      .when(decideApprove, yes)
      .isRefused('nothing-offered', 'agree 1');
    given(asked(), agreed(date(12)))
      .when(decideApprove, yes)
      .isRefused('nothing-offered', 'edit 1 --scope out');
    given(promised()).when(decideApprove, yes).isRefused('transition-not-allowed', 'show 1');
    given(extra, priced(), dropped())
      .when(decideApprove, yes)
      .isRefused('transition-not-allowed', 'reopen 1');
  });
  it('of what is part of what was agreed after all has no price to say yes to', () => {
    given(extra, priced(), { type: 'DetailsChanged', scope: 'in', at: NOW })
      .when(decideApprove, yes)
      .isRefused('nothing-offered', 'edit 1 --scope out');
  });
  it('cannot come before the price', () => {
    given(extra, priced({ at: march(4, '09:00') }))
      .when(decideApprove, { ...yes, at: march(4, '08:00') })
      .isRefused('before-request', '--at');
  });
  it('has no remedies to choose from', () => {
    given(extra, priced())
      .when(decideApprove, { ...yes, choices: [1] })
      .isRefused('choice-unknown', 'show 1');
  });
});

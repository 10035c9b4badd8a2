import { describe, expect, it } from 'vitest';
import { decideApprove } from '../../../src/domain/decisions/approve.ts';
import type { Client } from '../../../src/domain/streams/client.ts';
import {
  commitment,
  complained,
  given,
  onNew,
  preventionProposed,
  remedyProposed,
  resolutionApproved,
  resolutionOffered,
  resolutionRejected,
} from '../../support/given.ts';
import { clientsNamed, date, march, NOW } from '../../support/situation.ts';

const yes = { who: 'Dana Lee', inWriting: false, choices: [] };
const worked = [complained(), remedyProposed(), preventionProposed(), resolutionOffered()];

describe('the yes to a resolution', () => {
  it('opens what was approved: a promise of ours, and something of theirs to wait for', () => {
    given(...worked)
      .when(decideApprove, { ...yes, via: 'email' })
      .records(
        {
          type: 'ResolutionApproved',
          by: 'Dana Lee',
          at: NOW,
          inWriting: true,
          measures: ['export', 'test-file'],
          via: 'email',
        },
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: {
            type: 'PromiseMade',
            title: 'a new export',
            client: 'joe',
            due: date(12),
            belongsTo: { complaint: 'it', as: 'remedy', measure: 'export' },
            at: NOW,
            via: 'email',
          },
        },
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 11 } },
        {
          stream: onNew('new2'),
          event: {
            type: 'PromiseAwaited',
            who: 'joe',
            title: 'a test file each month',
            client: 'joe',
            due: date(13),
            belongsTo: { complaint: 'it', as: 'prevention', measure: 'test-file' },
            at: NOW,
            via: 'email',
          },
        },
      );
  });
  it('opens nothing for what does not say whose it is and by when', () => {
    const { side: _side, ...unclear } = remedyProposed() as unknown as { readonly side: string };
    given(complained(), unclear as never, resolutionOffered())
      .when(decideApprove, yes)
      .records({
        type: 'ResolutionApproved',
        by: 'Dana Lee',
        at: NOW,
        inWriting: false,
        measures: ['export'],
      });
  });
  it('opens nothing of a loop that they refused', () => {
    given(...worked, resolutionRejected(), resolutionOffered({ at: march(3, '12:00') }))
      .when(decideApprove, yes)
      .records({ type: 'ResolutionApproved', by: 'Dana Lee', at: NOW, inWriting: false, measures: [] });
  });
  it('opens nothing twice that was approved before', () => {
    const first = resolutionApproved({ measures: ['export', 'test-file'] });
    const more = remedyProposed({ id: 'visit', text: 'a visit', at: march(3, '15:00'), due: date(16) });
    given(...worked, first, more, resolutionOffered({ at: march(3, '16:00') }))
      .when(decideApprove, yes)
      .leaves({ state: 'agreed' });
    const state = commitment(...worked, first, more, resolutionOffered({ at: march(3, '16:00') }));
    expect(state).toMatchObject({ state: 'offered', approval: null });
  });
  it('may be to one of several remedies', () => {
    const other = remedyProposed({ id: 'visit', text: 'a visit', due: date(11) });
    given(complained(), remedyProposed(), other, preventionProposed(), resolutionOffered())
      .when(decideApprove, { ...yes, choices: [2] })
      .leaves({
        complaint: expect.objectContaining({
          parts: [
            expect.objectContaining({ id: 'export', standing: 'not-chosen' }),
            expect.objectContaining({ id: 'visit', standing: 'approved' }),
            expect.objectContaining({ id: 'test-file', standing: 'approved' }),
          ],
        }),
      });
    given(complained(), remedyProposed(), other, resolutionOffered())
      .when(decideApprove, { ...yes, choices: [3] })
      .isRefused('choice-unknown', 'show 1');
  });
  it('is that of a named person, who is known by a part of the name', () => {
    const [joe] = clientsNamed('Joe') as [Client];
    const clients = [{ ...joe, people: [{ name: 'Dana Lee', email: 'dana@joe.example' }] }];
    given(...worked)
      .when(decideApprove, { ...yes, who: 'dana' }, { clients })
      .leaves({ approval: { by: 'Dana Lee', at: NOW, inWriting: false } });
    given(...worked)
      .when(decideApprove, { ...yes, who: '' })
      .isRefused('person-missing');
    for (const who of ['me', 'I', 'you', 'They']) {
      given(...worked)
        .when(decideApprove, { ...yes, who })
        .isRefused('person-missing');
    }
  });
  it('comes after it was put to them', () => {
    given(...worked)
      .when(decideApprove, { ...yes, at: march(3, '09:59') })
      .isRefused('before-request', '--at');
  });
  it('needs something that was put to them', () => {
    given(complained(), remedyProposed()).when(decideApprove, yes).isRefused('nothing-offered', 'offer 1');
  });
});

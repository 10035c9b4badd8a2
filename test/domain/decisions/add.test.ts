import { describe, expect, it } from 'vitest';
import { decideAdd } from '../../../src/domain/decisions/add.ts';
import {
  asked,
  awaited,
  given,
  mentioned,
  onNew,
  promised,
  someTarget,
  tomorrow,
  yesterday,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

const add = { title: 'Report', inWriting: false, scope: 'in' } as const;

describe('add records what they asked for', () => {
  it('without a date it is asked', () => {
    given()
      .when(decideAdd, { ...add, client: mentioned('joe') })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: { type: 'RequestRecorded', title: 'Report', client: 'joe', scope: 'in', at: NOW },
        },
      );
  });
  it('with a settled date it is agreed at once: two facts of one operation', () => {
    given()
      .when(decideAdd, { ...add, agreed: tomorrow, inWriting: true })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: { type: 'RequestRecorded', title: 'Report', scope: 'in', at: NOW },
        },
        {
          stream: onNew('new1'),
          event: { type: 'DateAgreed', date: tomorrow, target: someTarget, inWriting: true, at: NOW },
        },
      );
  });
  it('an unknown client is created', () => {
    given()
      .when(decideAdd, { ...add, client: mentioned('Globex') })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Globex', at: NOW } },
        { stream: onNew('new2'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new2'),
          event: { type: 'RequestRecorded', title: 'Report', client: 'new1', scope: 'in', at: NOW },
        },
      );
  });
  it('every detail is kept as given', () => {
    const details = {
      wantedBy: tomorrow,
      because: 'board meeting',
      estimateHours: 3,
      project: 'site',
      cadence: { rrule: 'FREQ=DAILY', text: 'daily' },
      scope: 'out',
      via: 'phone',
      at: march(4, '16:00'),
    } as const;
    given()
      .when(decideAdd, { ...add, ...details })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        { stream: onNew('new1'), event: { type: 'RequestRecorded', title: 'Report', ...details } },
      );
  });
  it('a wish or a settled date in the past is refused', () => {
    given()
      .when(decideAdd, { ...add, wantedBy: yesterday })
      .isRefused('date-past', '--asked');
    given()
      .when(decideAdd, { ...add, agreed: yesterday })
      .isRefused('date-past');
  });
  it('a wish that has passed since they asked is accepted', () => {
    given()
      .when(decideAdd, { ...add, wantedBy: yesterday, at: march(2, '10:00') })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: {
            type: 'RequestRecorded',
            title: 'Report',
            scope: 'in',
            wantedBy: yesterday,
            at: march(2, '10:00'),
          },
        },
      );
  });
  it('a wish before the request is refused', () => {
    given()
      .when(decideAdd, { ...add, wantedBy: date(2), at: march(3, '10:00') })
      .isRefused('date-before-request');
  });

  it('what makes the work right is kept with it', () => {
    given()
      .when(decideAdd, { ...add, rightWhen: 'the totals match' })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: expect.objectContaining({ rightWhen: 'the totals match' }),
        },
      );
  });
});

describe('extra work', () => {
  const extra = { ...add, title: 'A second language' };
  it('is out of scope, and for the client of the job', () => {
    given(asked())
      .when(decideAdd, extra)
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: {
            type: 'RequestRecorded',
            title: 'A second language',
            client: 'joe',
            scope: 'out',
            extraTo: 'it',
            at: NOW,
          },
        },
      );
  });
  it('may name that client, but no other', () => {
    given(asked())
      .when(decideAdd, { ...extra, client: mentioned('acme corp') })
      .isRefused('about-another-client', '--extra-to');
    given(promised())
      .when(decideAdd, { ...extra, client: mentioned('joe') })
      .leaves({ state: 'agreed' });
  });
  it('is no more of what they owe', () => {
    given(awaited()).when(decideAdd, extra).isRefused('not-a-job', 'show 1');
  });
});

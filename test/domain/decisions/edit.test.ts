import { describe, it } from 'vitest';
import { decideEdit } from '../../../src/domain/decisions/edit.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  dropped,
  finished,
  given,
  mentioned,
  moved,
  offered,
  promised,
  snoozed,
  someTarget,
  yesterday,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

describe('edit', () => {
  it('needs something to change', () => {
    given(asked()).when(decideEdit, {}).isRefused('nothing-to-edit', 'followup edit 1 --title');
  });
  it('changes what was named, removes what is null, and leaves the rest', () => {
    given(asked({ estimateHours: 3, project: 'site', wantedBy: date(9) }))
      .when(decideEdit, { title: 'Annual report', project: null, scope: 'out' })
      .leaves({
        title: 'Annual report',
        project: null,
        scope: 'out',
        estimate: { hours: 3 },
        wantedBy: date(9),
        client: 'joe',
      });
  });
  it('to an unknown client creates it', () => {
    given(asked())
      .when(decideEdit, { client: mentioned('Globex') })
      .records(
        { stream: 'client new1', event: { type: 'ClientAdded', name: 'Globex', at: NOW } },
        { type: 'DetailsChanged', client: 'new1', at: NOW },
      );
  });
  it('to a client of nearly that name is refused', () => {
    given(asked())
      .when(decideEdit, { client: mentioned('Amce Corp') })
      .isRefused('client-near-miss');
  });
  it('to a wish in the past is refused', () => {
    given(asked()).when(decideEdit, { wantedBy: yesterday }).isRefused('date-past');
  });
  it('a wish does not move a date that stands', () => {
    given(asked(), agreed(date(6)))
      .when(decideEdit, { wantedBy: date(9) })
      .isRefused('date-not-a-detail', 'followup move 1');
    given(asked())
      .when(decideEdit, { wantedBy: date(9) })
      .leaves({ wantedBy: date(9) });
  });
});

describe('a new estimate', () => {
  const estimate = { estimateHours: 40 };

  it('moves the target of a date that was settled', () => {
    const before = [asked({ estimateHours: 2 }), agreed(date(13), { target: date(12) })];
    given(...before)
      .when(decideEdit, estimate)
      .leaves({ estimate: { hours: 40 }, due: date(13), target: someTarget });
    given(...before)
      .when(decideEdit, { title: 'Report, by region' })
      .leaves({ target: date(12) });
  });
  it('voids the target of an offer, so that agreeing computes a new one', () => {
    const before = [asked({ estimateHours: 2 }), offered(date(13), { target: date(6) })];
    given(...before)
      .when(decideEdit, estimate)
      .leaves({ offer: { date: date(13), madeAt: march(3, '10:00'), target: null } });
  });
});

describe('a date that was typed wrong', () => {
  const because = 'mistyped';

  it('is replaced where it was agreed, with a target of its own, and nobody moved it', () => {
    const before = [asked({ estimateHours: 2 }), agreed(date(9), { target: date(6) }), snoozed(date(7))];
    given(...before)
      .when(decideEdit, { due: date(13), because })
      .records({
        type: 'DetailsChanged',
        due: { date: date(13), was: date(9), target: someTarget },
        because,
        at: NOW,
      });
    given(...before)
      .when(decideEdit, { due: date(13), because })
      .leaves({
        due: date(13),
        target: someTarget,
        agreement: { at: march(4, '10:00'), inWriting: false },
        moves: 0,
        missed: 0,
        snooze: null,
        lastWordAt: march(4, '10:00'),
      });
  });
  it('is replaced where it was offered, and keeps waiting', () => {
    given(asked({ estimateHours: 2 }), offered(date(9)))
      .when(decideEdit, { offered: date(13), because })
      .leaves({ state: 'offered', offer: { date: date(13), madeAt: march(3, '10:00'), target: someTarget } });
    given(asked(), agreed(date(9)), offered(date(12)))
      .when(decideEdit, { offered: date(13), because })
      .leaves({ due: date(9), offer: { date: date(13), madeAt: march(3, '10:00'), target: someTarget } });
  });
  it('may have passed', () => {
    given(promised({ due: date(9) }))
      .when(decideEdit, { due: date(3), because })
      .leaves({ due: date(3) });
  });
  it('counts as missed by the day that was right', () => {
    const movedLater = (was: number, day: number) =>
      given(
        promised({ due: date(was) }),
        { type: 'DetailsChanged', due: { date: date(day), was: date(was) }, because, at: march(4) },
        moved(date(12), { at: NOW }),
      ).when(decideEdit, { title: 'x' });
    movedLater(3, 6).leaves({ moves: 1, missed: 0 });
    movedLater(6, 3).leaves({ moves: 1, missed: 1 });
  });
  it('can be that of a move, of theirs, and of what is finished', () => {
    given(asked(), agreed(date(6)), moved(date(9)))
      .when(decideEdit, { due: date(10), because })
      .leaves({ due: date(10), moves: 1, missed: 0 });
    given(awaited())
      .when(decideEdit, { due: date(10), because })
      .leaves({ due: date(10) });
    given(promised(), finished('PromiseKept'))
      .when(decideEdit, { due: date(10), because })
      .leaves({ due: date(10), state: 'done' });
  });
  it('changes nothing where it is what stands there', () => {
    given(promised())
      .when(decideEdit, { due: date(9), because })
      .records();
  });
  it('goes with other details', () => {
    given(asked({ estimateHours: 2 }), agreed(date(9)))
      .when(decideEdit, { due: date(13), estimateHours: 40, title: 'x', because })
      .leaves({ due: date(13), estimate: { hours: 40 }, title: 'x' });
  });
  it('needs a reason', () => {
    given(promised())
      .when(decideEdit, { due: date(10) })
      .isRefused('reason-missing', 'followup edit 1 --due DATE --because WHY');
    given(asked(), offered(date(9)))
      .when(decideEdit, { offered: date(10), because: '' })
      .isRefused('reason-missing', 'followup edit 1 --offered DATE --because WHY');
    given(promised()).when(decideEdit, { because }).isRefused('nothing-to-edit', 'followup edit 1 --title');
  });
  it('has to lie after the request', () => {
    given(promised())
      .when(decideEdit, { due: date(1), because })
      .isRefused('date-before-request');
  });
  it.each([
    ['due', [asked()], 'followup agree 1 DATE'],
    ['due', [asked(), offered(date(9))], 'followup edit 1 --offered DATE'],
    ['due', [asked(), dropped()], 'followup reopen 1'],
    ['offered', [asked()], 'followup offer 1 DATE'],
    ['offered', [asked(), agreed(date(9))], 'followup edit 1 --due DATE'],
    ['offered', [asked(), offered(date(9)), dropped()], 'followup reopen 1'],
  ] as const)('has to be there: %s of %j', (field, events, hint) => {
    given(...events)
      .when(decideEdit, { [field]: date(10), because })
      .isRefused(field === 'due' ? 'nothing-agreed' : 'nothing-offered', hint);
  });
});

describe('the scope', () => {
  const job = { ...commitment(asked()), uid: 'job', number: 7 };
  const withJob = (found = job) => ({ commitmentWith: () => found });

  it('out is what extra work to a job is', () => {
    given(asked())
      .when(decideEdit, { extraTo: 'job' }, withJob())
      .records({ type: 'DetailsChanged', scope: 'out', extraTo: 'job', at: NOW });
  });
  it('in ends that it is extra to one', () => {
    given(asked({ scope: 'out', extraTo: 'job' }))
      .when(decideEdit, { scope: 'in' })
      .records({ type: 'DetailsChanged', scope: 'in', extraTo: null, at: NOW });
    given(asked({ scope: 'out', extraTo: 'job' }))
      .when(decideEdit, { extraTo: null })
      .leaves({ scope: 'out', extraTo: null });
  });
  it('is that of requests, and of a job with the same client', () => {
    given(promised()).when(decideEdit, { scope: 'out' }).isRefused('not-a-request', '--out-of-scope');
    given(asked())
      .when(decideEdit, { extraTo: 'job' }, withJob({ ...job, client: 'acme corp' }))
      .isRefused('about-another-client', '--extra-to');
  });
  it('is not that of itself, nor in a circle', () => {
    given(asked())
      .when(decideEdit, { extraTo: 'it' }, withJob({ ...job, uid: 'it' }))
      .isRefused('extra-to-itself', 'show 1');
    given(asked())
      .when(decideEdit, { extraTo: 'job' }, withJob({ ...job, extraTo: 'it' }))
      .isRefused('extra-to-itself', 'edit 7 --extra-to none');
  });
  it('says what an awaiting holds up, which nothing else does', () => {
    given(awaited())
      .when(decideEdit, { blocks: 'site' })
      .records({ type: 'DetailsChanged', blocks: 'site', at: NOW });
    given(awaited({ blocks: 'site' }))
      .when(decideEdit, { blocks: null })
      .leaves({ blocks: null });
    given(asked()).when(decideEdit, { blocks: 'site' }).isRefused('blocks-nothing', 'followup await');
    given(awaited()).when(decideEdit, { blocks: 'it' }).isRefused('blocks-nothing');
  });
});

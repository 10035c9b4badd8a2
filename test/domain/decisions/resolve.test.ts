import { describe, expect, it } from 'vitest';
import { decideResolve } from '../../../src/domain/decisions/resolve.ts';
import {
  addedSincePut,
  hasResolution,
  measuresOf,
  proposedMeasures,
} from '../../../src/domain/streams/complaint.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  commitment,
  complained,
  factFound,
  given,
  remedyProposed,
  resolutionApproved,
  resolutionOffered,
  resolutionRejected,
  yesterday,
} from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

const nothing = { facts: [], conclusions: [], remedies: [], preventions: [] };

describe('resolve', () => {
  it('keeps each part with its time, in order', () => {
    given(complained())
      .when(decideResolve, {
        ...nothing,
        affected: '40 employees',
        neededBy: date(9),
        facts: [{ text: 'no totals', link: '/tmp/monday.csv' }, { text: 'nobody looked' }],
        conclusions: ['the step was left out'],
        cause: 'ours',
        topic: 'exports',
        remedies: [{ text: 'a new export', side: 'ours', due: date(12) }],
        preventions: [{ text: 'a second look' }],
      })
      .records(
        { type: 'AffectedNamed', text: '40 employees', neededBy: date(9), at: NOW },
        { type: 'FactFound', text: 'no totals', link: '/tmp/monday.csv', at: NOW },
        { type: 'FactFound', text: 'nobody looked', at: NOW },
        { type: 'ConclusionDrawn', text: 'the step was left out', at: NOW },
        { type: 'CauseNamed', cause: 'ours', at: NOW },
        { type: 'DetailsChanged', topic: 'exports', at: NOW },
        { type: 'RemedyProposed', id: 'new1', text: 'a new export', side: 'ours', due: date(12), at: NOW },
        { type: 'PreventionProposed', id: 'new2', text: 'a second look', at: NOW },
      );
  });
  it('moves what they need it by', () => {
    given(complained())
      .when(decideResolve, { ...nothing, neededBy: date(9) })
      .leaves({ wantedBy: date(9) });
  });
  it('leaves a resolution that was put to them put to them', () => {
    given(complained(), resolutionOffered())
      .when(decideResolve, { ...nothing, facts: [{ text: 'one more' }] })
      .leaves({ state: 'offered' });
  });
  it('what was approved has to be approved again', () => {
    given(complained(), factFound(), remedyProposed(), resolutionOffered(), resolutionApproved())
      .when(decideResolve, { ...nothing, facts: [{ text: 'one more' }] })
      .leaves({ state: 'owed', approval: null });
  });
  it('of a measure whose date has passed is refused', () => {
    given(complained())
      .when(decideResolve, { ...nothing, remedies: [{ text: 'an export', side: 'ours', due: yesterday }] })
      .isRefused('date-past');
  });
  it.each([
    [{ ...nothing, facts: [{ text: ' ' }] }],
    [{ ...nothing, conclusions: ['...'] }],
    [{ ...nothing, remedies: [{ text: '', side: 'ours' as const, due: date(12) }] }],
  ])('needs words in each part: %j', (input) => {
    given(complained()).when(decideResolve, input).isRefused('text-missing', 'resolve 1 --remedy');
  });
  it('without anything to add is refused', () => {
    given(complained()).when(decideResolve, nothing).isRefused('nothing-to-add', 'resolve 1 --fact');
  });
  it('proposes for the loop in which it is said', () => {
    given(complained(), remedyProposed(), resolutionOffered(), resolutionRejected())
      .when(decideResolve, { ...nothing, remedies: [{ text: 'an export, checked by Dana' }] })
      .records({ type: 'RemedyProposed', id: 'new1', text: 'an export, checked by Dana', at: NOW });
  });
});

describe('what is put to them', () => {
  const standings = (...events: readonly CommitmentEvent[]) =>
    measuresOf(commitment(complained(), ...events).complaint ?? { parts: [] }).map(
      ({ standing }) => standing,
    );
  const progress = (...events: readonly CommitmentEvent[]) => {
    const { complaint } = commitment(complained(), ...events);
    return complaint && { ready: hasResolution(complaint), added: addedSincePut(complaint).length };
  };
  const later = (text: string, fields = {}) => remedyProposed({ id: text, text, at: march(4), ...fields });

  it('is what was proposed until then; what is added is not', () => {
    expect(standings(remedyProposed(), resolutionOffered(), later('a call'))).toEqual(['put', 'proposed']);
    expect(progress(remedyProposed(), resolutionOffered(), later('a call'))?.added).toBe(1);
    expect(progress(remedyProposed(), resolutionOffered(), later('a call'), resolutionOffered())?.added).toBe(
      0,
    );
  });
  it('is what is written down afterwards, if nothing was written before', () => {
    expect(standings(resolutionOffered(), later('a call'), later('a visit'))).toEqual(['put', 'put']);
  });
  it('is nothing any more once they refuse it, though they approved some of it before', () => {
    const approvedBefore = [
      remedyProposed(),
      resolutionOffered(),
      resolutionApproved({ measures: ['export'] }),
      factFound(),
    ];
    expect(progress(...approvedBefore)?.ready).toBe(true);
    expect(progress(...approvedBefore, resolutionOffered(), resolutionRejected())?.ready).toBe(false);
    expect(
      progress(...approvedBefore, resolutionOffered(), resolutionRejected(), later('a call'))?.ready,
    ).toBe(true);
  });
  it('has the last date of what was said again in the same words', () => {
    const again = later('A new export', { due: date(19) });
    expect(standings(remedyProposed(), again)).toEqual(['replaced', 'proposed']);
    expect(
      proposedMeasures(commitment(complained(), remedyProposed(), again).complaint ?? { parts: [] }),
    ).toMatchObject([{ text: 'A new export', due: date(19) }]);
    expect(
      standings(remedyProposed(), resolutionOffered(), resolutionApproved({ measures: ['export'] }), again),
    ).toEqual(['approved', 'proposed']);
  });
});

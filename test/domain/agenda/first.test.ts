import { describe, expect, it } from 'vitest';
import { entriesOf } from '../../../src/domain/agenda/entries.ts';
import { firstOf } from '../../../src/domain/agenda/first.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import { agenda } from '../../support/agenda.ts';
import { awaited, commitment, promised, told } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';
import { ahead, request } from '../../support/workload.ts';

describe('what to do first', () => {
  const firstFor = (commitments: readonly Commitment[], isReviewOpen: boolean) =>
    firstOf(
      entriesOf(agenda(march(9, '09:00'), commitments)),
      isReviewOpen,
      ahead([request(7, 3, 20)]).workInOrder(),
    );

  it('is the worst entry that is mine to settle', () => {
    const late = { ...commitment(promised({ due: date(6) })), uid: 'late', number: 4 };
    const today = { ...commitment(promised({ due: date(9) })), uid: 'today', number: 5 };
    expect(firstFor([today, late], true)).toMatchObject({ entry: { line: { commitment: { number: 4 } } } });
  });
  it('is the review where everything else is with them, or due later', () => {
    const asked = { ...commitment(awaited({ due: date(6) }), told(march(9, '08:00'))), uid: 'a', number: 4 };
    const soon = { ...commitment(awaited({ due: date(10) })), uid: 's', number: 5 };
    expect(firstFor([asked, soon], true)).toEqual({ kind: 'review' });
  });
  it('is the first work once the questions are answered, and nothing where there is no work', () => {
    expect(firstFor([], false)).toMatchObject({ item: { work: { commitment: { number: 7 } } } });
    expect(firstOf([], false, [])).toBeNull();
  });
});

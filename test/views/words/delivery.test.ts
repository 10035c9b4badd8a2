import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { sayReview, sayUnanswered } from '../../../src/views/words/delivery.ts';
import { accepted, agreed, asked, commitment, finished, heard, reviewed, told } from '../../support/given.ts';
import { clientsNamed, date, march } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

const DELIVERED = [asked(), agreed(date(6)), finished('Delivered', { at: march(3, '10:00') })];
const LATER = '2026-05-05T12:00:00.000Z';

const said = async (
  say: typeof sayReview,
  now: string,
  ...events: readonly CommitmentEvent[]
): Promise<string | null> =>
  say(commitment(...DELIVERED, ...events), await viewContextAt(now, clientsNamed('Joe'), 80));

describe('whether it was asked', () => {
  it('is nothing before the first time, and once they have accepted it', async () => {
    expect(await said(sayUnanswered, march(3, '11:00'), told(march(3, '10:30')))).toBeNull();
    expect(await said(sayUnanswered, LATER, accepted(march(5)))).toBeNull();
  });
  it('names the day, and that there is no answer, or never was', async () => {
    const askedOnce = told(march(5, '12:00'));
    expect(await said(sayUnanswered, march(6), askedOnce)).toBe(
      'whether it works on Thu 5 Mar: no answer yet',
    );
    expect(await said(sayUnanswered, LATER, askedOnce)).toBe('whether it works on Thu 5 Mar: never answered');
    expect(await said(sayUnanswered, LATER)).toBe('never whether it works, and never answered');
  });
  it('does not say so where they spoke about it', async () => {
    const askedOnce = told(march(5, '12:00'));
    expect(await said(sayUnanswered, LATER, askedOnce, heard(march(6)))).toBe(
      'whether it works on Thu 5 Mar: they spoke about it on Fri 6 Mar',
    );
    expect(await said(sayUnanswered, LATER, heard(march(4)), askedOnce)).toBe(
      'whether it works on Thu 5 Mar: never answered',
    );
    expect(await said(sayUnanswered, LATER, heard(march(4)))).toBeNull();
  });
  it('leaves it to a review window where there is one', async () => {
    expect(await said(sayUnanswered, LATER, reviewed(date(9), march(3)))).toBeNull();
  });
});

describe('a review window', () => {
  const window = reviewed(date(9), march(3, '10:00'));

  it('goes on, is over, or was ended by a word of theirs', async () => {
    expect(await said(sayReview, march(4))).toBeNull();
    expect(await said(sayReview, march(4), window)).toBe(
      'until Mon 9 Mar 17:00; it counts as accepted unless they object',
    );
    expect(await said(sayReview, march(10), window)).toBe('ended Mon 9 Mar 17:00; they have not objected');
    expect(await said(sayReview, march(10), window, heard(march(4)))).toBe(
      'until Mon 9 Mar 17:00; ended by a word of theirs Wed 4 Mar 17:00',
    );
    expect(await said(sayReview, march(10), window, accepted(march(4)))).toBeNull();
  });
});

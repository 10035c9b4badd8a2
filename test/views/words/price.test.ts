import { describe, expect, it } from 'vitest';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { ordinal } from '../../../src/views/words/ordinal.ts';
import {
  sayExtras,
  sayFavoursLately,
  sayNextFavour,
  sayScope,
  typedPrice,
} from '../../../src/views/words/price.ts';
import { approvedPrice, asked, commitment, givenFree, priced } from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

const view = await viewContextAt();
const extra = asked({ scope: 'out' });
const money = (minor: number, currency = 'EUR') => ({ amount: { minor, currency } });

describe('the scope', () => {
  it.each<[string | null, readonly CommitmentEvent[]]>([
    [null, [asked()]],
    ['out of scope: no price yet', [extra]],
    ['out of scope: 3h, put on Wed 4 Mar, no answer yet', [extra, priced()]],
    ['out of scope: 3h for Mon 9 Mar, put on Wed 4 Mar, no answer yet', [extra, priced({ date: date(9) })]],
    [
      'out of scope: EUR 1,200.50, approved by Dana Lee on Wed 4 Mar',
      [extra, priced(money(120050)), approvedPrice()],
    ],
    [
      'out of scope: JPY 30,000, approved by \u7530\u4e2d on Wed 4 Mar, in writing',
      [extra, priced(money(30000, 'JPY')), approvedPrice({ by: '\u7530\u4e2d', inWriting: true })],
    ],
    ['out of scope: given free, because: it took ten minutes', [extra, priced(), givenFree()]],
  ])('%s', (said, events) => expect(sayScope(commitment(...events), view)).toBe(said));
});

describe('a price for programs', () => {
  it.each<[string | null, readonly CommitmentEvent[]]>([
    [null, [extra]],
    ['3h', [extra, priced()]],
    ['12h', [extra, priced({ amount: { hours: 12, text: '1.5d' } })]],
    ['EUR 1200.50', [extra, priced(money(120050))]],
    ['JPY 30000', [extra, priced(money(30000, 'JPY'))]],
    ['free', [extra, priced(), givenFree()]],
  ])('is %s', (said, events) => expect(typedPrice(commitment(...events))).toBe(said));
});

describe('favours', () => {
  const favours = { count: 3, hours: 5.5, money: [{ minor: 30000, currency: 'EUR' }], since: march(2) };
  it('are said with what they came to', () => {
    expect(sayFavoursLately(favours)).toBe('given in the last 90 days: 3 favours, 5.5h, EUR 300');
    expect(sayFavoursLately({ ...favours, count: 1, hours: 0, money: [] })).toBe(
      'given in the last 90 days: 1 favour',
    );
  });
  it('say which one the next would be, since the month of the first', () => {
    expect(sayNextFavour({ ...favours, money: [], since: '2026-01-12T09:00:00.000Z' }, view)).toBe(
      'the fourth small favour since January, 5.5h so far',
    );
    expect(sayNextFavour({ ...favours, count: 11 }, view)).toBe(
      'the 12th small favour since Mon 2 Mar, 5.5h and EUR 300 so far',
    );
  });
  it('are counted in good English', () => {
    const said = [1, 2, 3, 10, 11, 12, 13, 21, 22, 23, 24, 101, 111, 112, 121].map(ordinal);
    expect(said.join(' ')).toBe(
      'first second third tenth 11th 12th 13th 21st 22nd 23rd 24th 101st 111th 112th 121st',
    );
  });
});

it('the work that came to a job is counted, with its hours', () => {
  const numbered = (number: number, estimateHours: number) => ({
    ...commitment(asked({ scope: 'out', estimateHours })),
    number,
  });
  expect(sayExtras([])).toBeNull();
  expect(sayExtras([numbered(13, 2), numbered(15, 3.5)])).toBe('2 more than was agreed, 5.5h: 13, 15');
});

import { describe, expect, it } from 'vitest';
import { answersByDay, dayAnswerOf, type GivenAnswer } from '../../../src/domain/streams/review.ts';
import { CALENDAR, march } from '../../support/situation.ts';

const given = (fields: Partial<GivenAnswer>): GivenAnswer => ({
  uid: 'answer',
  number: 1,
  client: null,
  answer: 'yes',
  note: null,
  promise: null,
  at: march(5, '09:00'),
  ...fields,
});

describe('the combined answer to a question on a day', () => {
  it('is null without an answer, and not complete without an answer for all', () => {
    expect(dayAnswerOf([])).toBeNull();
    expect(dayAnswerOf([given({ client: 'joe' })])).toMatchObject({ overall: null, answer: 'yes' });
    expect(dayAnswerOf([given({})])).toMatchObject({ overall: { answer: 'yes' }, byClient: [] });
  });
  it('is the last answer', () => {
    const changed = given({ answer: 'no', note: 'the totals', at: march(5, '10:00') });
    expect(dayAnswerOf([given({}), changed])).toMatchObject({ answer: 'no', note: 'the totals' });
    expect(dayAnswerOf([changed, given({})])).toMatchObject({ answer: 'no' });
  });
  it('is the worst of the answers for single clients and for everybody else', () => {
    const dayAnswer = dayAnswerOf([
      given({ client: 'joe', answer: 'no', note: 'hears nothing' }),
      given({ client: 'acme', answer: 'unsure', note: 'busy' }),
      given({}),
    ]);
    expect(dayAnswer).toMatchObject({ answer: 'no', note: 'hears nothing' });
    expect(dayAnswer?.byClient).toHaveLength(2);
  });
  it('is separate for each day and question', () => {
    const byDay = answersByDay(
      [given({ at: march(4, '09:00') }), given({ number: 3, answer: 'no' }), given({ answer: 'unsure' })],
      CALENDAR,
    );
    expect(
      [...byDay.values()].map((answers) => [...answers].map(([n, { answer }]) => `${n} ${answer}`)),
    ).toEqual([['1 yes'], ['1 unsure', '3 no']]);
  });
});

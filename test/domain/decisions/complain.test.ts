import { describe, it } from 'vitest';
import { decideComplain } from '../../../src/domain/decisions/complain.ts';
import { agreed, asked, given, mentioned, onNew, yesterday } from '../../support/given.ts';
import { date, march, NOW } from '../../support/situation.ts';

const TEXT = 'The totals are wrong';
const joe = mentioned('Joe');

describe('complain', () => {
  it('keeps their words as they said them, and promises when we speak again', () => {
    given()
      .when(decideComplain, { client: joe, text: TEXT, next: date(6), via: 'phone' })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: { type: 'ComplaintRaised', title: TEXT, client: 'joe', at: NOW, via: 'phone' },
        },
        {
          stream: 'contact new2',
          event: {
            type: 'ContactRecorded',
            client: 'joe',
            direction: 'in',
            text: TEXT,
            opened: 'new1',
            at: NOW,
            via: 'phone',
          },
        },
        { stream: onNew('new3'), event: { type: 'NumberGiven', number: 11 } },
        {
          stream: onNew('new3'),
          event: {
            type: 'PromiseMade',
            title: 'speak again about: The totals are wrong',
            client: 'joe',
            due: date(6),
            belongsTo: { complaint: 'new1', as: 'talk' },
            at: NOW,
            via: 'phone',
          },
        },
      );
  });
  it('about a commitment is for its client, and their words are kept there too', () => {
    given(asked(), agreed(date(12)))
      .when(decideComplain, { text: TEXT, next: date(6) })
      .leaves({ state: 'agreed' });
  });
  it('may say who suffers from it, and until when', () => {
    given()
      .when(decideComplain, {
        client: joe,
        text: TEXT,
        next: date(6),
        affected: '40 employees',
        neededBy: date(9),
        topic: 'exports',
      })
      .records(
        { stream: onNew('new1'), event: { type: 'NumberGiven', number: 10 } },
        {
          stream: onNew('new1'),
          event: { type: 'ComplaintRaised', title: TEXT, client: 'joe', topic: 'exports', at: NOW },
        },
        {
          stream: 'contact new2',
          event: {
            type: 'ContactRecorded',
            client: 'joe',
            direction: 'in',
            text: TEXT,
            opened: 'new1',
            at: NOW,
          },
        },
        {
          stream: onNew('new1'),
          event: { type: 'AffectedNamed', text: '40 employees', neededBy: date(9), at: NOW },
        },
        { stream: onNew('new3'), event: { type: 'NumberGiven', number: 11 } },
        {
          stream: onNew('new3'),
          event: {
            type: 'PromiseMade',
            title: 'speak again about: The totals are wrong',
            client: 'joe',
            due: date(6),
            belongsTo: { complaint: 'new1', as: 'talk' },
            at: NOW,
          },
        },
      );
  });
  it('needs a time to speak again, because silence makes it worse', () => {
    given().when(decideComplain, { client: joe, text: TEXT }).isRefused('date-missing', '--next WHEN');
  });
  it('needs their words', () => {
    given()
      .when(decideComplain, { client: joe, text: '', next: date(6) })
      .isRefused('text-missing');
  });
  it('needs somebody who complains', () => {
    given()
      .when(decideComplain, { text: TEXT, next: date(6) })
      .isRefused('client-missing');
  });
  it('about the work for another client is refused', () => {
    given(asked())
      .when(decideComplain, { client: mentioned('Acme Corp'), text: TEXT, next: date(6) })
      .isRefused('about-another-client', 'complain --about 1');
  });
  it('with a talk in the past is refused', () => {
    given().when(decideComplain, { client: joe, text: TEXT, next: yesterday }).isRefused('date-past');
  });
  it('is refused if it was said in the future', () => {
    given()
      .when(decideComplain, { client: joe, text: TEXT, next: date(9), at: march(6, '10:00') })
      .isRefused('said-in-future');
  });
});

import { describe, it } from 'vitest';
import { decideAnswer } from '../../../src/domain/decisions/answer.ts';
import { asked, finished, given, replyOwed } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('answer', () => {
  it('records the words that went out, and the reply is done', () => {
    given(replyOwed())
      .when(decideAnswer, { text: 'on Monday', via: 'email' })
      .records(
        {
          stream: 'contact new1',
          event: {
            type: 'ContactRecorded',
            client: 'joe',
            direction: 'out',
            text: 'on Monday',
            about: 'it',
            via: 'email',
            at: NOW,
          },
        },
        { type: 'ReplyGiven', text: 'on Monday', contact: 'new1', via: 'email', at: NOW },
      );
    given(replyOwed()).when(decideAnswer, { text: 'on Monday' }).leaves({ state: 'done', closedAt: NOW });
  });
  it('needs words', () => {
    given(replyOwed()).when(decideAnswer, { text: '' }).isRefused('text-missing', 'followup answer 1');
  });
  it('is refused where no answer is owed', () => {
    given(asked())
      .when(decideAnswer, { text: 'on Monday' })
      .isRefused('transition-not-allowed', 'followup told --about 1 TEXT');
    given(replyOwed(), finished('ReplyGiven'))
      .when(decideAnswer, { text: 'on Monday' })
      .isRefused('transition-not-allowed', 'followup reopen 1');
  });
});

import { describe, expect, it } from 'vitest';
import { dateToConfirm, isFinishedBy, kindFor, refuseDraft } from '../../../src/domain/drafts/kinds.ts';
import { DRAFT_KINDS, type DraftKind } from '../../../src/domain/streams/draft.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import {
  accepted,
  agreed,
  approvedPrice,
  asked,
  awaited,
  commitment,
  complained,
  confirmed,
  dropped,
  finished,
  givenFree,
  moved,
  offered,
  priced,
  promised,
  remedyProposed,
  replyOwed,
  resolutionApproved,
  resolutionOffered,
} from '../../support/given.ts';
import { date } from '../../support/situation.ts';

const extra = asked({ scope: 'out' });

/** Every kind of commitment in the states that it meets: which message it asks for, and which suit it besides. */
const TABLE: readonly [what: string, events: readonly CommitmentEvent[], DraftKind, readonly DraftKind[]][] =
  [
    ['request asked', [asked()], 'offer', ['update', 'delivered', 'thanks']],
    ['request offered', [asked(), offered(date(6))], 'chase', ['offer', 'update', 'delivered', 'thanks']],
    [
      'request agreed, not in writing',
      [asked(), agreed(date(6))],
      'confirm',
      ['offer', 'update', 'late', 'delivered', 'thanks'],
    ],
    [
      'request agreed in writing',
      [asked(), agreed(date(6)), confirmed()],
      'update',
      ['confirm', 'offer', 'late', 'delivered', 'thanks'],
    ],
    [
      'request agreed with a new date offered',
      [asked(), agreed(date(6)), offered(date(9))],
      'chase',
      ['confirm', 'offer', 'update', 'late', 'delivered', 'thanks'],
    ],
    [
      'request done',
      [asked(), agreed(date(6)), finished('Delivered')],
      'delivered',
      ['confirm', 'chase', 'thanks', 'aftercare'],
    ],
    [
      'request accepted',
      [asked(), agreed(date(6)), finished('Delivered'), accepted()],
      'thanks',
      ['confirm', 'delivered'],
    ],
    ['request dropped', [asked(), dropped()], 'thanks', []],
    ['extra work', [extra], 'price', ['offer', 'update', 'delivered', 'thanks', 'scope']],
    [
      'extra work priced',
      [extra, priced()],
      'chase',
      ['offer', 'update', 'delivered', 'thanks', 'scope', 'price'],
    ],
    [
      'extra work approved',
      [extra, priced(), approvedPrice(), agreed(date(6))],
      'confirm',
      ['offer', 'update', 'late', 'delivered', 'thanks', 'price'],
    ],
    ['extra work given', [extra, givenFree()], 'offer', ['update', 'delivered', 'thanks', 'price']],
    [
      'extra work delivered',
      [extra, finished('Delivered')],
      'price',
      ['chase', 'delivered', 'thanks', 'aftercare'],
    ],
    ['promise', [promised()], 'update', ['offer', 'late', 'delivered', 'thanks']],
    [
      'promise moved',
      [promised(), moved(date(10))],
      'confirm',
      ['offer', 'update', 'late', 'delivered', 'thanks'],
    ],
    ['promise kept', [promised(), finished('PromiseKept')], 'delivered', ['thanks', 'aftercare']],
    ['awaiting', [awaited()], 'chase', ['update', 'thanks']],
    ['awaiting moved', [awaited(), moved(date(10))], 'chase', ['confirm', 'update', 'thanks']],
    ['awaiting received', [awaited(), finished('AwaitedReceived')], 'thanks', []],
    ['reply', [replyOwed()], 'update', ['thanks']],
    ['decision', [replyOwed({ decided: true })], 'confirm', ['update', 'thanks']],
    ['reply given', [replyOwed(), finished('ReplyGiven')], 'thanks', []],
    ['complaint', [complained()], 'update', ['thanks', 'resolution']],
    ['complaint with a remedy', [complained(), remedyProposed()], 'resolution', ['update', 'thanks']],
    [
      'complaint whose resolution was put to them',
      [complained(), remedyProposed(), resolutionOffered()],
      'chase',
      ['update', 'thanks', 'resolution'],
    ],
    [
      'complaint whose resolution was approved',
      [complained(), resolutionOffered(), resolutionApproved()],
      'update',
      ['thanks'],
    ],
  ];

describe('the kinds of messages', () => {
  it.each(TABLE)('%s', (_, events, kind, others) => {
    const it = commitment(...events);
    expect(kindFor(it)).toBe(kind);
    const suits = DRAFT_KINDS.filter((each) => refuseDraft(each, it) === null && each !== kind);
    expect(suits).toEqual(DRAFT_KINDS.filter((each) => others.includes(each)));
    expect(refuseDraft(kind, it)).toBeNull();
  });
  it('that do not suit say what to do instead', () => {
    for (const [what, events] of TABLE) {
      const it = commitment(...events);
      for (const kind of DRAFT_KINDS) {
        const no = refuseDraft(kind, it);
        if (no === null) continue;
        expect(no.message, `${kind} of ${what}`).toMatch(/^(?:1 |No date of 1|Nothing of theirs)/);
        if (kind !== 'delivered') expect(no.hint, `${kind} of ${what}`).toContain('followup ');
        // A message that is suggested instead has to suit.
        const [, instead] = /followup draft 1 (\w+)/.exec(no.hint ?? '') ?? [];
        if (instead) expect(refuseDraft(instead as DraftKind, it), `${kind} of ${what}`).toBeNull();
      }
    }
  });
});

describe('a decision of theirs', () => {
  const decision = commitment(replyOwed({ decided: true }));

  it('has no date to confirm: its own is that of my answer', () => {
    expect(dateToConfirm(decision)).toBeNull();
    expect(dateToConfirm(commitment(asked(), agreed(date(6))))).toEqual(date(6));
  });
  it('is finished once it is confirmed', () => {
    expect(isFinishedBy('confirm', decision)).toBe(true);
    expect(isFinishedBy('update', decision)).toBe(false);
    expect(isFinishedBy('confirm', commitment(asked(), agreed(date(6))))).toBe(false);
    expect(isFinishedBy('delivered', commitment(promised()))).toBe(true);
  });
});

import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import { asTitle } from '../base/text.ts';
import { type Commitment, isOpenTalk, isTalk } from '../streams/commitment.ts';
import type { Change } from '../streams/events.ts';
import type { Instant, Moment } from '../time/moment.ts';
import { begin, on, type Saying } from './decision.ts';
import type { Situation } from './situation.ts';

/** The promise to speak again about a complaint. */
export function planTalk(
  complaint: Pick<Commitment, 'uid' | 'title' | 'client'>,
  next: Moment,
  { at, via }: Saying,
  situation: Situation,
): readonly Change[] {
  const { uid, title, client } = complaint;
  return begin(
    defined({
      type: 'PromiseMade' as const,
      title: asTitle(`speak again about: ${title}`),
      client: client ?? undefined,
      due: next,
      belongsTo: { complaint: uid, as: 'talk' as const },
      at,
      via,
    }),
    situation,
  ).changes;
}

/**
 * What an outgoing word about a complaint means for the promise to speak again: it is kept, and perhaps made anew. Nothing for
 * other commitments.
 */
export function keepTalk(
  complaint: Commitment,
  saying: Saying,
  next: Moment | undefined,
  situation: Situation,
): readonly Change[] {
  if (complaint.kind !== 'complaint') return [];
  const { at, via } = saying;
  return [
    // Words that were said before it was promised do not keep it.
    ...openTalks(complaint, situation)
      .filter(({ createdAt }) => createdAt <= at)
      .map((talk) => on(talk, defined({ type: 'PromiseKept' as const, at, via }))),
    ...(next ? planTalk(complaint, next, saying, situation) : []),
  ];
}

/** Refuses words about a promise to speak again, which are about its complaint; otherwise null. `instead` says them there. */
export function refuseAboutTalk(
  { number, belongsTo }: Commitment,
  instead: (complaint: number) => string,
  { numberOf }: Pick<Situation, 'numberOf'>,
): Refusal | null {
  if (belongsTo?.as !== 'talk') return null;
  const complaint = numberOf(belongsTo.complaint);
  if (complaint === null) return null;
  return refuse(
    'about-talk',
    `${number} only says when you speak again about ${complaint}.`,
    `Say it of ${complaint}: ${instead(complaint)}`,
  );
}

/** The promises to speak again end with a complaint about which nobody speaks any more. */
export function dropTalks(
  complaint: Commitment,
  because: string,
  at: Instant,
  situation: Situation,
): readonly Change[] {
  return openTalks(complaint, situation).map((talk) => on(talk, { type: 'Dropped', because, at }));
}

/** The promises to speak again that ended with a complaint go on with it. */
export function reopenTalks(
  { uid, closedAt }: Commitment,
  at: Instant,
  situation: Situation,
): readonly Change[] {
  return situation
    .belongingTo(uid)
    .filter((each) => isTalk(each) && each.state === 'dropped' && each.closedAt === closedAt)
    .map((talk) => on(talk, { type: 'Reopened', at }));
}

/** The promises to speak again about a complaint that are not kept yet. */
export function openTalks({ uid }: Commitment, situation: Situation): readonly Commitment[] {
  return situation.belongingTo(uid).filter(isOpenTalk);
}

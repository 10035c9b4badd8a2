import { defined } from '../base/defined.ts';
import { type Refusal, refuse } from '../base/refusal.ts';
import { CHANNELS } from '../streams/channel.ts';
import { type Commitment, isOpen } from '../streams/commitment.ts';
import type { ReplyGiven, ReplyOrder } from '../streams/events.ts';
import type { Moment } from '../time/moment.ts';
import { sayMoment } from '../time/wording.ts';
import type { Saying } from './decision.ts';
import { dateAfter } from './derived-dates.ts';
import type { Situation } from './situation.ts';

/** Words of theirs, as far as they matter to the reply that they open or join. */
interface Asking {
  readonly needsReply: boolean;
  readonly decided?: true | undefined;
  readonly replyBy?: Moment | undefined;
  readonly topic?: string | undefined;
}

/** When an answer to words is due, by the rule for their channel. */
export function replyDue(client: string, { at, via }: Saying, situation: Situation): Moment {
  const { replyWithin, replyWithinBy } = situation.clockSettingsOf(client);
  return dateAfter(at, (via && replyWithinBy[via]) ?? replyWithin, situation);
}

/** The answer to a reply. One that comes late says when it was due, so that it stays late whatever becomes of that date. */
export function answerTo(
  { due }: Commitment,
  given: Omit<ReplyGiven, 'type' | 'due' | 'via'> & Pick<Saying, 'via'>,
): ReplyGiven {
  const isLate = due !== null && due.at < given.at;
  return defined({ type: 'ReplyGiven' as const, ...given, due: isLate ? due : undefined });
}

/**
 * The open reply that words of a client belong to: the one that they are about; or, if they have to be answered, one that was opened
 * by words about the same. Null if there is none, so that they open their own.
 */
export function replyToJoin(
  about: Commitment | null,
  client: string,
  { needsReply, decided }: Asking,
  situation: Situation,
): Commitment | null {
  // A decision is to be confirmed in writing, which is an answer of its own.
  if (about === null || decided) return null;
  const isOpenReply = (each: Commitment) => each.kind === 'reply' && isOpen(each) && each.client === client;
  if (isOpenReply(about)) return about;
  return (needsReply && situation.repliesAbout(about.uid).find(isOpenReply)) || null;
}

/** Refuses what a word says about the reply that it would open, where it joins one that is open; otherwise null. */
export function refuseForJoined(
  { number, due, topic }: Commitment,
  input: Pick<Asking, 'replyBy' | 'topic'>,
  { calendar, now }: Situation,
): Refusal | null {
  if (input.replyBy && input.replyBy.at !== due?.at) {
    return refuse(
      'joins-reply',
      `It belongs to ${number}, which they wait for already${due ? `, by ${sayMoment(due, calendar, now)}` : ''}: a second message does not move that.`,
      `Leave out --by. If you both settled on another time: followup move ${number} DATE --because WHY`,
    );
  }
  if (input.topic !== undefined && input.topic !== topic) {
    return refuse(
      'joins-reply',
      `It belongs to ${number}, which has ${topic === null ? 'no topic' : `the topic ${topic}`}.`,
      `Leave out --topic, or say it of ${number}: followup edit ${number} --topic TOPIC`,
    );
  }
  return null;
}

/** Whether I had said something about the same before, when they asked. */
export function orderOfReply(about: Commitment | null, { at }: Saying, situation: Situation): ReplyOrder {
  const said = about ? [about, ...situation.repliesAbout(about.uid)] : [];
  return said.some(({ lastWordAt }) => lastWordAt !== null && lastWordAt <= at) ? 'next' : 'first';
}

/**
 * When the answer to an open reply is due by words that join it, if they were said before those that opened it and are only recorded
 * now: the clock runs from the first. Undefined if they were not, or where somebody named the date.
 */
export function dueByFirst(
  { client, due, createdAt }: Commitment,
  saying: Saying,
  situation: Situation,
): Moment | undefined {
  if (due === null || client === null || saying.at >= createdAt) return undefined;
  const isByRule = [undefined, ...CHANNELS].some(
    (via) => replyDue(client, { at: createdAt, via }, situation).at === due.at,
  );
  const date = replyDue(client, saying, situation);
  return isByRule && date.at < due.at ? date : undefined;
}

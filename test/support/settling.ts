import { expect } from 'vitest';
import { type AttentionLine, settlingCommand } from '../../src/domain/agenda/attention.ts';
import type { Reason } from '../../src/domain/agenda/reasons.ts';
import { Refusal } from '../../src/domain/base/refusal.ts';
import { decideAnswer } from '../../src/domain/decisions/answer.ts';
import { decideConfirm } from '../../src/domain/decisions/confirm.ts';
import type { Decision } from '../../src/domain/decisions/decision.ts';
import { decideDone } from '../../src/domain/decisions/done.ts';
import { decideLog } from '../../src/domain/decisions/log.ts';
import { decideMove } from '../../src/domain/decisions/move.ts';
import { decideOffer } from '../../src/domain/decisions/offer.ts';
import { decidePrice } from '../../src/domain/decisions/price.ts';
import { decideUpdate } from '../../src/domain/decisions/update.ts';
import type { Commitment } from '../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../src/domain/streams/events.ts';
import { agenda } from './agenda.ts';
import { commitment } from './given.ts';
import { date, situation } from './situation.ts';

/** A date far enough ahead. */
const NEW_DATE = date(31);

/** The command of a line as typed, with clients by uid, and what is missing from it. */
export function commandOf(line: AttentionLine): {
  readonly command: string;
  readonly needs: readonly string[];
} {
  const { args, needs } = settlingCommand(line);
  const words = args.map((argument) => (typeof argument === 'string' ? argument : argument.client));
  return { command: words.join(' '), needs };
}

/**
 * Expects the line of a reason to name this command, and the command not to be refused. Returns what it
 * records.
 */
export function expectCommand(
  reason: Reason,
  now: string,
  events: readonly CommitmentEvent[],
  command: string,
  needs: readonly string[] = [],
): CommitmentEvent[] {
  const before = commitment(...events);
  const line = lineOf(reason, now, events);
  if (!line) throw new Error('The line is not there to begin with.');
  expect(commandOf(line)).toEqual({ command, needs });
  const decision = run(command.split(' '), before, now);
  expect(decision).not.toBeInstanceOf(Refusal);
  const recorded = (decision as Exclude<Decision, Refusal>).filter(({ stream }) => stream.uid === 'it');
  return recorded.map(({ event }) => event as CommitmentEvent);
}

/** Expects the line of a reason to name this command, and to be gone after the command. */
export function expectSettled(...given: Parameters<typeof expectCommand>): void {
  const [reason, now, events] = given;
  const after = commitment(...events, ...expectCommand(...given));
  expect(agenda(now, [after]).filter((found) => found.reason === reason)).toEqual([]);
}

/** Expects the line of a reason to name this command, and to wait for them after it. */
export function expectWithThem(...given: Parameters<typeof expectCommand>): void {
  const [reason, now, events] = given;
  expect(lineOf(reason, now, [...events, ...expectCommand(...given)])).toMatchObject({ isWithThem: true });
}

/** The line of a reason about a commitment. */
export function lineOf(
  reason: Reason,
  now: string,
  events: readonly CommitmentEvent[],
): AttentionLine | undefined {
  return agenda(now, [commitment(...events)]).find((found) => found.reason === reason);
}

/** Runs the command with the missing words filled in, as the command line would. */
function run([verb = '', ...rest]: readonly string[], c: Commitment, now: string): Decision {
  const saying = { at: now };
  const text = 'nothing new yet';
  const when = situation({ now });
  expect(rest.filter((word) => word !== '--about')[0]).toBe(String(c.number));
  switch (verb) {
    case 'done':
      return decideDone(c, saying, when);
    case 'offer': {
      const date = rest[1] === 'DATE' ? { date: NEW_DATE, because: text } : {};
      return decideOffer(c, { ...saying, ...date }, when);
    }
    case 'move':
      return decideMove(c, { ...saying, date: NEW_DATE, because: text, inWriting: true }, when);
    case 'price':
      return decidePrice(c, { ...saying, price: { hours: Number.parseFloat(rest[1] ?? '') } }, when);
    case 'told':
      return decideLog(c, { ...saying, direction: 'out', text, needsReply: false }, when);
    case 'update':
      return decideUpdate(c, { ...saying, text }, when);
    case 'confirm':
      return decideConfirm(c, saying, when);
    case 'answer':
      return decideAnswer(c, { ...saying, text }, when);
    default:
      throw new Error(`There is no verb ${verb}.`);
  }
}

import { type Advice, type AdviceKind, adviseOn } from '../domain/advice/advise-on.ts';
import { SENT_EVENTS, sentTextIn } from '../domain/advice/outgoing.ts';
import { localDay } from '../domain/time/calendar.ts';
import { isoOfDay } from '../domain/time/iso-day.ts';
import { claimAdvice } from '../store/advice-given.ts';
import { type Db, reading, writingAside } from '../store/db.ts';
import { type JournalEntry, readUndone } from '../store/journal.ts';
import { readLastSent } from '../store/last-sent.ts';
import type { Context } from './context.ts';
import type { WordsToClient } from './words-to-clients.ts';

/** How many texts before are looked at. */
const EARLIER = 2;

/**
 * The advice to give on words to clients: each kind once a day, and none on words that were undone since. Advice that it
 * returns counts as given. The file is opened for writing only if there is some.
 */
export function takeAdvice(
  open: (purpose: 'read' | 'write') => Context,
  words: readonly WordsToClient[],
): Advice[] {
  const found = new Map<AdviceKind, Advice>();
  const { db: readable } = open('read');
  for (const advice of reading(readable, () => findAdvice(readable, words))) {
    if (!found.has(advice.kind)) found.set(advice.kind, advice);
  }
  if (found.size === 0) return [];
  const { db, now, calendar } = open('write');
  const today = isoOfDay(localDay(calendar, now));
  return writingAside(db, () => [...found.values()].filter(({ kind }) => claimAdvice(db, kind, today)));
}

function findAdvice(db: Db, words: readonly WordsToClient[]): Advice[] {
  const undone = readUndone(db);
  return words
    .filter(({ operation }) => operation === null || !undone.has(operation))
    .flatMap((each) => {
      const sent = readLastSent(db, each.client, SENT_EVENTS, EARLIER + words.length);
      const before = textsBefore(
        each,
        sent.filter(({ operation }) => !undone.has(operation)),
      );
      return adviseOn({ ...each, earlier: before.slice(0, EARLIER) });
    });
}

/** The texts that were recorded before the words, latest first; what one operation said about several commitments is one. */
function textsBefore({ operation }: WordsToClient, sent: readonly JournalEntry[]): string[] {
  const own = sent.findLastIndex((entry) => entry.operation === operation);
  const texts = sent.slice(own + 1).flatMap((entry) => {
    const text = sentTextIn(entry)?.text;
    return text === undefined ? [] : [[`${entry.operation} ${text}`, text] as const];
  });
  return [...new Map(texts).values()];
}

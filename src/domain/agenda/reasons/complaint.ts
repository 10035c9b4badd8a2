import { type Commitment, counterpart, isTalk } from '../../streams/commitment.ts';
import { nextAfter } from '../../time/cadence.ts';
import { earliest, type Instant } from '../../time/moment.ts';
import { needsWord } from '../clocks.ts';
import type { Ledger } from '../ledger.ts';
import { type CommitmentConcern, type ReasonDefinition, say } from '../reason.ts';
import { isSnoozed } from '../snoozed.ts';

/** A complaint, and when we speak again about it. */
interface OpenComplaint extends CommitmentConcern {
  /** The promise to speak again, if it is not kept yet. */
  readonly talk: Commitment | null;
}

/**
 * Something went wrong, and they are not content yet: the time to speak again comes closer, which was promised or follows from
 * the last word. While a resolution is put to them, it is for them to answer.
 */
export const complaint: ReasonDefinition<OpenComplaint> = {
  find: (ledger) => {
    const talks = talksIn(ledger);
    return ledger.open.flatMap((commitment): OpenComplaint[] => {
      if (!needsWord(commitment)) return [];
      const talk = talks.get(commitment.uid) ?? null;
      const due = nextWordOn(commitment, talk, ledger);
      // A time that was promised ends a snooze when it passes, as a due date does.
      if (isSnoozed(commitment, ledger.now, talk?.due ?? commitment.due)) return [];
      return [
        { commitment, counterpart: counterpart(commitment), due, from: talk?.due?.from, since: due, talk },
      ];
    });
  },
  shown: 'as-it-nears',
  group: { overdue: 'something-wrong', today: 'something-wrong', soon: 'something-wrong' },
  settle: say,
  draft: ({ commitment: { complaint: details, state } }) =>
    state === 'owed' && details?.parts.some(({ part }) => part === 'remedy') ? 'resolution' : 'update',
};

/** The promises to speak again, by the complaint; the first for each. */
function talksIn({ open }: Ledger): ReadonlyMap<string, Commitment> {
  const talks = new Map<string, Commitment>();
  for (const commitment of open) {
    const about = isTalk(commitment) ? commitment.belongsTo?.complaint : undefined;
    if (about === undefined || commitment.due === null) continue;
    const first = talks.get(about);
    if (!first?.due || commitment.due.at < first.due.at) talks.set(about, commitment);
  }
  return talks;
}

/** The time promised; else as long after the last word about it as updates are owed. A date that was set for it comes first. */
export function nextWordOn(
  { client, cadence, createdAt, lastWordAt, due }: Commitment,
  talk: Commitment | null,
  { calendar, clockSettingsOf }: Pick<Ledger, 'calendar' | 'clockSettingsOf'>,
): Instant {
  const next =
    talk?.due?.at ??
    nextAfter(cadence ?? clockSettingsOf(client).updateEvery, lastWordAt ?? createdAt, calendar);
  const isAhead = due !== null && (lastWordAt ?? createdAt) < due.at;
  return isAhead ? earliest(next, due.at) : next;
}

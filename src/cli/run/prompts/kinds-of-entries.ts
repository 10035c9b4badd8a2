import { shorten } from '../../../domain/base/text.ts';
import type { Call } from '../call.ts';
import type { Prompts } from './prompts.ts';

/** What an entry of a calendar is taken as; `none` leaves it out. */
export type EntryKind = 'awaiting' | 'promise' | 'none';

/** An entry of a calendar of which a person has to say what it is. */
export interface EntryInDoubt {
  readonly source: string;
  readonly title: string;
  /** When it is due, in words; null if it has no date. */
  readonly date: string | null;
  readonly organizer: string | null;
  /** What it is by its organizer; null if that is not known. */
  readonly suggestion: Exclude<EntryKind, 'none'> | null;
}

/** What can be answered about several entries at once; `organised` is what the organizers say. */
type Answer = EntryKind | 'organised' | 'each';

/** How many organizers a question names. */
const NAMED = 3;

/**
 * Asks in a terminal what the entries of a calendar are: once for those with an organizer, of whom it proposes what they are, and once
 * for the others. Returns the kinds by source.
 */
export async function askKinds(
  { session }: Call,
  entries: readonly EntryInDoubt[],
): Promise<ReadonlyMap<string, EntryKind>> {
  const kinds = new Map<string, EntryKind>();
  const groups = [
    entries.filter(({ suggestion }) => suggestion !== null),
    entries.filter(({ suggestion }) => suggestion === null),
  ];
  for (const group of groups) {
    if (group.length === 0) continue;
    const prompts = await session.prompts();
    const answer = await prompts.choose(sayQuestion(group), answersFor(group) as Record<Answer, string>);
    for (const entry of group) kinds.set(entry.source, await kindOf(prompts, entry, answer));
  }
  return kinds;
}

async function kindOf(prompts: Prompts, entry: EntryInDoubt, answer: Answer): Promise<EntryKind> {
  if (answer === 'organised') return entry.suggestion ?? 'none';
  if (answer !== 'each') return answer;
  const { title, date, organizer } = entry;
  const which = [`"${shorten(title)}"`, ...(date ? [date] : []), ...(organizer ? [`of ${organizer}`] : [])];
  return prompts.choose(`${which.join(', ')}:`, answersFor([entry]) as Record<EntryKind, string>);
}

function sayQuestion(entries: readonly EntryInDoubt[]): string {
  const [first] = entries;
  if (first && entries.length === 1) {
    const whose = first.organizer === null ? 'which nobody organises' : `of ${first.organizer}`;
    return `"${shorten(first.title)}", ${whose}: what is it?`;
  }
  const organizers = [...new Set(entries.flatMap(({ organizer }) => organizer ?? []))];
  const others = organizers.length > NAMED ? ` and ${organizers.length - NAMED} more` : '';
  const whose =
    organizers.length === 0
      ? 'which nobody organises'
      : `of ${organizers.slice(0, NAMED).join(', ')}${others}`;
  return `${entries.length} entries ${whose}: what are they?`;
}

/** The answers, the likeliest first. */
function answersFor(entries: readonly EntryInDoubt[]): Partial<Record<Answer, string>> {
  const isOne = entries.length === 1;
  const mine = entries.filter(({ suggestion }) => suggestion === 'promise').length;
  const theirs = entries.filter(({ suggestion }) => suggestion === 'awaiting').length;
  const awaiting = { awaiting: `${isOne ? 'an awaiting' : 'awaitings'} (they said they would)` };
  const promise = { promise: `${isOne ? 'a promise' : 'promises'} (I said I would)` };
  const organised =
    mine > 0 && theirs > 0
      ? { organised: `as organised: ${theirs} of others awaited, ${mine} of yours promised` }
      : {};
  return {
    ...organised,
    ...(mine > theirs ? { ...promise, ...awaiting } : { ...awaiting, ...promise }),
    ...(isOne ? {} : { each: 'choose for each' }),
    none: isOne ? 'neither: leave it out' : 'neither: leave them out',
  };
}

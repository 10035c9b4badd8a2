import { Refusal } from '../../../domain/base/refusal.ts';
import { isSameName } from '../../../domain/streams/names.ts';
import { readTopics } from '../../../store/queries.ts';
import type { Call } from '../call.ts';

/** What it is called where a topic is not one of those known. */
const ANOTHER = 'another one';

/**
 * The topic that an option names, as it was written before if it is known; an option without words lets the user choose from a
 * searchable list. Throws a Refusal.
 */
export async function topicOf(call: Call, given: string | true | undefined): Promise<string | undefined> {
  if (given === undefined) return undefined;
  if (given !== true) return asKnown(call, given);
  if (!call.isInteractive) throw call.refuseMissing('topic');
  return chooseTopic(call, 'What did it come from, in a word or two?');
}

/** Lets the user choose a topic in a terminal, or type a new one; undefined if it has none. */
export async function chooseTopic(call: Call, question: string): Promise<string | undefined> {
  const prompts = await call.session.prompts();
  const known = topicsIn(call);
  const choice =
    known.length === 0
      ? ANOTHER
      : await prompts.chooseFromList<string | null>(question, [
          ...known.map((topic) => ({ name: topic, value: topic })),
          { name: ANOTHER, value: ANOTHER },
          { name: 'none', value: null },
        ]);
  if (choice !== ANOTHER) return choice ?? undefined;
  const typed = await prompts.askAnything(`${question} (Enter: no topic)`);
  return typed && asKnown(call, typed);
}

/** A topic in the spelling in which it was first recorded. Throws a Refusal if there are no words. */
function asKnown(call: Call, typed: string): string {
  const topic = typed.trim();
  if (topic === '') throw new Refusal('topic-missing', 'A topic needs words.', null, 'usage');
  return topicsIn(call).find((known) => isSameName(known, topic)) ?? topic;
}

/** The topics on record, those that recur most first. */
function topicsIn({ session }: Call): readonly string[] {
  return readTopics(session.open('read').db);
}

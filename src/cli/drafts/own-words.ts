import type { WordsToClient } from '../../app/words-to-clients.ts';
import type { Message } from '../../views/drafts/message.ts';
import type { OwnWords } from './write-message.ts';

/** What somebody wrote of a draft themselves: what is new, and the lines that they changed in it. */
export function wordsOfTheirs(
  { draft: written }: Message,
  { draft: final }: Message,
  { say, choices }: OwnWords,
): WordsToClient {
  const drafted = new Set(written.text.split('\n'));
  const changed = final.text.split('\n').filter((line) => !drafted.has(line));
  const offersDate = final.parts.some(({ kind, date }) => date !== null && kind !== 'confirm');
  return {
    client: final.client,
    text: [say ?? '', ...changed].join('\n'),
    // A new date stands beside the words, and choices answer bad news as a date would. When they hear next is no date of the work.
    hasDate: choices.length > 0 || offersDate,
    operation: null,
  };
}

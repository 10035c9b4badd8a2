import type { WordsToClient } from '../../app/words-to-clients.ts';
import { sentencesOf } from '../../domain/advice/sentence.ts';
import { saysWhen } from '../../domain/advice/when.ts';
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
  const besides = onOneLine(written.text).replace(onOneLine(say ?? ''), '');
  return {
    client: final.client,
    text: [say ?? '', ...changed].join('\n'),
    // The rest of the message may say when they hear, and choices stand beside the news as a date would.
    hasDate: choices.length > 0 || sentencesOf(besides).some(saysWhen),
    operation: null,
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

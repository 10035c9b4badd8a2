import type { Advice, AdviceKind } from '../../domain/advice/advise-on.ts';
import { truncateBetweenWords } from '../terminal/width.ts';

/** The most columns of their own words that a remark repeats. */
const MOST_QUOTED = 60;

/** What is wrong with a piece of somebody's words, and how to put it better. */
const REMARKS: Readonly<Record<AdviceKind, (quoted: string) => string>> = {
  'no-date': (quoted) =>
    `${quoted} gives no date. Say when they hear next: "You will have it by Thursday at 4 pm."`,
  responsibility: (quoted) =>
    `${quoted} pushes it away, and to them you are the one who answers for it. Say what you do about it: "I have asked for it, and call you on Thursday at 4 pm with the result."`,
  'no-choice': (quoted) =>
    `${quoted} is bad news without a choice. Give them one: "You can have the first half on Friday, or all of it on Tuesday. Which is better for you?"`,
  'broken-record': (quoted) =>
    `They have heard ${quoted} three times running now. Say what you did meanwhile, and what comes next: "I called them again this morning, and try once more on Thursday."`,
};

/** A remark on words to a client, for people. */
export function sayAdvice({ kind, piece }: Advice): string {
  return REMARKS[kind](`"${truncateBetweenWords(piece, MOST_QUOTED)}"`);
}

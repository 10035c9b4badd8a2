import { today } from './date-context.ts';
import { type ReadPiece, theDay } from './piece.ts';

const CLOSE =
  /^(?:(?:by|before|at|the) )*(?:eod|last thing|eobd?|cob|cop|(?:end|close) of (?:the )?(?:(?:business|work|working) ?day|business|work|play|day))$/;

/**
 * `eod`, `cob`, `close of business`, `end of the day`: the end of working hours, on the day next to it or
 * today.
 */
export const readCloseOfWork: ReadPiece = (words, context) => {
  if (/^(?:eo|so)nd$/.test(words)) return theDay(today(context) + 1);
  return isCloseOfWork(words) ? { kind: 'close' } : null;
};

/** Whether words mean the end of working hours. */
export function isCloseOfWork(words: string): boolean {
  return CLOSE.test(words);
}

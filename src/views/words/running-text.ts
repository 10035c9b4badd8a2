import { truncate } from '../terminal/width.ts';

/** A mail program breaks a line where the next word would make it longer than about this; its writer breaks it anywhere. */
const FULL = 66;
/** Columns of a message where only its beginning is shown. */
const BEGINNING = 240;

/** A text of several lines as running words: lines that a mail program broke are joined, and empty ones left out. */
export function asRunningText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').trim().split('\n');
  return lines.reduce((whole, line, index) => {
    const before = lines[index - 1] ?? '';
    if (line.trim() === '') return whole;
    const [word = ''] = line.split(' ');
    const isGoingOn = before.length + 1 + word.length > FULL && !/^\s*(?:[-*•>]|\d+[.)])\s/.test(line);
    return `${whole}${index === 0 ? '' : isGoingOn ? ' ' : '\n'}${line.trim()}`;
  }, '');
}

/** The beginning of a text, where many are shown. */
export function asBeginning(text: string): string {
  return truncate(asRunningText(text), BEGINNING);
}

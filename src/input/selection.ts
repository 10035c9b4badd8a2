import { Refusal } from '../domain/base/refusal.ts';

/** The selected commitments, and whether the selection was written as more than one. */
export interface NamedNumbers {
  readonly selection: readonly number[] | 'last';
  readonly many: boolean;
}

const MOST = 1000;

/**
 * Reads the words that select commitments: `12`, `3,5,7-9`, or `.` for the one last changed; several words if
 * the command takes nothing else. Refused with kind `usage` if anything in them is not a number.
 */
export function parseSelection(words: readonly string[]): NamedNumbers | Refusal {
  if (words.length === 1 && words[0] === '.') return { selection: 'last', many: false };
  const numbers = new Set<number>();
  for (const word of words.flatMap((part) => part.split(','))) {
    const range = /^#?(\d{1,9})(?:-(\d{1,9}))?$/.exec(word.trim());
    const first = Number(range?.[1] ?? 0);
    const last = Number(range?.[2] ?? first);
    if (first < 1 || last < first || last - first >= MOST) return refuseWord(word);
    for (let number = first; number <= last; number++) numbers.add(number);
  }
  return { selection: [...numbers], many: words.length > 1 || /[,-]/.test(words[0] ?? '') };
}

function refuseWord(word: string): Refusal {
  return new Refusal(
    'malformed-id',
    `"${word}" does not name a commitment.`,
    'Use its number, as in 12, 3,5,7-9, or . for the one last changed. See: followup list',
    'usage',
  );
}

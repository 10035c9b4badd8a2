import { nearWords } from '../domain/base/edit-distance.ts';
import { Refusal } from '../domain/base/refusal.ts';

/**
 * One of a fixed set of words, in any letter case. Otherwise a Refusal of kind `usage` that suggests a near
 * one.
 */
export function parseChoice<T extends string>(
  what: string,
  word: string,
  choices: readonly T[],
): T | Refusal {
  const typed = word.trim().toLowerCase();
  const exact = choices.find((choice) => choice.toLowerCase() === typed);
  if (exact) return exact;
  const [near] = nearWords(typed, choices);
  return new Refusal(
    `unknown-${what}`,
    `"${word}" is not a valid ${what}.`,
    `${near ? `Did you mean ${near}? ` : ''}It is one of: ${choices.join(', ')}.`,
    'usage',
  );
}

import { type Refusal, refuse } from '../../domain/base/refusal.ts';

/** How deep JSON may be nested: far deeper than any export. */
const DEEPEST = 100;

/**
 * The refusal of JSON that is nested too deep, which whatever goes through it may not survive; null if it is not. It
 * counts brackets without parsing them.
 */
export function refuseNesting(json: string): Refusal | null {
  let depth = 0;
  // A string, with what is escaped in it, or a bracket.
  for (const [token] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"?|[[\]{}]/gs)) {
    if (token === '[' || token === '{') depth++;
    else if (token === ']' || token === '}') depth--;
    if (depth > DEEPEST) {
      return refuse(
        'nested-too-deep',
        `The file is nested more than ${DEEPEST} levels deep, and no export is.`,
        'Nothing was imported.',
      );
    }
  }
  return null;
}

/** A longer list is cut. */
const MOST = 6;
const SHOWN = 3;

/** A list as text. Of a long list, the first few items and how many more there are. */
export function sayFew(all: readonly (string | number)[], between: string, beforeRest: string): string {
  if (all.length <= MOST) return all.join(between);
  return `${all.slice(0, SHOWN).join(between)}${beforeRest}${all.length - SHOWN} more`;
}

import type { Call } from '../run/call.ts';
import type { Prompts } from '../run/prompts/prompts.ts';
import { spread } from './spread.ts';

/**
 * Offers to spread what is late over the coming days, and shows first what that would do. Resolves to whether it was
 * done; null if the walk is to end here.
 */
export async function offerSpread(call: Call, prompts: Prompts, late: number): Promise<boolean | null> {
  prompts.say(['', `${late} are late. They can be spread over the coming days: no date moves.`]);
  const choice = await prompts.askKey([
    { key: 'p', label: 'preview the spread', value: 'preview' },
    { key: null, label: 'one by one', value: 'walk' },
    { key: 'q', label: 'quit', value: 'quit' },
  ]);
  if (choice !== 'preview') return choice === 'quit' ? null : false;
  const preview = await call.part(spread, {});
  prompts.say(['', await preview.text(), '']);
  const isWanted = await prompts.askKey([
    { key: 'y', label: 'do it', value: true },
    { key: null, label: 'no, one by one', value: false },
  ]);
  if (isWanted) await call.part(spread, { options: { apply: true } });
  return isWanted;
}

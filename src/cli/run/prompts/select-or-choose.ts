import type { NamedNumbers } from '../../../input/selection.ts';
import type { Call } from '../call.ts';

/**
 * The commitments that were named. Where none were, one of those that the verb is for is chosen from a list in a terminal;
 * elsewhere they are missing.
 */
export async function selectOrChoose(call: Call, named: NamedNumbers | undefined): Promise<NamedNumbers> {
  if (named) return named;
  if (!call.isInteractive) throw call.refuseMissing('id');
  const { chooseCommitment } = await import('./choose.ts');
  return { selection: [await chooseCommitment(call.session, call.verb)], many: false };
}

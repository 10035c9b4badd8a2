import type { NamedNumbers } from '../../../input/selection.ts';
import type { Call } from '../call.ts';

/**
 * The selected commitments. If there are none, this lets the user choose in a terminal, and refuses
 * elsewhere.
 */
export async function selectOrChoose(call: Call, named: NamedNumbers | undefined): Promise<NamedNumbers> {
  if (named) return named;
  if (!call.isInteractive) throw call.refuseMissing('id');
  const { chooseCommitment } = await import('./choose.ts');
  return { selection: [await chooseCommitment(call.session, call.verb)], many: false };
}

import type { ImportedItems } from '../../app/import-items.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { mentionClient } from '../run/prompts/mention-client.ts';
import type { ImportCall } from './import-call.ts';
import type { Item } from './to-input.ts';

const UNCLEAR = ['client-near-miss', 'client-ambiguous'];

/** Asks in a terminal about each name that kept items from being imported, and returns the items with what was said. */
export async function clearNames(
  call: ImportCall,
  items: readonly Item[],
  { refused }: ImportedItems<Item>,
): Promise<readonly Item[]> {
  const unclear = refused.filter(({ refusal }) => UNCLEAR.includes(refusal.code));
  const names = new Set(
    unclear.flatMap(({ item }) => [item.client?.name ?? [], item.who?.name ?? []].flat()),
  );
  const meant = new Map<string, ClientMention>();
  for (const name of names) {
    const mention = await mentionClient(call, name);
    if (mention) meant.set(name, mention);
  }
  if (meant.size === 0) return items;
  const clear = (mention: ClientMention | undefined) => mention && (meant.get(mention.name) ?? mention);
  return items.map((item) => ({ ...item, client: clear(item.client), who: clear(item.who) }));
}

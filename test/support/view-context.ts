import type { Client } from '../../src/domain/streams/client.ts';
import { shortHandle } from '../../src/domain/streams/client-handle.ts';
import { loadStyle } from '../../src/views/terminal/style.ts';
import type { ViewContext } from '../../src/views/view-context.ts';
import { CALENDAR, NOW, SETTINGS } from './situation.ts';

/** What views need, without colours. */
export async function viewContextAt(
  now = NOW,
  clients: readonly Client[] = [],
  width = 80,
): Promise<ViewContext> {
  return {
    now,
    calendar: CALENDAR,
    clockSettingsOf: () => SETTINGS,
    names: new Map(clients.map(({ uid, name }) => [uid, name])),
    handleOf: (uid) => {
      const client = clients.find((each) => each.uid === uid);
      return (client && shortHandle(client, clients)) ?? client?.name ?? '';
    },
    canWrite: () => true,
    zones: new Map(),
    costOfProject: () => null,
    formerName: () => null,
    chanceOfKeeping: () => null,
    canKeep: () => true,
    numberOf: () => null,
    commitmentOf: () => null,
    belongingTo: () => [],
    complaintsAbout: () => [],
    heldUp: () => [],
    extrasOf: () => [],
    standingOf: () => null,
    ownerOf: () => null,
    width,
    height: 40,
    style: await loadStyle(false),
  };
}

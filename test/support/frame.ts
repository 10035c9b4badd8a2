import type { Client } from '../../src/domain/streams/client.ts';
import type { Frame } from '../../src/views/frame.ts';
import { loadStyle } from '../../src/views/terminal/style.ts';
import { CALENDAR, NOW, SETTINGS } from './situation.ts';

/** What views need, without colours. */
export async function frameAt(now = NOW, clients: readonly Client[] = [], width = 80): Promise<Frame> {
  return {
    now,
    calendar: CALENDAR,
    clockSettingsOf: () => SETTINGS,
    names: new Map(clients.map(({ uid, name }) => [uid, name])),
    zones: new Map(),
    numberOf: () => null,
    width,
    style: await loadStyle(false),
  };
}

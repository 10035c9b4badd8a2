/** How words reached the other side. */
export type Channel = 'email' | 'phone' | 'meeting' | 'chat' | 'letter' | 'other';
export const CHANNELS: readonly Channel[] = ['email', 'phone', 'meeting', 'chat', 'letter', 'other'];

const WRITTEN: readonly Channel[] = ['email', 'letter', 'chat'];

/** Whether words on a channel are in writing. */
export function isWritten(via: Channel | undefined): boolean {
  return via !== undefined && WRITTEN.includes(via);
}

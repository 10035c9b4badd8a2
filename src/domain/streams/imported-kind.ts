/** What a thing that another program keeps can become. */
export type ImportedKind = 'request' | 'promise' | 'awaiting';
export const IMPORTED_KINDS: readonly ImportedKind[] = ['request', 'promise', 'awaiting'];

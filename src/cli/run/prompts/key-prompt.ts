import { createPrompt, isEnterKey, useKeypress, usePrefix, useState } from '@inquirer/core';

interface KeyPrompt {
  /** The keys and what they do, on one line. */
  readonly message: string;
  /** A key of `null` means Enter. */
  readonly keys: readonly { readonly key: string | null; readonly label: string }[];
}

/** A question answered by a single key. Returns the index of the key in the list; other keys do nothing. */
export const keyPrompt = createPrompt<number, KeyPrompt>(({ message, keys }, done) => {
  const [chosen, choose] = useState<number | null>(null);
  const prefix = usePrefix({ status: chosen === null ? 'idle' : 'done' });
  useKeypress((event, line) => {
    line.clearLine(0);
    if (chosen !== null || event.ctrl) return;
    const place = keys.findIndex(({ key }) => (key === null ? isEnterKey(event) : key === event.name));
    if (place < 0) return;
    choose(place);
    done(place);
  });
  return chosen === null ? `${prefix} ${message}` : `${prefix} ${keys[chosen]?.label ?? ''}`;
});

import { createPrompt, isEnterKey, useKeypress, usePrefix, useState } from '@inquirer/core';

interface KeyPrompt {
  /** The keys and what they do, in one line. */
  readonly message: string;
  /** `null` stands for Enter. */
  readonly keys: readonly { readonly key: string | null; readonly label: string }[];
}

/** A question that one key answers; gives the place of the key in the list. Other keys do nothing. */
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

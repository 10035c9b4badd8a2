import type { OnProgress } from '../../../store/read-tables.ts';
import type { Io } from '../../../system/io.ts';

/** Work shorter than this, in milliseconds, shows no progress. */
const SHORT = 700;

/**
 * Shows in a terminal how much of a long piece of work is done, on a line of standard error that is cleared at
 * the end.
 */
export function progressIn({ stderr, clock }: Io, what: string): OnProgress {
  let begun: number | null = null;
  let shown = -1;
  return (share) => {
    if (!stderr.isTerminal) return;
    begun ??= clock();
    const percent = Math.floor(share * 100);
    if (percent === shown || clock() - begun < SHORT) return;
    shown = percent;
    stderr.stream.write(share < 1 ? `\r${what}: ${percent} %` : '\r\u001b[K');
  };
}

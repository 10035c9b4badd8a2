import type { OnProgress } from '../../../store/read-tables.ts';
import type { Io } from '../../../system/io.ts';

/** What is over sooner needs no report, in milliseconds. */
const SHORT = 700;

/** Reports in a terminal, on one line of standard error that is gone at the end, how far a long piece of work is. */
export function progressIn({ stderr, clock }: Io, what: string): OnProgress | undefined {
  if (!stderr.isTerminal) return undefined;
  let begun: number | null = null;
  let shown = -1;
  return (share) => {
    begun ??= clock();
    const percent = Math.floor(share * 100);
    if (percent === shown || clock() - begun < SHORT) return;
    shown = percent;
    stderr.stream.write(share < 1 ? `\r${what}: ${percent} %` : '\r\u001b[K');
  };
}

import { orThrow, Refusal } from '../../../domain/base/refusal.ts';
import type { Cadence } from '../../../domain/time/cadence.ts';
import type { CadenceContext } from '../../../input/cadences.ts';

/** A cadence as typed. When "daily at 7:30" is depends on who it was said to, as for a date. */
export class CadencePhrase {
  constructor(readonly words: string) {}

  /** How often it means. Throws a Refusal. */
  async read(context: CadenceContext): Promise<Cadence> {
    const { parseCadence } = await import('../../../input/cadences.ts');
    const read = parseCadence(this.words, context);
    // The option says "every" already: --every "friday 4pm".
    const every = read instanceof Refusal ? parseCadence(`every ${this.words}`, context) : read;
    return orThrow(every instanceof Refusal ? read : every);
  }
}

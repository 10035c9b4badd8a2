import { orThrow, Refusal, refuse } from '../../../domain/base/refusal.ts';
import type { Instant, Moment } from '../../../domain/time/moment.ts';
import type { DateContext } from '../../../input/dates.ts';
import type { PhraseBehind } from './second-number.ts';

/** A date as typed. What 4/5 means depends on who it was said to, so it is read only once that is known. */
export class DatePhrase {
  constructor(
    readonly words: string,
    /** What is a date too if the words begin with a number. */
    private readonly behindNumber: PhraseBehind | null = null,
  ) {}

  /** The moment that it means. Throws a Refusal. */
  async read(context: DateContext): Promise<Moment> {
    // Reading dates is a large part of the program, and commands that only look do not need it.
    const { parseAnyDate } = await import('../../../input/dates.ts');
    const date = await parseAnyDate(this.words, context);
    const { behindNumber } = this;
    if (behindNumber && date instanceof Refusal) {
      const isDate = !((await parseAnyDate(behindNumber.words, context)) instanceof Refusal);
      if (isDate) throw behindNumber.refusal;
    }
    return orThrow(date);
  }

  /** The moment that it means, which has to lie ahead. Throws a Refusal. */
  async readAhead(context: DateContext): Promise<Moment> {
    const date = await this.read(context);
    if (date.at > context.now) return date;
    throw refuse('date-past', `${this.words} has passed.`);
  }

  /** The moment at which something was said or done. Throws a Refusal. */
  async readPast(context: DateContext): Promise<Moment> {
    const { parsePastDate } = await import('../../../input/near-date.ts');
    return orThrow(await parsePastDate(this.words, context));
  }

  /** The moment that it means where a past day is as sensible as one ahead. Throws a Refusal. */
  async readNear(context: DateContext): Promise<Moment> {
    const { parseNearDate } = await import('../../../input/near-date.ts');
    return orThrow(await parseNearDate(this.words, context));
  }

  /** The instant from which something is looked at: where a day or a month is named, its beginning. Throws a Refusal. */
  async readSince(context: DateContext): Promise<Instant> {
    const { parseSince } = await import('../../../input/stretch-of-time.ts');
    return orThrow(await parseSince(this.words, context));
  }

  /** The instant up to which something is looked at: where a day or a month is named, its end. Throws a Refusal. */
  async readUntil(context: DateContext): Promise<Instant> {
    const { parseUntil } = await import('../../../input/stretch-of-time.ts');
    return orThrow(await parseUntil(this.words, context));
  }
}

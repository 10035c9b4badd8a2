import { Refusal } from '../../domain/base/refusal.ts';
import type { Again } from '../../domain/decisions/standing.ts';
import { ON_DAYS_OFF } from '../../domain/time/occurrences.ts';
import type { DateContext } from '../../input/dates.ts';
import type { CadencePhrase } from './arguments/cadence-phrase.ts';
import type { DatePhrase } from './arguments/date-phrase.ts';
import { cadence, choice, date } from './arguments/option.ts';

/** The options of a promise that comes again and again. */
export const AGAIN = {
  every: cadence(
    '--every',
    'it comes again: "friday 4pm", "last friday of the month", "every! 2 weeks" from when it was done',
  ),
  until: date('--until', 'the last day of what comes again'),
  onDaysOff: choice(
    '--on-days-off',
    ON_DAYS_OFF,
    'where it falls on a day off or away: before, after, keep (default: before)',
    { placeholder: 'when' },
  ),
};

interface AgainOptions {
  readonly every: CadencePhrase | undefined;
  readonly until: DatePhrase | undefined;
  readonly onDaysOff: Again['onDaysOff'];
  readonly by: DatePhrase | undefined;
}

/** How a promise comes again, from its options; undefined if it does not. Throws a Refusal. */
export async function readAgain(
  { every, until, onDaysOff, by }: AgainOptions,
  dates: DateContext,
): Promise<Again | undefined> {
  if (every === undefined) {
    const unused = until ? '--until' : onDaysOff ? '--on-days-off' : null;
    if (unused === null) return undefined;
    throw new Refusal(
      'option-unused',
      `${unused} is for what comes again.`,
      'Add --every CADENCE, or leave it out.',
      'usage',
    );
  }
  if (by) {
    throw new Refusal(
      'option-unused',
      'It comes again by --every, so it has no single date.',
      'Leave out --by. The last day of it is --until.',
      'usage',
    );
  }
  return { cadence: await every.read(dates), until: await until?.read(dates), onDaysOff };
}

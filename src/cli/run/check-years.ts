import { refuse } from '../../domain/base/refusal.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import { type Moment, momentsIn } from '../../domain/time/moment.ts';
import { sayDay } from '../../domain/time/wording.ts';
import type { DateContext } from '../../input/dates.ts';
import type { Call } from './call.ts';
import { askWhether } from './prompts/ask.ts';

/**
 * Makes sure of the dates in an input that lie far ahead only because nobody said their year: perhaps a day in
 * the past was meant. It asks about each in a terminal, and throws a Refusal if so; elsewhere it returns hints.
 */
export async function checkYears(call: Call, input: unknown, dates: DateContext): Promise<string[]> {
  const hints: string[] = [];
  for (const date of await datesInDoubt(input, dates)) {
    const isMeant = await askYear(call, date, dates);
    const read = `"${date.text}" is read as ${sayYear(date, dates)}`;
    if (isMeant === undefined) {
      hints.push(`${read}. If another year is meant: followup undo, and say it with its year.`);
    } else if (!isMeant) {
      throw refuse(
        'year-in-doubt',
        `${read}, and was not recorded.`,
        'Say it with its year; if it was said earlier, add when, with --at or --asked.',
      );
    }
  }
  return hints;
}

/** Whether the years of all dates in an input are meant, which is asked if nobody said them. */
export async function areYearsMeant(call: Call, input: unknown, dates: DateContext): Promise<boolean> {
  for (const date of await datesInDoubt(input, dates)) {
    if ((await askYear(call, date, dates)) === false) return false;
  }
  return true;
}

function askYear(call: Call, date: Moment, dates: DateContext): Promise<boolean | undefined> {
  return askWhether(call, `"${date.text}" is read as ${sayYear(date, dates)}. Is that right?`, false);
}

function sayYear(date: Moment, { calendar }: DateContext): string {
  return sayDay(dayMeant(date, calendar), calendar);
}

/** The dates in an input that lie far ahead only because nobody said their year. */
async function datesInDoubt(input: unknown, dates: DateContext): Promise<Moment[]> {
  const inDoubt: Moment[] = [];
  for (const date of momentsIn(input)) {
    // Reading dates is a large part of the program, and many inputs have none.
    const { isYearInDoubt } = await import('../../input/near-date.ts');
    if (await isYearInDoubt(date, dates)) inDoubt.push(date);
  }
  return inDoubt;
}

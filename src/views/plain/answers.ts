import type { QuestionNumber } from '../../domain/streams/events.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import type { Day } from '../../domain/time/calendar.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';

/** Answers as fields, a row for each: its day, the question, the answer and the note. */
export function plainAnswers(byDay: ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>>): string[][] {
  return [...byDay].flatMap(([day, answers]) =>
    [...answers].map(([number, { answer, note }]) => [isoOfDay(day), String(number), answer, note ?? '']),
  );
}

import { QUESTION_NUMBERS, type QuestionNumber } from '../../streams/events.ts';
import { localDay, startOfDay } from '../../time/calendar.ts';
import { endOfToday } from '../end-of-today.ts';
import type { Concern, ReasonDefinition } from '../reason.ts';

/** Today's review, with the questions that have not been answered yet. */
interface OpenReview extends Concern {
  readonly commitment: null;
  readonly counterpart: null;
  readonly unanswered: readonly QuestionNumber[];
}

/** Some of the four questions were not answered today. With an empty record there is nothing to ask about. */
export const review: ReasonDefinition<OpenReview> = {
  find: ({ now, calendar, open, lastClosed, clients, answered }) => {
    if (answered === null || clients.length + open.length + lastClosed.size === 0) return [];
    const unanswered = QUESTION_NUMBERS.filter((number) => !answered.has(number));
    if (unanswered.length === 0) return [];
    const since = startOfDay(calendar, localDay(calendar, now));
    const due = endOfToday({ now, calendar });
    return [{ commitment: null, counterpart: null, due, since, unanswered }];
  },
  shown: 'always-today',
  // The questions are shown in a place of their own.
  group: null,
  settle: ({ unanswered }) => ({
    args: ['review', '--answer', ...unanswered.map((question) => `${question}=TEXT`)],
    needs: ['TEXT'],
  }),
  draft: () => null,
};

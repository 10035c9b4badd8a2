import type { Question } from '../../domain/agenda/questions.ts';
import type { DayAnswer } from '../../domain/streams/review.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayEvidence } from '../words/evidence.ts';

/** One of the four questions as programs see it. */
export function questionJson(question: Question, given: DayAnswer | undefined, view: ViewContext): object {
  return {
    number: question.number,
    question: question.question,
    evidence: question.evidence.map((evidence) => ({
      fact: evidence.fact,
      client: nameOf(evidence.client, view),
      id: evidence.commitment?.number ?? null,
      ...(evidence.budget && { project: evidence.budget.project.name }),
      since: evidence.since === null ? null : toLocalIso(evidence.since, view.calendar),
      text: sayEvidence(evidence, view),
    })),
    answered: given?.overall ? dayAnswerJson(given, view) : null,
  };
}

function dayAnswerJson({ at, answer, note, byClient }: DayAnswer, view: ViewContext): object {
  return {
    at: toLocalIso(at, view.calendar),
    answer,
    note,
    ...(byClient.length > 0 && {
      byClient: byClient.map((each) => ({
        client: nameOf(each.client, view),
        answer: each.answer,
        note: each.note,
      })),
    }),
  };
}

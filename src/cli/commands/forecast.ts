import { selectCommitments } from '../../app/select.ts';
import { forecastOf } from '../../app/workload.ts';
import { refuse } from '../../domain/base/refusal.ts';
import type { Forecast } from '../../domain/planning/forecast.ts';
import { type Commitment, isOpen } from '../../domain/streams/commitment.ts';
import { KIND_TRAITS } from '../../domain/streams/kinds.ts';
import { explanationJson } from '../../views/json/explanation.ts';
import { forecastJson } from '../../views/json/forecast.ts';
import { plainExplanation } from '../../views/plain/explanation.ts';
import { plainForecast } from '../../views/plain/forecast.ts';
import { showExplanation } from '../../views/terminal/explanation.ts';
import { queueScreenful, showForecast } from '../../views/terminal/forecast.ts';
import { ids } from '../run/arguments/argument.ts';
import { LIMIT, linesWithin } from '../run/arguments/limit.ts';
import { command } from '../run/declare-command.ts';

export const forecast = command({
  name: 'forecast',
  summary: 'the queue: targets, dates, and the chance of keeping them',
  details:
    'With a number it explains the date that followup would offer for it, and how it was found. It records nothing.',
  arguments: { id: ids('[id]', 'a request: the date to offer, and how it was found') },
  options: { limit: LIMIT },
  examples: [
    ['forecast', 'the work that has a date, in its order'],
    ['forecast 3', 'the date that 3 could have, and the whole calculation'],
  ],
  run: ({ session, args, options: { limit } }) => {
    const context = session.open('read');
    const ahead = forecastOf(context);
    const view = session.viewContext();
    if (args.id === undefined) {
      return {
        json: () => ahead.queue.map((work) => forecastJson(work, ahead, view)),
        plain: () => ahead.queue.map((work) => plainForecast(work, ahead, view)),
        text: () => showForecast(ahead, view, linesWithin(limit, queueScreenful(view))),
      };
    }
    const commitments = selectCommitments(context, args.id.selection);
    for (const commitment of commitments) refuseWithoutWork(commitment, ahead);
    const explained = commitments.map((commitment) => ahead.explain(commitment));
    return {
      json: () => explained.map((each) => explanationJson(each, view)),
      plain: () => explained.map((each) => plainExplanation(each, view)),
      text: async () =>
        (await Promise.all(explained.map((each) => showExplanation(each, view)))).join('\n\n'),
    };
  },
});

/** Throws a Refusal for a commitment without work to plan. */
function refuseWithoutWork(commitment: Commitment, { workLeft }: Forecast): void {
  if (isOpen(commitment) && workLeft(commitment).hours > 0) return;
  const { number, kind } = commitment;
  throw refuse(
    'no-work',
    `There is no work to plan in ${number}: it is ${isOpen(commitment) ? KIND_TRAITS[kind].withArticle : commitment.state}.`,
    isOpen(commitment) && KIND_TRAITS[kind].isWork === 'if-estimated'
      ? `If it is work, say how much: followup edit ${number} --estimate 3h`
      : 'See the queue: followup forecast',
  );
}

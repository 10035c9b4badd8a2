import type { ReportStep } from '../../domain/report/client-report.ts';
import { fill, type Line, ours, type Piece, typed } from './pieces.ts';
import { amountOf, dateOf, type ReportWriting } from './writing.ts';

/** What happened, as sentences: the step, and what was said with it. */
export function sayStep(step: ReportStep, writing: ReportWriting): Line[] {
  const { report } = writing.language;
  const { steps } = report;
  const words = (pattern: string, text: string | null): Line[] =>
    text === null ? [] : [fill(pattern, { words: typed(text) })];
  const on = (date: Parameters<typeof dateOf>[0]) => ({ date: dateOf(date, writing) });
  switch (step.step) {
    case 'asked': {
      const { wantedBy, theirWords } = step;
      return [
        wantedBy ? fill(steps['asked-by'], on(wantedBy)) : [ours(steps.asked)],
        ...words(report.dependsOnIt, theirWords),
      ];
    }
    case 'countered': {
      const { wantedBy, theirWords } = step;
      return [
        wantedBy ? fill(steps['countered-by'], on(wantedBy)) : [ours(steps.countered)],
        ...words(report.theySaid, theirWords),
      ];
    }
    case 'promised':
    case 'awaited':
    case 'talk-promised':
    case 'agreed':
    case 'review-until':
      return [fill(steps[step.step], on(step.date))];
    case 'offered':
      return [fill(steps.offered, on(step.date)), ...words(report.why, step.reason)];
    case 'moved':
      return [
        fill(steps.moved, { from: dateOf(step.from, writing), to: dateOf(step.to, writing) }),
        ...words(report.why, step.reason),
      ];
    case 'priced': {
      const amount: Piece = amountOf(step.amount, writing);
      return [
        fill(steps.priced, { amount }),
        ...(step.date ? [fill(report.offered, on(step.date))] : []),
        ...words(report.why, step.reason),
      ];
    }
    case 'price-refused':
    case 'resolution-refused':
      return [[ours(steps[step.step])], ...words(report.theySaid, step.theirWords)];
    case 'price-approved':
    case 'resolution-approved':
      return [fill(steps[step.step], { name: typed(step.by) })];
    case 'given-free':
    case 'dropped':
    case 'reopened':
      return [[ours(steps[step.step])], ...words(report.why, step.reason)];
    default:
      return [[ours(steps[step.step])]];
  }
}

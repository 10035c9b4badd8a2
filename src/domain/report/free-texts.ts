import type { ClientReport, ReportMove, ReportStep, ReportSubject } from './client-report.ts';

/** Words in a report that somebody typed, and what they are. */
export interface FreeText {
  readonly text: string;
  readonly as: 'title' | 'project' | 'their-words' | 'reason' | 'name';
  /** The number of the commitment that they are about; null for the name of a project with a budget. */
  readonly about: number | null;
}

/** All words in a report that somebody typed, each once for what it is about; in the order of the commitments' numbers. */
export function freeTextsIn(report: ClientReport): FreeText[] {
  const { open, asks, finished, story, budgets } = report;
  const items = [...open, ...asks, ...finished];
  const all = [
    ...[...items, ...story].flatMap(textsOfSubject),
    ...items.flatMap(({ number, moves }) => moves.flatMap((move) => reasonOf(move, number))),
    ...story.flatMap(({ number, step }) => textsOfStep(step, number)),
    ...(budgets ?? []).map(({ project }): FreeText => ({ text: project, as: 'project', about: null })),
  ];
  const distinct = new Map(all.map((each) => [JSON.stringify([each.about, each.as, each.text]), each]));
  return [...distinct.values()].sort((a, b) => (a.about ?? LAST) - (b.about ?? LAST));
}

const LAST = Number.POSITIVE_INFINITY;

function textsOfSubject({ number, title, project }: ReportSubject): FreeText[] {
  return [
    { text: title, as: 'title', about: number },
    ...(project === null ? [] : [{ text: project, as: 'project' as const, about: number }]),
  ];
}

function textsOfStep(step: ReportStep, about: number): FreeText[] {
  return [
    ...('theirWords' in step && step.theirWords !== null
      ? [{ text: step.theirWords, as: 'their-words' as const, about }]
      : []),
    ...('by' in step ? [{ text: step.by, as: 'name' as const, about }] : []),
    ...('reason' in step ? reasonOf(step, about) : []),
  ];
}

function reasonOf({ reason }: Pick<ReportMove, 'reason'>, about: number): FreeText[] {
  return reason === null ? [] : [{ text: reason, as: 'reason', about }];
}

import { type Amount, isMoney, isSameAmount } from '../base/amount.ts';
import { defined } from '../base/defined.ts';
import type { Money } from '../base/money.ts';
import { quoteForShell } from '../base/quote-for-shell.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { unansweredMarks } from '../planning/project-cost.ts';
import type { AnsweredMark, Change, ProjectEvent } from '../streams/events.ts';
import { projectCalled } from '../streams/match-project.ts';
import { type Budget, evolveProject, isStarted, type Project, unstartedProject } from '../streams/project.ts';
import { localDay } from '../time/calendar.ts';
import { dayMeant } from '../time/day-meant.ts';
import { isoOfDay } from '../time/iso-day.ts';
import type { Moment } from '../time/moment.ts';
import type { Decision, Saying } from './decision.ts';
import { refuseDate } from './guards.ts';
import { type ClientMention, mentionClients, namesNobody } from './mention-clients.ts';
import { currentProject, onProject, renameIn, startProject } from './on-project.ts';
import type { Situation } from './situation.ts';

export interface ProjectInput extends Saying {
  /** A project that is known, started or not, or the name of a new one. */
  readonly project: Project | { readonly added: string };
  /** Null removes a detail, undefined leaves it. */
  readonly client?: ClientMention | null | undefined;
  readonly rate?: Money | null | undefined;
  readonly budget?: Amount | null | undefined;
  /** The budget is for each month. */
  readonly monthly?: boolean | undefined;
  /** The last day that the budget covers. */
  readonly until?: Moment | null | undefined;
  readonly because?: string | undefined;
  /** Who approved the budget. */
  readonly by?: string | undefined;
  /** I know how far the budget is used. */
  readonly seen?: boolean | undefined;
  readonly close?: boolean | undefined;
  readonly reopen?: boolean | undefined;
  readonly name?: string | undefined;
}

/** Starts a project, or changes it. What is already so is not recorded again. */
export function decideProject(_about: unknown, input: ProjectInput, situation: Situation): Decision {
  const no = refuseDate(undefined, input, situation) ?? refuseMalformed(input);
  if (no) return no;
  const { at } = input;
  const mentioned = mentionClients(input.client ? [input.client] : [], at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const client = input.client === null ? null : mentioned.uids[0];
  const draft = new ProjectInProgress(begin(input, client, situation), situation);
  const parts = [
    () => changeDetails(draft, input, client),
    () => changeBudget(draft, input, situation),
    () => seeMarks(draft, input),
    () => closeOrReopen(draft, input),
    () => rename(draft, input, situation),
  ];
  for (const part of parts) {
    const refusal = part();
    if (refusal) return refusal;
  }
  return [...mentioned.changes, ...draft.changes];
}

/** A project while it is changed: its state after each change. */
class ProjectInProgress {
  readonly changes: Change[];
  project: Project;

  constructor(
    begun: { readonly project: Project; readonly changes: readonly Change[] },
    private readonly situation: Situation,
  ) {
    this.project = begun.project;
    this.changes = [...begun.changes];
  }

  record(event: ProjectEvent): void {
    this.changes.push(onProject(this.project, event));
    this.project = evolveProject(this.project, event, this.project.uid) ?? this.project;
  }

  /** The marks of its budget, as it is now, that nobody has answered. */
  get marks(): AnsweredMark[] {
    return unansweredMarks(this.situation.costOf(this.project));
  }
}

function begin(
  { project, at }: ProjectInput,
  client: string | null | undefined,
  situation: Situation,
): { readonly project: Project; readonly changes: readonly Change[] } {
  if (!('added' in project)) {
    const current = currentProject(project, situation);
    return isStarted(current)
      ? { project: current, changes: [] }
      : startProject({ ...project, client: client === undefined ? project.client : client }, at, situation);
  }
  // Another terminal may have started it since its name was looked up.
  const known = projectCalled(project.added, situation.projects);
  if (known) return { project: known, changes: [] };
  return startProject(unstartedProject(project.added, client ?? null, at), at, situation);
}

/** Whether a name can be told from the number of a commitment, and from nothing. */
function isProjectName(name: string): boolean {
  return /\p{L}/u.test(name) && !/^none$/i.test(name.trim());
}

/** Refuses options without what they go with, and what names nothing or nobody; otherwise null. */
function refuseMalformed({ budget, by, seen, because, project, ...input }: ProjectInput): Refusal | null {
  const name = 'added' in project ? project.added : input.name;
  if (by !== undefined && budget == null) {
    return refuse(
      'nothing-approved',
      'Approved what?',
      'Say the amount: --budget 50h --by NAME --because WHY',
    );
  }
  if (name !== undefined && !isProjectName(name)) {
    return refuse(
      'name-malformed',
      `"${name}" cannot be the name of a project.`,
      'Give it a name that is no number.',
    );
  }
  if (by !== undefined && namesNobody(by)) {
    return refuse('person-missing', 'A yes to a budget has to come from them.', 'Name the person: --by NAME');
  }
  if (seen && !because?.trim()) {
    return refuse('reason-missing', 'Why may it stay so?', 'Add --because WHY.');
  }
  return null;
}

function changeDetails(
  draft: ProjectInProgress,
  { rate, at }: ProjectInput,
  client: string | null | undefined,
): null {
  const { project } = draft;
  const isSameRate =
    rate === undefined || (rate?.minor === project.rate?.minor && rate?.currency === project.rate?.currency);
  const details = defined({
    client: client === project.client ? undefined : client,
    rate: isSameRate ? undefined : rate,
  });
  if (Object.keys(details).length > 0) draft.record({ type: 'ProjectDetailsChanged', ...details, at });
  return null;
}

function changeBudget(draft: ProjectInProgress, input: ProjectInput, situation: Situation): Refusal | null {
  const { budget: amount, monthly, until, because, by, at } = input;
  const { budget: before, client, name } = draft.project;
  if (amount === null) {
    const isPast = draft.marks.some(({ mark }) => mark === 'past');
    if (before && isPast && !because?.trim()) {
      return refuse(
        'reason-missing',
        `The budget of ${name} is passed, and nobody has answered that.`,
        'Say why it may go: --because WHY',
      );
    }
    if (before) draft.record(defined({ type: 'BudgetRemoved' as const, because: because || undefined, at }));
    return null;
  }
  if (amount === undefined && !monthly && until === undefined) return null;
  const settled = amount ?? before?.amount;
  if (settled === undefined) {
    return refuse(
      'budget-missing',
      'How much is the budget?',
      'Say it: --budget 40h, or --budget "EUR 3000"',
    );
  }
  const there = situation.calendarOf(client);
  const today = isoOfDay(localDay(there, at));
  const isMonthly = monthly || (before?.isMonthly ?? false);
  const end = until === undefined ? (before?.until ?? null) : until && isoOfDay(dayMeant(until, there));
  if (end !== null && until && end < today) {
    return refuse('date-past', 'The last day of the budget has passed.', 'Give a day that lies ahead.');
  }
  const isSame = before !== null && allowsSame(before, settled, isMonthly);
  if (isSame && before.until === end) {
    return by === undefined && !because
      ? null
      : refuse(
          'same-budget',
          `That is the budget of ${name} already.`,
          `If it may stay so: followup project ${quoteForShell(name)} --seen --because WHY`,
        );
  }
  if (before && !isSame && !because?.trim()) {
    return refuse(
      'reason-missing',
      `Why is the budget of ${name} another one?`,
      'Add --because WHY, and --by WHO if somebody approved it.',
    );
  }
  const since = before?.isMonthly && isMonthly ? before.since : today;
  const set = (answers: readonly AnsweredMark[]) =>
    defined({
      type: 'BudgetSet' as const,
      amount: settled,
      monthly: isMonthly ? (true as const) : undefined,
      since,
      until: end ?? undefined,
      because: because || undefined,
      by,
      answers: answers.length > 0 ? answers : undefined,
      at,
    });
  draft.record(set(answersOfRaise(draft.project, before, set([]), situation)));
  return null;
}

/**
 * What a raise answers: overruns of earlier months, and marks of the new budget that are reached already, because
 * whoever raises it knows where it stands. Not that even the new one is past. A first budget, a smaller one or one in
 * another unit answers nothing.
 */
function answersOfRaise(
  project: Project,
  before: Budget | null,
  set: Extract<ProjectEvent, { type: 'BudgetSet' }>,
  { costOf }: Situation,
): AnsweredMark[] {
  if (before === null) return [];
  if (allowsSame(before, set.amount, set.monthly ?? false)) return [...before.answers];
  if (!isMore(set.amount, before.amount)) return [];
  const raised = evolveProject(project, set, project.uid) ?? project;
  const { window, marks } = costOf(raised);
  const month = window?.month ?? undefined;
  const reached = marks.filter((mark) => mark !== 'past').map((mark) => ({ mark, ...defined({ month }) }));
  const earlier = before.answers.filter((answer) => answer.month !== month);
  const passed = unansweredMarks(costOf(project)).filter((answer) => answer.month !== month);
  return set.monthly ? [...earlier, ...passed, ...reached] : reached;
}

/** Whether a budget allows as much in as long, until whenever. */
function allowsSame(budget: Budget, amount: Amount, isMonthly: boolean): boolean {
  return isSameAmount(budget.amount, amount) && budget.isMonthly === isMonthly;
}

function isMore(a: Amount, b: Amount): boolean {
  if (isMoney(a)) return isMoney(b) && a.currency === b.currency && a.minor > b.minor;
  return !isMoney(b) && a.hours > b.hours;
}

function seeMarks(draft: ProjectInProgress, { seen, because = '', at }: ProjectInput): Refusal | null {
  if (!seen) return null;
  const { marks, project } = draft;
  if (marks.length === 0) {
    return refuse(
      'nothing-to-see',
      project.budget === null
        ? `${project.name} has no budget.`
        : `Nothing about the budget of ${project.name} waits for an answer.`,
      `See: followup project ${quoteForShell(project.name)}`,
    );
  }
  draft.record({ type: 'BudgetSeen', because, answers: marks, at });
  return null;
}

function closeOrReopen(
  draft: ProjectInProgress,
  { close, reopen, because, at }: ProjectInput,
): Refusal | null {
  const { closedAt, name } = draft.project;
  if (close && reopen)
    return refuse('close-or-reopen', `Is ${name} to be closed or to go on?`, 'Say one of them.');
  if (close && closedAt === null) {
    const isOver = draft.marks.some(({ mark }) => mark === 'past') ? (true as const) : undefined;
    draft.record(defined({ type: 'ProjectClosed' as const, because: because || undefined, isOver, at }));
  }
  if (reopen && closedAt !== null) draft.record({ type: 'ProjectReopened', at });
  return null;
}

function rename(draft: ProjectInProgress, { name, at }: ProjectInput, situation: Situation): Refusal | null {
  const { project } = draft;
  if (name === undefined || name === project.name) return null;
  const namesake = projectCalled(
    name,
    [...situation.projects, ...situation.unstartedProjects].filter(
      (other) => other.uid !== project.uid && other.name !== project.name,
    ),
  );
  if (namesake) {
    return refuse('name-taken', `There is already a project ${namesake.name}.`, 'Use another name.');
  }
  const moved = renameIn(project.name, name, at, situation);
  draft.record({ type: 'ProjectDetailsChanged', name, at });
  draft.changes.push(...moved);
  return null;
}

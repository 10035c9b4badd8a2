import type { Amount } from '../base/amount.ts';
import { defined } from '../base/defined.ts';
import type { Money } from '../base/money.ts';
import type { Instant } from '../time/moment.ts';
import { type AnsweredMark, ignoreUnknown, type ProjectEvent } from './events.ts';
import { addSpent, NOTHING_SPENT, type Spent } from './spent.ts';

/** What a project may cost. */
export interface Budget {
  /** In all, or in each whole month. */
  readonly amount: Amount;
  readonly isMonthly: boolean;
  /** The first and the last day that it covers, as ISO dates in the client's zone; it may have no end. */
  readonly since: string;
  readonly until: string | null;
  readonly setAt: Instant;
  /** The marks that were answered, so that they are not told again. */
  readonly answers: readonly AnsweredMark[];
}

/**
 * Work for a client under one name. Commitments belong to it by that name; what was spent on it is spent on them, and on
 * the project itself, which the fields of `Spent` are about.
 */
export interface Project extends Spent {
  readonly uid: string;
  readonly name: string;
  /** The uid of the client; null if it is for nobody. */
  readonly client: string | null;
  readonly startedAt: Instant;
  /** What an hour of work on it costs; null if that was not said. */
  readonly rate: Money | null;
  readonly budget: Budget | null;
  readonly closedAt: Instant | null;
  /** Whether an overrun waited for an answer when it was closed, and still does. */
  readonly isClosedOver: boolean;
  /** The uids of the projects that were merged into it. */
  readonly merged: readonly string[];
}

/** The uid of a name that commitments give their project before it is one. */
const NOT_STARTED = '';

/** A name that commitments give their project, as the project that it would be. */
export function unstartedProject(name: string, client: string | null, since: Instant): Project {
  return newProject(NOT_STARTED, name, client, since);
}

/** Whether a project is more than a name of commitments. */
export function isStarted({ uid }: Project): boolean {
  return uid !== NOT_STARTED;
}

/** A project about which only the name is known. */
export function newProject(uid: string, name: string, client: string | null, startedAt: Instant): Project {
  return {
    uid,
    name,
    client,
    startedAt,
    rate: null,
    budget: null,
    closedAt: null,
    isClosedOver: false,
    merged: [],
    ...NOTHING_SPENT,
  };
}

/** Applies one event to a project; null once it is merged into another. Never throws. */
export function evolveProject(state: Project | null, event: ProjectEvent, uid: string): Project | null {
  if (event.type === 'ProjectStarted') {
    return state ?? newProject(uid, event.name, event.client ?? null, event.at);
  }
  if (state === null) return null;
  switch (event.type) {
    case 'ProjectDetailsChanged': {
      const { name, client, rate } = event;
      return { ...state, ...defined({ name, client, rate }) };
    }
    case 'BudgetSet': {
      const { amount, monthly = false, since, until = null, at: setAt, answers = [] } = event;
      return {
        ...state,
        budget: { amount, isMonthly: monthly, since, until, setAt, answers },
        isClosedOver: false,
      };
    }
    case 'BudgetRemoved':
      return { ...state, budget: null, isClosedOver: false };
    case 'BudgetSeen': {
      const { budget } = state;
      if (budget === null) return state;
      const added = event.answers.filter((answer) => !isAnswered(budget, answer));
      return {
        ...state,
        budget: { ...budget, answers: [...budget.answers, ...added] },
        isClosedOver: false,
      };
    }
    case 'SpentOnProject':
      return { ...state, ...addSpent(state, event.amount) };
    case 'ProjectClosed':
      return { ...state, closedAt: event.at, isClosedOver: event.isOver ?? false };
    case 'ProjectReopened':
      return { ...state, closedAt: null, isClosedOver: false };
    case 'ProjectAdopted':
      return state.merged.includes(event.project)
        ? state
        : { ...state, merged: [...state.merged, event.project] };
    case 'ProjectMerged':
      return null;
    default:
      return ignoreUnknown(event, state);
  }
}

/** Whether a mark was answered. Whoever knows that a budget is past knows that it was nearly used, and likely to be. */
export function isAnswered({ answers }: Budget, { mark, month }: AnsweredMark): boolean {
  return answers.some((answer) => answer.month === month && (answer.mark === mark || answer.mark === 'past'));
}

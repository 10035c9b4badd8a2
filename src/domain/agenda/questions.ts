import type { ProjectCost } from '../planning/project-cost.ts';
import { type Commitment, isOverdue, isTalk, isUnpriced } from '../streams/commitment.ts';
import type { QuestionNumber } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import { projectCalled } from '../streams/match-project.ts';
import type { GivenAnswer } from '../streams/review.ts';
import type { Instant } from '../time/moment.ts';
import type { AttentionLine, LineOf } from './attention.ts';
import { recentSince } from './recent.ts';

/** A fact that is a reason to say no. The views put it into words. */
export interface Evidence {
  readonly fact:
    | 'complaint'
    | 'update-overdue'
    | 'promise-overdue'
    | 'unanswered'
    | 'quiet'
    | 'last-answer'
    | 'not-accepted'
    | 'reopened'
    | 'late'
    | 'missed'
    | 'at-risk'
    | 'moved'
    | 'over-budget'
    | 'over-estimate'
    | 'unpriced'
    | 'delivered-unpriced';
  /** The uid of the client concerned, if any. */
  readonly client: string | null;
  readonly commitment: Commitment | null;
  /** When the fact began, if it lasts. */
  readonly since: Instant | null;
  /** The last answer, if the fact is that it was not yes. */
  readonly given?: GivenAnswer;
  /** The line about a budget, if the fact is one. */
  readonly budget?: LineOf<'over-budget'>;
  /** The probability that a date in danger is kept. */
  readonly chance?: number;
  /** The work that was delivered without an approved price. */
  readonly delivered?: readonly Commitment[];
}

export const QUESTIONS: Readonly<Record<QuestionNumber, string>> = {
  1: 'Is your client happy?',
  2: 'Is your work correct?',
  3: 'Is it on time?',
  4: 'Is it on budget?',
};

/** One of the four questions, with the reasons to say no. */
export interface Question {
  readonly number: QuestionNumber;
  readonly question: string;
  readonly evidence: readonly Evidence[];
}

/** What the facts are taken from. */
export interface Facts {
  readonly now: Instant;
  readonly lines: readonly AttentionLine[];
  readonly open: readonly Commitment[];
  /** Extra work that was delivered without an approved price, however long ago. */
  readonly deliveredUnpriced: readonly Commitment[];
  /** Closed commitments; those that were not closed lately do not matter. */
  readonly closed: readonly Commitment[];
  /** The projects with a budget. */
  readonly projects: readonly ProjectCost[];
  /** The answers given before today. */
  readonly before: readonly GivenAnswer[];
}

/** The four questions in order, each with the facts that are reasons to say no. */
export function fourQuestions({
  now,
  lines,
  open,
  deliveredUnpriced,
  closed,
  projects,
  before,
}: Facts): Question[] {
  const recently = recentSince(now);
  const recent = closed.filter(({ closedAt }) => closedAt !== null && closedAt >= recently);
  return [
    {
      number: 1,
      question: QUESTIONS[1],
      evidence: [
        ...open.filter(({ kind }) => kind === 'complaint').map((c) => evidence('complaint', c, c.createdAt)),
        ...unhappiness(lines),
        ...unhappyAnswers(before),
      ],
    },
    {
      number: 2,
      question: QUESTIONS[2],
      evidence: [
        ...recent.filter(isNotAccepted).map((c) => evidence('not-accepted', c, c.closedAt)),
        ...open
          .filter((c) => KIND_TRAITS[c.kind].owedBy === 'me' && c.reopened > 0 && !isTalk(c))
          .map((c) => evidence('reopened', c, null)),
      ],
    },
    {
      number: 3,
      question: QUESTIONS[3],
      evidence: [
        ...open.filter((c) => isOverdue(c, now)).map((c) => evidence('late', c, c.due?.at ?? null)),
        ...lines.filter(isMissedByMe).map((line) => evidence('missed', line.commitment, line.since)),
        ...lines.filter((line) => line.reason === 'at-risk').map(dangerOf),
        ...open
          .filter((c) => c.moves > 0 && !isOverdue(c, now))
          .map((c) => evidence('moved', c, c.agreement?.at ?? null)),
      ],
    },
    {
      number: 4,
      question: QUESTIONS[4],
      evidence: [
        ...lines.filter((line) => line.reason === 'over-budget').map(overrunOf),
        ...unpaidDeliveries(deliveredUnpriced),
        ...open.filter(isUnpriced).map((c) => evidence('unpriced', c, c.createdAt)),
        // Where there is a budget, it says what the work may cost.
        ...[...open, ...recent]
          .filter(({ estimate, spentHours }) => estimate !== null && spentHours > estimate.hours)
          .filter(
            ({ project }) =>
              project === null ||
              !projectCalled(
                project,
                projects.map((cost) => cost.project),
              ),
          )
          .sort((a, b) => a.number - b.number)
          .map((c) => evidence('over-estimate', c, null)),
      ],
    },
  ];
}

function dangerOf({ commitment, risk }: LineOf<'at-risk'>): Evidence {
  const { client } = commitment;
  return { fact: 'at-risk', client, commitment, since: null, chance: risk.chance };
}

/** For each client, what was delivered to them that nobody there has agreed to pay for. */
function unpaidDeliveries(delivered: readonly Commitment[]): Evidence[] {
  const clients = [...new Set(delivered.map(({ client }) => client))];
  return clients.map((client) => {
    const own = delivered.filter((each) => each.client === client);
    const since = own.map(({ closedAt }) => closedAt).sort()[0] ?? null;
    return { fact: 'delivered-unpriced', client, commitment: null, since, delivered: own };
  });
}

function overrunOf(budget: LineOf<'over-budget'>): Evidence {
  return { fact: 'over-budget', client: budget.counterpart, commitment: null, since: null, budget };
}

/** Whether something was handed over or put right that they have not said to be right. */
/** Whether times of what I promise again and again were missed. */
function isMissedByMe(line: AttentionLine): line is LineOf<'missed'> {
  return line.reason === 'missed' && KIND_TRAITS[line.commitment.kind].owedBy === 'me';
}

function isNotAccepted({ kind, state }: Commitment): boolean {
  return state === 'done' && (kind === 'complaint' || KIND_TRAITS[kind].ballWhenDone === 'them');
}

/** The latest answers to the first question, by client and overall, that were not yes. */
function unhappyAnswers(before: readonly GivenAnswer[]): Evidence[] {
  const last = new Map(before.filter(({ number }) => number === 1).map((given) => [given.client, given]));
  return [...last.values()]
    .filter(({ answer }) => answer !== 'yes')
    .map((given) => ({
      fact: 'last-answer',
      client: given.client,
      commitment: null,
      since: given.at,
      given,
    }));
}

/** The fact in a line that makes a client unhappy, if it is one. */
function unhappyFact({ reason, severity }: AttentionLine): Evidence['fact'] | null {
  if (reason === 'reply') return 'unanswered';
  if (severity !== 'overdue') return null;
  switch (reason) {
    case 'update':
      return 'update-overdue';
    case 'promise':
      return 'promise-overdue';
    case 'quiet-client':
      return 'quiet';
    default:
      return null;
  }
}

function unhappiness(lines: readonly AttentionLine[]): Evidence[] {
  const found: Evidence[] = [];
  for (const line of lines) {
    const fact = unhappyFact(line);
    if (!fact) continue;
    const { commitment, counterpart, since } = line;
    found.push({ fact, client: commitment?.client ?? counterpart, commitment, since });
  }
  return found;
}

function evidence(fact: Evidence['fact'], commitment: Commitment, since: Instant | null): Evidence {
  return { fact, client: commitment.client, commitment, since };
}

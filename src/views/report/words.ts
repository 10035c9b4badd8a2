import type { ReportAsk, ReportStep } from '../../domain/report/client-report.ts';

/**
 * The words that reports are made of in one language. What stands in braces is put in: a date, a price, a name, words of the record.
 */
export interface ReportWords {
  readonly title: string;
  readonly asOf: string;
  readonly since: string;
  readonly everything: string;
  readonly preparedBy: string;
  /** What marks the pages that are not for the client. */
  readonly internal: string;
  readonly allClients: string;
  /** The three things that are said at the top, with what to say where there is nothing. */
  readonly nextWord: string;
  readonly noNextWord: string;
  readonly openCount: string;
  readonly lateCount: string;
  readonly noneLate: string;
  readonly keptDates: string;
  readonly keptOf: string;
  readonly cameDue: string;
  readonly noneCameDue: string;
  readonly sections: Readonly<Record<SectionName, string>>;
  readonly nothing: Readonly<Record<'open' | 'asks', string>>;
  readonly columns: Readonly<Record<ColumnName, string>>;
  readonly states: Readonly<Record<ReportState, string>>;
  readonly asks: Readonly<Record<ReportAsk['ask'] | 'price-by', string>>;
  readonly steps: Readonly<Record<ReportStep['step'] | 'asked-by' | 'countered-by', string>>;
  /** What is added to a step, or to a date. */
  readonly dependsOnIt: string;
  readonly theySaid: string;
  readonly why: string;
  readonly wantedBy: string;
  readonly offered: string;
  readonly before: string;
  /** What is added to the state of what was finished late. */
  readonly afterDate: string;
  readonly acceptedAfterDate: string;
  /** A day that was said elsewhere, and until when it lasts here. */
  readonly until: string;
  /** What a picture of dates that moved shows, in words. */
  readonly movedPicture: string;
  readonly budgetOver: string;
}

export type SectionName = 'open' | 'asks' | 'finished' | 'moved' | 'budget' | 'story' | 'clients';

export type ColumnName =
  | 'what'
  | 'state'
  | 'date'
  | 'next'
  | 'needed'
  | 'by'
  | 'result'
  | 'on'
  | 'change'
  | 'why'
  | 'day'
  | 'event'
  | 'project'
  | 'budget'
  | 'used'
  | 'left'
  | 'client'
  | 'open'
  | 'late'
  | 'waiting'
  | 'kept'
  | 'next-word';

/** How something stands, as it is said to the client. */
export type ReportState =
  | 'asked'
  | 'offered'
  | 'agreed'
  | 'late'
  | 'answer-owed'
  | 'complaint'
  | 'complaint-offered'
  | 'complaint-agreed'
  | 'delivered'
  | 'kept'
  | 'received'
  | 'answered'
  | 'settled'
  | 'spoken'
  | 'accepted'
  | 'dropped'
  | 'missed';

import type { Client } from '../streams/client.ts';
import type { QuestionNumber } from '../streams/events.ts';
import type { DayAnswer } from '../streams/review.ts';
import type { StandingOutlook } from '../streams/standing-outlook.ts';
import type { Day } from '../time/calendar.ts';
import type { Instant } from '../time/moment.ts';
import type { Figures } from './figures.ts';
import type { KeptInMonth } from './groups.ts';
import type { Silence } from './longest-silence.ts';
import type { SpentOn } from './spent-on.ts';

/** Of whom figures are, and from when on; null means of all, and from the beginning. */
export interface Scope {
  readonly client: Client | null;
  readonly since: Instant | null;
}

/** Everything that the record says, of one client or of all. */
export interface Statistics extends Scope {
  readonly figures: Figures;
  readonly byMonth: readonly KeptInMonth[];
  /** The longest silence towards a client, by uid; null if there was none. */
  readonly silence: (Silence & { readonly client: string }) | null;
  readonly spent: readonly SpentOn[];
  readonly answers: ReadonlyMap<Day, ReadonlyMap<QuestionNumber, DayAnswer>>;
  /** What is or was promised again and again and has come at least once. */
  readonly standings: readonly StandingOutlook[];
  /** When the first of it was recorded; null if there is nothing. */
  readonly beganAt: Instant | null;
}

import type { Moment } from '../time/moment.ts';
import type { TimedEvent } from './timed-event.ts';

/** Where the proof of something is, and for a file, what was in it then. */
export interface Evidence {
  /** A path in full, or a web address as it was given. */
  readonly link: string;
  /** The size of the file in bytes. */
  readonly bytes?: number;
  /** Its SHA-256, in hexadecimal digits. */
  readonly sha256?: string;
}

/** They were told that without an objection by then, what was delivered counts as accepted. */
export interface ReviewWindowOpened extends TimedEvent {
  readonly type: 'ReviewWindowOpened';
  readonly until: Moment;
}

import type { Instant } from '../time/moment.ts';
import type { Channel } from './channel.ts';

/** In every event `at` is when it was said or done, which may be earlier than when it was recorded. */
export interface TimedEvent {
  readonly at: Instant;
  readonly via?: Channel;
}

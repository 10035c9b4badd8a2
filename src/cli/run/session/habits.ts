import { defined } from '../../../domain/base/defined.ts';
import { memoize } from '../../../domain/base/memo.ts';
import { CHANNELS } from '../../../domain/streams/channel.ts';
import type { WorkCalendar } from '../../../domain/time/calendar.ts';
import { hoursOfWork } from '../../../domain/time/duration.ts';
import type { ClockSettings, PlanningSettings } from '../../../domain/time/settings.ts';
import type { SettingKey } from '../../../input/settings.ts';
import type { Settings } from './settings.ts';

/** How often a client is updated, how long to wait for them, and how dates for them are found. */
export interface Habits {
  readonly clocks: ClockSettings;
  readonly planning: PlanningSettings;
}

/** The habits for each client and, under null, the general ones; each is computed once. */
export function habitsFrom(settings: Settings, usualCalendar: () => WorkCalendar) {
  const habitsOf = memoize((client: string | null): Habits => {
    // Most clients have no settings of their own, and share the general habits.
    if (client !== null && Object.keys(settings.ownOf(client)).length === 0) return habitsOf(null);
    const setting = <K extends SettingKey>(key: K) => settings.valueFor(client, key);
    return {
      clocks: {
        chaseAfter: setting('chase.after'),
        updateEvery: setting('update.every'),
        replyWithin: setting('reply.within'),
        replyWithinBy: defined(
          Object.fromEntries(CHANNELS.map((via) => [via, settings.replyWithinOn(client, via) ?? undefined])),
        ),
        quietAfter: setting('quiet.after'),
        warnBefore: setting('warn.before'),
        aftercare: setting('aftercare'),
      },
      planning: {
        confidence: setting('offer.confidence'),
        buffer: setting('offer.buffer'),
        // A day of work in a setting is a working day.
        usualHours: hoursOfWork(setting('offer.effort'), usualCalendar()),
      },
    };
  });
  return habitsOf;
}

import { orThrow, Refusal } from '../../../domain/base/refusal.ts';
import { type Away, withAway } from '../../../domain/streams/away.ts';
import { type Day, type DayOff, dateOf, localDay, type WorkCalendar } from '../../../domain/time/calendar.ts';
import type { Instant } from '../../../domain/time/moment.ts';
import { readSetting } from '../../../input/settings.ts';
import { using } from '../../../store/db.ts';
import { readAway } from '../../../store/tables/away.ts';
import { readClock } from '../../../system/clock.ts';
import type { Io } from '../../../system/io.ts';
import type { DatabaseFile } from './database-file.ts';
import type { Settings } from './settings.ts';
import { zoneOf } from './zone.ts';

/** The current time of a run and its working calendar, each computed on first use. */
export class WorkingTime {
  private loadedNow: Instant | null = null;
  private loadedUsualCalendar: WorkCalendar | null = null;
  private loadedAway: readonly Away[] | null = null;
  private loadedCalendar: WorkCalendar | null = null;
  /**
   * An unusable region is refused only when the calendar is needed, so that the setting can still be
   * corrected.
   */
  private holidays: ReadonlyMap<Day, DayOff> | Refusal = new Map();

  constructor(
    private readonly io: Io,
    private readonly settings: Settings,
    private readonly database: DatabaseFile,
  ) {}

  get now(): Instant {
    this.loadedNow ??= readClock(this.io, this.usualCalendar);
    return this.loadedNow;
  }

  /** Lets time pass in a run that asks one question after another. */
  refreshClock(): void {
    this.loadedNow = null;
  }

  /** The working calendar, with holidays and the days away in the file. */
  get calendar(): WorkCalendar {
    this.loadedCalendar ??= this.makeCalendar();
    return this.loadedCalendar;
  }

  /** The working calendar as configured, without any days off. */
  get usualCalendar(): WorkCalendar {
    this.loadedUsualCalendar ??= this.makeUsualCalendar();
    return this.loadedUsualCalendar;
  }

  /** A holiday within a period away remains a holiday. */
  private makeCalendar(): WorkCalendar {
    return withAway({ ...this.usualCalendar, daysOff: orThrow(this.holidays) }, this.away);
  }

  private makeUsualCalendar(): WorkCalendar {
    const zone = zoneOf(this.io.env, this.settings.texts.get('zone'));
    return {
      zone,
      offsetAt: this.io.offsetsOf(zone),
      week: this.settings.week,
      daysOff: new Map(),
    };
  }

  /**
   * The days away that were in the file when the run began. A file that cannot be used is not refused here:
   * reading a date does not need it, and everything else opens it.
   */
  get away(): readonly Away[] {
    try {
      const db = this.database.open('read');
      this.loadedAway ??= using(db, () => readAway(db));
      return this.loadedAway;
    } catch (error) {
      if (error instanceof Refusal && error.kind === 'database') return [];
      throw error;
    }
  }

  /** Loads the public holidays of the configured region. */
  async loadHolidays(): Promise<void> {
    const region = this.settings.texts.get('work.holidays') ?? '';
    this.holidays = region === '' ? new Map() : await this.readHolidays(region);
  }

  private async readHolidays(region: string): Promise<ReadonlyMap<Day, DayOff> | Refusal> {
    const { holidayCacheFolder, loadHolidays } = await import('../../../system/holidays.ts');
    try {
      const { year } = dateOf(localDay(this.usualCalendar, this.now));
      const folder = holidayCacheFolder(this.io.env);
      const holidays = await loadHolidays(readSetting('work.holidays', region), year, folder);
      return new Map(
        [...holidays].map(([day, [name = null, ...otherNames]]) => [
          day,
          { kind: 'holiday', name, otherNames },
        ]),
      );
    } catch (error) {
      if (error instanceof Refusal) return error;
      throw error;
    }
  }
}

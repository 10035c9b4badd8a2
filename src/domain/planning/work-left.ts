import { lazy, memoize } from '../base/memo.ts';
import type { Commitment } from '../streams/commitment.ts';
import type { Reckoning } from '../streams/events.ts';
import { KIND_TRAITS } from '../streams/kinds.ts';
import type { PlanningSettingsOf } from '../time/settings.ts';
import { overrunBy } from './overrun.ts';
import type { FinishedWork } from './work-history.ts';

/** Hours of work left and, if there is no estimate, where the assumed effort comes from. */
export interface WorkLeft {
  readonly hours: number;
  readonly assumedFrom?: NonNullable<Reckoning['assumedFrom']>;
}

/** The properties of work that determine how much of it is left. */
export type Workable = Pick<Commitment, 'kind' | 'client' | 'estimate' | 'spentHours'>;

/** Work that nobody has begun. */
export function newWork(
  kind: Workable['kind'],
  client: string | null = null,
  estimateHours: number | null = null,
): Workable {
  const estimate = estimateHours === null ? null : { hours: estimateHours };
  return { kind, client, estimate, spentHours: 0 };
}

/**
 * Computes how much work is left: the estimate less the hours spent, but no less than such work usually still
 * takes by then (see `overrunBy`). A request without an estimate takes as long as past work did: the median for
 * its client, else for all clients, else the setting. A promise without an estimate is a small thing that needs
 * no planning.
 */
export function workLeftBy(
  finished: readonly FinishedWork[],
  settingsOf: PlanningSettingsOf,
): (work: Workable) => WorkLeft {
  const spent = finished.filter(({ spentHours }) => spentHours > 0);
  const usual = lazy(() => median(spent));
  const usualFor = memoize((client: string) => median(spent.filter((past) => past.client === client)));
  const overrun = lazy(() => overrunBy(finished));
  return ({ kind, client, estimate, spentHours }) => {
    const { isWork } = KIND_TRAITS[kind];
    const left = (whole: number) =>
      spentHours === 0 ? whole : Math.max(whole - spentHours, spentHours * overrun()(spentHours / whole));
    if (isWork === 'never') return { hours: 0 };
    if (estimate !== null) return { hours: left(estimate.hours) };
    if (isWork === 'if-estimated') return { hours: 0 };
    const forClient = client === null ? null : usualFor(client);
    if (forClient !== null) return { hours: left(forClient), assumedFrom: 'client' };
    const forAll = usual();
    if (forAll !== null) return { hours: left(forAll), assumedFrom: 'all' };
    return { hours: left(settingsOf(client).usualHours), assumedFrom: 'setting' };
  };
}

function median(works: readonly FinishedWork[]): number | null {
  const sorted = works.map(({ spentHours }) => spentHours).sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : (upper + lower) / 2;
}

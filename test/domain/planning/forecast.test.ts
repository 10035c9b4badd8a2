import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../src/domain/planning/context.ts';
import { forecast } from '../../../src/domain/planning/forecast.ts';
import { overrunBy } from '../../../src/domain/planning/overrun.ts';
import type { Planned } from '../../../src/domain/planning/queue.ts';
import { trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import { finishedTasks, openWorkSince } from '../../../src/domain/planning/work-history.ts';
import {
  addWorkingMinutes,
  endOfWork,
  isWorkingDay,
  localDay,
  workingMinutesBetween,
} from '../../../src/domain/time/calendar.ts';
import type { Instant, Moment } from '../../../src/domain/time/moment.ts';
import { NOW } from '../../support/situation.ts';
import { anyWorkload, request, withLearnedBuffer } from '../../support/workload.ts';

/** The definition of a forecast, written without regard to speed. */
function definitionOf({ calendar, open, finished, planningSettingsOf, focus }: Workload) {
  const record = trackRecordOf(finishedTasks(finished, openWorkSince(open), calendar), {
    dayHours: 8,
    focus,
  });
  const until = (at: Instant) => workingMinutesBetween(calendar, NOW, at) / 480;

  const left = ({ client, estimate, spentHours }: Planned) => {
    const usual = (works: typeof finished) => {
      const hours = works.map((each) => each.spentHours).sort((a, b) => a - b);
      return hours.length === 0
        ? null
        : ((hours[Math.floor(hours.length / 2)] ?? 0) + (hours[Math.ceil(hours.length / 2) - 1] ?? 0)) / 2;
    };
    const whole =
      estimate?.hours ??
      usual(finished.filter((each) => each.client === client)) ??
      usual(finished) ??
      planningSettingsOf(client).usualHours;
    return spentHours === 0
      ? whole
      : Math.max(whole - spentHours, spentHours * overrunBy(finished)(spentHours / whole));
  };
  const dated = open.flatMap((each) => {
    const date = each.due ?? (each.offer && each.offer.date.at > NOW ? each.offer.date : null);
    return date ? [{ each, at: date.at, hours: left(each) }] : [];
  });
  type Dated = (typeof dated)[number];
  const inOrder = (works: readonly Dated[]) =>
    works.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.each.number - b.each.number));
  /** All that is done before a piece of work, itself included: what is not later, but small work passes late work. */
  const needed = (works: readonly Dated[], work: Dated) => {
    const queue = inOrder(works);
    return queue
      .slice(0, queue.indexOf(work) + 1)
      .filter((other) => other === work || work.hours > 2 || work.at < NOW || other.at >= NOW);
  };
  const finish = (works: readonly Dated[], work: Dated) => {
    const before = needed(works, work);
    return record.elapsed(
      before.length,
      before.reduce((sum, { hours }) => sum + hours, 0),
    );
  };
  const chance = (works: readonly Dated[], work: Dated) => finish(works, work).chance(until(work.at));
  const confidence = ({ each }: Dated) => planningSettingsOf(each.client).confidence;
  /** Those that a change delays so that they are no longer sure enough. */
  const slips = (before: readonly Dated[], after: readonly Dated[], commitment: Planned) =>
    after.filter((work) => {
      if (work.each.uid === commitment.uid) return false;
      const hours = (works: readonly Dated[]) =>
        needed(works, work).find(({ each }) => each.uid === commitment.uid)?.hours ?? 0;
      return hours(after) > hours(before) && chance(after, work) < confidence(work);
    });
  const others = (commitment: Planned) => dated.filter(({ each }) => each.uid !== commitment.uid);

  return {
    queue: () => inOrder(dated).map((work) => ({ ...work, chance: chance(dated, work) })),
    /** The first working day, not before that of promised work, that can be kept and makes nothing slip. */
    offerFor: (commitment: Planned) => {
      const mine = { each: commitment, hours: left(commitment) };
      const { confidence: sure } = planningSettingsOf(commitment.client);
      const own = dated.find(({ each }) => each.uid === commitment.uid);
      // Promised work does not come before what was promised earlier.
      const first = own && commitment.state === 'agreed' ? inOrder(dated).indexOf(own) : 0;
      for (let days = 0; days < 2000; days++) {
        const at = endOfWork(calendar, localDay(calendar, NOW) + days);
        const work = { ...mine, at };
        const after = [...others(commitment), work];
        if (!isWorkingDay(calendar, localDay(calendar, at)) || inOrder(after).indexOf(work) < first) continue;
        // What is only offered makes way like new work.
        const before = commitment.state === 'agreed' ? dated : others(commitment);
        const isFine = mine.hours <= 2 || slips(before, after, commitment).length === 0;
        if (isFine && at > NOW && chance(after, work) >= sure) return at;
      }
      return null;
    },
    judge: (commitment: Planned, date: Moment) => {
      const work = { each: commitment, hours: left(commitment), at: date.at };
      const after = [...others(commitment), work];
      return {
        chance: chance(after, work),
        slips: slips(dated, after, commitment).map(({ each }) => each.uid),
      };
    },
  };
}

describe('the forecast of any workload', () => {
  const newOne = (hours: number) => ({ ...request(99, hours, null), wantedBy: null });

  it('has the queue and the chances of its definition', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const { queue, chanceOf } = forecast(workload);
        expect(queue.map((work) => [work.commitment.number, work.hours, chanceOf(work)])).toEqual(
          definitionOf(workload)
            .queue()
            .map(({ each, hours, chance }) => [each.number, hours, chance]),
        );
      }),
    );
  });
  it('offers the first day that its definition allows', () => {
    fc.assert(
      fc.property(anyWorkload, fc.integer({ min: 1, max: 40 }), (given, hours) => {
        const workload = withLearnedBuffer(given);
        const ahead = forecast(workload);
        const definition = definitionOf(workload);
        for (const commitment of [newOne(hours), ...workload.open]) {
          const { date } = ahead.propose({ ...commitment, wantedBy: null });
          expect(date.at).toEqual(definition.offerFor(commitment));
        }
      }),
    );
  });
  it('judges a date as its definition does', () => {
    const when = fc.integer({ min: -10, max: 400 });
    fc.assert(
      fc.property(anyWorkload, fc.integer({ min: 1, max: 40 }), when, (workload, hours, quarters) => {
        const at = addWorkingMinutes(workload.calendar, NOW, Math.max(0, quarters * 15));
        const date: Moment = { at, zone: 'UTC', grain: 'time' };
        for (const commitment of [newOne(hours), ...workload.open]) {
          const { chance, slips } = forecast(workload).judge(commitment, date);
          const expected = definitionOf(workload).judge(commitment, date);
          expect(chance).toBeCloseTo(expected.chance, 12);
          expect(slips.map((slip) => slip.commitment.uid).sort()).toEqual(expected.slips.sort());
        }
      }),
    );
  });
});

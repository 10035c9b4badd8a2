import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Workload } from '../../../src/domain/planning/context.ts';
import { forecast } from '../../../src/domain/planning/forecast.ts';
import type { Planned } from '../../../src/domain/planning/queue.ts';
import { trackRecordOf } from '../../../src/domain/planning/track-record.ts';
import { finishedTasks, openWorkSince } from '../../../src/domain/planning/work-history.ts';
import {
  addWorkingMinutes,
  endOfWork,
  localDay,
  workingMinutesBetween,
} from '../../../src/domain/time/calendar.ts';
import { addDuration } from '../../../src/domain/time/duration.ts';
import { type Instant, latest, type Moment } from '../../../src/domain/time/moment.ts';
import { NOW } from '../../support/situation.ts';
import { anyWorkload, request } from '../../support/workload.ts';

/** The definition of a forecast, written without regard to speed. */
function definitionOf({ calendar, open, finished, planningSettingsOf, focus }: Workload) {
  const record = trackRecordOf(finishedTasks(finished, openWorkSince(open), calendar), {
    dayHours: 8,
    focus,
  });
  const until = (at: Instant) => workingMinutesBetween(calendar, NOW, at) / 480;
  const after = (days: number) => addWorkingMinutes(calendar, NOW, days * 480);
  const wholeDay = (at: Instant) => latest(at, endOfWork(calendar, localDay(calendar, at)));

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
    return Math.max(whole - spentHours, 0.1 * whole);
  };
  const queueWithout = (commitment?: Planned) => {
    const dated = open.flatMap((each) => {
      const date = each.due ?? (each.offer && each.offer.date.at > NOW ? each.offer.date : null);
      return date && each.uid !== commitment?.uid ? [{ each, at: date.at, hours: left(each) }] : [];
    });
    dated.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.each.number - b.each.number));
    return dated.map((work, index) => ({
      ...work,
      confidence: planningSettingsOf(work.each.client).confidence,
      through: dated.slice(0, index + 1).reduce((sum, { hours }) => sum + hours, 0),
      chance: (more: number[] = []) =>
        record
          .elapsed(
            index + 1 + more.length,
            [...dated.slice(0, index + 1).map(({ hours }) => hours), ...more].reduce((a, b) => a + b, 0),
          )
          .chance(until(work.at)),
    }));
  };
  type Queue = ReturnType<typeof queueWithout>;
  const falls = (work: Queue[number], hours: number) =>
    work.chance() > 0.5 && work.chance([hours]) < Math.min(work.confidence, work.chance());
  const at = (others: Queue, place: number, commitment: Planned) => {
    const { buffer, confidence } = planningSettingsOf(commitment.client);
    const finish = record.elapsed(place + 1, (others[place - 1]?.through ?? 0) + left(commitment));
    const likely = finish.quantile(0.5);
    const buffered =
      buffer === 'learned'
        ? Math.max(likely, finish.quantile(confidence))
        : 'share' in buffer
          ? likely * (1 + buffer.share)
          : until(addDuration(calendar, after(likely), buffer.duration));
    const date = wholeDay(after(buffered));
    const before = others[place - 1]?.at ?? NOW;
    return { place, finish, date: before <= date ? date : wholeDay(before) };
  };
  const placeOf = (others: Queue, date: Instant) => others.filter((other) => other.at <= date).length;

  return {
    queue: queueWithout(),
    offerFor: (commitment: Planned) => {
      const others = queueWithout(commitment);
      let place = others.length;
      for (let last = others.at(-1); last && !falls(last, left(commitment)); last = others[place - 1]) {
        place--;
        if (place === 0) break;
      }
      for (;;) {
        const plan = at(others, place, commitment);
        const due = placeOf(others, plan.date);
        if (due <= place) return plan;
        place = due;
      }
    },
    judge: (commitment: Planned, date: Moment) => {
      const others = queueWithout(commitment);
      const place = placeOf(others, date.at);
      return {
        chance: at(others, place, commitment).finish.chance(until(date.at)),
        endangered: others.slice(place).filter((other) => falls(other, left(commitment))),
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
        expect(queue.map((work) => [work.commitment.number, work.hoursThrough, chanceOf(work)])).toEqual(
          definitionOf(workload).queue.map(({ each, through, chance }) => [each.number, through, chance()]),
        );
      }),
    );
  });
  it('offers the date of its definition, for new work and for work in the queue', () => {
    fc.assert(
      fc.property(anyWorkload, fc.integer({ min: 1, max: 40 }), (workload, hours) => {
        const ahead = forecast(workload);
        const definition = definitionOf(workload);
        for (const commitment of [
          newOne(hours),
          ...workload.open.map((each) => ({ ...each, wantedBy: null })),
        ]) {
          const { date, reckoning } = ahead.propose(commitment);
          const { place, date: expected } = definition.offerFor(commitment);
          expect([date.at, reckoning.ahead.length]).toEqual([expected, place]);
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
        const { chance, slips } = forecast(workload).judge(newOne(hours), date);
        const expected = definitionOf(workload).judge(newOne(hours), date);
        expect(chance).toBe(expected.chance);
        const endangered = expected.endangered.map(({ each }) => each.uid);
        expect(endangered).toEqual(expect.arrayContaining(slips.map(({ commitment }) => commitment.uid)));
      }),
    );
  });
});

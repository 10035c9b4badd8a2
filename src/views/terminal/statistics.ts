import type { EstimateFigures } from '../../domain/statistics/figures.ts';
import { spentBy } from '../../domain/statistics/spent-on.ts';
import type { Statistics } from '../../domain/statistics/statistics.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { rounded, sayCount, sayWorkingDays } from '../words/amount.ts';
import { saySum } from '../words/project.ts';
import { sayRecurring } from '../words/recurring.ts';
import { sayStanding } from '../words/standing.ts';
import { sayDays, sayLengths, sayPace, sayShareWithBounds } from '../words/statistics.ts';
import { showAnswerTrend } from './answer-trend.ts';
import { showBands, showCalibration } from './calibration.ts';
import { showDateRecord, showDropped, showKeptByMonth } from './date-record.ts';
import { figureLine, showBars } from './figure-lines.ts';
import { wrap } from './width.ts';

/** A part of the screen: its heading, what the first screen has of it, and what `--all` adds. */
interface Section {
  readonly heading: string;
  readonly first: readonly string[];
  readonly more?: readonly string[];
  /** What is to be recorded for it, where it has nothing to say. */
  readonly missing: string;
}

/** How many clients have a bar on the first screen. */
const FIRST_BARS = 3;

/** The whole record: the first screen, or with `all` everything. */
export function showStatistics(
  statistics: Statistics,
  { all }: { readonly all: boolean },
  view: ViewContext,
): string {
  const { style } = view;
  const head = [style.heading(headingOf(statistics, view))];
  const sections = sectionsOf(statistics, view).flatMap(({ heading, first, more = [], missing }) => {
    const lines = all ? [...first, ...more] : first;
    if (lines.length > 0) return [[style.heading(heading), ...lines]];
    return all ? [[style.heading(heading), ...wrap(missing, view.width - 2).map((line) => `  ${line}`)]] : [];
  });
  if (all) return [head, ...sections].map((lines) => lines.join('\n')).join('\n\n');
  const rest = `${style.command('fup stats --all')} ${style.quiet('has the rest; a line each:')} ${style.command('--by month|client|kind')}`;
  const parts = [head, ...sections, [rest]].map((lines) => lines.join('\n'));
  const roomy = parts.join('\n\n');
  // The last line is the prompt's.
  return roomy.split('\n').length < view.height ? roomy : parts.join('\n');
}

function headingOf({ client, since, beganAt }: Statistics, { calendar, now }: ViewContext): string {
  const from = since ?? beganAt;
  const of = client === null ? '' : ` with ${printable(client.name)}`;
  return `Your record${of}${from === null ? '' : ` since ${sayDay(localDay(calendar, from), calendar, now)}`}`;
}

function sectionsOf(statistics: Statistics, view: ViewContext): Section[] {
  const { figures, byMonth } = statistics;
  const { mine, theirs, estimates, offers } = figures;
  const hasDates = [mine, theirs].some(
    ({ kept, movedBefore, dropped }) => kept.of + movedBefore + dropped > 0,
  );
  return [
    {
      heading: 'Dates',
      first: hasDates ? [...showDateRecord(mine, theirs, view), ...showKeptByMonth(byMonth, view)] : [],
      more: showDropped(mine, theirs, view),
      missing: 'No date has come due yet. To record one: followup add TEXT --for CLIENT --agreed DATE',
    },
    {
      heading: 'How soon they hear',
      first: showWords(statistics, view),
      missing: 'Nothing to count yet: followup heard CLIENT TEXT --needs-reply, followup update ID TEXT',
    },
    {
      heading: 'As sure as you say?',
      first: [...showCalibration(offers, view), ...showEstimates(estimates, view)],
      more: showBands(offers, view),
      missing:
        'Offer a date without naming one (followup offer ID), and say how long work was thought to take and took (--estimate, done --took).',
    },
    ...whereTimeGoes(statistics, view),
    {
      heading: 'What keeps coming back',
      first: [],
      more: figures.topics.flatMap((topic) => figureLine(printable(topic.topic), sayRecurring(topic), view)),
      missing: 'Say what things come from: --topic on add, heard and complain, and done --would-remove TEXT',
    },
    {
      heading: 'Again and again',
      first: [],
      more: statistics.standings.flatMap((each) => wrap(`  ${sayStanding(each, view)}`, view.width, '    ')),
      missing: 'Nothing has come round yet: followup promise TEXT --to CLIENT --every "friday 4pm"',
    },
    {
      heading: 'The four questions',
      first: [],
      more: showAnswerTrend(statistics.answers, view),
      missing: 'Nothing was answered yet: followup review',
    },
  ];
}

function showEstimates({ ratios, within }: EstimateFigures, view: ViewContext): string[] {
  if (ratios.of === 0) return [];
  const times = sayLengths(ratios, (ratio) => `${rounded(ratio, 2)} times`);
  return figureLine('estimates', `took ${times} as long; within ${sayShareWithBounds(within)}`, view);
}

/** How soon they heard: answers, updates, and the longest silence. */
function showWords({ figures, silence }: Statistics, view: ViewContext): string[] {
  const { replies, updates } = figures;
  const { calendar, now } = view;
  const day = (at: string) => sayDay(localDay(calendar, at), calendar, now);
  return [
    ...(replies.lengths.of > 0
      ? figureLine(
          'replies',
          sayPace(replies, (hours) => `${rounded(hours, 1)} h`),
          view,
        )
      : []),
    ...(updates.lengths.of > 0 ? figureLine('updates', sayPace(updates, sayDays), view) : []),
    ...(silence
      ? figureLine(
          'silence',
          `longest ${sayWorkingDays(rounded(silence.workingDays, 1))}: ${printable(nameOf(silence.client, view) ?? '')}, ${day(silence.from)} to ${day(silence.to)}`,
          view,
        )
      : []),
  ];
}

function whereTimeGoes({ spent, figures }: Statistics, view: ViewContext): Section[] {
  const bars = (by: 'client' | 'project' | 'topic', none: string) =>
    spentBy(spent, by).map(({ key, ...sum }) => ({
      name: key === null ? none : printable((by === 'client' ? nameOf(key, view) : key) ?? none),
      size: sum.hours,
      amount: saySum(sum),
    }));
  const clients = bars('client', 'nobody');
  const named = (by: 'project' | 'topic', none: string) => {
    const all = bars(by, none);
    return all.length > 1 ? showBars(all, view) : [];
  };
  const { count, hours, money } = figures.favours;
  return [
    {
      heading: 'Where time goes',
      first: clients.length > 0 ? showBars(clients, view).slice(0, FIRST_BARS) : [],
      more: [
        ...(clients.length > FIRST_BARS ? showBars(clients, view).slice(FIRST_BARS) : []),
        ...named('project', 'no project'),
        ...named('topic', 'no topic'),
        ...(count > 0
          ? figureLine('given free', `${sayCount(count, 'thing')}, ${saySum({ hours, money })}`, view)
          : []),
      ],
      missing: 'Say what work took: followup spend ID 2h, followup done ID --took 3h',
    },
    {
      heading: 'Days lost',
      first: [],
      more: figures.lost.flatMap(({ who, workingDays, count: things }) =>
        figureLine(
          printable(nameOf(who, view) ?? ''),
          `${sayWorkingDays(workingDays)} in ${sayCount(things, 'thing')} that came late or did not come`,
          view,
        ),
      ),
      missing: 'Nothing of theirs was late. What they owe you: followup await TEXT --from CLIENT --by DATE',
    },
  ];
}

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
import { sayLengths, sayPace, sayShareWithBounds } from '../words/statistics.ts';
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
  /** Where it has nothing to say: why, and the commands that record what it is about. */
  readonly missing: readonly [why: string, ...commands: string[]];
}

/** How many clients have a bar on the first screen. */
const FIRST_BARS = 3;

const INDENT = '  ';

/** The whole record: the first screen, or with `all` everything. */
export function showStatistics(
  statistics: Statistics,
  { all }: { readonly all: boolean },
  view: ViewContext,
): string {
  const { style } = view;
  const head = [style.heading(headingOf(statistics, view))];
  const partsWith = (bars: number) => [
    head,
    ...sectionsOf(statistics, bars, view).flatMap((section) => showSection(section, all, view)),
  ];
  if (all) return joined(partsWith(Number.POSITIVE_INFINITY), '\n\n');
  const rest = `${style.command('fup stats --all')} ${style.quiet('has the rest; a line each:')} ${style.command('--by month|client|kind')}`;
  // The terminal has the prompt as well, and the demo its mark.
  const fits = (parts: readonly (readonly string[])[], between: number) =>
    parts.reduce((sum, part) => sum + part.length + between, -between) <= view.height - 2;
  const parts = [...partsWith(FIRST_BARS), [rest]];
  if (fits(parts, 1)) return joined(parts, '\n\n');
  return joined(fits(parts, 0) ? parts : [...partsWith(1), [rest]], '\n');
}

function joined(parts: readonly (readonly string[])[], between: string): string {
  return parts.map((part) => part.join('\n')).join(between);
}

function showSection(
  { heading, first, more = [], missing: [why, ...commands] }: Section,
  all: boolean,
  { style, width }: ViewContext,
): string[][] {
  const lines = all ? [...first, ...more] : first;
  if (lines.length > 0) return [[style.heading(heading), ...lines]];
  if (!all) return [];
  const said = wrap(why, width - INDENT.length);
  const whole = [...said, ...commands.map((each) => style.command(each))];
  return [[style.heading(heading), ...whole.map((line) => INDENT + line)]];
}

function headingOf({ client, since, beganAt }: Statistics, { calendar, now }: ViewContext): string {
  const from = since ?? beganAt;
  const of = client === null ? '' : ` with ${printable(client.name)}`;
  return `Your record${of}${from === null ? '' : ` since ${sayDay(localDay(calendar, from), calendar, now)}`}`;
}

function sectionsOf(statistics: Statistics, firstBars: number, view: ViewContext): Section[] {
  const { figures, byMonth } = statistics;
  const { mine, theirs, estimates, offers } = figures;
  const hasDates = [mine, theirs].some(
    ({ kept, movedBefore, dropped }) => kept.of + movedBefore + dropped > 0,
  );
  const record = showDateRecord(mine, theirs, view);
  return [
    {
      heading: hasDates ? record.heading : 'Dates',
      first: hasDates ? [...record.lines, ...showKeptByMonth(byMonth, view)] : [],
      more: showDropped(mine, theirs, view),
      missing: ['No date has come due yet.', 'followup add TEXT --for CLIENT --agreed DATE'],
    },
    {
      heading: 'How soon they hear',
      first: showWords(statistics, view),
      missing: [
        'Nothing to count yet.',
        'followup heard CLIENT TEXT --needs-reply',
        'followup update ID TEXT',
      ],
    },
    {
      heading: 'As sure as you say?',
      first: [...showCalibration(offers, view), ...showEstimates(estimates, view)],
      more: showBands(offers, view),
      missing: [
        'Offer computed dates, and say how long work was thought to take, and took.',
        'followup add TEXT --estimate 3h',
        'followup offer ID',
        'followup done ID --took 4h',
      ],
    },
    ...whereTimeGoes(statistics, firstBars, view),
    {
      heading: 'What keeps coming back',
      first: [],
      more: figures.topics.flatMap((topic) => figureLine(printable(topic.topic), sayRecurring(topic), view)),
      missing: [
        'Nothing came from the same topic twice. Say what things come from, and what would remove the need.',
        'followup add TEXT --topic WORDS',
        'followup done ID --would-remove TEXT',
      ],
    },
    {
      heading: 'Again and again',
      first: [],
      more: statistics.standings.flatMap((each) =>
        wrap(sayStanding(each, view), view.width - INDENT.length, INDENT).map((line) => INDENT + line),
      ),
      missing: ['Nothing has come round yet.', 'followup promise TEXT --to CLIENT --every "friday 4pm"'],
    },
    {
      heading: 'The four questions',
      first: [],
      more: showAnswerTrend(statistics.answers, view),
      missing: ['Nothing was answered yet.', 'followup review'],
    },
  ];
}

function showEstimates({ ratios, within }: EstimateFigures, view: ViewContext): string[] {
  if (ratios.of === 0) return [];
  const times = sayLengths(ratios, 'times');
  const took = ratios.median === null ? '' : `; took ${times} the estimate`;
  return figureLine('estimates', `kept ${sayShareWithBounds(within)}${took}`, view);
}

/** How soon they heard: answers, updates, and the longest silence. */
function showWords({ figures, silence }: Statistics, view: ViewContext): string[] {
  const { replies, updates } = figures;
  const { calendar, now } = view;
  const day = (at: string) => sayDay(localDay(calendar, at), calendar, now);
  return [
    ...(replies.lengths.of > 0 ? figureLine('replies', sayPace(replies, 'hours'), view) : []),
    ...(updates.lengths.of > 0 ? figureLine('updates', sayPace(updates, 'days'), view) : []),
    ...(silence
      ? figureLine(
          'longest silence',
          `${sayCount(rounded(silence.workingDays, 1), 'day')}: ${printable(nameOf(silence.client, view) ?? '')}, ${day(silence.from)} to ${day(silence.to)}`,
          view,
        )
      : []),
  ];
}

function whereTimeGoes({ spent, figures }: Statistics, firstBars: number, view: ViewContext): Section[] {
  const bars = (by: 'client' | 'project' | 'topic', none: string) =>
    spentBy(spent, by).map(({ key, ...sum }) => ({
      name: key === null ? none : printable((by === 'client' ? nameOf(key, view) : key) ?? none),
      size: sum.hours,
      amount: saySum(sum),
    }));
  const clients = bars('client', 'nobody');
  const named = (by: 'project' | 'topic', none: string) => {
    const all = bars(by, none);
    return all.length > 1 ? ['', view.style.quiet(`${INDENT}by ${by}`), ...showBars(all, view)] : [];
  };
  const left = Math.max(0, clients.length - firstBars);
  const shown = clients
    .slice(0, firstBars)
    .map((each, index) =>
      left > 0 && index === firstBars - 1
        ? { ...each, amount: `${each.amount}, and ${sayCount(left, 'more client')}` }
        : each,
    );
  const { count, hours, money } = figures.favours;
  return [
    {
      heading: 'Where time goes',
      first: shown.length > 0 ? showBars(shown, view) : [],
      more: [
        ...named('project', 'no project'),
        ...named('topic', 'no topic'),
        ...(count > 0
          ? figureLine('given free', `${sayCount(count, 'thing')}, ${saySum({ hours, money })}`, view)
          : []),
      ],
      missing: ['Say what work took.', 'followup spend ID 2h', 'followup done ID --took 3h'],
    },
    {
      heading: 'Days that others were late',
      first: [],
      more: figures.lost.flatMap(({ who, workingDays, count: things }) =>
        figureLine(
          printable(nameOf(who, view) ?? ''),
          `${sayWorkingDays(workingDays)} in ${sayCount(things, 'thing')} that came late or did not come`,
          view,
        ),
      ),
      missing: [
        'Nothing of theirs was late. What they owe you:',
        'followup await TEXT --from CLIENT --by DATE',
      ],
    },
  ];
}

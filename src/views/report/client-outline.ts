import { type Amount, isMoney } from '../../domain/base/amount.ts';
import {
  type ClientReport,
  movedIn,
  type NextWord,
  type ReportAsk,
  type ReportBudget,
  type ReportItem,
  type ReportLine,
  type ReportMove,
  type ReportSubject,
} from '../../domain/report/client-report.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import type { Cell, Highlight, Outline, Section } from './outline.ts';
import { fill, type Line, ours, type Piece, plainWords, typed } from './pieces.ts';
import { markOf, stateOf } from './say-state.ts';
import { sayStep } from './say-step.ts';
import type { ColumnName, SectionName } from './words.ts';
import { amountOf, dateOf, dayOf, dayShown, oldDate, type ReportWriting } from './writing.ts';

/** What a report says, in the words of its reader. `back` leads from an internal page to all clients. */
export function outlineOf(report: ClientReport, writing: ReportWriting, back: string | null = null): Outline {
  const { language, me, isInternal } = writing;
  const { report: words } = language;
  const { client, asOf, since, open, asks, finished, budgets, story } = report;
  const moved = movedIn(report);
  const hasReasons = moved.some(({ moves }) => moves.some(({ reason }) => reason !== null));
  return {
    language: language.code,
    client: [typed(client.name)],
    title: words.title,
    about: [
      fill(words.asOf, { day: dayShown(asOf, writing) }),
      since === null ? [ours(words.everything)] : fill(words.since, { day: dayOf(since, writing) }),
      ...(me === '' ? [] : [fill(words.preparedBy, { me: typed(me) })]),
    ],
    internal: isInternal ? words.internal : null,
    back: back === null ? null : [{ piece: 'link', text: words.allClients, to: back }],
    highlights: highlightsOf(report, writing),
    sections: [
      section(
        'open',
        ['what', 'state', 'date', 'next'],
        open.map((item) => openRow(item, writing)),
      ),
      section(
        'asks',
        ['what', 'needed', 'by'],
        asks.map((ask) => askRow(ask, writing)),
      ),
      ...ifAny(
        section(
          'finished',
          ['what', 'result', 'date', 'on'],
          finished.map((item) => finishedRow(item, writing)),
        ),
      ),
      ...ifAny(
        section(
          'moved',
          ['what', 'change', ...(hasReasons ? (['why'] as const) : [])],
          moved.map((item) => movedRow(item, hasReasons, writing)),
        ),
      ),
      ...ifAny(
        section(
          'budget',
          ['project', 'budget', 'used', 'left'],
          (budgets ?? []).map((each) => budgetRow(each, writing)),
        ),
      ),
      ...ifAny(section('story', ['day', 'what', 'event'], storyRows(story, writing))),
    ],
  };

  function section(name: SectionName, columns: readonly ColumnName[], rows: Section['rows']): Section {
    return {
      name,
      heading: words.sections[name],
      columns: columns.map((column) => words.columns[column]),
      rows,
      nothing: name === 'open' || name === 'asks' ? words.nothing[name] : null,
      isStory: name === 'story',
    };
  }
}

function ifAny(section: Section): Section[] {
  return section.rows.length > 0 ? [section] : [];
}

function highlightsOf({ next, open, kept }: ClientReport, writing: ReportWriting): Highlight[] {
  const { language } = writing;
  const { report: words } = language;
  const late = open.filter(({ isOverdue }) => isOverdue).length;
  const share = kept.of === 0 ? null : kept.kept / kept.of;
  const counts = { kept: ours(String(kept.kept)), of: ours(String(kept.of)) };
  return [
    {
      label: words.nextWord,
      value: next ? [dateOf(next, writing)] : [ours(words.noNextWord)],
      note: [],
    },
    {
      label: words.openCount,
      value: [ours(String(open.length))],
      note: late > 0 ? fill(words.lateCount, { count: ours(String(late)) }) : [ours(words.noneLate)],
      ...(late > 0 && { mark: 'late' as const }),
    },
    {
      label: words.keptDates,
      value: share === null ? [ours('–')] : fill(words.keptOf, counts),
      note: [ours(share === null ? words.noneCameDue : words.cameDue)],
      ...(share !== null && {
        picture: {
          picture: 'share' as const,
          share,
          isOver: false,
          label: plainWords([[ours(`${words.keptDates}: `), ...fill(words.keptOf, counts)]]),
        },
      }),
    },
  ];
}

/** What a row is about: its title, and the project that it belongs to. */
function subjectCell({ title, project }: ReportSubject): Cell {
  return { lines: [[typed(title)], ...(project === null ? [] : [[typed(project)]])] };
}

function openRow(item: ReportItem, writing: ReportWriting): Cell[] {
  const { report: words } = writing.language;
  const { date, offered, wantedBy, moves, next } = item;
  const state = stateOf(item);
  const dates: Line[] = [
    ...(date ? [[dateOf(date, writing)]] : []),
    ...(offered ? [fill(words.offered, { date: dateOf(offered, writing) })] : []),
    ...(!date && !offered && wantedBy ? [fill(words.wantedBy, { date: dateOf(wantedBy, writing) })] : []),
    ...beforeIt(moves, writing),
  ];
  return [
    subjectCell(item),
    { lines: [[ours(words.states[state])]], mark: markOf(state) },
    { lines: orNone(dates) },
    { lines: orNone(nextLines(next, writing)) },
  ];
}

function nextLines(next: NextWord | null, writing: ReportWriting): Line[] {
  if (next === null) return [];
  const date = [dateOf(next.date, writing)];
  return next.isPast ? [date, [ours(writing.language.report.states.late)]] : [date];
}

/** The dates that do not hold any more, in order. */
function beforeIt(moves: readonly ReportMove[], writing: ReportWriting): Line[] {
  if (moves.length === 0) return [];
  const old = moves.map(({ from }) => oldDate(from, writing));
  return [fill(writing.language.report.before, { date: joined(old) })];
}

function joined(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, index) => (index === 0 ? [piece] : [ours(', '), piece]));
}

function askRow(ask: ReportAsk, writing: ReportWriting): Cell[] {
  const { report: words } = writing.language;
  const values = {
    ...(ask.ask === 'price' && { amount: amountOf(ask.amount, writing) }),
    ...(ask.offered && { date: dateOf(ask.offered, writing) }),
  };
  const needed = fill(words.asks[ask.ask === 'price' && ask.offered ? 'price-by' : ask.ask], values);
  const dates = [...(ask.date ? [[dateOf(ask.date, writing)]] : []), ...beforeIt(ask.moves, writing)];
  return [
    subjectCell(ask),
    { lines: [needed, ...(ask.isOverdue ? [[ours(words.states.late)]] : [])] },
    { lines: orNone(dates) },
  ];
}

function finishedRow(item: ReportItem, writing: ReportWriting): Cell[] {
  const { report: words } = writing.language;
  const { date, finishedAt, wasLate } = item;
  const state = stateOf(item);
  const result = [ours(words.states[state])];
  const lateResult = state === 'accepted' ? words.acceptedAfterDate : words.afterDate;
  return [
    subjectCell(item),
    {
      lines: [wasLate ? fill(lateResult, { state: result }) : result],
      mark: wasLate ? 'late' : markOf(state),
    },
    { lines: orNone(date ? [[dateOf(date, writing)]] : []) },
    { lines: orNone(finishedAt ? [[dayOf(finishedAt, writing)]] : []) },
  ];
}

function movedRow(item: ReportItem | ReportAsk, hasReasons: boolean, writing: ReportWriting): Cell[] {
  const { report: words } = writing.language;
  const { moves } = item;
  const last = moves.at(-1);
  const dates = [...moves.map(({ from }) => from), ...(last ? [last.to] : [])];
  const changes = moves.map(({ from, to }) =>
    fill(words.steps.moved, { from: oldDate(from, writing), to: dateOf(to, writing) }),
  );
  const named = dates.map((date) => dateOf(date, writing));
  const reasons = moves.flatMap(({ reason }) => (reason === null ? [] : [[typed(reason)]]));
  return [
    subjectCell(item),
    {
      lines: changes,
      picture: {
        picture: 'days',
        label: plainWords([fill(words.movedPicture, { dates: joined(named) })]),
        days: dates.map((date) => dayMeant(date, writing.calendar)),
      },
    },
    ...(hasReasons ? [{ lines: orNone(reasons) }] : []),
  ];
}

function budgetRow({ project, month, budget, used }: ReportBudget, writing: ReportWriting): Cell[] {
  const { report: words } = writing.language;
  const left = minus(budget, used);
  const isOver = sizeOf(left) < 0;
  const size = sizeOf(budget);
  return [
    { lines: [[typed(project)], ...(month === null ? [] : [[ours(month)]])] },
    { lines: [[amountOf(budget, writing)]] },
    {
      lines: [[amountOf(used, writing)]],
      picture: {
        picture: 'share',
        share: size > 0 ? Math.min(1, sizeOf(used) / size) : 1,
        isOver,
        label: `${words.columns.used}: ${amountOf(used, writing).text}`,
      },
    },
    {
      lines: [
        isOver
          ? fill(words.budgetOver, { amount: amountOf(minus(used, budget), writing) })
          : [amountOf(left, writing)],
      ],
      ...(isOver && { mark: 'late' as const }),
    },
  ];
}

/** The difference of two amounts of one unit. */
function minus(amount: Amount, other: Amount): Amount {
  return isMoney(amount)
    ? { minor: amount.minor - sizeOf(other), currency: amount.currency }
    : { hours: amount.hours - sizeOf(other) };
}

/** Hours, or minor units. */
function sizeOf(amount: Amount): number {
  return isMoney(amount) ? amount.minor : amount.hours;
}

/** What happened, a row for each thing and day on which something happened to it. */
function storyRows(story: readonly ReportLine[], writing: ReportWriting): Cell[][] {
  const rows: {
    readonly key: string;
    readonly day: Piece;
    readonly title: string;
    readonly lines: Line[];
  }[] = [];
  for (const { uid, title, step } of story) {
    const day = dayOf(step.at, writing);
    const key = `${uid} ${day.text}`;
    const last = rows.at(-1);
    const lines = sayStep(step, writing);
    if (last?.key === key) last.lines.push(...lines);
    else rows.push({ key, day, title, lines });
  }
  return rows.map(({ day, title, lines }) => [{ lines: [[day]] }, { lines: [[typed(title)]] }, { lines }]);
}

/** A cell is never empty. */
function orNone(lines: readonly Line[]): readonly Line[] {
  return lines.length > 0 ? lines : [[ours('–')]];
}

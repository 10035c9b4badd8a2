import { selectCommitments } from '../../app/select.ts';
import { findStanding, readOutlook, readOutlooks, readStandingStory } from '../../app/standings.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { decideStanding, type StandingChange, standingOf } from '../../domain/decisions/standing.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import type { Standing } from '../../domain/streams/standing.ts';
import type { StandingOutlook } from '../../domain/streams/standing-outlook.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { ON_DAYS_OFF } from '../../domain/time/occurrences.ts';
import type { DateContext } from '../../input/dates.ts';
import { standingJson } from '../../views/json/standing.ts';
import { plainStanding } from '../../views/plain/standing.ts';
import { labelled } from '../../views/terminal/labelled.ts';
import { describeStanding, listStandings, showStanding } from '../../views/terminal/standing.ts';
import { cadence, choice, date, estimate, flag, text } from '../run/arguments/option.ts';
import { AT, BECAUSE, ID, VIA } from '../run/arguments/shared-options.ts';
import { checkYears } from '../run/check-years.ts';
import { saidAbout } from '../run/date-context.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';

const ARGUMENTS = { id: ID };

const OPTIONS = {
  title: text('--title', 'what those to come are called', 'text', 'title'),
  every: cadence('--every', 'how often those to come are'),
  estimate: estimate('-e, --estimate', 'the work that each of those to come needs'),
  until: date('--until', 'the last day of it'),
  onDaysOff: choice(
    '--on-days-off',
    ON_DAYS_OFF,
    'where one to come falls on a day off or away: before, after, keep',
    {
      placeholder: 'when',
    },
  ),
  pause: text(
    '--pause',
    'days on which it does not come, as they were told: DAY..DAY; with --because',
    'days',
    'phrase',
  ),
  stop: flag('--stop', 'it does not come again'),
  because: BECAUSE,
  all: flag('-a, --all', 'those that were stopped too'),
  via: VIA,
  at: AT,
};

type StandingCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const standing = command({
  name: 'standing',
  summary: 'what was promised again and again, and how it was kept',
  details:
    'The number of any time of a standing promise names it. What changes is what is still to come; to change one time of it: move, edit. To make one: promise or await, with --every.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['standing', 'all of them, with their record'],
    ['standing 6', 'the one that 6 is a time of'],
    ['standing 6 --every "thursday noon"', 'those to come'],
    ['standing 6 --pause "6 apr..17 apr" --because "they are closed"', 'told them beforehand, it is no miss'],
    ['standing 6 --stop --because "the project is over"', 'it does not come again'],
  ],
  run: async (call) => {
    const { args, options, session } = call;
    const { all, because: _because, via: _via, at: _at, ...changing } = options;
    const isChange = Object.values(changing).some((value) => value !== undefined && value !== false);
    if (args.id === undefined) {
      if (isChange) throw call.refuseMissing('id');
      return listAll(session, all);
    }
    if (isChange) return change(call);
    const [shown] = standingsNamed(call);
    return shown ? showOne(session, shown.standing) : listAll(session, all);
  },
});

/** A standing promise, and the number of the last of its times that were named. */
interface Named {
  readonly standing: Standing;
  readonly number: number;
}

/** The standing promises that the numbers are times of: to name one twice is not to change it twice. Throws a Refusal. */
function standingsNamed({ args, session }: StandingCall): Named[] {
  const context = session.open('read');
  const named = selectCommitments(context, args.id?.selection ?? 'last').map((each) => ({
    standing: orThrow(standingOf(each, { standingWith: (uid) => findStanding(context, uid) })),
    number: each.number,
  }));
  return [...new Map(named.map((each) => [each.standing.uid, each])).values()];
}

async function change(call: StandingCall): Promise<Screen> {
  const { session, options, args } = call;
  const selection = args.id?.selection ?? 'last';
  const { saying, dates } = await saidAbout(call, selection);
  const { title, every, estimate: effort, until, onDaysOff, stop, because } = options;
  refuseTogether(options);
  const input: StandingChange = {
    ...saying,
    title,
    cadence: await every?.read(dates),
    onDaysOff,
    until: await until?.read(dates),
    ...estimateFields(effort),
    stop,
    pause: options.pause === undefined ? undefined : await readPause(options.pause, dates),
    because: because?.trim() || undefined,
  };
  const named = standingsNamed(call);
  const hints = await checkYears(call, input, dates);
  const { applyTo, execute } = await import('../../app/execute.ts');
  const numbers = named.map(({ number }) => number);
  execute(session.open('write'), 'standing', applyTo(numbers, decideStanding, input));
  const view = session.viewContext();
  const context = session.open('read');
  const outlooks = named
    .flatMap(({ standing: { uid } }) => findStanding(context, uid) ?? [])
    .map((each) => readOutlook(context, each));
  return {
    isEcho: true,
    hints,
    json: () => {
      const all = outlooks.map((each) => standingJson(each, view));
      return args.id?.many ? all : all[0];
    },
    plain: () => outlooks.map((each) => plainStanding(each, view)),
    text: () =>
      outlooks
        .flatMap((each) => [
          ...describeStanding(each, view),
          ...(input.stop ? [] : sayOpenStay(each).flatMap((text) => labelled('note', text, view))),
        ])
        .join('\n'),
  };
}

/** What was opened stays as it was promised. */
function sayOpenStay({ open, next }: StandingOutlook): string[] {
  if (open.length === 0 || next === null) return [];
  const numbers = open.map(({ number }) => number).join(', ');
  return [`${numbers} ${open.length === 1 ? 'stays' : 'stay'} as promised; to change one time: move, edit`];
}

function refuseTogether({ stop, pause, every, until }: StandingCall['options']): void {
  if (!stop || !(pause || every || until)) return;
  throw new Refusal(
    'options-exclusive',
    'What is stopped does not come again.',
    'Leave out either.',
    'usage',
  );
}

async function readPause(phrase: string, dates: DateContext) {
  const { parseDaySpan } = await import('../../input/day-span.ts');
  const { first, last } = orThrow(await parseDaySpan(phrase, dates));
  return { first: isoOfDay(first), last: isoOfDay(last) };
}

function listAll(session: Session, all: boolean): Screen {
  const outlooks = readOutlooks(session.open('read'), { all });
  const view = session.viewContext();
  return {
    json: () => outlooks.map((each) => standingJson(each, view)),
    plain: () => outlooks.map((each) => plainStanding(each, view)),
    text: () =>
      outlooks.length === 0
        ? 'Nothing is promised again and again. To promise it:\n  followup promise TEXT --to CLIENT --every "friday 4pm"'
        : listStandings(outlooks, view),
  };
}

function showOne(session: Session, shown: Standing): Screen {
  const context = session.open('read');
  const view = session.viewContext();
  const outlook = readOutlook(context, shown);
  return {
    json: () => standingJson(outlook, view),
    plain: () => [plainStanding(outlook, view)],
    text: () => showStanding(outlook, readStandingStory(context, shown), view),
  };
}

import { readBrief, summarizeClients } from '../../app/brief.ts';
import { clientWithUid, findClient } from '../../app/clients.ts';
import { lazy } from '../../domain/base/memo.ts';
import { orThrow, Refusal, refuse } from '../../domain/base/refusal.ts';
import { type ClientInput, decideClient } from '../../domain/decisions/client.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { FactDay, Person } from '../../domain/streams/events.ts';
import type { Cadence } from '../../domain/time/cadence.ts';
import { dayMeant } from '../../domain/time/day-meant.ts';
import type { Duration } from '../../domain/time/duration.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { parseCadence } from '../../input/cadences.ts';
import type { DateContext } from '../../input/dates.ts';
import { parseDuration } from '../../input/durations.ts';
import type { YearlyOrOnce } from '../../input/fact-day.ts';
import { parsePerson } from '../../input/person.ts';
import { isClientSetting, readSetting, readSettingKey } from '../../input/settings.ts';
import { clientJson } from '../../views/json/client.ts';
import { plainBrief, plainClient } from '../../views/plain/client.ts';
import { showClient } from '../../views/terminal/client.ts';
import { showClientChanges } from '../../views/terminal/client-changes.ts';
import { listClients } from '../../views/terminal/clients.ts';
import { screenful } from '../../views/terminal/screenful.ts';
import { optionalWords } from '../run/arguments/argument.ts';
import { LIMIT, type Limit, linesWithin } from '../run/arguments/limit.ts';
import {
  anyWords,
  client as clientOption,
  each,
  flag,
  list,
  orNothing,
  single,
  text,
} from '../run/arguments/option.ts';
import { checkYears } from '../run/check-years.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import { readName } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { requireZone } from '../run/session/zone.ts';
import { sayNewClients } from '../run/show-write.ts';
import { recordStart } from '../run/write-verb.ts';

const ARGUMENTS = {
  name: optionalWords('[name...]', 'the client; without one all of them', 'clients', 'title'),
};

/** Each of these changes something; without any, the client is only shown. */
const OPTIONS = {
  person: each(
    '--person',
    { placeholder: 'person', holds: 'title', read: readPerson },
    'who works there: "Dana Reyes <dana@acme.com>, CFO, Europe/London"',
  ),
  gone: each('--gone', anyWords('name', 'title'), 'somebody who no longer works there'),
  remember: each('--remember', anyWords('text', 'words'), 'something that matters to them'),
  on: text(
    '--on',
    'with one --remember: the day that it is about, "31 dec" or "31 dec every year"; it is said ahead, once',
    'day',
    'phrase',
  ),
  ahead: single(
    '--ahead',
    { placeholder: 'duration', read: readAhead },
    'how long before that day it is said; 2 weeks if left out',
  ),
  seen: each(
    '--seen',
    anyWords('text', 'words'),
    'a remembered fact whose day you know to be near: its words, or its number',
  ),
  outdated: each(
    '--outdated',
    anyWords('text', 'words'),
    'a remembered fact that is no longer true: its beginning, or its number',
  ),
  zone: orNothing(
    single(
      '--zone',
      { placeholder: 'zone', read: requireZone },
      'the time zone that they live in, such as Europe/London',
    ),
    'none',
  ),
  every: orNothing(
    single(
      '--every',
      anyWords('cadence', 'phrase'),
      'keep in touch this often, even with nothing open: "6 weeks"',
    ),
    'none',
  ),
  set: list(
    '--set',
    { placeholder: 'setting', read: readOwnSetting },
    'a setting for them alone, before any general one: update.every=daily, reply.within.phone="2 working hours"',
  ),
  rename: single(
    '--rename',
    { placeholder: 'name', holds: 'title', read: readName },
    'another name; the old one still means them',
  ),
  merge: clientOption(
    '--merge',
    'another client who turned out to be the same: everything of theirs moves here',
  ),
  retire: flag(
    '--retire',
    'nothing goes on with them: not nagged about, not offered; the next word wakes them',
  ),
  new: flag('--new', 'record them before any word'),
  all: flag('-a, --all', 'in the list of clients: those who are retired too'),
  limit: LIMIT,
};

type ClientCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const client = command({
  name: 'client',
  summary: 'your clients, or what to know about one before a call',
  details:
    'Who they are, what matters to them, whose move it is, the last words both ways, how many dates were kept, and one thing to ask about. "none" removes a detail.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['client', 'all clients, a line each'],
    ['client joe', 'what to know before the call'],
    ['client joe --person "Dana Reyes <dana@joe.com>, CFO" --remember "board meets Fridays"', 'who and what'],
    ['client Lumen --new --person "Ana Ruiz <ana@lumen.io>"', 'somebody with whom nothing was said yet'],
    ['client joe --remember "contract ends" --on "31 dec" --ahead "60 days"', 'said in time, once'],
    ['client joe --zone Europe/London --every "6 weeks"', 'their time, and how often they hear from you'],
  ],
  run: (call) => {
    const { session, args, options } = call;
    const { limit, all, ...changing } = options;
    const changes = Object.values(changing).some((value) =>
      Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false,
    );
    checkDay(call);
    if (args.name === undefined) {
      if (changes) throw call.refuseMissing('name');
      return listAll(session, limit, all);
    }
    if (options.new) return change(call, { added: readName(args.name) });
    const named = findClient(session.open('read').db, args.name);
    return changes ? change(call, named) : showOne(session, named);
  },
});

/** How long before its day a remembered fact is said, if nobody says otherwise. */
const TWO_WEEKS: Duration = { days: 14 };

/** Throws a Refusal for a day of nothing, or of several things. */
function checkDay({ options: { on, ahead, remember } }: ClientCall): void {
  const [option] = [...(on === undefined ? [] : ['--on']), ...(ahead === undefined ? [] : ['--ahead'])];
  if (option === undefined || (remember.length === 1 && on !== undefined)) return;
  throw new Refusal(
    'day-of-nothing',
    remember.length > 1
      ? `${option} is for one fact, and these are ${remember.length}.`
      : `${option} says when something is that you remember.`,
    'Write: --remember "contract ends" --on "31 dec" --ahead "60 days"',
    'usage',
  );
}

/** The day as it is kept: the one that was meant, wherever it was said. */
function toFactDay({ date, isYearly }: YearlyOrOnce, ahead: Duration, { calendar }: DateContext): FactDay {
  const day = isoOfDay(dayMeant(date, calendar));
  return { day, ahead, ...(isYearly && { isYearly }) };
}

/** Reading dates is a large part of the program, and most lines about a client have none. */
async function readFactDay(phrase: string, dates: DateContext): Promise<YearlyOrOnce | Refusal> {
  const { parseFactDay } = await import('../../input/fact-day.ts');
  return parseFactDay(phrase, dates);
}

function readAhead(words: string): Duration {
  const ahead = orThrow(parseDuration(words));
  const isDays = Object.values(ahead).some((amount) => amount > 0) && !ahead.seconds && !ahead.workingMinutes;
  if (isDays) return ahead;
  throw refuse('not-in-days', `"${words}" is not a number of days.`, 'For example: --ahead "60 days"');
}

async function change(call: ClientCall, client: ClientInput['client']): Promise<Screen> {
  const { session, options } = call;
  const dates = datesOf(session, client);
  const day = options.on === undefined ? null : orThrow(await readFactDay(options.on, dates));
  const on = day === null ? undefined : toFactDay(day, options.ahead ?? TWO_WEEKS, dates);
  // Of what comes every year, the year does not matter.
  const hints = day === null || day.isYearly ? [] : await checkYears(call, day.date, dates);
  const input = { ...readChange(call, client), on };
  const { changes } = await recordStart(call, decideClient, { input });
  const { db } = session.open('read');
  // Read again, because it was changed.
  const after = 'added' in client ? findClient(db, client.added) : (clientWithUid(db, client.uid) ?? client);
  const view = session.viewContext();
  return {
    ...showOne(session, after),
    isEcho: true,
    hints,
    text: () => [...sayNewClients(changes, view), ...showClientChanges(changes, view)].join('\n'),
  };
}

function readChange({ session, options }: ClientCall, client: ClientInput['client']): ClientInput {
  const { person, gone, remember, seen, outdated, zone, every, set, rename, merge, retire } = options;
  return {
    at: session.now,
    client,
    name: rename,
    zone,
    keepInTouch: typeof every === 'string' ? readTouch(every, datesOf(session, client)) : every,
    people: person,
    gone,
    remember: remember.map((fact) => fact.trim()).filter((fact) => fact !== ''),
    outdated,
    seen,
    retire,
    settings: set.length === 0 ? undefined : Object.fromEntries(set),
    merge: merge === undefined ? undefined : findClient(session.open('read').db, merge),
  };
}

function listAll(session: Session, limit: Limit, all: boolean): Screen {
  const context = session.open('read');
  const clients = summarizeClients(context).filter(({ client }) => all || client.retiredAt === null);
  const view = session.viewContext();
  return {
    json: () => clients.map((each) => clientJson(readBrief(context, each.client), view)),
    plain: () => clients.map((each) => plainClient(each, view)),
    text: () =>
      clients.length === 0
        ? 'There are no clients yet.'
        : listClients(clients, view, linesWithin(limit, screenful(view))),
  };
}

function showOne(session: Session, client: Client): Screen {
  const brief = lazy(() => readBrief(session.open('read'), client));
  const view = session.viewContext();
  return {
    json: () => clientJson(brief(), view),
    plain: () => [plainBrief(brief(), view)],
    text: () => showClient(brief(), view),
  };
}

/** The context for dates said to a client; a new one has no order of their own yet. */
function datesOf(session: Session, client: ClientInput['client']): DateContext {
  return session.datesFor('uid' in client ? client.uid : null);
}

/** "6 weeks" is short for "every 6 weeks". */
function readTouch(text: string, dates: DateContext): Cadence {
  const spelled = parseCadence(`every ${text}`, dates);
  return spelled instanceof Refusal ? orThrow(parseCadence(text, dates)) : spelled;
}

function readPerson(text: string): Person {
  const person = orThrow(parsePerson(text));
  return person.zone === undefined ? person : { ...person, zone: requireZone(person.zone) };
}

/**
 * Reads `KEY=VALUE`; `KEY=none` removes the setting. The value is checked now, so that it can always be read
 * later.
 */
function readOwnSetting(typed: string): readonly [key: string, value: string | null] {
  const [, name = typed, value] = /^([\w.]+)\s*[= ]\s*(.+)$/.exec(typed.trim()) ?? [];
  const key = readSettingKey(name);
  if (!isClientSetting(key)) {
    throw new Refusal(
      'not-for-a-client',
      `${key} applies to all clients.`,
      `Use: followup config ${key} VALUE`,
    );
  }
  if (value === undefined) {
    throw new Refusal('malformed-setting', `${key} to what?`, `Write it as ${key}=VALUE.`, 'usage');
  }
  if (value === 'none') return [key, null];
  readSetting(key, value);
  return [key, value];
}

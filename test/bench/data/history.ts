import type { Change } from '../../../src/domain/streams/events.ts';
import { type Dataset, NOW } from './datasets.ts';
import { DAY, fromToday, timeOf, workday } from './days.ts';
import { Random } from './random.ts';
import { type Fate, type Told, tell } from './stories.ts';
import { clientName } from './words.ts';

/** A commitment in a form that another program can import. Times are in milliseconds. */
export interface Task {
  readonly title: string;
  readonly begun: number;
  readonly due: number | null;
  readonly ended: number | null;
}

/** What the measured commands refer to: numbers of open commitments, and a client. */
export interface Subjects {
  agreed: number;
  asked: number;
  client: string;
}

export interface History {
  readonly told: Iterable<Told>;
  /** Complete after the last command. */
  readonly tasks: Task[];
  readonly subjects: Subjects;
}

/** The commands that somebody ran over years, in order of time. */
export function history(dataset: Dataset): History {
  const subjects: Subjects = { agreed: 0, asked: 0, client: clientName(3) };
  const tasks: Task[] = [];
  return { told: tellAll(dataset, tasks, subjects), tasks, subjects };
}

function* tellAll(dataset: Dataset, tasks: Task[], subjects: Subjects): Generator<Told> {
  const random = new Random(20_260_320);
  const newUid = (at: number) => uidAt(at, random);
  const clients: string[] = [];
  /** The commands of later days, by day. */
  const later = new Map<number, Told[]>();
  const first = fromToday(workday(-dataset.years * 365));
  let begun = 0;
  for (let day = workday(first); day <= workday(0); day = workday(fromToday(day) + 1)) {
    const until = Math.ceil((dataset.commitments * (fromToday(day) + 1 - first)) / (1 - first));
    for (; begun < Math.min(until, dataset.commitments); begun++) {
      const place = clientPlace(dataset, begun, random);
      const isNew = clients[place] === undefined;
      clients[place] ??= newUid(timeOf(day, random));
      const client = clients[place] as string;
      const fate = fateOf(dataset, begun, day, client, random);
      const { title, told } = tell(fate, newUid, random);
      if (isNew) addClient(told, client, clientName(place));
      for (const each of told) {
        const on = Math.floor(each.at / DAY);
        const others = later.get(on);
        if (others) others.push(each);
        else later.set(on, [each]);
      }
      tasks.push(taskOf(fate, title));
      if (fate.ends === null && fate.kind === 'request') {
        if (fate.undated === 'asked') subjects.asked = fate.number;
        if (!fate.undated) subjects.agreed = fate.number;
      }
    }
    const passed = [...later.keys()].filter((on) => on <= day);
    const told = passed.flatMap((on) => later.get(on) ?? []);
    for (const on of passed) later.delete(on);
    yield* told.filter(({ at }) => at < NOW).sort((a, b) => a.at - b.at);
  }
}

/** Some clients are there from the start and others come with the years; a few give most of the work. */
function clientPlace({ clients, commitments }: Dataset, begun: number, random: Random): number {
  const known = Math.max(8, Math.ceil(clients * Math.sqrt((begun + 1) / commitments)));
  return Math.floor(known * random.fraction() ** 2);
}

function addClient(told: Told[], uid: string, name: string): void {
  const [first, ...rest] = told as [Told, ...Told[]];
  const added: Change = {
    stream: { kind: 'client', uid },
    event: { type: 'ClientAdded', name, at: new Date(first.at).toISOString() },
  };
  told.splice(0, told.length, { ...first, changes: [added, ...first.changes] }, ...rest);
}

function fateOf(dataset: Dataset, index: number, begins: number, client: string, random: Random): Fate {
  const common = { number: index + 1, client, begins };
  const kind = random.pick([
    'request',
    'request',
    'request',
    'promise',
    'promise',
    'awaiting',
    'reply',
  ] as const);
  if (!isOpen(dataset, index)) {
    const ends = workday(Math.min(0, fromToday(begins) + random.skewed(5)));
    const due = Math.max(begins, workday(fromToday(ends) + random.whole(-2, 4)));
    return { ...common, kind, due, ends, undated: null };
  }
  const overdue = random.chance(dataset.overdue);
  // Half of the late ones have been late for a long time.
  const distance = random.fraction() * (random.chance(0.5) ? 15 : 120);
  const due = overdue
    ? Math.max(begins, workday(-1 - Math.min(distance, -fromToday(begins))))
    : workday(1 + distance);
  const luck = random.fraction();
  const undated = kind !== 'request' || overdue || luck > 0.3 ? null : luck > 0.1 ? 'asked' : 'offered';
  return { ...common, kind, due, ends: null, undated };
}

/** The open ones are among the latest, mixed with finished ones. */
function isOpen({ commitments, open, years }: Dataset, index: number): boolean {
  const perDay = commitments / (years * 365);
  const among = Math.min(commitments, Math.ceil(Math.max(60 * perDay, 1.6 * open)));
  const place = index - (commitments - among);
  return place >= 0 && Math.floor(((place + 1) * open) / among) > Math.floor((place * open) / among);
}

function taskOf({ begins, due, ends, undated }: Fate, title: string): Task {
  return {
    title,
    begun: begins * DAY,
    due: undated ? null : (due + 1) * DAY - 2 * 3_600_000,
    ended: ends === null ? null : ends * DAY + DAY / 2,
  };
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A uid like those of the program, which sort by time. */
function uidAt(at: number, random: Random): string {
  let time = '';
  for (let rest = at; time.length < 10; rest = Math.floor(rest / 32)) time = `${DIGITS[rest % 32]}${time}`;
  return time + Array.from({ length: 16 }, () => random.pick([...DIGITS])).join('');
}

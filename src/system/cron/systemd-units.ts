import { sayBlockComment } from './block-comment.ts';
import { type Job, type JobKind, variablesOf, wordsOf } from './job.ts';
import { runsOfDays, type Schedule, sayClock } from './schedule.ts';

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

const DESCRIPTIONS: Readonly<Record<JobKind, string>> = {
  due: 'followup: say what became due',
  morning: 'followup: say what the day holds',
};

/** The names of the units for each kind, without what follows the dot. */
export type UnitNames = Readonly<Record<JobKind, string>>;

/**
 * The files of systemd units that call the job, by name. `morning` is in the zone of the job, which systemd
 * understands.
 */
export function unitFiles(job: Job, morning: Schedule, names: UnitNames): ReadonlyMap<string, string> {
  const times: Readonly<Record<JobKind, string>> = {
    due: '*:0/15',
    morning: `${sayDays(morning)} ${sayClock(morning.minutes)} ${job.zone}`,
  };
  const files = (Object.keys(times) as JobKind[]).flatMap((kind): [string, string][] => [
    [`${names[kind]}.service`, marked(job, serviceOf(job, kind))],
    [`${names[kind]}.timer`, marked(job, timerOf(kind, times[kind]))],
  ]);
  return new Map(files);
}

function marked({ database }: Job, body: string): string {
  return `${sayBlockComment(database, Buffer.from(body).toString('latin1'))}\n${body}`;
}

/** `env` takes the variables like other words, so that one rule of quoting is enough. */
function serviceOf(job: Job, kind: JobKind): string {
  const variables = variablesOf(job).map(([name, value]) => `${name}=${value}`);
  const words = [...variables, ...wordsOf(job, kind)].map(quoteForSystemd);
  return `[Unit]
Description=${DESCRIPTIONS[kind]}

[Service]
Type=oneshot
ExecStart=/usr/bin/env ${words.join(' ')}
`;
}

/** A timer that was missed, because the machine was off or asleep, is made up for. */
function timerOf(kind: JobKind, time: string): string {
  return `[Unit]
Description=${DESCRIPTIONS[kind]}

[Timer]
OnCalendar=${time}
AccuracySec=10s
Persistent=true

[Install]
WantedBy=timers.target
`;
}

/** The words of the command of a unit, as systemd reads them; none if it has no command. */
export function wordsOfUnit(text: string): readonly string[] {
  const [, command = ''] = /^ExecStart=(.*)$/m.exec(text) ?? [];
  const words = command.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? [];
  return words.map((word) =>
    word
      .replace(/^"(.*)"$/s, '$1')
      .replace(/\\(?:x([\da-f]{2})|(.))/g, (_all, code?: string, sign?: string) =>
        code === undefined ? (sign ?? '') : String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/%%|\$\$/g, (twice) => twice.slice(1)),
  );
}

/** The days: "Mon..Fri", "Mon,Wed". The week of systemd begins on Monday (1). */
export function sayDays({ weekdays }: Schedule, first = 1): string {
  const runs = runsOfDays(weekdays, first);
  return runs.map(([from, to]) => (from === to ? DAYS[from] : `${DAYS[from]}..${DAYS[to]}`)).join(',');
}

/** A word as it has to stand in the command of a unit: there % begins a specifier, and $ the name of a variable. */
export function quoteForSystemd(word: string): string {
  const plain = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  if (/^[\p{L}\p{N}_./:@%+=,$-]+$/u.test(plain)) return plain;
  const escaped = plain
    .replace(/[\\"]/g, '\\$&')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: systemd takes no controls as they are.
    .replace(/[\u0001-\u001f\u007f]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`);
  return `"${escaped}"`;
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { InstallationState } from '../../domain/agenda/reminder-jobs.ts';
import { type Refusal, refuse } from '../../domain/base/refusal.ts';
import type { Environment } from '../io.ts';
import { makeFolder } from '../make-folder.ts';
import { type Outcome, runProgram } from '../run-program.ts';
import { writeDurably } from '../write-durably.ts';
import { type BlockComment, isEdited, readBlockComment } from './block-comment.ts';
import type { Installation } from './installation.ts';
import { filesOf, type Job } from './job.ts';
import type { Schedule } from './schedule.ts';
import { type UnitNames, unitFiles, wordsOfUnit } from './systemd-units.ts';

/** The line of a unit that says what happens, or when. */
const DECISIVE = /^(?:ExecStart|OnCalendar)=.*$/m;

/** The first database has the plain names. */
const PLAIN: UnitNames = { due: 'followup-remind', morning: 'followup-morning' };

const NO_SYSTEMCTL: Outcome = { status: null, stdout: '', complaint: 'systemctl is not in PATH' };

/**
 * The units of a database in a folder. Throws a Refusal if a file of the name of one is there that was not installed by
 * this program.
 */
export function systemdInstallation(
  folder: string,
  systemctl: string | null,
  env: Environment,
  job: Job,
  morning: Schedule,
): Installation {
  const names = namesFor(folder, job.database);
  const files = new Map(
    [...unitFiles(job, morning, names)].map(([name, text]) => [join(folder, name), text] as const),
  );
  const paths = [...files.keys()];
  const timers = Object.values(names).map((name) => `${name}.timer`);
  const tell = (...words: readonly string[]) =>
    systemctl === null ? NO_SYSTEMCTL : runProgram(systemctl, ['--user', ...words], env);
  const isEnabled = () => tell('is-enabled', ...timers).status === 0;
  const there = new Map(paths.flatMap((path) => (existsSync(path) ? [[path, readUnit(path)] as const] : [])));
  return {
    place: 'systemd',
    files,
    lines: linesOf(files),
    found: linesOf(there),
    named: [...there.values()].flatMap((text) => filesOf(wordsOfUnit(text))),
    state: stateOf(files, there, isEnabled),
    install: () => {
      makeFolder(folder);
      for (const [path, text] of files) writeDurably(path, text, 0o644);
      for (const words of [['daemon-reload'], ['enable', '--now', ...timers]]) {
        const { status, complaint } = tell(...words);
        if (status !== 0) throw refuseSystemd('The units are written', complaint, timers);
      }
    },
    remove: () => {
      const disabled = tell('disable', '--now', ...timers);
      for (const path of there.keys()) rmSync(path, { force: true });
      // Without systemd its links to the timers stay, and lead nowhere.
      for (const timer of timers) rmSync(join(folder, 'timers.target.wants', timer), { force: true });
      const reloaded = tell('daemon-reload');
      const failed = [disabled, reloaded].find(({ status }) => status !== 0);
      if (failed) throw refuseSystemd('The units are deleted', failed.complaint);
    },
  };
}

function refuseSystemd(done: string, complaint: string, timers: readonly string[] = []): Refusal {
  const enable = timers.length > 0 ? ` && systemctl --user enable --now ${timers.join(' ')}` : '';
  return refuse(
    'systemd-not-reached',
    `${done}, but systemd could not be told: ${complaint.replace(/\.$/, '') || 'systemctl did not say why'}.`,
    `When you are logged in, run: systemctl --user daemon-reload${enable}`,
  );
}

/** The names of the units of a database: the plain ones, unless they are those of another database. */
function namesFor(folder: string, database: string): UnitNames {
  const sum = createHash('sha256').update(database).digest('hex').slice(0, 8);
  const own: UnitNames = { due: `${PLAIN.due}-${sum}`, morning: `${PLAIN.morning}-${sum}` };
  const ownersOf = (names: UnitNames) =>
    Object.values(names)
      .flatMap((name) => [`${name}.service`, `${name}.timer`])
      .map((name) => join(folder, name))
      .filter(existsSync)
      .map((path) => ownerOf(path));
  const isFor = (names: UnitNames) => ownersOf(names).every((owner) => owner === database);
  return ownersOf(own).length > 0 || !isFor(PLAIN) ? own : PLAIN;
}

/** The database for which a file was made. Throws a Refusal if it is not one of ours. */
function ownerOf(path: string): string {
  const comment = commentOf(readUnit(path));
  if (comment === null) throw refuseUnit(path);
  return comment.database;
}

/** The text of a unit. Throws a Refusal if it is no file, such as a folder, or the device that is in the place of a masked unit. */
function readUnit(path: string): string {
  if (!statSync(path).isFile()) throw refuseUnit(path);
  return readFileSync(path, 'utf8');
}

function refuseUnit(path: string): Refusal {
  return refuse(
    'unit-not-ours',
    `${path} is there already, and was not made by followup cron.`,
    'Nothing was changed. Rename or delete it.',
  );
}

/** What the first line of a unit says; null if it is not one of ours. */
function commentOf(text: string): BlockComment | null {
  return readBlockComment(text.slice(0, Math.max(text.indexOf('\n'), 0)));
}

function isUnitEdited(text: string): boolean {
  const comment = commentOf(text);
  const body = text.slice(text.indexOf('\n') + 1);
  return comment !== null && isEdited(comment, Buffer.from(body).toString('latin1'));
}

function stateOf(
  files: ReadonlyMap<string, string>,
  there: ReadonlyMap<string, string>,
  isEnabled: () => boolean,
): InstallationState {
  if (there.size === 0) return 'absent';
  if ([...files].every(([path, text]) => there.get(path) === text)) return isEnabled() ? 'current' : 'off';
  return [...there.values()].some(isUnitEdited) ? 'edited' : 'outdated';
}

function linesOf(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, text]) => [path, DECISIVE.exec(text)?.[0] ?? '']);
}

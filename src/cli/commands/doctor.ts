import type { AutomaticBackup } from '../../app/automatic-backup.ts';
import type { Repair } from '../../app/repair.ts';
import { toLocalIso } from '../../views/local-iso.ts';
import { showBackups } from '../../views/terminal/backups.ts';
import { showChecks } from '../../views/terminal/checks.ts';
import { showNoReminder } from '../../views/terminal/no-reminder.ts';
import { showRepair } from '../../views/terminal/repair.ts';
import { flag } from '../run/arguments/option.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { VALUE_CHECKS } from '../run/value-checks.ts';

export const doctor = command({
  name: 'doctor',
  summary: 'check that the file is sound, and repair it',
  takesFileAsItIs: true,
  details:
    'Repairing makes the read tables again. If more is damaged, what can be read goes into a new file, what cannot is taken from the automatic backups or else named, and the damaged file is kept.',
  arguments: {},
  options: {
    fix: flag('--fix', 'repair what can be repaired'),
    repair: flag('--repair', 'the same as --fix'),
  },
  examples: [
    ['doctor', 'checks, and changes nothing'],
    ['doctor --fix', 'when it says that something is wrong'],
  ],
  run: async ({ session, options }) => {
    const file = session.databaseFile;
    const repair = options.fix || options.repair ? await fix(session) : null;
    const { checkFile } = await import('../../app/doctor.ts');
    const { readBackups, sizeOfBackup } = await import('../../app/automatic-backup.ts');
    const { db } = session.open('read');
    const listed = readBackups(file);
    const backups = listed.backups.map((backup) => ({ ...backup, bytes: sizeOfBackup(backup) }));
    const checks = [
      ...checkFile(db, { values: VALUE_CHECKS }),
      ...(listed.fault === null ? [] : [{ name: 'backups', ok: false, detail: listed.fault }]),
    ];
    const ok = checks.every((check) => check.ok);
    const { noReminderSince, now, calendar } = session;
    return {
      json: () => ({
        ok,
        file,
        checks,
        backups: backups.map((backup) => backupJson(backup, session)),
        noReminderSince: noReminderSince && toLocalIso(noReminderSince, calendar),
        repair: repairJson(repair, session),
      }),
      plain: () => checks.map((check) => [check.name, check.ok ? 'ok' : 'failed', check.detail]),
      text: () => {
        const layout = session.textLayout();
        return [
          ...(repair ? showRepair(repair, calendar, layout) : []),
          showChecks(checks, file, layout),
          ...showNoReminder(noReminderSince, { now, calendar, ...layout }),
          ...showBackups(backups, calendar, layout),
        ].join('\n');
      },
      hints: ok ? [] : ['To repair it: followup doctor --fix'],
      exitCode: ok ? 0 : 1,
    };
  },
});

async function fix(session: Call['session']): Promise<Repair | null> {
  if (session.isFileMissing) return null;
  const { repair } = await import('../../app/repair.ts');
  const done = repair(session.databaseFile, {
    now: session.now,
    keep: session.settings.value('backup.keep'),
    values: VALUE_CHECKS,
  });
  session.noteRecorded();
  return done;
}

function backupJson(
  { file, at, occasion, bytes }: AutomaticBackup & { readonly bytes: number },
  { calendar }: Call['session'],
) {
  return { file, at: toLocalIso(at, calendar), occasion, bytes };
}

function repairJson(repair: Repair | null, { calendar }: Call['session']) {
  return (
    repair && {
      ...repair,
      lost: repair.lost.map((lost) => ({ ...lost, at: lost.at && toLocalIso(lost.at, calendar) })),
    }
  );
}

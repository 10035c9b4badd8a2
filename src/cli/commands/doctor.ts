import { checkEvents } from '../../app/check-events.ts';
import { checkFile, repairReadTables } from '../../app/doctor.ts';
import { showChecks } from '../../views/terminal/checks.ts';
import { flag } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';
import { VALUE_CHECKS } from '../run/value-checks.ts';

export const doctor = command({
  name: 'doctor',
  summary: 'check that the file is sound',
  arguments: {},
  options: { repair: flag('--repair', 'rebuild the read tables from the journal') },
  examples: [
    ['doctor', 'checks, and changes nothing'],
    ['doctor --repair', 'when the read tables differ from the journal'],
  ],
  run: ({ session, options: { repair } }) => {
    const { db } = session.open(repair ? 'write' : 'read');
    if (repair) repairReadTables(db);
    const events = checkEvents(db, VALUE_CHECKS);
    const checks = [...checkFile(db), events];
    const ok = checks.every((check) => check.ok);
    return {
      json: () => ({ ok, file: session.databaseFile, checks }),
      plain: () => checks.map((check) => [check.name, check.ok ? 'ok' : 'failed', check.detail]),
      text: () => showChecks(checks, session.databaseFile, session.textLayout()),
      hints: ok
        ? []
        : events.ok
          ? ['The journal is the truth; to rebuild the read tables: followup doctor --repair']
          : ['Put a backup in its place: followup restore FILE'],
      exitCode: ok ? 0 : 1,
    };
  },
});

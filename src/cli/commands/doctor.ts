import { checkFile, repairReadTables } from '../../app/check.ts';
import { showChecks } from '../../views/terminal/checks.ts';
import type { Command } from '../run/command.ts';

export const doctor: Command = {
  name: 'doctor',
  summary: 'check that the file is sound',
  arguments: [],
  options: [['--repair', 'make the read tables anew from the journal']],
  examples: [
    ['doctor', 'looks, and changes nothing'],
    ['doctor --repair', 'when the read tables differ from the journal'],
  ],
  run: (call) => {
    const { session } = call;
    const { db } = session.open(call.flag('repair') ? 'write' : 'read');
    if (call.flag('repair')) repairReadTables(db);
    const checks = checkFile(db);
    const ok = checks.every((check) => check.ok);
    return {
      json: () => ({ ok, file: session.databaseFile, checks }),
      plain: () => checks.map((check) => [check.name, check.ok ? 'ok' : 'failed', check.detail]),
      text: () => showChecks(checks, session.databaseFile, session.frameForText()),
      hints: ok ? [] : ['The journal is the truth; to make the read tables anew: followup doctor --repair'],
      exitCode: ok ? 0 : 1,
    };
  },
};

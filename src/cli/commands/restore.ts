import type { Contents, Restored } from '../../app/backup.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { contentsJson } from '../../views/json/database-contents.ts';
import { plainContents } from '../../views/plain/database-contents.ts';
import { printable } from '../../views/printable.ts';
import { sayContents } from '../../views/words/database-contents.ts';
import { word } from '../run/arguments/argument.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { refuseBlank } from '../run/refuse-blank.ts';
import type { Session } from '../run/session/session.ts';
import { VALUE_CHECKS } from '../run/value-checks.ts';

export const restore = command({
  name: 'restore',
  summary: 'replace the content of the database with a backup',
  takesFileAsItIs: true,
  details: 'The previous content is kept among the automatic backups, and the answer names its file.',
  arguments: { file: word('<file>', 'a copy that was made with backup') },
  options: {},
  examples: [
    ['restore followup-backup.db', 'everything as it was then'],
    ['--db old.db restore followup-backup.db', 'into a separate file, to look at it'],
  ],
  run: async (call) => {
    const { session } = call;
    const { file = '' } = call.args;
    refuseBlank(file);
    const { restore: restoreFile } = await import('../../app/backup.ts');
    const { pruneBackups } = await import('../../app/automatic-backup.ts');
    const restored = await restoreFile(file, session.databaseFile, {
      now: session.now,
      values: VALUE_CHECKS,
      mayReplace: (backup, there) => mayReplace(call, file, backup, there),
    });
    session.noteRecorded();
    pruneBackups(session.databaseFile, session.settings.value('backup.keep'));
    const { contents, kept } = restored;
    const database = session.databaseFile;
    return {
      isEcho: true,
      json: () => ({ file, database, replaced: kept, ...contentsJson(contents, session.calendar) }),
      plain: () => [[...plainContents(database, contents), kept ?? '']],
      text: () => showRestored(session, file, restored),
    };
  },
});

async function mayReplace(
  call: Call,
  file: string,
  backup: Contents,
  there: Contents | null,
): Promise<boolean> {
  if (!call.isInteractive) return true;
  const { calendar } = call.session;
  const prompts = await call.session.prompts();
  prompts.say([
    `Now:    ${there ? sayContents(there, calendar) : 'a damaged file'}`,
    `Backup: ${sayContents(backup, calendar)}`,
  ]);
  return prompts.confirm(`Replace the database with ${file}? Its present content is kept.`);
}

/** Paths are not wrapped, because people copy them. */
function showRestored(session: Session, file: string, { contents, kept }: Restored): string {
  const { command } = session.textLayout().style;
  return [
    `Restored from ${printable(file)}: ${sayContents(contents, session.calendar)}.`,
    ...(kept === null
      ? []
      : [
          'What was there is kept. To bring that back:',
          `  ${command(`followup restore ${printable(quoteForShell(kept))}`)}`,
        ]),
  ].join('\n');
}

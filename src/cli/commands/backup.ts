import { existsSync } from 'node:fs';
import type { Contents } from '../../app/backup.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { contentsJson } from '../../views/json/database-contents.ts';
import { plainContents } from '../../views/plain/database-contents.ts';
import { printable } from '../../views/printable.ts';
import { wrap } from '../../views/terminal/width.ts';
import { sayContents } from '../../views/words/database-contents.ts';
import { word } from '../run/arguments/argument.ts';
import { flag } from '../run/arguments/option.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { refuseBlank } from '../run/refuse-blank.ts';
import { VALUE_CHECKS } from '../run/value-checks.ts';

export const backup = command({
  name: 'backup',
  summary: 'write a copy of the database, and check it',
  takesFileAsItIs: true,
  details:
    'It may be done at any time, even while another followup is writing. For cron: followup backup FILE --force',
  arguments: { file: word('<file>', 'where to put the copy, best on another disk') },
  options: { force: flag('--force', 'replace the file if there is one') },
  examples: [
    ['backup followup-backup.db', 'a copy that restore brings back'],
    ['backup followup-daily.db --force', 'replacing the last one'],
  ],
  run: async (call) => {
    const { session, args, options } = call;
    const { file = '' } = args;
    refuseBlank(file);
    const mayReplace = () => askWhether(call, `${file} already exists. Replace it?`, false);
    if (existsSync(file) && !options.force && !(await mayReplace())) {
      throw refuse(
        'file-exists',
        `${file} already exists.`,
        'Name another file, or add --force to replace it.',
      );
    }
    const { backUp } = await import('../../app/backup.ts');
    const contents = await backUp(session.open('read').db, file, VALUE_CHECKS);
    session.noteRecorded();
    return {
      isEcho: true,
      json: () => ({ file, ...contentsJson(contents, session.calendar) }),
      plain: () => [plainContents(file, contents)],
      text: () => showBackup(call, file, contents),
    };
  },
});

function showBackup({ session }: Call, file: string, contents: Contents): string {
  const { width, style } = session.textLayout();
  return [
    ...wrap(`Backed up: ${sayContents(contents, session.calendar)}. It is sound.`, width, '  '),
    `To bring it back: ${style.command(`followup restore ${printable(quoteForShell(file))}`)}`,
  ].join('\n');
}

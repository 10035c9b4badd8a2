import { basename, join } from 'node:path';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { localDay, shiftWorkingDays } from '../../domain/time/calendar.ts';
import { isoOfDay } from '../../domain/time/iso-day.ts';
import { markAsDemo } from '../../store/demo.ts';
import { openForWriting } from '../../store/open.ts';
import { makeTemporaryFolder } from '../../system/temporary-folder.ts';
import { printable } from '../../views/printable.ts';
import { DEMO_MARK } from '../../views/words/demo.ts';
import { DAY_AHEAD, STORY } from '../demo/story.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';

export const demo = command({
  name: 'demo',
  summary: 'a made-up fortnight in a file of its own, to look around in',
  takesFileAsItIs: true,
  details:
    'It never touches your own file: the demo is made again each time, in the folder for temporary files, and every screen of it says so.',
  arguments: {},
  options: {},
  examples: [['demo', 'today, as a consultant with eight clients sees it, and how to go on']],
  run: async (call) => {
    const { session, program } = call;
    if (session.globals.db !== undefined) {
      throw new Refusal('demo-elsewhere', 'The demo creates its own file.', 'Leave out --db.', 'usage');
    }
    const file = join(makeTemporaryFolder('followup-demo-'), 'demo.db');
    markAsDemo(openForWriting(file));
    await tell(call, file);
    const screen = await program.screenOf(['today', ...flags(call), '--db', file], session.io.env);
    const name = printable(file);
    return {
      ...screen,
      json: () => ({ database: file, ...(screen.json() as object) }),
      text: async () =>
        [
          session.style.today(DEMO_MARK),
          await screen.text(),
          '',
          'To explore the same data, for example:',
          ...aliasFor(session.io.program),
          `  export FOLLOWUP_DB=${name}`,
          '  followup client acme      followup today --step     followup review',
          '  followup show 16          followup forecast         followup search board',
          'and to go back to your own: unset FOLLOWUP_DB',
        ].join('\n'),
    };
  },
});

/** A line that defines `followup` as a shell alias, if it was run as a file because it is not installed. */
function aliasFor(program: string): string[] {
  return basename(program) === 'followup.js' ? [`  alias followup="node ${quoteForShell(program)}"`] : [];
}

/** The options of the demo that apply to what it shows. */
function flags({ session: { globals } }: Call): string[] {
  return [...(globals.color ? [] : ['--no-color']), ...(globals.plain ? ['--plain'] : [])];
}

/** Fills the file by running one command after another, each at its time. */
async function tell({ session, program }: Call, file: string): Promise<void> {
  const { calendar } = session;
  const today = localDay(calendar, session.now);
  const day = (workingDays: number) =>
    isoOfDay(workingDays === 0 ? today : shiftWorkingDays(calendar, today, workingDays));
  for (const [ago, time, ...words] of STORY) {
    const env = { ...session.io.env, FOLLOWUP_NOW: `${day(-ago)}T${time}` };
    const argv = words.map((word) =>
      word.replace(DAY_AHEAD, (_all, count: string, at = '') => `${day(Number(count))} ${at}`.trim()),
    );
    await program.screenOf([...argv, '--db', file, '--no-input'], env);
  }
}

import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { printable } from '../../views/printable.ts';
import { JOB_PLACES, listChange, listLost, showJobs, showRemoved } from '../../views/terminal/cron-jobs.ts';
import { wrap } from '../../views/terminal/width.ts';
import { sayWarning } from '../../views/words/cron-warnings.ts';
import { oneOf } from '../run/arguments/argument.ts';
import { flag } from '../run/arguments/option.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { askWhether } from '../run/prompts/ask.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import type { CronPlan } from './cron-plan.ts';

const ACTIONS = {
  show: 'the lines, and whether they are installed; changes nothing',
  install: 'put the lines into your crontab, or bring them up to date',
  remove: 'take them out again',
} as const;
type Action = keyof typeof ACTIONS;

export const cron = command({
  name: 'cron',
  summary: 'have reminders come by themselves',
  details:
    'Two lines in your crontab call followup remind: every 15 minutes, which is silent unless something is due, and on working days a quarter of an hour before work begins. Cron mails you what they print. The rest of the crontab stays as it is, and each database has lines of its own.',
  arguments: {
    action: oneOf('action', ACTIONS, 'show (as without one), install or remove'),
  },
  options: {
    systemd: flag(
      '--systemd',
      'timers of systemd instead of cron; they make up for what was missed in sleep',
    ),
    notify: flag('--notify', 'show a notification on the desktop as well; with --systemd always'),
  },
  examples: [
    ['cron', 'the lines, whether they are installed, and whether mail arrives'],
    ['cron install', 'shows them, asks, and puts them into your crontab'],
    ['cron install --systemd --yes', 'timers of systemd, without asking'],
    ['cron remove', 'takes them out again'],
  ],
  run: async (call) => {
    const { session, args, options } = call;
    const { action = 'show' } = args;
    if (action === 'install') refuseDatabase(session);
    const { planCrontab, planSystemd } = await import('./cron-plan.ts');
    const plan = () =>
      options.systemd ? planSystemd(session) : planCrontab(session, options.notify, action === 'show');
    const before = plan();
    if (action === 'show') return screenOf(call, before, null);
    if (before.obstacle) throw before.obstacle;
    const isNeeded = before.shown.state !== (action === 'install' ? 'current' : 'absent');
    if (isNeeded) await change(call, action, before);
    return screenOf(call, isNeeded ? plan() : before, { action, before, isNeeded });
  },
});

type CronCall = Call<
  { readonly action: Action | undefined },
  { readonly systemd: boolean; readonly notify: boolean }
>;

/** Throws a Refusal for a database from which no reminders can come. */
function refuseDatabase(session: Session): void {
  session.requireFile();
  session.open('read');
  if (session.mark.length === 0) return;
  throw refuse(
    'demo-reminders',
    'This is the demo, and reminders of made-up work help nobody.',
    'Go back to your own file: unset FOLLOWUP_DB',
  );
}

/** A run that changes what is installed, or would if that were needed. */
interface Change {
  readonly action: Exclude<Action, 'show'>;
  readonly before: CronPlan;
  readonly isNeeded: boolean;
}

/** Installs or removes, once it was agreed to. Throws a Refusal. */
async function change(
  call: CronCall,
  action: Change['action'],
  { installation: { kind, state, found, lines, install, remove } }: CronPlan,
): Promise<void> {
  const place = JOB_PLACES[kind];
  const isLost = state === 'edited' ? ' What was changed by hand is lost.' : '';
  const question = {
    install: `Put ${found.length > 0 ? 'the new ones in their place' : `these into ${place}`}?${isLost}`,
    remove: `Take these out of ${place}?${isLost}`,
  }[action];
  if (call.isInteractive) {
    const prompts = await call.session.prompts();
    prompts.say(listChange(found, action === 'install' ? lines : []));
  }
  const isWanted = await askWhether(call, question, false);
  if (isWanted === undefined) {
    throw refuse(
      'not-agreed',
      `Nothing was changed: ${place} is changed only when you agree, and nobody can be asked here.`,
      `To agree: ${commandOf(call, action)} --yes`,
    );
  }
  if (!isWanted) throw refuse('not-agreed', 'Nothing was changed.');
  (action === 'install' ? install : remove)();
  call.session.noteRecorded();
}

function screenOf(call: CronCall, plan: CronPlan, change: Change | null): Screen {
  const { installation, shown } = plan;
  const { kind, state, lines, found, files } = installation;
  return {
    isEcho: change !== null,
    json: () => ({
      action: change?.action ?? 'show',
      where: kind,
      database: shown.database,
      installed: state !== 'absent',
      state,
      changed: change?.isNeeded ?? false,
      replaced: change?.isNeeded ? change.before.shown.found : [],
      lines,
      found,
      ...(files && { files: Object.fromEntries(files) }),
      morning: shown.morning,
      mailTo: shown.mailTo,
      zone: shown.zone,
      cron: shown.byCron,
      warnings: shown.warnings.map(sayWarning),
    }),
    plain: () => [
      ['state', state],
      ...lines.map((line) => ['line', line]),
      ...found.map((line) => ['installed', line]),
      ...shown.warnings.map((warning) => ['warning', sayWarning(warning)]),
    ],
    text: () => textOf(call, plan, change).join('\n'),
  };
}

function textOf(call: CronCall, { shown, obstacle }: CronPlan, change: Change | null): string[] {
  const layout = call.session.textLayout();
  const place = JOB_PLACES[shown.kind];
  const isThere = shown.state === 'current';
  const next = isThere
    ? ['To take them out:', commandOf(call, 'remove')]
    : ['To install them:', commandOf(call, 'install')];
  if (change?.action === 'remove') {
    return change.isNeeded
      ? showRemoved(change.before.shown, next, layout)
      : wrap(
          `There are no reminders for ${printable(shown.database)} in ${place}. Nothing was changed.`,
          layout.width,
        );
  }
  const headline =
    change && (change.isNeeded ? `Installed in ${place}` : 'Installed already: nothing was changed');
  return [
    ...showJobs({ ...shown, headline, next: obstacle ? [] : next }, layout),
    ...(change && change.before.shown.state === 'edited' ? listLost(change.before.shown.found) : []),
  ];
}

/** The command line of an action about the same lines. */
function commandOf(
  { session: { globals }, options: { systemd, notify } }: CronCall,
  action: Change['action'],
): string {
  return [
    `followup cron ${action}`,
    ...(systemd ? ['--systemd'] : []),
    ...(notify && action === 'install' ? ['--notify'] : []),
    ...(globals.db === undefined ? [] : ['--db', printable(quoteForShell(globals.db))]),
  ].join(' ');
}

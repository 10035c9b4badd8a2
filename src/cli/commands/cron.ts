import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { printable } from '../../views/printable.ts';
import {
  listChange,
  listLost,
  showJobs,
  showNothingRemoved,
  showRemoved,
} from '../../views/terminal/cron-jobs.ts';
import { JOB_PLACES, sayWarning } from '../../views/words/cron-warnings.ts';
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
  takesFileAsItIs: true,
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
    const { planJobs } = await import('./cron-plan.ts');
    const isShown = action === 'show';
    const plan = () =>
      planJobs(session, {
        place: options.systemd ? 'systemd' : isShown ? null : 'crontab',
        notifies: options.notify,
        asInstalled: isShown,
      });
    const before = plan();
    if (isShown) return screenOf(call, before, null);
    const { state } = before.installation;
    const isNeeded = state !== (action === 'install' ? 'current' : 'absent');
    const obstacle = before.fault ?? (isNeeded ? before.lack : null);
    if (obstacle) throw obstacle;
    if (isNeeded) await change(call, action, before);
    const hasForgotten = action === 'remove' && (await expectNone(session));
    return screenOf(call, isNeeded ? plan() : before, { action, before, isNeeded, hasForgotten });
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

/**
 * Lets nobody miss reminders any more, and returns whether anybody would have. They are taken out all the same if the file
 * cannot note that.
 */
async function expectNone(session: Session): Promise<boolean> {
  if (session.isFileMissing) return false;
  const { expectNoReminders } = await import('../../app/no-reminder-since.ts');
  try {
    return expectNoReminders(session.open('write'));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    session.failures.push(`followup today may go on missing reminders: ${error.message}`);
    return false;
  }
}

/** A run that changes what is installed, or would if that were needed. */
interface Change {
  readonly action: Exclude<Action, 'show'>;
  readonly before: CronPlan;
  readonly isNeeded: boolean;
  /** Whether it is forgotten that reminders ran. */
  readonly hasForgotten: boolean;
}

/** Installs or removes, once it was agreed to. Throws a Refusal. */
async function change(
  call: CronCall,
  action: Change['action'],
  { installation: { place, state, found, lines, install, remove }, commandFor }: CronPlan,
): Promise<void> {
  const there = JOB_PLACES[place];
  const isLost = state === 'edited' ? ' What was changed by hand is lost.' : '';
  const question = {
    install: `Put ${found.length > 0 ? 'the new ones in their place' : `these into ${there}`}?${isLost}`,
    remove: `Take these out of ${there}?${isLost}`,
  }[action];
  if (call.isInteractive) {
    const prompts = await call.session.prompts();
    prompts.say(listChange(found, action === 'install' ? lines : []));
  }
  const isWanted = await askWhether(call, question, false);
  if (isWanted === undefined) {
    throw refuse(
      'not-agreed',
      `Nothing was changed: ${there} is changed only when you agree, and nobody can be asked here.`,
      `To agree: ${commandFor(action)} --yes`,
    );
  }
  if (!isWanted) throw refuse('not-agreed', 'Nothing was changed.');
  (action === 'install' ? install : remove)();
  call.session.noteRecorded();
}

function screenOf(call: CronCall, plan: CronPlan, change: Change | null): Screen {
  const { installation, shown } = plan;
  const { place, state, lines, found, files } = installation;
  return {
    isEcho: change !== null,
    json: () => ({
      action: change?.action ?? 'show',
      where: place,
      database: shown.database,
      installed: state !== 'absent',
      state,
      changed: change?.isNeeded ?? false,
      replaced: change?.isNeeded ? change.before.installation.found : [],
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

function textOf(call: CronCall, plan: CronPlan, change: Change | null): string[] {
  const { installation, shown, commandFor } = plan;
  const { place, state } = installation;
  const layout = call.session.textLayout();
  const next =
    state === 'current'
      ? ['To take them out:', printable(commandFor('remove'))]
      : ['To install them:', printable(commandFor('install'))];
  if (change?.action === 'remove') {
    const left = { ...installation, ...shown, warnings: plan.elsewhere };
    return change.isNeeded
      ? showRemoved({ ...left, found: change.before.installation.found, next }, layout)
      : showNothingRemoved(left, change.hasForgotten, layout);
  }
  const headline =
    change &&
    (change.isNeeded ? `Installed in ${JOB_PLACES[place]}` : 'Installed already: nothing was changed');
  return [
    ...showJobs({ ...installation, ...shown, headline, next: (plan.fault ?? plan.lack) ? [] : next }, layout),
    ...(change?.before.installation.state === 'edited' ? listLost(change.before.installation.found) : []),
  ];
}

import { type Claim, claimMorning, claimReminders, readAllReminders, recordRun } from '../../app/remind.ts';
import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { entriesOf } from '../../domain/agenda/entries.ts';
import type { ReminderRun } from '../../domain/agenda/no-reminder-since.ts';
import type { ReminderSettings } from '../../domain/agenda/reminders.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { isWorkingDay, isWorkingTime, localDay } from '../../domain/time/calendar.ts';
import { isEmpty } from '../../store/queries.ts';
import { markAwake } from '../../system/awake-time.ts';
import type { OutputFailure } from '../../system/io.ts';
import { isUtf8 } from '../../system/locale.ts';
import { type Encode, encodeLines, loadAscii } from '../../views/ascii.ts';
import { attentionLineJson } from '../../views/json/attention-line.ts';
import { plainAttentionLine } from '../../views/plain/attention-line.ts';
import { showReminder, titleOfReminder } from '../../views/terminal/reminder.ts';
import type { ViewContext } from '../../views/view-context.ts';
import { agendaScreen } from '../run/agenda-screen.ts';
import { flag } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';

export const remind = command({
  name: 'remind',
  summary: 'what became due since the last reminder, in one message',
  details:
    'For cron. It decides itself when to speak, so it can run every few minutes: it prints nothing outside working hours, and nothing that was said already, until remind.every has passed.',
  arguments: {},
  options: {
    all: flag('-a, --all', 'everything that needs you now, whatever was said before'),
    morning: flag('--morning', 'the agenda of a working day, as a mail'),
    notify: flag('--notify', 'show it on the desktop as well'),
  },
  examples: [
    ['remind', 'what is due since the last time, and what is still overdue'],
    ['remind --all', 'everything now; it does not count as said'],
    ['remind --morning', 'for cron on working mornings: today as a mail'],
    ['remind --notify', 'and as a notification'],
  ],
  run: async ({ session, options }) => {
    session.refuseMissingFile();
    const view = await mailView(session);
    if (session.isFileMissing) return messageOf([], view);
    if (options.all) {
      const message = messageOf(readAllReminders(session.open('read'), settingsOf(session)), view);
      return { ...message, delivered: delivery(session, message, options.notify) };
    }
    const { claim, message } = options.morning ? sayMorning(session, view) : sayDue(session, view);
    return {
      ...message,
      delivered: delivery(session, message, options.notify, claim),
      hints: claim?.lines.length || !isWatched(session) ? [] : [sayWhySilent(view)],
    };
  },
});

/** Cron wants silence when there is nothing to say; a person wonders whether it works. */
function sayWhySilent({ calendar, now }: MailView): string {
  const why = isWorkingTime(calendar, now)
    ? 'Nothing is due now that was not said already.'
    : 'Outside working hours nothing is said that can wait.';
  return `${why} Everything: followup remind --all`;
}

/** A screen that is a message, with the lines that it is about. */
interface Message extends Screen {
  /** What is said in short, where there is no room for more. */
  readonly short: { readonly title: string; readonly text: string } | null;
}

interface Said {
  readonly message: Message;
  readonly claim: Claim | null;
}

/** What is due now. */
function sayDue(session: Session, view: MailView): Said {
  const claim = claimReminders(session.open('write'), settingsOf(session), runByCron(session));
  return { claim, message: messageOf(claim.lines, view, session.settings.value('remind.most')) };
}

/** The agenda of a working day; nothing on a day off, or where nothing was ever recorded. */
function sayMorning(session: Session, view: MailView): Said {
  const context = session.open('write');
  const run = runByCron(session);
  if (!isWorkingDay(view.calendar, localDay(view.calendar, view.now)) || isEmpty(context.db)) {
    recordRun(context, run);
    return { claim: null, message: messageOf([], view) };
  }
  const claim = claimMorning(context, settingsOf(session), run);
  const screen = agendaScreen(claim.agenda, null, view);
  const { short } = messageOf(
    claim.lines.filter(({ severity }) => severity !== 'soon'),
    view,
    session.settings.value('remind.most'),
  );
  const text = async () => encodeLines(await screen.text(), view.encode, view.width);
  return { claim, message: { ...screen, text, short } };
}

function settingsOf({ settings }: Session): ReminderSettings {
  return { every: settings.value('remind.every'), ahead: settings.value('remind.ahead') };
}

/** Whether somebody is there to see what is printed. Cron is not. */
function isWatched({ io: { stdin, stdout, stderr } }: Session): boolean {
  return stdout.isTerminal || stderr.isTerminal || stdin.isTerminal;
}

/** This run, if it is one by cron. */
function runByCron(session: Session): ReminderRun | null {
  return isWatched(session) ? null : { at: session.now, ...markAwake(session.io) };
}

/** Mail is read in windows of any width, and quoted. */
const MAIL_WIDTH = 72;

/** What views need, with a width that suits mail, and signs that a mail can carry without a locale. */
interface MailView extends ViewContext {
  readonly encode: Encode;
}

async function mailView(session: Session): Promise<MailView> {
  const view = session.viewContext();
  const encode = isUtf8(session.io.env) ? (text: string) => text : await loadAscii();
  return { ...view, width: Math.min(MAIL_WIDTH, view.width), encode };
}

/** Lines as a message with `most` of them at most. */
function messageOf(
  lines: readonly AttentionLine[],
  view: MailView,
  most = Number.POSITIVE_INFINITY,
): Message {
  const entries = entriesOf(lines);
  const shown = showReminder(entries, { most, encode: view.encode }, view);
  return {
    json: () => lines.map((line) => attentionLineJson(line, view)),
    plain: () => lines.map((line) => plainAttentionLine(line, view)),
    text: () => shown.join('\n'),
    short: entries.length === 0 ? null : { title: titleOfReminder(entries, view), text: shown.join('\n') },
  };
}

/**
 * What is done once a message was written out: the notification if one is wanted, and then the note that all of it was
 * said. If either fails, nothing was said, and the next run says it. Throws a Refusal.
 */
function delivery(session: Session, { short }: Message, isShown: boolean, claim: Claim | null = null) {
  const fail = (code: string, what: string, advice = '') => {
    claim?.release();
    throw refuse(
      code,
      what,
      `${claim ? 'The next run says it again.' : 'Once that is mended, try again.'}${advice}`,
    );
  };
  return async (failure: OutputFailure | null) => {
    if (failure) fail('reminder-not-written', failure.message);
    if (isShown && short) {
      const { notify } = await import('../../system/notify.ts');
      const why = await notify(short, session.settings.value('remind.notify'), session.io.env);
      const advice = ' Another program is set with: followup config remind.notify PROGRAM';
      if (why !== null) fail('reminder-not-shown', `The reminder could not be shown: ${why}.`, advice);
    }
    claim?.confirm();
  };
}

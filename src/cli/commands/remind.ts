import { claimMorning, claimReminders, readAllReminders, recordRun } from '../../app/remind.ts';
import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { entriesOf } from '../../domain/agenda/entries.ts';
import type { ReminderRun } from '../../domain/agenda/no-reminder-since.ts';
import type { ReminderSettings } from '../../domain/agenda/reminders.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { isWorkingDay, isWorkingTime, localDay } from '../../domain/time/calendar.ts';
import { isEmpty } from '../../store/queries.ts';
import { markAwake } from '../../system/awake-time.ts';
import { isUtf8 } from '../../system/locale.ts';
import type { Notification } from '../../system/notify.ts';
import { encodeLines, loadAscii } from '../../views/ascii.ts';
import { attentionLineJson } from '../../views/json/attention-line.ts';
import { type MailView, mailView } from '../../views/mail-view.ts';
import { plainAttentionLine } from '../../views/plain/attention-line.ts';
import { showReminder, titleOfReminder } from '../../views/terminal/reminder.ts';
import { agendaScreen } from '../run/agenda-screen.ts';
import { flag } from '../run/arguments/option.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { deliverMessage, notifyOnceWritten } from '../run/deliver-message.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';

export const remind = command({
  name: 'remind',
  summary: 'what became due since the last reminder, in one message',
  details:
    'For cron. It decides itself when to speak, so it can run every few minutes. What it said it does not repeat until remind.every has passed, and outside working hours it speaks only of times that you set there.',
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
  run: async (call) => {
    const { session, options } = call;
    if (options.all && options.morning) {
      throw new Refusal(
        'all-or-morning',
        'The morning says everything already.',
        'Leave out --all.',
        'usage',
      );
    }
    session.refuseMissingFile();
    if (session.isFileMissing) return SILENCE;
    if (options.all) return sayAll(call);
    return options.morning ? sayMorning(call) : sayDue(call);
  },
});

type RemindCall = Call<object, { readonly notify: boolean }>;

/** Nearly every run by cron ends with it, so it needs no view. */
const SILENCE: Screen = { json: () => [], plain: () => [], text: () => '' };

/** Everything, which does not count as said. */
async function sayAll({ session, options }: RemindCall): Promise<Screen> {
  const lines = readAllReminders(session.open('read'), settingsOf(session));
  if (lines.length === 0) return SILENCE;
  const view = await viewForMail(session);
  const notification = options.notify ? inShort(lines, session, view) : null;
  return {
    ...messageOf(lines, view),
    ...(notification && { delivered: notifyOnceWritten(session, notification) }),
  };
}

/** What is due now. */
async function sayDue({ session, options }: RemindCall): Promise<Screen> {
  const claim = claimReminders(session.open('write'), settingsOf(session), runByCron(session));
  if (claim.lines.length === 0) {
    return { ...SILENCE, hints: session.io.stdout.isTerminal ? [sayWhySilent(session)] : [] };
  }
  const view = await viewForMail(session);
  return {
    ...messageOf(claim.lines, view, session.settings.value('remind.most')),
    delivered: deliverMessage(session, claim, options.notify ? inShort(claim.lines, session, view) : null),
  };
}

/** The agenda of a working day; nothing on a day off, or where nothing was ever recorded. */
async function sayMorning({ session, options }: RemindCall): Promise<Screen> {
  const { calendar, now } = session;
  const context = session.open('write');
  const run = runByCron(session);
  if (!isWorkingDay(calendar, localDay(calendar, now)) || isEmpty(context.db)) {
    recordRun(context, run);
    return SILENCE;
  }
  const claim = claimMorning(context, settingsOf(session), run);
  const view = await viewForMail(session);
  const { lines } = claim.agenda;
  const { text } = agendaScreen(claim.agenda, null, view);
  const pressing = lines.filter(({ severity }) => severity !== 'soon');
  return {
    ...messageOf(lines, view),
    text: async () => encodeLines(await text(), view.encode, view.width),
    delivered: deliverMessage(session, claim, options.notify ? inShort(pressing, session, view) : null),
  };
}

async function viewForMail(session: Session): Promise<MailView> {
  return mailView(session.viewContext(), isUtf8(session.io.env) ? (text) => text : await loadAscii());
}

/** Lines as a message that names `most` commitments at most. */
function messageOf(lines: readonly AttentionLine[], view: MailView, most = Number.POSITIVE_INFINITY): Screen {
  return {
    json: () => lines.map((line) => attentionLineJson(line, view)),
    plain: () => lines.map((line) => plainAttentionLine(line, view)),
    text: () => showReminder(entriesOf(lines), most, view).join('\n'),
  };
}

/** Lines as a notification, which has room for few; null if there are none. */
function inShort(lines: readonly AttentionLine[], session: Session, view: MailView): Notification | null {
  const entries = entriesOf(lines);
  if (entries.length === 0) return null;
  const text = showReminder(entries, session.settings.value('remind.most'), view).join('\n');
  return { title: titleOfReminder(entries, view), text };
}

/** Cron wants silence when there is nothing to say; a person wonders whether it works. */
function sayWhySilent({ calendar, now }: Session): string {
  const why = isWorkingTime(calendar, now)
    ? 'Nothing is due now that was not said already.'
    : 'Outside working hours nothing is said that can wait.';
  return `${why} Everything: followup remind --all`;
}

function settingsOf({ settings }: Session): ReminderSettings {
  return { every: settings.value('remind.every'), ahead: settings.value('remind.ahead') };
}

/** This run, if it is one by cron, as far as can be seen: nobody is there to see it. */
function runByCron({ now, io }: Session): ReminderRun | null {
  const isWatched = io.stdout.isTerminal || io.stderr.isTerminal || io.stdin.isTerminal;
  return isWatched ? null : { at: now, ...markAwake(io) };
}

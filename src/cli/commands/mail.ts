import type { TakenIn } from '../../app/take-in-message.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { saidAt } from '../../domain/mail/message.ts';
import { newClientNames } from '../../domain/streams/client.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { mailJson } from '../../views/json/mail.ts';
import { plainMail } from '../../views/plain/mail.ts';
import { showMail } from '../../views/terminal/mail.ts';
import {
  type MailItem,
  type MailReport,
  placedRefusal,
  type RefusedMessage,
  remarksOnMail,
  sayRefused,
} from '../../views/words/mail.ts';
import { remarksIfItCame } from '../../views/words/next-steps.ts';
import { everyWord } from '../run/arguments/argument.ts';
import { commitment, date, flag } from '../run/arguments/option.ts';
import { checkReplyBy } from '../run/check-reply-by.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import { Intake } from '../run/intake.ts';
import type { Screen } from '../run/screen.ts';

const ARGUMENTS = {
  files: everyWord('[file...]', 'files, mboxes or folders (Maildir); - or none is standard input'),
};
const OPTIONS = {
  about: commitment('-a, --about', 'the commitment that they are about, whatever they refer to'),
  needsReply: flag('--needs-reply', 'they have to be answered'),
  by: date('-b, --by', 'by when, with --needs-reply'),
  again: flag('--again', 'take in again what was taken back by undo'),
  dryRun: flag('-n, --dry-run', 'show what would be taken in, and change nothing'),
};
type MailCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const mail = command({
  name: 'mail',
  summary: 'take in messages: what clients wrote, and what you wrote to them',
  details:
    'Each message is recorded once, by its Message-ID, as a word of the client whose person sent it, or as yours if it is from one of your addresses (config me.email). What it is about follows from the thread. Automatic answers and lists are left out, and what you wrote to nobody who is a client. Nothing is sent, moved or deleted.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['mail message.eml', 'one message, as a mail program saves it'],
    ['mail - --needs-reply --by "tomorrow noon"', 'from a mail program, through a pipe; you owe an answer'],
    ['mail Mail/Clients Mail/Sent --quiet', 'all that is new in two folders, by cron'],
    ['mail clients.mbox --dry-run', 'what would be taken in'],
  ],
  run: async (call) => {
    const { about = null, needsReply, by, again } = call.options;
    checkReplyBy(call.options);
    const me = call.session.settings.value('me.email');
    const intake = new Intake(call, { me, about, needsReply, again }, by);
    await intake.find(pathsOf(call));
    await (call.options.dryRun ? intake.rehearse() : intake.takeIn());
    return showIntake(intake, call);
  },
});

/** What to read. Throws a Refusal if that would be a terminal. */
function pathsOf(call: MailCall): readonly string[] {
  const { files } = call.args;
  const paths = files.length > 0 ? files : ['-'];
  if (paths.includes('-') && call.session.io.stdin.isTerminal) throw call.refuseMissing('file');
  return [...new Set(paths)];
}

/** Shows what was taken in. Throws a Refusal if that is nothing because all was refused. */
function showIntake({ taken, refused, known }: Intake, call: MailCall): Screen {
  const { session } = call;
  const items = taken.map((each) => itemOf(each, session.now));
  const report: MailReport = { isTrial: call.options.dryRun, items, known, refused };
  if (items.length + known === 0 && refused.length > 0) throw refuseAll(report);
  const view = session.viewContext();
  const changes = taken.flatMap(({ outcome }) => outcome?.changes ?? []);
  return {
    isEcho: refused.length === 0,
    json: () => items.map((item) => mailJson(item, session.calendar)),
    plain: () => items.map((item) => plainMail(item, session.calendar)),
    text: () => showMail(report, newClientNames(changes), view),
    hints: [
      ...items.flatMap(remarksOnMail),
      ...taken.flatMap(({ direction, outcome }) =>
        direction === 'in' ? (outcome?.commitments ?? []).flatMap((each) => remarksIfItCame(each, view)) : [],
      ),
    ],
    exitCode: refused.length > 0 ? 1 : 0,
    delivered: async () => {
      if (refused.length > 0) throw refuseAll(report);
    },
  };
}

function itemOf({ message, others = [], candidates = [], ...taken }: TakenIn, now: Instant): MailItem {
  const { id, from, subject, text, elided } = message;
  return {
    ...taken,
    messageId: id,
    instead: taken.outcome ? saidAt(message, now).instead : null,
    from,
    subject,
    text,
    elided,
    why: taken.why ?? null,
    recipient: taken.recipient ?? null,
    others: others.map(({ name }) => name),
    candidates: candidates.map(({ number }) => number),
    isWordsAlone: taken.isWordsAlone ?? false,
    unsettled: taken.unsettled ?? [],
  };
}

/** How many refused messages are named. */
const NAMED = 20;

/** One refusal for all messages that could not be taken in. */
function refuseAll({ refused, items, known, isTrial }: MailReport): Refusal {
  const [first, ...more] = refused;
  if (first && more.length === 0 && items.length + known === 0) {
    return placedRefusal(first);
  }
  const count = refused.length === 1 ? 'One message' : `${refused.length} messages`;
  const named = alike(refused);
  const unnamed = named.length - NAMED;
  return new Refusal(
    'messages-refused',
    isTrial
      ? `${count} would not be taken in:`
      : `${count} ${refused.length === 1 ? 'was' : 'were'} not taken in:`,
    items.length > 0 && !isTrial ? 'The others were. What is taken in again comes in once.' : null,
    'refused',
    [...named.slice(0, NAMED).map(sayRefused), ...(unnamed > 0 ? [`and ${unnamed} more`] : [])],
  );
}

/** Refused messages, those that were refused for the same reason as one. */
function alike(refused: readonly RefusedMessage[]): RefusedMessage[] {
  const groups = new Map<string, RefusedMessage[]>();
  for (const each of refused) {
    const { message, hint } = each.refusal;
    const key = `${message}\n${hint}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return [...groups.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    return more.length === 0 ? first : { ...first, place: `${first.place} and ${more.length} more` };
  });
}

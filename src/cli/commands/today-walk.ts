import { type Agenda, makeAgenda } from '../../app/agenda.ts';
import { describeOperations } from '../../app/history.ts';
import { lastOperation, undoIfLast } from '../../app/undo.ts';
import { type AttentionLine, subjectOf } from '../../domain/agenda/attention.ts';
import { type Entry, entriesOf } from '../../domain/agenda/entries.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { refuseTransition, type TransitionVerb } from '../../domain/streams/transitions.ts';
import { nameOf } from '../../views/frame.ts';
import { printable } from '../../views/printable.ts';
import { sayReverted } from '../../views/terminal/history.ts';
import { showEntry } from '../../views/terminal/today.ts';
import { truncate } from '../../views/terminal/width.ts';
import { GROUP_HEADINGS } from '../../views/words/group.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import { isInterrupt } from '../run/interrupt.ts';
import { askAnything, askKey, askUntilRead, type Key, say } from '../run/prompts.ts';
import type { Screen } from '../run/screen.ts';
import { agree } from './agree.ts';
import { askAboutDate } from './ask-about-date.ts';
import { client } from './client.ts';
import { confirm } from './confirm.ts';
import { done } from './done.ts';
import { move } from './move.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { told } from './told.ts';
import { update } from './update.ts';

/** What a key does to an entry: says what was settled, or null if nothing was; then the entry is asked about again. */
type Action = (call: Call, line: AttentionLine, name: string) => Promise<string | null>;
type Choice = Action | 'skip' | 'undo' | 'quit';

const SKIP: Key<Choice> = { key: null, label: 'skip', value: 'skip' };
const UNDO: Key<Choice> = { key: 'u', label: 'undo', value: 'undo' };
const QUIT: Key<Choice> = { key: 'q', label: 'quit', value: 'quit' };

/**
 * Walks through the entries of the morning, the worst first, one key each. Every answer is recorded at once, so an
 * interrupt loses nothing; what was settled is shown at the end. An entry that an earlier answer settled is left out.
 */
export async function walkToday(call: Call): Promise<Screen> {
  const { session } = call;
  const settled: Settled[] = [];
  session.open('read');
  say(session.mark);
  const handled = new Set<string | null>();
  let skipped = 0;
  try {
    for (;;) {
      session.refreshClock();
      const context = session.open('read');
      const agenda = makeAgenda(context, call.clientFilter(context.db));
      const entries = entriesOf(agenda.lines).filter(({ line }) => !handled.has(subjectOf(line)));
      const [entry] = entries;
      if (!entry) break;
      const heading = `${handled.size + 1} of ${handled.size + entries.length} · ${GROUP_HEADINGS[entry.group]}`;
      const canUndo = settled.at(-1)?.operation != null;
      const before = lastOperation(context.db);
      const choice = await settle(call, entry, heading, agenda, canUndo);
      if (choice === null) break;
      if (choice === 'undo') {
        takeBack(call, settled, handled);
        continue;
      }
      const subject = subjectOf(entry.line);
      handled.add(subject);
      if (choice === 'skip') skipped++;
      else {
        const after = lastOperation(context.db);
        settled.push({ subject, words: choice.words, operation: after === before ? null : after });
      }
    }
  } catch (error) {
    if (isInterrupt(error)) say(sum(settled, skipped));
    throw error;
  }
  return { json: () => null, text: () => sum(settled, skipped).join('\n') };
}

/** An entry that was settled: with what words, and by which operation, if anything was recorded. */
interface Settled {
  readonly subject: string | null;
  readonly words: string;
  readonly operation: string | null;
}

/** Takes the last answer back and asks about its entry again, unless something else was recorded since. */
function takeBack({ session }: Call, settled: Settled[], handled: Set<string | null>): void {
  const last = settled.at(-1);
  if (!last?.operation) return;
  try {
    const context = session.open('write');
    const undone = describeOperations(context.db, undoIfLast(context, last.operation));
    say([sayReverted('Undone', undone, session.frame())]);
    settled.pop();
    handled.delete(last.subject);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sayRefusal(error);
  }
}

function sayRefusal({ message, hint }: Refusal): void {
  say([message, ...(hint ? [hint] : [])].map((text) => `  ${printable(text)}`));
}

/** Asks about one entry until it is settled or skipped, or the last answer is taken back; null ends the walk. */
async function settle(
  call: Call,
  entry: Entry,
  heading: string,
  { clients }: Agenda,
  canUndo: boolean,
): Promise<{ readonly words: string } | 'skip' | 'undo' | null> {
  const frame = call.session.frame(clients);
  const { line } = entry;
  say(['', frame.style.heading(heading), ...showEntry(entry, frame)]);
  const name = nameOf(line.counterpart, frame) ?? '';
  for (;;) {
    const choice = await askKey([...keysFor(line), SKIP, ...(canUndo ? [UNDO] : []), QUIT]);
    if (choice === 'quit') return null;
    if (choice === 'skip' || choice === 'undo') return choice;
    try {
      call.session.refreshClock();
      const words = await choice(call, line, name);
      if (words === null) continue;
      const what = line.commitment ? `${line.commitment.number} ${line.commitment.title}` : name;
      return { words: truncate(printable(`${what}: ${words}`), frame.width - 2) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sayRefusal(error);
    }
  }
}

/** The keys that make sense for a line, those of its own reason first, as far as its state allows them. */
function keysFor({ commitment, reason }: AttentionLine): Key<Choice>[] {
  if (!commitment) {
    return [
      { key: 't', label: 'tell them', value: tell },
      { key: 's', label: 'show', value: look },
    ];
  }
  const allows = (verb: TransitionVerb) => refuseTransition(verb, commitment) === null;
  const keys: readonly (Key<Choice> | false)[] = [
    reason === 'no-date' && { key: 'o', label: 'date', value: settleDate },
    (reason === 'not-in-writing' || commitment.decided) && {
      key: 'c',
      label: 'confirmed',
      value: runOn(confirm, 'confirmed in writing'),
    },
    allows('update') && { key: 't', label: 'tell them', value: tell },
    reason === 'offer-unanswered' && { key: 'a', label: 'agreed', value: runOn(agree, 'agreed') },
    allows('done') && { key: 'd', label: 'done', value: finish },
    allows('snooze') && { key: 'z', label: 'snooze', value: putOff },
    allows('move') && { key: 'm', label: 'move', value: moveDate },
    { key: 's', label: 'show', value: look },
  ];
  return keys.filter((key) => key !== false);
}

/** Asks for the words that were said; without any nothing is recorded. */
async function tell(call: Call, line: AttentionLine, name: string): Promise<string | null> {
  const words = await askAnything(`What did you tell ${name || 'them'}? (Enter: nothing)`);
  if (!words) return null;
  const { commitment } = line;
  const number = String(commitment?.number ?? '');
  if (!commitment) await told.run(call.part('told', [name, [words]]));
  else if (commitment.kind === 'reply') await told.run(call.part('told', [name, [words]], { about: number }));
  else await update.run(call.part('update', [[number], [words]]));
  return `told them "${words}"`;
}

async function finish(call: Call, { commitment }: AttentionLine): Promise<string | null> {
  // Whether it is right is for the command to ask.
  await done.run(call.part('done', [[String(commitment?.number)]], {}, true));
  return 'done';
}

async function putOff(call: Call, { commitment }: AttentionLine): Promise<string | null> {
  const when = await askDatePhrase(call, 'Until when? (Enter: back)');
  if (!when) return null;
  await snooze.run(call.part('snooze', [[String(commitment?.number)], [when]]));
  return `snoozed until ${when}`;
}

async function moveDate(call: Call, { commitment }: AttentionLine): Promise<string | null> {
  const when = await askDatePhrase(call, 'To which date did you both settle? (Enter: back)');
  const because = when && (await askAnything('Why? (Enter: back)'));
  if (!when || !because) return null;
  await move.run(call.part('move', [[String(commitment?.number)], [when]], { because }));
  return `moved to ${when}`;
}

/** The words of a date that lies ahead, asked for until they are; undefined for Enter alone. */
function askDatePhrase(call: Call, question: string): Promise<string | undefined> {
  return askUntilRead(question, async (words) => {
    await call.readDateAhead(words);
    return words;
  });
}

async function settleDate(call: Call, { commitment }: AttentionLine): Promise<string | null> {
  if (!commitment) return null;
  return (await askAboutDate(call, commitment)) ? 'its date was said' : null;
}

async function look(call: Call, { commitment }: AttentionLine, name: string): Promise<null> {
  const screen = commitment
    ? await show.run(call.part('show', [[String(commitment.number)]]))
    : await client.run(call.part('client', [[name]]));
  say(['', await screen.text(), '']);
  return null;
}

function runOn(command: Command, words: string): Action {
  return async (call, { commitment }) => {
    await command.run(call.part(command.name, [[String(commitment?.number)]]));
    return words;
  };
}

function sum(settled: readonly { readonly words: string }[], skipped: number): string[] {
  const rest = skipped > 0 ? [`${skipped} skipped: still on today.`] : [];
  return settled.length === 0
    ? ['', 'Nothing was changed.', ...rest]
    : ['', `Settled ${settled.length}:`, ...settled.map(({ words }) => `  ${words}`), ...rest];
}

import { makeAgenda } from '../../app/agenda.ts';
import { describeOperations } from '../../app/history.ts';
import { selectCommitments } from '../../app/select.ts';
import { lastOperation, undoIfLast } from '../../app/undo.ts';
import { draftKindOf, subjectOf } from '../../domain/agenda/attention.ts';
import { type Entry, entriesBySubject, entriesOf } from '../../domain/agenda/entries.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { type Commitment, isOpen, unansweredPrice } from '../../domain/streams/commitment.ts';
import { refuseTransition, type TransitionVerb } from '../../domain/streams/transitions.ts';
import { printable } from '../../views/printable.ts';
import { showEntry } from '../../views/terminal/entries.ts';
import { beside } from '../../views/terminal/labelled.ts';
import { showReverted } from '../../views/terminal/operations.ts';
import { truncate } from '../../views/terminal/width.ts';
import { nameOf, type ViewContext } from '../../views/view-context.ts';
import { sayDueWithChance } from '../../views/words/commitment.ts';
import { GROUP_HEADINGS } from '../../views/words/group.ts';
import { sayPriceState } from '../../views/words/price.ts';
import { settlingArguments } from '../../views/words/settling-command.ts';
import { sayDate } from '../../views/words/time.ts';
import { programFor } from '../drafts/hand-over.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import { datesAbout } from '../run/date-context.ts';
import { askDateAhead } from '../run/prompts/ask.ts';
import { isInterrupt } from '../run/prompts/interrupt.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import type { Key, Prompts } from '../run/prompts/prompts.ts';
import { askWhatIsOpen, recallTheirWords } from '../run/prompts/what-is-open.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { accept } from './accept.ts';
import { agree } from './agree.ts';
import { answer } from './answer.ts';
import { approve } from './approve.ts';
import { askAboutDate } from './ask-about-date.ts';
import { client } from './client.ts';
import { confirm } from './confirm.ts';
import { done } from './done.ts';
import { draft } from './draft.ts';
import { drop } from './drop.ts';
import { move } from './move.ts';
import { offerSpread } from './offer-spread.ts';
import { price } from './price.ts';
import { project } from './project.ts';
import { resolve } from './resolve.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { told } from './told.ts';
import { update } from './update.ts';

/** The entry that a key was pressed for. */
interface Handled extends Pick<Entry, 'line' | 'together'> {
  readonly call: Call;
  readonly prompts: Prompts;
  /** The name of the client. */
  readonly name: string;
}

/**
 * What a key does to an entry. Resolves to words for what was settled; null if nothing was, and the entry is
 * shown again.
 */
type Action = (entry: Handled) => Promise<string | null>;
type Choice = Action | 'apart' | 'skip' | 'undo' | 'quit';

/** From how many late entries the walk begins with an offer to spread them. */
const MANY_LATE = 10;

/** The subject of a spread, which is about no single entry. */
const SPREAD = 'spread';

const SKIP: Key<Choice> = { key: null, label: 'skip', value: 'skip' };
const UNDO: Key<Choice> = { key: 'u', label: 'undo', value: 'undo' };
const QUIT: Key<Choice> = { key: 'q', label: 'quit', value: 'quit' };

/**
 * Walks through the entries of the morning, worst first, with one key each. Every answer is recorded at once,
 * so an interrupt loses nothing. At the end it shows what was settled. Entries that an earlier answer settled
 * are skipped.
 */
export async function walkToday(call: Call, clientName: string | undefined): Promise<Screen> {
  const { session } = call;
  const prompts = await session.prompts();
  const settled: Settled[] = [];
  session.open('read');
  prompts.say(session.mark);
  const handled = new Set<string | null>();
  const apart = new Set<string>();
  let skipped = 0;
  try {
    const spreadFirst = clientName === undefined ? await spreadIfMany(call, prompts) : false;
    if (spreadFirst) settled.push(spreadFirst);
    while (spreadFirst !== null) {
      session.refreshClock();
      const context = session.open('read');
      const agenda = makeAgenda(context, findFilter(session, clientName));
      const entries = entriesOf(agenda.lines, apart).filter(({ line }) => !handled.has(subjectOf(line)));
      const [entry] = entries;
      if (!entry) break;
      const heading = `${handled.size + 1} of ${handled.size + entries.length} · ${GROUP_HEADINGS[entry.group]}`;
      const canUndo = settled.at(-1)?.operation != null;
      const before = lastOperation(context.db);
      const choice = await settle(call, prompts, entry, heading, canUndo);
      if (choice === null) break;
      if (choice === 'undo') {
        takeBack(session, prompts, settled, handled);
        continue;
      }
      if (choice === 'apart') {
        apart.add(entry.line.counterpart ?? '');
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
    if (isInterrupt(error)) prompts.say(summarise(settled, skipped));
    throw error;
  }
  return { json: () => null, text: () => summarise(settled, skipped).join('\n') };
}

/** A settled entry: the words for it, and the operation if anything was recorded. */
interface Settled {
  readonly subject: string | null;
  readonly words: string;
  readonly operation: string | null;
}

/** Offers a spread where much is late. Resolves to what was done, false if nothing was, and null to end the walk. */
async function spreadIfMany(call: Call, prompts: Prompts): Promise<Settled | false | null> {
  const { session } = call;
  const { lines } = makeAgenda(session.open('read'));
  const late = entriesBySubject(lines).filter((entry) =>
    entry.lines.some(({ severity }) => severity === 'overdue'),
  );
  if (late.length < MANY_LATE) return false;
  const isDone = await offerSpread(call, prompts, late.length);
  if (!isDone) return isDone;
  const words = 'what is late was spread over the coming days';
  prompts.say([`  ${words}`]);
  return { subject: SPREAD, words, operation: lastOperation(session.open('read').db) };
}

/** Takes back the last answer and shows its entry again, unless something else was recorded since. */
function takeBack(session: Session, prompts: Prompts, settled: Settled[], handled: Set<string | null>): void {
  const last = settled.at(-1);
  if (!last?.operation) return;
  try {
    const context = session.open('write');
    const undone = describeOperations(context.db, undoIfLast(context, last.operation));
    prompts.say([showReverted('Undone', undone, session.viewContext())]);
    settled.pop();
    handled.delete(last.subject);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sayRefusal(prompts, error);
  }
}

function sayRefusal(prompts: Prompts, { message, hint }: Refusal): void {
  prompts.say([message, ...(hint ? [hint] : [])].map((text) => `  ${printable(text)}`));
}

/** Asks about an entry until it is settled or skipped, or the last answer is taken back; null ends the walk. */
async function settle(
  call: Call,
  prompts: Prompts,
  entry: Entry,
  heading: string,
  canUndo: boolean,
): Promise<{ readonly words: string } | 'apart' | 'skip' | 'undo' | null> {
  const view = call.session.viewContext();
  const { line, together } = entry;
  prompts.say(['', view.style.heading(heading), ...showEntry(entry, view)]);
  const name = nameOf(line.counterpart, view) ?? '';
  for (;;) {
    const choice = await prompts.askKey([...keysFor(entry), SKIP, ...(canUndo ? [UNDO] : []), QUIT]);
    if (choice === 'quit') return null;
    if (choice === 'apart' || choice === 'skip' || choice === 'undo') return choice;
    try {
      call.session.refreshClock();
      const words = await choice({ call, prompts, line, together, name });
      if (words === null) continue;
      const { number, title } = (!together && line.commitment) || {
        number: line.project?.name ?? name,
        title: line.fact?.text ?? '',
      };
      prompts.say(beside('  ', 2, printable(`${number}: ${words}`), view.width - 2));
      return { words: truncate(printable(`${`${number} ${title}`.trim()}: ${words}`), view.width - 2) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      sayRefusal(prompts, error);
    }
  }
}

/** The keys for a line, beginning with those of its reason, as far as the commitment's state allows them. */
function keysFor({ line, together }: Entry): Key<Choice>[] {
  const { commitment, counterpart, project, reason, severity } = line;
  if (together) {
    return [
      { key: 't', label: 'tell all of it', value: tell },
      { key: 'w', label: 'write', value: write },
      { key: 'o', label: 'one by one', value: 'apart' },
      { key: 's', label: 'show', value: look },
    ];
  }
  if (project) {
    return [
      { key: 'k', label: 'seen', value: see },
      ...(counterpart === null ? [] : [{ key: 'w', label: 'write', value: write }]),
      { key: 's', label: 'show', value: look },
    ];
  }
  if (reason === 'remembered') {
    return [
      { key: 'k', label: 'seen', value: seeFact },
      { key: 's', label: 'show', value: look },
    ];
  }
  if (!commitment) {
    return [
      { key: 't', label: 'tell', value: tell },
      { key: 'w', label: 'write', value: write },
      { key: 's', label: 'show', value: look },
    ];
  }
  const allows = (verb: TransitionVerb) => refuseTransition(verb, commitment) === null;
  const keys: readonly (Key<Choice> | false)[] = [
    reason === 'unpriced-scope' &&
      unansweredPrice(commitment) === null && { key: 'p', label: 'price', value: namePrice },
    unansweredPrice(commitment) !== null && { key: 'y', label: 'approved', value: recordApproval },
    reason === 'missed' && { key: 'e', label: 'explain', value: explain },
    reason === 'no-date' && { key: 'o', label: 'date', value: settleDate },
    reason === 'review-window' &&
      severity === 'overdue' && { key: 'a', label: 'accepted by silence', value: acceptBySilence },
    (reason === 'not-in-writing' || commitment.decided) && {
      key: 'c',
      label: 'confirmed',
      value: runOn(confirm, () => 'confirmed in writing'),
    },
    (allows('update') || (!isOpen(commitment) && counterpart !== null)) && {
      key: 't',
      label: 'tell',
      value: tell,
    },
    reason === 'complaint' && { key: 'r', label: 'resolve', value: workOut },
    counterpart !== null && { key: 'w', label: 'write', value: write },
    reason === 'offer-unanswered' && {
      key: 'a',
      label: 'agreed',
      value: runOn(agree, (agreed, view) => `agreed on ${sayDueWithChance(agreed, view)}`),
    },
    allows('done') && { key: 'd', label: 'done', value: finish },
    allows('snooze') && { key: 'z', label: 'snooze', value: putOff },
    allows('move') && { key: 'm', label: 'move', value: moveDate },
    { key: 's', label: 'show', value: look },
  ];
  return keys.filter((key) => key !== false);
}

/** Asks for the words that were said; without any, nothing is recorded. */
async function tell({ call, prompts, line, together, name }: Handled): Promise<string | null> {
  const isReply = line.commitment?.kind === 'reply' && isOpen(line.commitment);
  const theirs = isReply && line.commitment ? await recallTheirWords(call, line.commitment) : [];
  const words = await prompts.askAnything(`What did you tell ${name || 'them'}? (Enter: nothing)`);
  if (!words) return null;
  const { commitment } = line;
  const number = String(commitment?.number ?? '');
  if (together) await call.part(update, { args: { text: [words] }, options: { client: [name] } });
  else if (!commitment) await call.part(told, { args: { client: [name], text: [words] } });
  else {
    const said = { id: [number], text: [words] };
    if (isReply) {
      await call.part(answer, { args: said, options: { still: await askWhatIsOpen(call, theirs) } });
    }
    // Words about what is closed are a contact.
    else if (isOpen(commitment)) await call.part(update, { args: said });
    else await call.part(told, { args: { client: [name], text: [words] }, options: { about: number } });
  }
  return `told them "${words}"`;
}

/** Says why times of a standing promise were missed; without a reason, nothing is recorded. */
async function explain({ call, prompts, line: { commitment } }: Handled): Promise<string | null> {
  const because = await prompts.askAnything('Why was it missed, as they know? (Enter: back)');
  if (!because || !commitment) return null;
  await call.part(drop, { args: { id: [String(commitment.number)] }, options: { missed: true, because } });
  return `missed, because: ${because}`;
}

/** Says that a budget may stay as it is used; without a reason, nothing is recorded. */
async function see({ call, prompts, line: { project: used } }: Handled): Promise<string | null> {
  const because = await prompts.askAnything('Why may it stay so? (Enter: back)');
  if (!because || !used) return null;
  await call.part(project, { args: { name: [used.name] }, options: { seen: true, because } });
  return `seen, because: ${because}`;
}

/** Notes that the day of something remembered is known to be near. */
async function seeFact({ call, line }: Handled): Promise<string | null> {
  const [, ...words] = settlingArguments(line, call.session.viewContext());
  const [name, , seen] = words;
  if (line.reason !== 'remembered' || name === undefined || seen === undefined) return null;
  await call.part(client, { args: { name: [name] }, options: { seen: [seen] } });
  return 'seen';
}

async function acceptBySilence({ call, line: { commitment } }: Handled): Promise<string | null> {
  if (!commitment) return null;
  await call.part(accept, { args: { id: [String(commitment.number)] }, options: { bySilence: true } });
  return 'accepted by silence';
}

/** Writes the message that the line asks for, and records it if it went out. */
async function write({ call, prompts, line, together, name }: Handled): Promise<string | null> {
  const { commitment, counterpart } = line;
  const kind = draftKindOf(line);
  const about =
    commitment && !together
      ? { args: { id: [String(commitment.number)], ...(kind && { kind: [kind] }) }, options: {} }
      : { args: { id: [kind ?? 'update'] }, options: { client: name } };
  const message = await call.part(draft, about, { asks: true });
  // A mail program of the settings has shown it, and the command has asked whether it went out.
  if (message.isEcho) return 'written to them';
  if (counterpart !== null && programFor(call, counterpart) !== undefined) return null;
  prompts.say(['', await message.text(), '', ...(message.hints ?? [])]);
  if (!(await prompts.confirm('Has it gone out as it stands here?', false))) return null;
  await call.part(draft, { ...about, options: { ...about.options, sent: true } }, { asks: true });
  return 'written to them';
}

/** Walks through the resolution of a complaint. What it says of it is left as it is, so that the entry is asked about again. */
async function workOut({ call, line: { commitment } }: Handled): Promise<null> {
  if (commitment) await call.part(resolve, { args: { id: [String(commitment.number)] } }, { asks: true });
  return null;
}

/** Asks for the price of extra work; the command itself asks why, where it is given. */
async function namePrice({ call, line: { commitment } }: Handled): Promise<string | null> {
  if (!commitment) return null;
  const prompts = await call.session.prompts();
  const words = await prompts.askAnything('What did you say it costs? (3h, "EUR 300", or free; Enter: back)');
  if (!words) return null;
  await call.part(
    price,
    { args: { id: [String(commitment.number)], price: words.split(' ') } },
    { asks: true },
  );
  return sayAfterwards(call, commitment, sayPriceState);
}

async function recordApproval({ call, line: { commitment } }: Handled): Promise<string | null> {
  if (!commitment) return null;
  // The command itself asks who said yes.
  await call.part(approve, { args: { id: [String(commitment.number)] } }, { asks: true });
  return sayAfterwards(call, commitment, sayPriceState);
}

async function finish({ call, line: { commitment } }: Handled): Promise<string | null> {
  // The command itself asks whether the work is right.
  await call.part(done, { args: { id: [String(commitment?.number)] } }, { asks: true });
  return 'done';
}

async function putOff({ call, line: { commitment } }: Handled): Promise<string | null> {
  if (!commitment) return null;
  const dates = datesAbout(call.session, commitment);
  const when = await askDateAhead(call, 'Until when? (Enter: back)', dates);
  if (!when) return null;
  // The command itself asks about a year that was not said.
  await call.part(snooze, { args: { id: [String(commitment.number)], when: [when] } }, { asks: true });
  return sayAfterwards(call, commitment, ({ snooze }, view) =>
    snooze ? `snoozed until ${sayDate(snooze.until, view)}` : 'no longer snoozed',
  );
}

async function moveDate({ call, prompts, line: { commitment } }: Handled): Promise<string | null> {
  if (!commitment) return null;
  const dates = datesAbout(call.session, commitment);
  const when = await askDateAhead(call, 'Which date did you both settle on? (Enter: back)', dates);
  const because = when && (await prompts.askAnything('Why? (Enter: back)'));
  if (!when || !because) return null;
  const moved = { args: { id: [String(commitment.number)], date: [when] }, options: { because } };
  await call.part(move, moved, { asks: true });
  return sayAfterwards(call, commitment, (moved, view) => `moved to ${sayDueWithChance(moved, view)}`);
}

async function settleDate({ call, line: { commitment } }: Handled): Promise<string | null> {
  if (!commitment) return null;
  if (!(await askAboutDate(call, commitment))) return null;
  return sayAfterwards(call, commitment, (dated, view) =>
    dated.offer ? `offered ${sayDate(dated.offer.date, view)}` : `agreed on ${sayDueWithChance(dated, view)}`,
  );
}

async function look({
  call,
  prompts,
  line: { commitment, project: used },
  together,
  name,
}: Handled): Promise<null> {
  const screen =
    commitment && !together
      ? await call.part(show, { args: { id: [String(commitment.number)] } })
      : used
        ? await call.part(project, { args: { name: [used.name] } })
        : await call.part(client, { args: { name: [name] } });
  prompts.say(['', await screen.text(), '']);
  return null;
}

function runOn(command: Command<'id'>, say: SayRecorded): Action {
  return async ({ call, line: { commitment } }) => {
    if (!commitment) return null;
    await call.part(command, { args: { id: [String(commitment.number)] } });
    return sayAfterwards(call, commitment, say);
  };
}

/** What a commitment that was just changed has now, in a few words. */
type SayRecorded = (commitment: Commitment, view: ViewContext) => string;

/** Reads a commitment again, and says what was recorded. */
function sayAfterwards({ session }: Call, { number }: Commitment, say: SayRecorded): string {
  const [recorded] = selectCommitments(session.open('read'), [number]);
  return recorded ? say(recorded, session.viewContext()) : '';
}

function summarise(settled: readonly { readonly words: string }[], skipped: number): string[] {
  const rest = skipped > 0 ? [`${skipped} skipped: still on today.`] : [];
  return settled.length === 0
    ? ['', 'Nothing was changed.', ...rest]
    : ['', `Settled ${settled.length}:`, ...settled.map(({ words }) => `  ${words}`), ...rest];
}

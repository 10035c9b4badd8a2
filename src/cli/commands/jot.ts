import { readBrief } from '../../app/brief.ts';
import { knownClient } from '../../app/clients.ts';
import { dryRun } from '../../app/dry-run.ts';
import { applyTo, attempt, type Outcome, type Step, startNew } from '../../app/execute.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { acceptText } from '../../domain/base/text.ts';
import { decideAdd } from '../../domain/decisions/add.ts';
import { decideAwait } from '../../domain/decisions/await.ts';
import { decideAgreedInTalk, decideRemember } from '../../domain/decisions/jot.ts';
import { decideLog } from '../../domain/decisions/log.ts';
import type { ClientMention } from '../../domain/decisions/mention-clients.ts';
import { decidePromise } from '../../domain/decisions/promise.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { type JotEntry, type JotLine, readJot } from '../../input/jot.ts';
import { jotJson } from '../../views/json/jot.ts';
import { showJotted } from '../../views/terminal/jot.ts';
import { commentOn, jotForm } from '../../views/terminal/jot-form.ts';
import { sayTroubles, type Trouble } from '../../views/words/jot.ts';
import { word } from '../run/arguments/argument.ts';
import { AT, NEW_CLIENT, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { checkYears } from '../run/check-years.ts';
import { type Said, saidTo } from '../run/date-context.ts';
import { command } from '../run/declare-command.ts';
import { clientOrChoose } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';

export const jot = command({
  name: 'jot',
  summary: 'a whole conversation in one go, a line for each thing',
  details:
    'Opens your editor ($VISUAL, $EDITOR); with - it reads standard input. Lines: told WORDS, heard WORDS, asked WHAT by DATE, promised WHAT by DATE, awaiting WHAT from WHO by DATE, agreed ID DATE, remember WHAT, decided WHAT. They are recorded as one operation: while any of them is not understood, none is saved.',
  arguments: {
    client: word('[client]', 'who it was with; if left out, choose from a list', 'clients'),
    source: word('[source]', '- reads the lines from standard input'),
  },
  options: { via: VIA, at: AT, newClient: NEW_CLIENT },
  examples: [
    ['jot joe', 'opens your editor, with what is open for Joe'],
    ['jot joe - --via phone < call.txt', 'lines such as: asked new price list by fri ~3h'],
  ],
  run: async (call) => {
    const { session, args, options } = call;
    const client = await clientOrChoose(call, args.client);
    const talk = { call, client, ...(await saidTo(call, client)), isNew: options.newClient };
    if (args.source === '-') {
      const result = await record(talk, await session.io.stdin.read());
      if (Array.isArray(result)) throw refuseLines(result);
      return result as Screen;
    }
    if (call.isInteractive) return writeInEditor(talk);
    throw new Refusal(
      'missing-argument',
      'There is no terminal to write in.',
      `Give the lines on standard input: followup jot ${quoteForShell(client.name)} - < FILE`,
      'usage',
    );
  },
});

/** A conversation being written down. */
interface Talk extends Said {
  readonly call: Call;
  /** The client that it was with. */
  readonly client: ClientMention;
  /** Whether names like existing ones mean someone else. */
  readonly isNew: boolean;
}

/** Opens the editor, again and again with the errors in it, until all lines are understood. */
async function writeInEditor(talk: Talk): Promise<Screen> {
  const { EditedText } = await import('../../system/editor.ts');
  const { client, call } = talk;
  const { session } = call;
  const draft = new EditedText('jot.txt', session.io.env);
  const known = knownClient(session.open('read').db, client.name);
  const open = known ? readBrief(session.open('read'), known).open : [];
  let text = jotForm(known?.name ?? client.name, open, session.viewContext());
  for (;;) {
    const written = draft.edit(text);
    const result = await record(talk, written).catch((error: unknown) => {
      throw withDraft(error, draft.file);
    });
    if (!Array.isArray(result)) {
      draft.discard();
      return result as Screen;
    }
    const commented = commentOn(written, result);
    if (commented === text) {
      throw refuse(
        'jot-not-understood',
        `${result.length === 1 ? 'One line is' : `${result.length} lines are`} not understood, and you did not change ${result.length === 1 ? 'it' : 'them'}.`,
        `Nothing was saved. What was written is in ${draft.file}`,
      );
    }
    text = commented;
  }
}

/** Adds to an error after which text would be lost where that text was kept. */
function withDraft(error: unknown, file: string): unknown {
  if (!(error instanceof Refusal)) return error;
  const hint = [error.hint, `What was written is in ${file}`].filter(Boolean).join(' ');
  return new Refusal(error.code, error.message, hint, error.kind, error.details);
}

/** Records the lines as one operation; or returns those that cannot be recorded, and why. */
async function record(talk: Talk, text: string): Promise<Screen | Trouble[]> {
  const { client, dates, call } = talk;
  const { session } = call;
  const lines = await readJot(acceptText(text, 'words'), dates);
  if (lines.length === 0)
    return {
      isEcho: true,
      json: () => ({ contacts: [], commitments: [] }),
      text: () => 'Nothing was written down.',
    };
  const [read, unread] = partition(lines);
  const entries = read.map(({ entry }) => entry);
  const steps = entries.map((entry) => stepOf(entry, talk));
  const hints = unread.length > 0 ? [] : await checkYears(call, entries, dates);
  const context = session.open('write');
  // Report all errors at once: lines that are understood may still be refused.
  const outcome =
    unread.length > 0
      ? dryRun(context.db, () => attempt(context, 'jot', steps))
      : attempt(context, 'jot', steps);
  const refused = 'refused' in outcome ? outcome.refused : [];
  const troubles = [
    ...unread,
    ...refused.flatMap(({ step, refusal }) => {
      const line = read[step]?.line;
      return line ? [{ line, refusal }] : [];
    }),
  ].sort((a, b) => a.line.number - b.line.number);
  return troubles.length > 0 || 'refused' in outcome
    ? troubles
    : { ...showOutcome(outcome, session, client), hints };
}

/** Separates the lines that are understood from the others. */
function partition(
  lines: readonly JotLine[],
): readonly [{ readonly line: JotLine; readonly entry: JotEntry }[], Trouble[]] {
  const read: { readonly line: JotLine; readonly entry: JotEntry }[] = [];
  const unread: Trouble[] = [];
  for (const line of lines) {
    if (line.entry instanceof Refusal) unread.push({ line, refusal: line.entry });
    else read.push({ line, entry: line.entry });
  }
  return [read, unread];
}

/** The decision that a line asks for, which is that of the verb. */
function stepOf(entry: JotEntry, { client, saying, isNew }: Talk): Step {
  switch (entry.kind) {
    case 'told':
    case 'heard': {
      const direction = entry.kind === 'told' ? 'out' : 'in';
      const words = { ...saying, client, direction, text: entry.text, needsReply: false } as const;
      return startNew(decideLog, words, entry.about === null ? null : [entry.about]);
    }
    case 'asked': {
      const { title, by, project, estimate, ...rest } = entry.title;
      const whose = mention(rest.client);
      return startNew(decideAdd, {
        ...saying,
        ...estimateFields(estimate),
        title,
        client: whose ?? client,
        wantedBy: by,
        project,
        inWriting: false,
        scope: 'in',
      });
    }
    case 'promised': {
      const { title, by, project, estimate, ...rest } = entry.title;
      const whom = mention(rest.client) ?? client;
      return startNew(decidePromise, {
        ...saying,
        ...estimateFields(estimate),
        title,
        client: whom,
        due: by,
        project,
      });
    }
    case 'awaiting': {
      const { title, by, project } = entry.title;
      const who = mention(entry.who ?? undefined) ?? client;
      return startNew(decideAwait, { ...saying, title, who, client, due: by, project });
    }
    case 'agreed':
      return applyTo([entry.number], decideAgreedInTalk, {
        ...saying,
        client,
        date: entry.date ?? undefined,
        inWriting: false,
      });
    case 'remember':
      return startNew(decideRemember, { ...saying, client, text: entry.text });
    case 'decided':
      return startNew(decideLog, {
        ...saying,
        client,
        direction: 'in',
        text: entry.text,
        needsReply: true,
        decided: true,
      });
  }

  function mention(name: string | undefined): ClientMention | undefined {
    return name === undefined ? undefined : { name, isNew };
  }
}

function showOutcome(outcome: Outcome, session: Session, client: ClientMention): Screen {
  const view = session.viewContext();
  return {
    isEcho: true,
    json: () => jotJson(outcome, view),
    text: () => {
      const known = knownClient(session.open('read').db, client.name);
      return showJotted({ name: client.name, uid: known?.uid ?? null }, outcome, view);
    },
  };
}

/** One refusal for all lines that are not understood, with a reason for each. */
function refuseLines(troubles: readonly Trouble[]): Refusal {
  const [first] = troubles;
  return new Refusal(
    'jot-not-understood',
    'Some lines were not understood, so nothing was saved.',
    'Correct these lines, and give all of them again.',
    first?.refusal.kind,
    sayTroubles(troubles),
  );
}

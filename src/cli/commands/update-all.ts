import { execute, startNew } from '../../app/execute.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { decideUpdateAll } from '../../domain/decisions/update-all.ts';
import type { Client } from '../../domain/streams/client.ts';
import { isTalk } from '../../domain/streams/commitment.ts';
import { parseSelection } from '../../input/selection.ts';
import { commitmentJson } from '../../views/json/commitment.ts';
import { plainCommitment } from '../../views/plain/commitment.ts';
import { showUpdateOfAll } from '../../views/terminal/update-of-all.ts';
import type { CadencePhrase } from '../run/arguments/cadence-phrase.ts';
import type { DatePhrase } from '../run/arguments/date-phrase.ts';
import type { Call } from '../run/call.ts';
import { checkYears } from '../run/check-years.ts';
import { saidTo } from '../run/date-context.ts';
import { textOrAsk } from '../run/prompts/ask.ts';
import { mentionKnown } from '../run/prompts/mention-client.ts';
import type { Screen } from '../run/screen.ts';

/** The options of an update that say what follows from it. */
interface UpdateOptions {
  readonly next: DatePhrase | undefined;
  readonly every: CadencePhrase | undefined;
}

/** Records a word to each of some clients about everything open with them, as one operation. Throws a Refusal. */
export async function updateAll(
  call: Call<unknown, UpdateOptions>,
  names: readonly string[],
  words: readonly string[],
): Promise<Screen> {
  const { session, options } = call;
  refuseNumbers(words, names);
  const clients = new Map<string, Client>();
  for (const name of names) {
    const client = await mentionKnown(call, name);
    clients.set(client.uid, client);
  }
  const all = [...clients.values()];
  const { saying, dates } = await saidTo(call, ...all.map(({ name }) => ({ name, isNew: false })));
  const said = {
    ...saying,
    text: await textOrAsk(call, words.join(' '), 'What did you tell them?'),
    next: await options.next?.read(dates),
    cadence: await options.every?.read(dates),
  };
  const hints = await checkYears(call, said, dates);
  const steps = all.map((client) => startNew(decideUpdateAll, { ...said, client }));
  const outcome = execute(session.open('write'), call.verb, ...steps);
  const view = session.viewContext();
  // When we speak again about a complaint is said with the complaint.
  const commitments = outcome.commitments.filter((each) => !isTalk(each));
  return {
    isEcho: true,
    hints,
    json: () => commitments.map((commitment) => commitmentJson(commitment, view)),
    plain: () => commitments.map((commitment) => plainCommitment(commitment, view)),
    text: () => showUpdateOfAll(outcome.contacts, commitments, view).join('\n'),
  };
}

/** Refuses a line that names commitments beside clients: the number may be the first of the words. */
function refuseNumbers([first, ...rest]: readonly string[], names: readonly string[]): void {
  if (first === undefined || parseSelection([first]) instanceof Refusal) return;
  const text = rest.length > 0 ? quoteForShell(rest.join(' ')) : 'TEXT';
  const clients = names.map((name) => `-c ${quoteForShell(name)}`).join(' ');
  throw new Refusal(
    'id-with-client',
    `Is it about ${first} alone, or about everything open with ${names.join(', ')}?`,
    `About ${first}: followup update ${first} ${text}. About everything: followup update ${clients} ${text}`,
    'usage',
  );
}

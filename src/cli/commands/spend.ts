import type { Amount } from '../../domain/base/amount.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import type { Saying } from '../../domain/decisions/decision.ts';
import { decideSpend, type SpendInput } from '../../domain/decisions/spend.ts';
import { epoch } from '../../domain/time/moment.ts';
import { sayInstant, sayTime } from '../../domain/time/wording.ts';
import type { DateContext } from '../../input/dates.ts';
import { amountWords, readAmount } from '../run/arguments/amount.ts';
import { ids } from '../run/arguments/argument.ts';
import type { DatePhrase } from '../run/arguments/date-phrase.ts';
import { date, text } from '../run/arguments/option.ts';
import { AT } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { command } from '../run/declare-command.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

const DECLARATION = {
  name: 'spend',
  summary: 'record time or money that was spent on something',
  details:
    'A number means a commitment, a name a project, else a client. What was recorded wrong is taken back by a negative amount with --because, or by undo.',
  arguments: {
    id: {
      ...ids('[on]', 'a commitment by its number, a project, or a client; left out, a list to choose from'),
      candidates: 'what-is-spent-on',
    },
    amount: amountWords('[amount...]', 'how much: 2h, 45m, 1.5d, "EUR 120"; -2h takes back'),
  },
  options: {
    from: date('--from', 'work began then and lasted until now, or until --at: 10:15', 'when'),
    at: AT,
    note: text('-n, --note', 'what it was for', 'text'),
    because: text('-r, --because', 'why it is taken back', 'why'),
  },
  examples: [
    ['spend 3 2h 30m', 'added to what was spent before'],
    ['spend 3 --from 8:15 --note "the totals"', 'from then until now'],
    ['spend Website "EUR 120" --note fonts', 'money, on a project'],
    ['spend joe 1.5h --note "the trip to them"', 'on a client, for nothing in particular'],
    ['spend 3 -2h --because "it was for 4"', 'takes back what was recorded wrong'],
  ],
} as const;

type SpendOptions = {
  readonly from: DatePhrase | undefined;
  readonly note: string | undefined;
  readonly because: string | undefined;
};

const onCommitments = verbOnCommitments({
  ...DECLARATION,
  decide: decideSpend,
  parse: (call, { saying, dates }) => readSpending(call, saying, dates),
});

/** What is recorded for a project or a client is loaded only for them. */
const elsewhere = command({
  ...DECLARATION,
  arguments: {
    ...DECLARATION.arguments,
    id: { ...DECLARATION.arguments.id, read: ([name = '']: readonly string[]) => name },
  },
  run: async (call) => {
    const { spendElsewhere } = await import('./spend-elsewhere.ts');
    return spendElsewhere(call, call.args.id, (saying, dates) => readSpending(call, saying, dates));
  },
});

export const spend: typeof onCommitments = {
  ...onCommitments,
  run: (typed, run) => (isName(typed.args?.id) ? elsewhere : onCommitments).run(typed, run),
};

/** Whether words are a name, rather than numbers of commitments or nothing. */
function isName([word]: readonly string[] = []): boolean {
  return word !== undefined && word !== '.' && !/^[#\d][\d,#-]*$/.test(word);
}

async function readSpending(
  call: Call<{ readonly amount: Amount | undefined }, SpendOptions>,
  saying: Saying,
  dates: DateContext,
): Promise<SpendInput> {
  const { from, note, because } = call.options;
  const { amount } = call.args;
  const said = { ...saying, note: note?.trim(), because: because?.trim() };
  if (from === undefined) return { ...said, amount: amount ?? (await askAmount(call)) };
  if (amount !== undefined) {
    throw new Refusal(
      'amount-twice',
      'The amount is given, and --from gives one too.',
      'Leave one of them out.',
      'usage',
    );
  }
  return { ...said, ...(await readStretch(from, saying, dates)) };
}

/** Nobody works longer than this without a break. */
const MOST_HOURS = 16;
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Work from a time until it was said, to the minute. Throws a Refusal. */
async function readStretch(
  phrase: DatePhrase,
  { at }: Saying,
  dates: DateContext,
): Promise<{ readonly amount: Amount; readonly from: string }> {
  const { calendar } = dates;
  const { at: from } = await phrase.readPast(dates);
  const minutes = Math.round((epoch(at) - epoch(from)) / MINUTE_MS);
  if (minutes <= 0) {
    throw refuse(
      'not-before',
      `${sayInstant(from, calendar)} is not before ${sayTime(at, calendar)}.`,
      'Say when it began, and when it ended with --at.',
    );
  }
  const hours = (minutes * MINUTE_MS) / HOUR_MS;
  if (hours > MOST_HOURS) {
    throw refuse(
      'stretch-too-long',
      `From ${sayInstant(from, calendar)} to ${sayInstant(at, calendar)} is ${Math.round(hours)} hours.`,
      'Say how much of it was work, such as 2h.',
    );
  }
  const text = `${sayTime(from, calendar)} to ${sayTime(at, calendar)}`;
  return { amount: { hours, text }, from };
}

async function askAmount(call: Call): Promise<Amount> {
  if (!call.isInteractive) throw call.refuseMissing('amount');
  const prompts = await call.session.prompts();
  const read = (typed: string) => readAmount(typed, call.session);
  const amount = await prompts.askUntilRead('How much work was it?', read, 'required');
  if (amount === null || amount === undefined) throw call.refuseMissing('amount');
  return amount;
}

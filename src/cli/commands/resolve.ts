import { selectCommitments } from '../../app/select.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { decideResolve, type ResolveInput } from '../../domain/decisions/resolve.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { isWithoutGround } from '../../domain/streams/complaint.ts';
import { CAUSES } from '../../domain/streams/complaint-events.ts';
import type { DateContext } from '../../input/dates.ts';
import { sayCount } from '../../views/words/amount.ts';
import { remarksOnResolution } from '../../views/words/resolution.ts';
import { anyWords, choice, date, each, text } from '../run/arguments/option.ts';
import { AT, ID, TOPIC } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import type { CallOf } from '../run/declare-command.ts';
import { readCall } from '../run/declare-command.ts';
import { askWhether } from '../run/prompts/ask.ts';
import { selectOrChoose } from '../run/prompts/select-or-choose.ts';
import { topicOf } from '../run/prompts/topic.ts';
import { showWrite } from '../run/show-write.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

const ARGUMENTS = { id: ID };

const OPTIONS = {
  affected: text('--affected', 'who suffers from it', 'text'),
  neededBy: date('--needed-by', 'when they need it put right'),
  fact: each('--fact', anyWords('text', 'words'), 'what can be shown to be so; again for each'),
  link: each(
    '--link',
    anyWords('link', 'words'),
    'the evidence for the facts, in the same order: a path or an address',
  ),
  conclusion: each('--conclusion', anyWords('text', 'words'), 'what you think that the facts mean'),
  cause: choice('--cause', CAUSES, 'where the fault lay: ours, theirs, both or unknown'),
  topic: TOPIC,
  remedy: each(
    '--remedy',
    anyWords('text', 'words'),
    'what makes them whole now: "ours: new export by 12 mar"; once approved it is a promise',
  ),
  prevention: each(
    '--prevention',
    anyWords('text', 'words'),
    'what changes so that it does not happen again: "theirs: test file by friday"',
  ),
  at: AT,
};

const add = verbOnCommitments({
  name: 'resolve',
  summary: 'work out what went wrong, and what makes it right',
  details:
    'Without options it walks through a complaint in a terminal: who is affected, facts, conclusions, remedy, prevention, their yes. Each part is kept at once, so it can go on later. Nobody is told by it: then followup draft ID resolution, or followup offer ID.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['resolve 6', 'step by step, in a terminal'],
    ['resolve 6 --fact "the file of Monday has no totals" --link monday.csv', 'a fact, with its evidence'],
    [
      'resolve 6 --cause ours --remedy "ours: a new export by 12 mar" --prevention "theirs: a test by fri"',
      'who does what by when, once they approve it',
    ],
  ],
  decide: decideResolve,
  parse: async (call, { selection, saying, dates }) => {
    const input = await readParts(call, dates);
    const isRemedyFirst = input.remedies.length > 0 && input.facts.length === 0;
    if (isRemedyFirst)
      await askWhetherWithoutFacts(call, selectCommitments(call.session.open('read'), selection));
    return { ...saying, ...input };
  },
  show: (outcome, call, many) => ({
    ...showWrite(outcome, call.session, { many }),
    hints: outcome.commitments.flatMap((complaint) => {
      const before = outcome.before.find(({ uid }) => uid === complaint.uid);
      return before ? remarksOnResolution(before, complaint) : [];
    }),
  }),
});

/** Adds to the resolution of a complaint what the line says; without anything, it walks through it in a terminal. */
export const resolve: typeof add = {
  ...add,
  run: async (typed, run) => {
    const call = readCall({ ...add, arguments: ARGUMENTS, options: OPTIONS }, typed, run);
    const { at: _at, ...parts } = typed.options ?? {};
    if (!call.isInteractive || Object.keys(parts).length > 0) return (add as Command).run(typed, run);
    const { selection } = await selectOrChoose(call, call.args.id);
    const { walkResolution } = await import('../resolve/walk-resolution.ts');
    return walkResolution(call, selection, (number, part) =>
      call.part(add as Command, { args: { id: [String(number)] }, options: part }),
    );
  },
};

type ResolveCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

async function readParts(call: ResolveCall, dates: DateContext): Promise<Omit<ResolveInput, 'at' | 'via'>> {
  const { affected, neededBy, fact, link, conclusion, cause, topic, remedy, prevention } = call.options;
  if (link.length > 0 && link.length !== fact.length) {
    throw new Refusal(
      'links-and-facts',
      `${sayCount(link.length, 'link')} for ${sayCount(fact.length, 'fact')}.`,
      'Give each fact its link, or record them one after the other.',
      'usage',
    );
  }
  const { readMeasure } = await import('../../input/measure.ts');
  const readMeasures = (all: readonly string[]) =>
    Promise.all(all.map(async (words) => orThrow(await readMeasure(words.trim(), dates))));
  return {
    affected,
    neededBy: await neededBy?.read(dates),
    facts: fact.map((text, index) => ({ text, link: link[index] })),
    conclusions: conclusion,
    cause,
    topic: await topicOf(call, topic),
    remedies: await readMeasures(remedy),
    preventions: await readMeasures(prevention),
  };
}

/** A remedy for something of which nothing is known may be the wrong one. Asked once, for the first remedy. Throws a Refusal. */
async function askWhetherWithoutFacts(call: Call, complaints: readonly Commitment[]): Promise<void> {
  for (const { number, complaint } of complaints) {
    if (!complaint || !isWithoutGround(complaint)) continue;
    const goesOn = await askWhether(
      call,
      `No fact about ${number} is recorded yet. Propose a remedy all the same?`,
      false,
    );
    if (goesOn === false) {
      throw new Refusal(
        'facts-first',
        'Nothing was recorded.',
        `What is so, and how do you know? followup resolve ${number} --fact TEXT`,
      );
    }
  }
}

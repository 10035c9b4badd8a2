import { Refusal } from '../../domain/base/refusal.ts';
import { type AddInput, decideAdd } from '../../domain/decisions/add.ts';
import { newWork } from '../../domain/planning/work-left.ts';
import { estimateFields } from '../../domain/streams/estimate-fields.ts';
import { title } from '../run/arguments/argument.ts';
import { cadence, client, date, flag, text } from '../run/arguments/option.ts';
import { ESTIMATE, EXPLAIN, IN_WRITING, NEW_CLIENT, VIA } from '../run/arguments/shared-options.ts';
import { saidTo } from '../run/date-context.ts';
import { clientOrAsk, readNewCommitment } from '../run/new-commitment.ts';
import { askAnything, textOrAsk } from '../run/prompts/ask.ts';
import { showWrite } from '../run/show-write.ts';
import { type Start, verbThatStarts } from '../run/write-verb.ts';
import { askAboutDate } from './ask-about-date.ts';
import { askEstimate } from './ask-estimate.ts';

export const add = verbThatStarts({
  name: 'add',
  summary: 'record what a client asked for',
  details:
    'Inside the text @client (@acme-corp for Acme Corp), ~3h or "est 3h", +project and a closing "by friday 5pm" are understood; options take precedence.',
  arguments: { what: title('what they asked for') },
  options: {
    for: client('-c, --for', 'who asked'),
    by: date('-b, --by', 'the date they would like'),
    estimate: ESTIMATE,
    agreed: date('--agreed', 'the date that both sides have already settled'),
    inWriting: IN_WRITING,
    because: text('-r, --because', 'what depends on the date', 'why'),
    project: text('-p, --project', 'the project it belongs to', 'project', 'title'),
    via: VIA,
    asked: date('--asked', 'when they asked, if not just now: "yesterday 4pm"', 'when'),
    updateEvery: cadence('--update-every', 'how often they are to hear about it: daily, 2/day, weekly'),
    rightWhen: text(
      '--right-when',
      'how both sides will know that it is correct; asked again at done',
      'test',
    ),
    outOfScope: flag('--out-of-scope', 'not part of what was agreed: to be priced and approved first'),
    explain: EXPLAIN,
    newClient: NEW_CLIENT,
  },
  examples: [
    ['add Quarterly report @joe ~2h', 'a request without a date: it shows one that you can offer'],
    ['add "Fix the login page" --for "Acme Corp" --by "friday 5pm"', 'with the date they would like'],
    [
      'add "Invoice run" -c globex --right-when "the totals match the ledger"',
      'and how you will both know that it is right',
    ],
    ['add "Data export" -c globex --agreed "12 mar" --in-writing', 'with a date that is settled'],
  ],
  decide: decideAdd,
  parse: async (call): Promise<Start<AddInput>> => {
    const { options } = call;
    if (options.inWriting && !options.agreed) {
      throw new Refusal('nothing-agreed', '--in-writing needs --agreed DATE.', null, 'usage');
    }
    const question = 'What did they ask for?';
    const words = await textOrAsk(call, call.args.what, question);
    const client = await clientOrAsk(call, options.for, words, () =>
      askAnything(call, 'Who asked? (Enter: nobody)'),
    );
    const { saying, dates } = await saidTo(call, client);
    const agreed = await options.agreed?.read(dates);
    const read = await readNewCommitment(call, words, dates, {
      question,
      client: { option: 'for', given: options.for },
      hasDate: agreed !== undefined,
    });
    const estimate =
      read.estimate ?? (agreed || read.by ? undefined : await askEstimate(call, newWork('request')));
    return {
      hints: read.hints,
      dates,
      input: {
        ...saying,
        title: read.title,
        client,
        wantedBy: read.by,
        agreed,
        inWriting: options.inWriting,
        because: options.because,
        ...estimateFields(estimate),
        project: options.project ?? read.project,
        cadence: await options.updateEvery?.read(dates),
        scope: options.outOfScope ? 'out' : 'in',
        rightWhen: options.rightWhen,
      },
    };
  },
  show: (outcome, call) => {
    const { session } = call;
    const screen = showWrite(outcome, session, { explain: call.options.explain });
    const [request] = outcome.commitments;
    const isUndated = request?.state === 'asked' && request.wantedBy === null;
    return isUndated && session.isInteractive
      ? { ...screen, afterwards: () => askAboutDate(call, request) }
      : screen;
  },
});

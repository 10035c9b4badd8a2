import { Refusal } from '../../domain/base/refusal.ts';
import { type AddInput, decideAdd } from '../../domain/decisions/add.ts';
import { newWork } from '../../domain/planning/work-left.ts';
import { readNewCommitment } from '../run/new-commitment.ts';
import { BY, ESTIMATE, EXPLAIN, IN_WRITING, NEW_CLIENT, VIA } from '../run/options.ts';
import { showWrite, starting } from '../run/write-verb.ts';
import { askAboutDate } from './ask-about-date.ts';
import { askEstimate } from './estimate.ts';

export const add = starting<AddInput>({
  name: 'add',
  summary: 'record what a client asked for',
  details:
    'Inside the text @client (@acme-corp for Acme Corp), ~3h or "est 3h", +project and a closing "by friday 5pm" are understood; options win.',
  arguments: [['[what...]', 'what they asked for']],
  options: [
    ['-c, --for <client>', 'who asked'],
    [BY[0], 'the date they would like'],
    ESTIMATE,
    ['--agreed <date>', 'the date that both sides have settled already'],
    IN_WRITING,
    ['-r, --because <why>', 'what hangs on the date'],
    ['-p, --project <project>', 'the project it belongs to'],
    VIA,
    ['--asked <when>', 'when they asked, if not just now: "yesterday 4pm"'],
    ['--update-every <cadence>', 'how often they are to hear about it: daily, 2/day, weekly'],
    ['--right-when <test>', 'how both sides will know that it is correct; asked again at done'],
    ['--out-of-scope', 'not part of what was agreed: to be priced and approved first'],
    EXPLAIN,
    NEW_CLIENT,
  ],
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
  parse: async (call) => {
    const read = await readNewCommitment(call, 'What did they ask for?', 'for');
    const client = read.client ?? (await call.client(await call.askAnything('Who asked? (Enter: nobody)')));
    const agreed = await call.date('agreed');
    const estimate =
      read.estimate ?? (agreed || read.by ? undefined : await askEstimate(call, newWork('request')));
    if (call.flag('inWriting') && !agreed) {
      throw new Refusal('nothing-agreed', '--in-writing needs --agreed DATE.', null, 'usage');
    }
    const project = call.option('project') ?? read.project;
    return {
      hints: read.hints,
      input: {
        ...(await call.saying('asked')),
        title: read.title,
        client,
        wantedBy: read.by,
        agreed,
        inWriting: call.flag('inWriting'),
        because: call.option('because'),
        estimateHours: estimate?.hours,
        estimateRange: estimate?.range,
        project,
        cadence: call.cadence('updateEvery'),
        scope: call.flag('outOfScope') ? 'out' : 'in',
        rightWhen: call.option('rightWhen'),
      },
    };
  },
  show: (outcome, call) => {
    const { session } = call;
    const screen = showWrite(outcome, call);
    const [request] = outcome.commitments;
    const isUndated = request?.state === 'asked' && request.wantedBy === null;
    return isUndated && session.isInteractive
      ? { ...screen, afterwards: () => askAboutDate(call, request) }
      : screen;
  },
});

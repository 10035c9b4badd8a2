import { readFileSync } from 'node:fs';
import type { WholeOperation } from '../../src/app/check-operation.ts';
import { EVENT_TYPES } from '../../src/domain/streams/registry.ts';
import type { StoredChange } from '../../src/store/journal.ts';
import { InProcessUser } from './in-process.ts';

/** An exported journal as JSON. */
export interface Journal {
  readonly format: string;
  readonly version: number;
  readonly operations: readonly WholeOperation[];
}

/** A week of work, in commands that record most types of events, and undo and redo some. */
export const WEEK = [
  'add "Quarterly report" --for "Acme Corp" --by "20 mar" --estimate 2-3d --project reports --because "board meeting" --update-every "every 2 working days"',
  'offer 1',
  'counter 1 "18 mar" --because "the board meets earlier"',
  'agree 1 "18 mar" --via phone',
  'confirm 1 --via email',
  'move 1 "24 mar" --because "their data came late"',
  'update 1 half of it is done --next friday --via chat',
  'told "Acme Corp" the data has arrived --via phone --about 1',
  'spend 1 3h',
  'note 1 the logo is the old one --link https://acme.example/logo',
  'promise send the minutes --to "Acme Corp" --by thursday',
  'done 2 --took 1h',
  'await the signed contract --from "Joe Doe" --by friday --blocks 1',
  'heard "Acme Corp" can you come on Monday? --needs-reply',
  'answer 4 yes, at nine',
  'snooze 1 thursday',
  'edit 1 --title "Quarterly report, second version" --estimate 4d',
  'add "Small thing" --for "Joe Doe"',
  'drop 5 --because "no budget"',
  'reopen 5',
  'undo',
  'redo',
  'client "Acme Corp" --zone Europe/London --every weekly --remember "board meets Fridays" --set update.every=daily',
  'client "Acme Corp" --person "Dana Reyes <dana@acme.example>, CFO"',
  'client Zenith --new',
  'client Zenith --retire',
  'client "Acme Inc" --new',
  'client "Acme Corp" --merge "Acme Inc"',
  'away 6 apr..10 apr --note skiing',
  'away 13 mar 2pm',
  'away --cancel "13 mar"',
  'review --answer 1=yes:"loves the draft" --answer 3=no',
  'done 1',
  'accept 1',
  'add "Taken back" --for Zenith',
  'undo',
];

/** The journal of a week, followed by the first examples of all types of events, on things of their own. */
export async function wholeJournal(): Promise<Journal> {
  const user = new InProcessUser();
  for (const line of WEEK) {
    const { exitCode, stderr } = await user.run(line);
    if (exitCode !== 0) throw new Error(`followup ${line}: exit ${exitCode}\n${stderr}`);
  }
  const { stdout } = await user.run('export');
  user.leave();
  const journal = JSON.parse(stdout) as Journal;
  const last = journal.operations.at(-1) as WholeOperation;
  const examples = {
    ...last,
    id: '01KJZZZZZZZZZZZZZZZZZZZZZZ',
    deviceSeq: last.deviceSeq + 1,
    hlc: `${last.hlc.slice(0, -6)}000900`,
    verb: 'example',
    undoes: null,
    events: readExamples(),
  };
  const whole = { ...journal, operations: [...journal.operations, examples] };
  const types = new Set(whole.operations.flatMap(({ events }) => events.map(({ type }) => type)));
  const missing = EVENT_TYPES.filter((type) => !types.has(type));
  if (missing.length > 0) throw new Error(`The journal has no ${missing.join(', ')}.`);
  return whole;
}

function readExamples(): StoredChange[] {
  return [1, 2].flatMap((version) => {
    const file = new URL(`../domain/streams/fixtures/events-v${version}.jsonl`, import.meta.url);
    return (
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as StoredChange)
        // Its number is taken.
        .map((event) => (event.type === 'NumberGiven' ? { ...event, payload: { number: 40 } } : event))
    );
  });
}

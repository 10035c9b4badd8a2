import { isoOfDay } from '../domain/away.ts';
import { localDay } from '../domain/calendar.ts';
import { type AwayInput, decideAway } from '../domain/decisions/away.ts';
import { Refusal } from '../domain/refusal.ts';
import { awayJson, listAway, plainAway, sayAwayChanges } from '../views/away.ts';
import type { Call } from './call.ts';
import type { Command, Screen } from './command.ts';
import { starting } from './write-verb.ts';

const plan = starting<AwayInput>({
  name: 'away',
  summary: 'days on which you do not work',
  details:
    'Nothing is planned for days away: working days, updates, buffers and offers pass over them. Without dates it lists them.',
  arguments: [['[dates...]', 'the first and the last day: DATE..DATE, or one DATE']],
  options: [
    ['-n, --note <text>', 'what to remember about them'],
    ['--cancel <date>', 'the days away around a date are working days after all'],
  ],
  examples: [
    ['away 21 dec..2 jan --note skiing', 'both days among them'],
    ['away', 'the days away that are planned'],
    ['away --cancel "24 jul"', 'the days away around that day are working days after all'],
  ],
  decide: decideAway,
  parse: async (call) => ({ input: { at: call.session.now, days: await readAway(call) } }),
  show: ({ changes }, session): Screen => {
    const frame = session.frame();
    // Those that were known before the change, because what was cancelled is not known any more.
    const { away } = session;
    return {
      isEcho: true,
      json: () => changes.map((change) => awayJson(change, away)),
      text: () => sayAwayChanges(changes, away, frame).join('\n'),
    };
  },
});

export const away: Command = {
  ...plan,
  run: (call) => {
    if (call.words(0).length > 0 || call.option('cancel') !== undefined) return plan.run(call);
    const { session } = call;
    const today = isoOfDay(localDay(session.calendar, session.now));
    const planned = session.away.filter(({ last }) => last >= today);
    return {
      json: () => planned,
      plain: () => planned.map(plainAway),
      text: () =>
        planned.length === 0
          ? 'No days away are planned. To plan some: followup away DATE..DATE'
          : listAway(planned, session.frame()),
    };
  },
};

/** `DATE..DATE` in any spacing, or one date; the last day is read as if it were the first, so that "2 jan" lies after "21 dec". */
async function readAway(call: Call) {
  const cancel = call.option('cancel');
  if (cancel !== undefined) return { cancel: await readDay(call, cancel) };
  const phrases = call
    .words(0)
    .join(' ')
    .split(/\s*\.\.+\s*|\s+(?:to|until|till|through)\s+/);
  const [first = '', last = first] = phrases;
  if (phrases.length > 2) {
    throw new Refusal('malformed-dates', 'Name the first and the last day: DATE..DATE.', null, 'usage');
  }
  const begins = await call.readDate(first, 'ahead');
  const ends = last === first ? begins : await call.readDate(last, 'ahead', begins.at);
  return {
    first: isoOfDay(localDay(call.session.calendar, begins.at)),
    last: isoOfDay(localDay(call.session.calendar, ends.at)),
    note: call.option('note'),
  };
}

async function readDay(call: Call, phrase: string): Promise<string> {
  return isoOfDay(localDay(call.session.calendar, (await call.readDate(phrase)).at));
}

import { describe, expect, it } from 'vitest';
import type { Channel } from '../../src/domain/streams/channel.ts';
import { DRAFT_KINDS } from '../../src/domain/streams/draft.ts';
import { newUser } from '../support/cli.ts';
import { InProcessUser } from '../support/in-process.ts';

const CHANNELS: Readonly<Record<string, Channel>> = {
  'by email': 'email',
  'by phone': 'phone',
  'in our meeting': 'meeting',
  'by chat': 'chat',
  'by letter': 'letter',
};
const DAY = '(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \\d{1,2} [A-Z][a-z]+(?: \\d{4})?';

type Payload = Readonly<Record<string, unknown>>;
interface Journal {
  readonly operations: readonly {
    readonly events: readonly { readonly stream: { readonly uid: string }; readonly payload: Payload }[];
  }[];
}
interface Item {
  readonly id: number;
  readonly uid: string;
  readonly blocks: number | null;
  readonly belongsTo: { readonly as: string } | null;
}
interface Draft {
  readonly text: string;
  readonly subject: string;
  readonly date: string | null;
  readonly next: string | null;
}

/** All instants in a payload, however deep they lie. */
function instantsIn(value: unknown): string[] {
  if (typeof value === 'string') return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? [value] : [];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(instantsIn) : [];
}

/** The words of an instant where I am and where clients are: "Friday, 6 March". */
function dayWords(instant: string): string[] {
  return ['Europe/Berlin', 'America/Chicago', 'Asia/Tokyo'].map((timeZone) => {
    const part = (options: Intl.DateTimeFormatOptions) =>
      new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(new Date(instant));
    const [weekday, day] = [part({ weekday: 'long' }), part({ day: 'numeric' })];
    const year = part({ year: 'numeric' }) === '2026' ? '' : ` ${part({ year: 'numeric' })}`;
    return `${weekday}, ${day} ${part({ month: 'long' })}${year}`;
  });
}

describe('what a message says about the demo', async () => {
  const { database } = await (await newUser()).json<{ database: string }>('demo');
  const env = { FOLLOWUP_DB: database };
  const user = new InProcessUser();
  const { operations } = JSON.parse((await user.run('export', { env })).stdout) as Journal;
  const events = operations.flatMap((operation) => operation.events);
  const items = await user.json<Item[]>('list --all', { env });

  // When we speak again about a complaint is written of with the complaint.
  const written = items.filter(({ belongsTo }) => belongsTo?.as !== 'talk');

  it.each(written)('$id: every date, channel and quotation is in the record', async ({ id, uid, blocks }) => {
    const blocked = items.find((item) => item.id === blocks)?.uid;
    const own = events.filter(({ stream }) => stream.uid === uid).map(({ payload }) => payload);
    const blockers = items.filter((item) => item.blocks === id).map((item) => item.uid);
    const ofBlockers = events
      .filter(({ stream }) => blockers.includes(stream.uid))
      .map(({ payload }) => payload);
    const ofBlocked = events.filter(({ stream }) => stream.uid === blocked).map(({ payload }) => payload);
    const said = new Set(
      own.flatMap(({ at, via }) =>
        instantsIn(at)
          .flatMap(dayWords)
          .map((day) => `${String(via ?? '')} ${day}`),
      ),
    );
    let count = 0;
    for (const kind of DRAFT_KINDS) {
      const { stdout, exitCode } = await user.run(`draft ${id} ${kind} --json`, { env });
      if (exitCode !== 0) continue;
      count++;
      const draft = JSON.parse(stdout) as Draft;
      const text = draft.text.replace(/\s+/g, ' ');
      const known = [...instantsIn([...own, ...ofBlocked, ...ofBlockers]), draft.date, draft.next].flatMap(
        (instant) => (instant === null ? [] : dayWords(instant)),
      );
      for (const [day] of text.matchAll(new RegExp(DAY, 'g'))) {
        expect(known, `${kind}: ${text}`).toContain(day);
      }
      const channels = Object.keys(CHANNELS).join('|');
      for (const [, channel = '', day] of text.matchAll(new RegExp(`(${channels}) on (${DAY})`, 'g'))) {
        expect([...said], `${kind}: ${text}`).toContain(`${CHANNELS[channel]} ${day}`);
      }
      for (const [, reason = ''] of draft.text.matchAll(
        /^What depends on it(?:, as you told me)?: (.*)$/gm,
      )) {
        expect(own.map(({ because }) => because)).toContain(reason);
      }
    }
    expect(count).toBeGreaterThan(0);
  });
  it('finds dates at all', async () => {
    const { text } = await user.json<Draft>('draft 16 update', { env });
    expect(text.replace(/\s+/g, ' ')).toMatch(
      new RegExp(`As agreed by email on ${DAY}, it is due by ${DAY}`),
    );
  });
});

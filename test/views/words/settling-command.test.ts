import { expect, it } from 'vitest';
import type { AttentionLine } from '../../../src/domain/agenda/attention.ts';
import { REASONS } from '../../../src/domain/agenda/reasons.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { matchClient } from '../../../src/domain/streams/match-client.ts';
import { newProject, type Project } from '../../../src/domain/streams/project.ts';
import { attentionLineJson } from '../../../src/views/json/attention-line.ts';
import { showEntries } from '../../../src/views/terminal/entries.ts';
import { agenda } from '../../support/agenda.ts';
import { splitWords } from '../../support/cli.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  complained,
  finished,
  offered,
  priced,
  promised,
  replyOwed,
  reviewed,
} from '../../support/given.ts';
import { clientsNamed, costWith, date, march } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

const TUESDAY = march(17, '12:00');
const CLIENTS = clientsNamed('Joe', 'Acme Corp', "O'Brien & Sons");
const LONG_OPTIONS: Readonly<Record<string, string>> = { '-a': '--about', '-r': '--because' };

/** A commitment for every reason, where possible both late and still ahead. */
function richAgenda(): AttentionLine[] {
  const numbered = (number: number, ...events: CommitmentEvent[]): Commitment => ({
    ...commitment(...events),
    uid: `c${number}`,
    number,
  });
  const commitments = [
    numbered(1, asked(), agreed(date(10))),
    numbered(2, asked({ estimateHours: 24, client: 'acme corp' }), agreed(date(19), { inWriting: true })),
    numbered(3, promised({ due: date(10) })),
    numbered(4, promised({ due: date(18) })),
    numbered(5, awaited({ due: date(10) })),
    numbered(6, awaited({ due: date(17), who: 'acme corp' })),
    numbered(7, replyOwed({ due: date(10), client: "o'brien & sons" })),
    numbered(8, replyOwed({ due: date(18), client: 'acme corp' })),
    numbered(9, replyOwed({ due: date(18), decided: true })),
    numbered(10, asked({ at: march(17, '09:00') })),
    numbered(11, asked(), offered(date(20))),
    numbered(12, asked(), offered(date(6))),
    numbered(13, asked(), agreed(date(27), { at: march(17, '09:00') }), offered(date(6))),
    numbered(15, asked({ scope: 'out', estimateHours: 3 }), offered(date(20), { at: march(17, '09:00') })),
    numbered(16, asked({ scope: 'out' }), priced({ at: march(10) })),
    numbered(17, asked({ scope: 'out' }), priced({ at: march(10) }), finished('Delivered')),
    numbered(14, awaited({ due: date(27), client: 'acme corp' })),
    numbered(19, complained({ due: date(18) })),
    numbered(
      20,
      promised({
        due: date(10),
        occurrence: { standing: 'status', on: date(10).at, due: date(10).at, since: march(1) },
      }),
      {
        type: 'OccurrenceMissed',
        at: date(17).at,
      },
    ),
    numbered(20, asked(), finished('Delivered', { at: march(12) })),
    numbered(21, asked(), finished('Delivered', { at: march(16) }), reviewed(date(16), march(16, '09:00'))),
    numbered(22, asked(), finished('Delivered', { at: march(16) }), reviewed(date(18), march(16))),
  ];
  const clients = CLIENTS.map((client) => ({ client, lastWordAt: march(2) }));
  const website: Project = {
    ...newProject('website', 'Web site', 'acme corp', march(1)),
    budget: {
      amount: { hours: 2 },
      isMonthly: false,
      since: '2026-03-01',
      until: null,
      setAt: march(1),
      answers: [],
    },
  };
  const projects = [costWith(website, [{ at: march(2), hours: 3, money: null }])];
  const facts = ['contract ends', '--force'].map((text, index) => ({
    client: 'acme corp',
    number: index + 1,
    fact: { text, at: march(2), dated: { day: '2026-03-20', ahead: { days: 14 } }, seenDay: null },
  }));
  return agenda(TUESDAY, commitments, { clients, projects, facts, answered: new Set([1]) });
}

it('the text and the JSON of a line name the same command', async () => {
  const lines = richAgenda();
  expect(new Set(lines.map(({ reason }) => reason))).toEqual(new Set(Object.keys(REASONS)));
  const view = await viewContextAt(TUESDAY, CLIENTS, 200);
  for (const line of lines) {
    const { command, needs } = attentionLineJson(line, view) as { command: string; needs: readonly string[] };
    const [program, ...args] = splitWords(command);
    expect(program).toBe('followup');
    expect([...new Set(command.match(/DATE|TEXT/g) ?? [])]).toEqual(needs);
    // Above it stands the heading of its group.
    const text = showEntries([line], view).slice(2).join('\n');
    if (line.reason === 'review') expect(text).toBe('');
    else expect(namedIn(text), text).toEqual(args.map(asNamed));
  }
});

/** The arguments of the command at the end of a row of text, with clients and options in full. */
function namedIn(text: string): string[] {
  const [, command = ''] = /fup (.*)/.exec(text) ?? [];
  return splitWords(command).map((word) => asNamed(LONG_OPTIONS[word] ?? word));
}

/** The client's uid for a word that names a client; any other word unchanged. */
function asNamed(word: string): string {
  if (/^(?:told|answer|project|Web site|client|accept|contract ends|--.*|TEXT|DATE|[0-9]+)$/.test(word))
    return word;
  const match = matchClient(word, CLIENTS);
  return 'found' in match ? `client ${match.found.uid}` : word;
}

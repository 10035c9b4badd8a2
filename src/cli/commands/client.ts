import { readBrief, summarizeClients } from '../../app/brief.ts';
import { findClient } from '../../app/clients.ts';
import { orThrow, Refusal } from '../../domain/base/refusal.ts';
import { type ClientInput, decideClient } from '../../domain/decisions/client.ts';
import type { Client } from '../../domain/streams/client.ts';
import type { Person } from '../../domain/streams/events.ts';
import type { Cadence } from '../../domain/time/cadence.ts';
import { parseCadence } from '../../input/cadences.ts';
import { parsePerson } from '../../input/person.ts';
import { isClientSetting, readSetting, readSettingKey } from '../../input/settings.ts';
import { clientJson, listClients, plainClient, showClient, summaryOf } from '../../views/terminal/brief.ts';
import { sayClientChanges } from '../../views/words/client-story.ts';
import type { Call } from '../run/call.ts';
import type { Command } from '../run/command.ts';
import type { Screen } from '../run/screen.ts';
import { requireZone } from '../run/session.ts';
import { starting } from '../run/write-verb.ts';

/** The options that put something right; without any of them the client is only shown. */
const CHANGES = ['rename', 'merge', 'zone', 'every', 'person', 'gone', 'remember', 'outdated'];

const change = starting<ClientInput>({
  name: 'client',
  summary: 'your clients; or one: what to know before a call',
  details:
    'Who they are, what matters to them, whose move it is, the last words both ways, how many dates were kept, and one thing to ask about. "none" takes a detail away.',
  arguments: [['[name...]', 'the client; without one all of them']],
  options: [
    ['--person <person>', 'who works there: "Dana Reyes <dana@acme.com>, CFO, Europe/London"'],
    ['--gone <name>', 'who does not work there any more'],
    ['--remember <text>', 'what matters to them'],
    ['--outdated <text>', 'what was remembered and holds no longer: its beginning, or its number'],
    ['--zone <zone>', 'the time zone that they live in, such as Europe/London'],
    ['--every <cadence>', 'keep in touch this often, even with nothing open: "6 weeks"'],
    ['--set <setting...>', 'a setting for them alone: update.every=daily, offer.confidence=0.9'],
    ['--rename <name>', 'another name; the old one still means them'],
    ['--merge <client>', 'somebody who turned out to be the same: all that is theirs comes here'],
  ],
  examples: [
    ['client', 'all clients, a line each'],
    ['client joe', 'what to know before the call'],
    ['client joe --person "Dana Reyes <dana@joe.com>, CFO" --remember "board meets Fridays"', 'who and what'],
    ['client joe --zone Europe/London --every "6 weeks"', 'their time, and how often they hear from you'],
  ],
  decide: decideClient,
  parse: async (call) => {
    const { db } = call.session.open('read');
    const merged = call.option('merge');
    return {
      input: {
        at: call.session.now,
        client: findClient(db, call.words(0).join(' ')),
        name: readName(call),
        zone: orNone(call, 'zone', requireZone),
        keepInTouch: orNone(call, 'every', readTouch),
        person: readPerson(call),
        gone: call.option('gone'),
        remember: call.option('remember')?.trim() || undefined,
        outdated: call.option('outdated'),
        settings: readSettings(call),
        merge: merged === undefined ? undefined : findClient(db, merged),
      },
    };
  },
  // Whatever it was called on the command line, it may be called otherwise now.
  show: ({ changes }, call, input) => ({
    ...showOne(call, input.client),
    isEcho: true,
    text: () => sayClientChanges(changes, call.session.frame()),
  }),
});

export const client: Command = {
  ...change,
  run: (call) => {
    const changes = CHANGES.some((name) => call.option(name) !== undefined) || call.list('set').length > 0;
    const isNamed = call.words(0).length > 0;
    if (changes && !isNamed) throw call.refuseMissing('name');
    if (changes) return change.run(call);
    if (isNamed) return showOne(call, findClient(call.session.open('read').db, call.words(0).join(' ')));
    const { session } = call;
    const context = session.open('read');
    const clients = summarizeClients(context);
    const frame = session.frame(clients.map((each) => each.client));
    return {
      json: () => clients.map((each) => clientJson(readBrief(context, each.client), frame)),
      plain: () => clients.map((each) => plainClient(each, frame)),
      text: () => (clients.length === 0 ? 'There are no clients yet.' : listClients(clients, frame)),
    };
  },
};

function showOne({ session }: Call, client: Client): Screen {
  const brief = readBrief(session.open('read'), client);
  const frame = session.frame();
  return {
    json: () => clientJson(brief, frame),
    plain: () => [plainClient(summaryOf(brief), frame)],
    text: () => showClient(brief, frame),
  };
}

function orNone<T>(call: Call, name: string, read: (text: string) => T): T | null | undefined {
  const text = call.option(name);
  if (text === undefined) return undefined;
  return text === 'none' ? null : read(text);
}

function readName(call: Call): string | undefined {
  const name = call.option('rename')?.trim();
  if (name === undefined || /[\p{L}\p{N}]/u.test(name)) return name;
  throw new Refusal('client-missing', `"${name}" is no name.`, 'Name the client.');
}

/** "6 weeks" is as good as "every 6 weeks". */
function readTouch(text: string): Cadence {
  const spelled = parseCadence(`every ${text}`);
  return spelled instanceof Refusal ? orThrow(parseCadence(text)) : spelled;
}

function readPerson(call: Call): Person | undefined {
  const text = call.option('person');
  if (text === undefined) return undefined;
  const person = orThrow(parsePerson(text));
  return person.zone === undefined ? person : { ...person, zone: requireZone(person.zone) };
}

/** `KEY=VALUE`, any number of them; `KEY=none` takes one away. Each value is read here, so that it can be read ever after. */
function readSettings(call: Call): Record<string, string | null> | undefined {
  const typed = call.list('set');
  if (typed.length === 0) return undefined;
  return Object.fromEntries(
    typed.map((each) => {
      const [, name = each, value] = /^([\w.]+)\s*[= ]\s*(.+)$/.exec(each.trim()) ?? [];
      const key = readSettingKey(name);
      if (!isClientSetting(key)) {
        throw new Refusal(
          'not-for-a-client',
          `${key} holds for all clients.`,
          `Use: followup config ${key} VALUE`,
        );
      }
      if (value === undefined) {
        throw new Refusal('malformed-setting', `${key} to what?`, `Write it as ${key}=VALUE.`, 'usage');
      }
      if (value !== 'none') readSetting(key, value);
      return [key, value === 'none' ? null : value];
    }),
  );
}

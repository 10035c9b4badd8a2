import { readBrief, readBriefs } from '../app/brief.ts';
import { findClient } from '../app/clients.ts';
import { type ClientInput, decideClient } from '../domain/decisions/client.ts';
import { clientJson, listClients, plainClient, showClient } from '../views/brief.ts';
import type { Call } from './call.ts';
import type { Command } from './command.ts';
import type { Screen } from './screen.ts';
import { requireZone } from './session.ts';
import { starting } from './write-verb.ts';

const change = starting<ClientInput>({
  name: 'client',
  summary: 'your clients; or one: what is open, whose move, last words',
  arguments: [['[name...]', 'the client; without one all of them']],
  options: [['--zone <zone>', 'the time zone that they live in, such as Europe/London; none takes it away']],
  examples: [
    ['client', 'all clients, a line each'],
    ['client joe', 'what to know before the call'],
    ['client joe --zone Europe/London', 'dates are shown in their time too'],
  ],
  decide: decideClient,
  parse: async (call) => {
    const client = findClient(call.session.open('read').db, call.words(0).join(' '));
    const zone = call.option('zone');
    return {
      input: { at: call.session.now, client, zone: zone === 'none' ? null : requireZone(zone ?? '') },
    };
  },
  show: (_outcome, call) => ({ isEcho: true, ...showOne(call) }),
});

export const client: Command = {
  ...change,
  run: (call) => {
    if (call.option('zone') !== undefined) return change.run(call);
    if (call.words(0).length > 0) return showOne(call);
    const { session } = call;
    const briefs = readBriefs(session.open('read').db);
    const frame = session.frame();
    return {
      json: () => briefs.map((brief) => clientJson(brief, frame)),
      plain: () => briefs.map((brief) => plainClient(brief, frame)),
      text: () => (briefs.length === 0 ? 'There are no clients yet.' : listClients(briefs, frame)),
    };
  },
};

function showOne(call: Call): Screen {
  const { session } = call;
  const { db } = session.open('read');
  const brief = readBrief(db, findClient(db, call.words(0).join(' ')));
  const frame = session.frame();
  return {
    json: () => clientJson(brief, frame),
    plain: () => [plainClient(brief, frame)],
    text: () => showClient(brief, frame),
  };
}

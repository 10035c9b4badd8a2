import { readBrief, readBriefs } from '../app/brief.ts';
import { findClient } from '../app/clients.ts';
import { clientJson, listClients, plainClient, showClient } from '../views/brief.ts';
import type { Command } from './command.ts';

export const client: Command = {
  name: 'client',
  summary: 'your clients; or one: what is open, whose move, last words',
  arguments: [['[name...]', 'the client; without one all of them']],
  options: [],
  examples: [
    ['client', 'all clients, a line each'],
    ['client joe', 'what to know before the call'],
  ],
  run: (call) => {
    const { session } = call;
    const { db } = session.open('read');
    const name = call.words(0).join(' ');
    const frame = session.frame();
    if (name !== '') {
      const brief = readBrief(db, findClient(db, name));
      return {
        json: () => clientJson(brief, frame),
        plain: () => [plainClient(brief, frame)],
        text: () => showClient(brief, frame),
      };
    }
    const briefs = readBriefs(db);
    return {
      json: () => briefs.map((brief) => clientJson(brief, frame)),
      plain: () => briefs.map((brief) => plainClient(brief, frame)),
      text: () => (briefs.length === 0 ? 'There are no clients yet.' : listClients(briefs, frame)),
    };
  },
};

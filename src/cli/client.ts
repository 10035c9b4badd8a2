import { findClient } from '../app/agenda.ts';
import { readBriefs } from '../app/brief.ts';
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
    const briefs = readBriefs(db);
    const frame = session.frame();
    if (name === '') {
      return {
        json: () => briefs.map((brief) => clientJson(brief, frame)),
        plain: () => briefs.map((brief) => plainClient(brief, frame)),
        text: () => (briefs.length === 0 ? 'There are no clients yet.' : listClients(briefs, frame)),
      };
    }
    const { uid } = findClient(db, name);
    const shown = briefs.filter((brief) => brief.client.uid === uid);
    return {
      json: () => shown.map((brief) => clientJson(brief, frame))[0],
      plain: () => shown.map((brief) => plainClient(brief, frame)),
      text: async () => (await Promise.all(shown.map((brief) => showClient(brief, frame)))).join('\n'),
    };
  },
};

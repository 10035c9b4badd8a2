import { expect, it } from 'vitest';
import type { AttentionLine } from '../../../src/domain/agenda/attention.ts';
import { attentionLineJson } from '../../../src/views/json/attention-line.ts';
import { shortCommand } from '../../../src/views/words/short-command.ts';
import { clientsNamed, NOW } from '../../support/situation.ts';
import { viewContextAt } from '../../support/view-context.ts';

/** The command for a client who has heard nothing, as shown and as programs read it. */
async function commandsFor(name: string) {
  const clients = clientsNamed(name, 'Joe');
  const view = await viewContextAt(NOW, clients);
  const uid = clients[0]?.uid ?? '';
  const quiet = {
    reason: 'quiet-client',
    counterpart: uid,
    commitment: null,
    due: NOW,
    since: NOW,
  } as AttentionLine;
  const { command } = attentionLineJson(quiet, view) as { command: string };
  return [shortCommand(quiet, view), command];
}

it.each([
  ['Acme Corp', 'told acme TEXT', "followup told 'Acme Corp' TEXT"],
  ['Müller & Söhne', 'told müller TEXT', "followup told 'Müller & Söhne' TEXT"],
  ["O'Brien & Sons", 'told obrien TEXT', `followup told 'O'\\''Brien & Sons' TEXT`],
  // A name that looks like an option has to be another one.
  ['-Fox Ltd', 'told fox TEXT', 'followup told fox TEXT'],
])('%s: %s', async (name, short, full) => {
  expect(await commandsFor(name)).toEqual([short, full]);
});

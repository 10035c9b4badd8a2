import { expect, it } from 'vitest';
import { matchClient } from '../../src/domain/streams/match-client.ts';
import { loadAscii } from '../../src/views/ascii.ts';
import { mailView } from '../../src/views/mail-view.ts';
import { clientsNamed, NOW } from '../support/situation.ts';
import { viewContextAt } from '../support/view-context.ts';

it.each([
  [['Café Lumière', 'Café Noir'], 'cafe-lumiere'],
  [['Łódź', 'Strauß'], 'lodz'],
  [['Strauß', 'Łódź'], 'strauss'],
  [['Müller', 'Muller GmbH'], 'muller'],
  [['Müller GmbH', 'Mueller AG'], 'muller-gmbh'],
  [['さくら商事'], 'さくら商事'],
])('a mail in ASCII names the first of %j without accents: %s', async (names, handle) => {
  const clients = clientsNamed(...names);
  const view = mailView(await viewContextAt(NOW, clients), await loadAscii());
  expect(view.handleOf(clients[0]?.uid ?? '')).toBe(handle);
  expect(matchClient(handle, clients)).toMatchObject({ found: clients[0] });
});

it('a mail in UTF-8 names clients as they are', async () => {
  const clients = clientsNamed('Café Lumière');
  const view = mailView(await viewContextAt(NOW, clients), (text) => text);
  expect(view.handleOf(clients[0]?.uid ?? '')).toBe('café');
});

import { describe, expect, it } from 'vitest';
import { findsOthers } from '../../../src/domain/report/named-clients.ts';
import { newClient } from '../../../src/domain/streams/client.ts';
import { NOW } from '../../support/situation.ts';

const client = (name: string, people: readonly string[] = [], otherNames: readonly string[] = []) => ({
  ...newClient(name, name, NOW),
  people: people.map((each) => ({ name: each })),
  otherNames: otherNames.map((each) => ({ name: each, merged: null })),
});

type Known = ReturnType<typeof client>;

/** The other clients that a text for one client names, and in brackets those that it may name. */
function named(own: Known, others: readonly Known[], text: string): string[] {
  return findsOthers(own, [own, ...others])(text).map(({ client: other, isSure }) =>
    isSure ? other.name : `(${other.name})`,
  );
}

describe('a text for a client', () => {
  const joe = client("Joe's Diner", ['Dana Reyes']);
  const others = [
    client('Globex GmbH', ['Hank Scorpio', 'Dana']),
    client('Café Lumière', [], ['Light House Café']),
    client('O’Brien & Sons'),
    client('Müller-Bau'),
    client('田中商事'),
    client('Stark Joinery'),
  ];
  const find = (text: string) => named(joe, others, text);

  it.each([
    ['the same as for Globex', 'Globex GmbH'],
    ['the same as for GLOBEX', 'Globex GmbH'],
    ["globex's server", 'Globex GmbH'],
    ['Globex’s server', 'Globex GmbH'],
    ['Globexs Server', 'Globex GmbH'],
    ['the “Globex” design', 'Globex GmbH'],
    ["d'Globex", 'Globex GmbH'],
    ['(globex)', 'Globex GmbH'],
    ['globex-export.csv', 'Globex GmbH'],
    ['ask hank scorpio', 'Globex GmbH'],
    ['cafe lumiere menu', 'Café Lumière'],
    ['CAFÉ-LUMIÈRE', 'Café Lumière'],
    ['like the Light House Cafe', 'Café Lumière'],
    ['OBrien and Sons have it', 'O’Brien & Sons'],
    ['o-brien-sons', 'O’Brien & Sons'],
    ['wie bei Mueller Bau', 'Müller-Bau'],
    ['wie bei Muller Bau', 'Müller-Bau'],
    ['田中商事の件', '田中商事'],
  ])('names another: %s', (text, name) => {
    expect(find(text)).toEqual([name]);
  });

  it.each([
    'a globexian idea',
    "Joe's Diner: the new menu",
    'the joes diner app',
    'ask Dana Reyes',
    'O Brien',
    'menu redesign',
    '',
    '… — …',
  ])('names nobody else: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('may name one by the word that it begins with', () => {
    expect(find('as Stark did it')).toEqual(['(Stark Joinery)']);
    expect(find('as Stark Joinery did it')).toEqual(['Stark Joinery']);
  });

  it('may mean somebody of either by a first name', () => {
    expect(find('ask Dana')).toEqual(['(Globex GmbH)']);
  });

  it('names several at once', () => {
    expect(find('Globex and 田中商事')).toEqual(['Globex GmbH', '田中商事']);
  });
});

describe('a client whose name contains that of another', () => {
  const acme = client('Acme');
  const labs = client('Acme Labs');

  it('is no other for itself', () => {
    expect(named(labs, [acme], 'the rollout at Acme Labs')).toEqual([]);
    expect(named(acme, [labs], 'the rollout at Acme')).toEqual([]);
  });
  it('is another for the other', () => {
    expect(named(labs, [acme], 'as for Acme')).toEqual(['Acme']);
    expect(named(acme, [labs], 'as for Acme Labs')).toEqual(['Acme Labs']);
    expect(named(labs, [acme], 'Acme Labs wants what Acme has')).toEqual(['Acme']);
  });
});

describe('a name that is a word as well', () => {
  const joe = client('Joe');
  const find = (text: string) => named(joe, [client('Next'), client('Orange'), client('X')], text);

  it.each(['what comes next', 'Next steps', 'an orange button. Orange it is', 'plan x'])(
    'is perhaps none: %s',
    (text) => {
      expect(find(text)).toEqual([expect.stringMatching(/^\(/)]);
    },
  );
  it.each([
    ['as for Next', 'Next'],
    ["Next's portal", 'Next'],
    ['the “Orange” account', 'Orange'],
    ['ask Orange', 'Orange'],
  ])('is one where it is written as one: %s', (text, name) => {
    expect(find(text)).toEqual([name]);
  });
});

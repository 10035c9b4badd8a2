import { describe, expect, it } from 'vitest';
import { newClient } from '../../../src/domain/streams/client.ts';
import { findsOthers } from '../../../src/domain/streams/find-names.ts';
import { type NamedProject, prepareNames } from '../../../src/domain/streams/known-names.ts';
import { NOW } from '../../support/situation.ts';

/** A client with people ("Sarah Bright <sarah@bright.example>") and other names. */
const client = (name: string, people: readonly string[] = [], otherNames: readonly string[] = []) => ({
  ...newClient(name, name, NOW),
  people: people.map((each) => {
    const [, known = each, email] = /^(.*) <(.*)>$/.exec(each) ?? [];
    return { name: known, ...(email !== undefined && { email }) };
  }),
  otherNames: otherNames.map((each) => ({ name: each, merged: null })),
});

type Known = ReturnType<typeof client>;

/** The other clients that a text for one client names, and in brackets those that it may name. */
function named(
  own: Known,
  others: readonly Known[],
  text: string,
  projects: readonly NamedProject[] = [],
): string[] {
  return findsOthers(
    own,
    prepareNames([own, ...others], projects),
  )(text).map(({ client: other, isSure }) => (isSure ? other.name : `(${other.name})`));
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
    ['as Stark did it', 'Stark Joinery'],
    ['the O Brien account', 'O’Brien & Sons'],
    ['Same banner as for Lumiere', 'Café Lumière'],
    ['what Globex GmbH has', 'Globex GmbH'],
  ])('names another: %s', (text, name) => {
    expect(find(text)).toEqual([name]);
  });

  it.each([
    'a globexian idea',
    "Joe's Diner: the new menu",
    'the joes diner app',
    'ask Dana Reyes',
    'joinery for the new bar',
    'a café like any other',
    'menu redesign',
    '',
    '… — …',
  ])('names nobody else: %s', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('takes a first name that somebody at the client itself has for theirs', () => {
    expect(find('ask Dana')).toEqual([]);
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

describe('a name in part', () => {
  const joe = client("Joe's Diner", ['Dana Reyes <dana@joes.example>']);
  const others = [
    client('Lumen Analytics'),
    client('Sakura KK'),
    client('Bright Minds Pte. Ltd.', ['Sarah Kim <sarah@bright-minds.example>', 'Ann Lee <ann@gmail.com>']),
    client('Yamada Trading', ['Kenji Tanaka', 'April May']),
    client('Hill Bakery'),
    client('Hill Brothers', ['Dana Poe']),
  ];
  const projects = [
    { name: 'Blaubeere', client: 'Sakura KK' },
    { name: 'Website', client: 'Sakura KK' },
    { name: 'Kirsche', client: 'Sakura KK' },
    { name: 'Kirsche', client: "Joe's Diner" },
  ];
  const find = (text: string) => named(joe, others, text, projects);

  it.each([
    ['Reuse what Lumen paid for', 'Lumen Analytics'],
    ['as for Sakura', 'Sakura KK'],
    ['the Bright Minds logo', 'Bright Minds Pte. Ltd.'],
    ['ask sarah@bright-minds.example', 'Bright Minds Pte. Ltd.'],
    ['ask Kim at http://shop.bright-minds.example/x', 'Bright Minds Pte. Ltd.'],
    ['ask ann@gmail.com', 'Bright Minds Pte. Ltd.'],
    ['as Kenji Tanaka does', 'Yamada Trading'],
  ])('is surely meant: %s', (text, name) => {
    expect(find(text)).toEqual([name]);
  });

  it.each([
    ['Send the copy that Sarah approved', '(Bright Minds Pte. Ltd.)'],
    ['as Tanaka does', '(Yamada Trading)'],
    ["Tanaka's slides", '(Yamada Trading)'],
    ['the colours of Blaubeere', '(Sakura KK)'],
    ['as on the “Website” of last year', '(Sakura KK)'],
  ])('is perhaps meant: %s', (text, name) => {
    expect(find(text)).toEqual([name]);
  });

  it.each([
    'analytics for the shop',
    'the talk in April',
    'a new website',
    'the Kirsche launch',
    'Dana approved it',
    'ask somebody@gmail.com',
    'dana@joes.example',
    'down the hill',
  ])('is not meant: %s', (text) => {
    expect(find(text)).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  findHeader,
  likeliestHeader,
  NO_MAPS,
  type SaidMaps,
} from '../../../src/input/foreign/find-header.ts';

const found = (text: string, maps: SaidMaps = NO_MAPS) => {
  const header = findHeader(text, maps);
  return header && { ...header, text: text.slice(header.start).split('\n', 1)[0] };
};

describe('the headings of a table', () => {
  it.each([
    ['title,due\nA,friday', 1, ','],
    ['Betreff;Fällig am\nA;1.3.2026', 1, ';'],
    ['what\tby\nA\tfriday', 1, '\t'],
    ['task|deadline\nA|friday', 1, '|'],
    ['sep=;\ntitle;due\nA;friday', 2, ';'],
    ['"sep=|"\ntitle|due\nA|friday', 2, '|'],
    ['\n\ntitle,due\nA,friday', 3, ','],
    ['Open items\nAs of 1 March\n\nTitle;Due\nA;friday', 4, ';'],
    ['"Date: 2026-03-01"\n"Status: \n0 Normal\n2 Completed"\n"Title","Due Date"\n"A",""', 5, ','],
    ['Aufwand in Stunden;Aufgabe\n3;A', 1, ';'],
    ['Titre;Échéance\nA;06/03/2026', 1, ';'],
    ['Tarea,Fecha límite\nA,06/03/2026', 1, ','],
  ])('are found: %j', (text, line, delimiter) => {
    expect(found(text)).toMatchObject({ line, delimiter });
  });
  it.each([
    'Colour,Size\nred,2',
    'title\nA\nB',
    'Dear diary, today\nI called Joe',
    'call joe\ntask, note\nand nothing else',
    '',
  ])('are not guessed: %j', (text) => {
    expect(found(text)).toBeNull();
  });
  it('are those that a person named, and those of a table that was seen before', () => {
    const table = 'Stand: heute\nVorhaben;Ende\nA;1.3.2026';
    const map = { title: ['Vorhaben'] };
    const given: SaidMaps = { given: map, remembered: () => null, countingFor: () => map };
    const remembered: SaidMaps = {
      given: null,
      remembered: (headings) => (headings.includes('Ende') ? map : null),
      countingFor: () => map,
    };
    expect(found(table)).toBeNull();
    for (const maps of [given, remembered]) expect(found(table, maps)).toMatchObject({ line: 2 });
  });
  it('are where most names are known, or the first line, if none is known for the title', () => {
    expect(likeliestHeader('Liste\n\nGerät;Kunde;Frist\nA;B;2.3.')).toMatchObject({
      line: 3,
      delimiter: ';',
    });
    expect(likeliestHeader('sep=;\n\nGerät;Preis\nA;2')).toMatchObject({ line: 3, delimiter: ';' });
    expect(likeliestHeader('')).toMatchObject({ line: 1, start: 0 });
  });
});

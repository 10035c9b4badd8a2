import type { Random } from './random.ts';

const THINGS = [
  'budget',
  'figures',
  'forecast',
  'logo',
  'website',
  'contract',
  'invoice',
  'survey',
  'workshop',
  'training',
  'migration',
  'database',
  'report',
  'newsletter',
  'brochure',
  'audit',
  'roadmap',
  'prototype',
  'dashboard',
  'interview',
  'translation',
  'floor plan',
  'price list',
  'annual review',
  'travel plan',
  'tax return',
  'job advert',
  'user guide',
  'press release',
  'photo shoot',
  'server',
  'mailing list',
  'test plan',
  'checklist',
  'slides',
  'video',
  'map',
  'statement',
];
const WORK = [
  'draft of the',
  'review of the',
  'changes to the',
  'numbers for the',
  'answer about the',
  'new',
  'last',
  'short',
];
const ABOUT = [
  'Q1',
  'Q2',
  'Q3',
  'Q4',
  'the board',
  'the Hamburg office',
  'sales',
  'the new region',
  'the launch',
  'the trustees',
];
const NEWS = [
  'nothing new yet, we have not forgotten you',
  'the first half is done',
  'tests are running, more by the end of the week',
  'waiting for the numbers from the office',
  'a draft is with our second reader',
  'it will be there as agreed',
];
const WHYS = [
  'the audit comes first',
  'two people are ill',
  'they sent the numbers late',
  'the scope has grown',
  'a holiday',
];
const NOTES = [
  'they prefer a call in the morning',
  'figures lie in the shared folder',
  'ask about the colours',
  'see the mail of Monday',
];
const FIRST = [
  'North',
  'Blue',
  'Harbour',
  'Acorn',
  'Summit',
  'River',
  'Maple',
  'Stone',
  'Bright',
  'Cedar',
  'Iron',
  'Falcon',
];
const SECOND = [
  'bridge',
  'field',
  'works',
  'gate',
  'light',
  'line',
  'point',
  'well',
  'brook',
  'mark',
  'ford',
  'house',
];
const FORMS = ['Ltd', 'Partners', 'Studio', 'Group', 'and Sons'];

/** The title of a commitment. */
export function title(random: Random): string {
  const words = `${random.pick(WORK)} ${random.pick(THINGS)} for ${random.pick(ABOUT)}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export const news = (random: Random): string => random.pick(NEWS);
export const why = (random: Random): string => random.pick(WHYS);
export const note = (random: Random): string => random.pick(NOTES);

/** What is said in a call or a letter. */
export function message(random: Random): string {
  return `About the ${random.pick(THINGS)} for ${random.pick(ABOUT)}: ${random.pick(NEWS)}.`;
}

/** The name of the client with an index; all names differ. */
export function clientName(place: number): string {
  const first = FIRST[place % FIRST.length];
  const second = SECOND[Math.floor(place / FIRST.length) % SECOND.length];
  const form = FORMS[Math.floor(place / (FIRST.length * SECOND.length)) % FORMS.length];
  return `${first}${second} ${form}`;
}

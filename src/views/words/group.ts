import type { Group } from '../../domain/agenda/groups.ts';

/** The groups of the agenda as headings. */
export const GROUP_HEADINGS: Readonly<Record<Group, string>> = {
  'something-wrong': 'Something is wrong: put it right',
  late: 'Late: tell them before they ask',
  'in-danger': 'In danger: say so now',
  today: 'Today',
  tell: 'Tell them',
  price: 'Extra work: price it',
  'ask-again': 'Ask again',
  'settle-date': 'Settle a date',
  'with-them': 'Said: it is for them to answer',
  soon: 'Soon',
};

/** The groups in which words are to be sent. */
export const TO_BE_WRITTEN: readonly Group[] = [
  'something-wrong',
  'late',
  'in-danger',
  'tell',
  'price',
  'ask-again',
  'settle-date',
];

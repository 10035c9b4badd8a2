/** The groups of the agenda in reading order, worst first. */
export const GROUPS = [
  'something-wrong',
  'late',
  'in-danger',
  'today',
  'tell',
  'price',
  'ask-again',
  'settle-date',
  'with-them',
  'soon',
] as const;
export type Group = (typeof GROUPS)[number];

/** The groups of the agenda, in the order in which they are read: the worst first. */
export const GROUPS = ['late', 'in-danger', 'today', 'tell', 'ask-again', 'settle-date', 'soon'] as const;
export type Group = (typeof GROUPS)[number];

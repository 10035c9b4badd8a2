/** What a column of a table can be about. */
export const COLUMNS = [
  'title',
  'client',
  'who',
  'due',
  'kind',
  'estimate',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
  'unit',
  'project',
  'section',
  'notes',
  'asked',
  'status',
  'done',
  'percent',
  'removed',
  'end',
  'id',
  'zone',
  'allDay',
] as const;

export type Column = (typeof COLUMNS)[number];

/** The columns with dates. */
export const DATE_COLUMNS = ['due', 'asked', 'end', 'done'] as const satisfies readonly Column[];

/** The columns with an amount of work, and the unit of a number in them; an estimate has its unit beside the number. */
export const WORK_UNITS = {
  estimate: null,
  days: 'd',
  hours: 'h',
  minutes: 'min',
  seconds: 's',
  milliseconds: 'ms',
} as const satisfies Partial<Record<Column, string | null>>;

/** The columns that people can name, with what they hold; the others are found by their headings alone. */
export const NAMED_COLUMNS = {
  title: 'what it is',
  client: 'whose it is',
  who: 'who promised it',
  due: 'when it is due',
  kind: 'request, promise or awaiting',
  estimate: 'the work, with a unit: 3h, 2d',
  hours: 'the work in hours',
  minutes: 'the work in minutes',
  days: 'the work in working days',
  project: 'its project',
  notes: 'what else there is to know',
  asked: 'when it was asked for',
  status: 'where it stands',
  done: 'whether it is done, or when it was',
  end: 'when it was finished',
  id: 'its id in the other program',
} as const satisfies Partial<Record<Column, string>>;

export type NamedColumn = keyof typeof NAMED_COLUMNS;

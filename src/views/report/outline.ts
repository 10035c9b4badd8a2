import type { Line } from './pieces.ts';
import type { SectionName } from './words.ts';

// What a report says, in the words of a language, before it is laid out as a page, as Markdown or as text.

/** A picture of numbers. `label` says the same in words. */
export type Picture =
  | { readonly picture: 'share'; readonly label: string; readonly share: number; readonly isOver: boolean }
  /** When something was to be, one after the other, in days since 1970. */
  | { readonly picture: 'days'; readonly label: string; readonly days: readonly number[] };

/** How a state is set off: nobody has to do anything, something goes on, or something is late. */
export type Mark = 'settled' | 'going' | 'late';

export interface Cell {
  readonly lines: readonly Line[];
  readonly mark?: Mark;
  readonly picture?: Picture;
}

export interface Section {
  readonly name: SectionName;
  readonly heading: string;
  readonly columns: readonly string[];
  /** The first cell of each says what the row is about. */
  readonly rows: readonly (readonly Cell[])[];
  /** What is said where there are no rows. */
  readonly nothing: string | null;
  /** Whether the rows follow each other in time, and read as a list. */
  readonly isStory: boolean;
}

/** One of the few things that are said first. */
export interface Highlight {
  readonly label: string;
  readonly value: Line;
  readonly note: Line;
  readonly mark?: Mark;
  readonly picture?: Picture;
}

export interface Outline {
  /** The code of its language. */
  readonly language: string;
  /** Whose report it is; null for that of all clients. */
  readonly client: Line | null;
  readonly title: string;
  /** The day that it shows, what time it is about, and who wrote it. */
  readonly about: readonly Line[];
  /** What marks a page that is not for the client; null if it is for them. */
  readonly internal: string | null;
  /** The page that leads to all others. */
  readonly back: Line | null;
  readonly highlights: readonly Highlight[];
  readonly sections: readonly Section[];
}

import { type Refusal, refuse } from '../../domain/base/refusal.ts';

/** What is called again and again to remind somebody: the program, and all that it would otherwise have to guess. */
export interface Job {
  /** IANA name of the zone in which dates are read and shown. */
  readonly zone: string;
  /** The folder that holds the folder of the configuration. Absolute, as all paths here are. */
  readonly configHome: string;
  readonly node: string;
  readonly program: string;
  readonly database: string;
  /** Whether a notification is shown on the desktop as well. */
  readonly notifies: boolean;
}

/** The two ways in which it is called: to say what became due, and in the morning what the day holds. */
export type JobKind = 'due' | 'morning';

/** The variables that the job needs. */
export function variablesOf({ zone, configHome }: Job): readonly (readonly [name: string, value: string])[] {
  return [
    ['TZ', zone],
    ['XDG_CONFIG_HOME', configHome],
  ];
}

/** The words of its command. */
export function wordsOf({ node, program, database, notifies }: Job, kind: JobKind): readonly string[] {
  return [
    node,
    program,
    'remind',
    ...(kind === 'morning' ? ['--morning'] : []),
    ...(notifies ? ['--notify'] : []),
    '--db',
    database,
  ];
}

/** The files that the words of a command name: node, the program and the database; none if it is no job of ours. */
export function filesOf(words: readonly string[]): readonly string[] {
  const remind = words.indexOf('remind');
  const option = words.indexOf('--db', remind);
  return remind < 2 || option < 0
    ? []
    : [...words.slice(remind - 2, remind), ...words.slice(option + 1, option + 2)];
}

/** The refusal of a job that no line can hold; null if one can. */
export function refuseJob({ configHome, node, program, database }: Job): Refusal | null {
  const path = [database, program, node, configHome].find((each) => /[\n\r\0]/.test(each));
  return path === undefined
    ? null
    : refuse(
        'path-breaks-line',
        `The path ${JSON.stringify(path)} has a line break in it, and a job has to fit in one line.`,
        'Rename that file or folder.',
      );
}

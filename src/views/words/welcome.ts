import { printable } from '../printable.ts';

const WELCOME = `Welcome to followup: every request gets a date, every promise is kept,
and nobody is left waiting. Start with one of these:

  followup add "Quarterly report" --for Joe
      somebody asked you for something
  followup promise "send the notes" --to Joe --by 5pm
      you said you would do something
  followup await "the logins" --from Dana --by friday
      they said they would do something

Then, every morning: followup today. All commands: followup help`;

/** Shown for an empty file: what the tool is for, and three commands to start with. `missing` is a named file that is not there. */
export function welcome(missing: string | null): string {
  return missing === null
    ? WELCOME
    : `There is no ${printable(missing)} yet: the first thing that you record makes it.\n\n${WELCOME}`;
}

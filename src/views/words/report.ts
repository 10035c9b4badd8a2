import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import type { FreeText } from '../../domain/report/free-texts.ts';
import type { NamedClient } from '../../domain/streams/find-names.ts';
import { printable } from '../printable.ts';

const NAMES: Readonly<Record<FreeText['as'], string>> = {
  title: '',
  project: 'project: ',
  'their-words': 'they said: ',
  reason: 'your reason: ',
  name: 'approved by: ',
};

/** A text that somebody typed, and what it is about, as one line of a list. Safe to print. */
export function sayFreeText({ text, as, about }: FreeText): string {
  return printable(`${about === null ? '' : `${about}  `}${NAMES[as]}${oneLine(text)}`);
}

/** That a text names another client, as a sentence. Safe to print. */
export function sayNamed({ text, about }: FreeText, { client, name }: NamedClient): string {
  const whom = name === client.name ? name : `${client.name} (${name})`;
  return printable(`${about ?? 'A project'} names another client, ${whom}: "${oneLine(text)}".`);
}

/** That a text may name another client. Safe to print. */
export function sayPerhapsNamed({ text, about }: FreeText, { client, name }: NamedClient): string {
  return printable(
    `${about ?? 'A project'} has "${name}" in "${oneLine(text)}": is that the client ${client.name}?`,
  );
}

/** How to change a text that may not be shown, as a sentence. */
export function sayHowToChange({ as, about }: FreeText): string {
  const change =
    as === 'title' && about !== null
      ? `To change it: followup edit ${about} --title ${quoteForShell('TEXT')}. `
      : '';
  return `${change}If they may read it all the same, add --yes.`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import type { AttentionLine } from '../../domain/agenda/attention.ts';
import { firstIndex } from '../../domain/base/first-index.ts';
import { memoize, memoizeByObject } from '../../domain/base/memo.ts';
import { quoteForShell } from '../quote-for-shell.ts';
import type { ViewContext } from '../view-context.ts';
import { settlingArguments } from './settling-command.ts';

const SHORT_OPTIONS: Readonly<Record<string, string>> = { '--about': '-a', '--because': '-r' };

/** The command that settles a line, as short as it can be typed: with short names of clients and short options. */
export function shortCommand(line: AttentionLine, view: ViewContext): string {
  return settlingArguments(line, view, handlesAmong(view.names))
    .map((word) => SHORT_OPTIONS[word] ?? quoteForShell(word))
    .join(' ');
}

/** Gives the short name of each client. The names are sorted once, because a screen asks for many. */
const handlesAmong = memoizeByObject((names: ReadonlyMap<string, string>) => {
  const joined = [...names.values()].map((name) => wordsOf(name).join('-')).sort();
  return memoize((name: string) => shortHandle(wordsOf(name), joined));
});

/** The first words of a name that no other name begins with, or all of them. Joined with dashes they need no quotes. */
function shortHandle(words: readonly string[], sortedNames: readonly string[]): string {
  const handles = words.map((_, index) => words.slice(0, index + 1).join('-'));
  const unique = handles.find((handle) => [...handle].length >= 3 && startsExactlyOne(sortedNames, handle));
  return unique ?? words.join('-');
}

/** Whether exactly one of the names begins like this; in sorted names those would stand side by side. */
function startsExactlyOne(sortedNames: readonly string[], start: string): boolean {
  const first = firstIndex(sortedNames.length, (index) => (sortedNames[index] ?? '') >= start);
  return Boolean(sortedNames[first]?.startsWith(start)) && !sortedNames[first + 1]?.startsWith(start);
}

/** The words of a name. Letter case, spaces and dashes do not matter in a name. */
function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[\s-]+/);
}

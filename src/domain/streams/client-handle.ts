import type { Client } from './client.ts';
import { matchClient } from './match-client.ts';
import { typeableWords } from './names.ts';

/**
 * The shortest name that means a client wherever it is typed, also where something is recorded: its first words,
 * joined with dashes so that a shell takes them as one. Null if only its full name does.
 */
export function shortHandle(client: Client, clients: readonly Client[]): string | null {
  const handles = beginningsOf(client);
  const fits = (handle: string, index: number) => [...handle].length >= LEAST || index === handles.length - 1;
  return handles.find((handle, index) => fits(handle, index) && isOf(client, handle, clients)) ?? null;
}

/** All words of a client's name as one that means it; null if there is none. */
export function wholeHandle(client: Client, clients: readonly Client[]): string | null {
  const whole = beginningsOf(client).at(-1);
  return whole !== undefined && isOf(client, whole, clients) ? whole : null;
}

/** Fewer letters say too little to a reader. */
const LEAST = 3;

function beginningsOf({ name }: Client): string[] {
  const words = typeableWords(name);
  return words.map((_, index) => words.slice(0, index + 1).join('-'));
}

function isOf({ uid }: Client, handle: string, clients: readonly Client[]): boolean {
  const match = matchClient(handle, clients);
  return 'found' in match && match.found.uid === uid;
}

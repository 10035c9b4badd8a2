import type { ClientEvent } from '../domain/events.ts';
import { type Frame, nameOf } from './frame.ts';
import { sayDate } from './time.ts';

/** What a fact says about a client, as a sentence; null for a first mention, which goes without saying. */
export function sayClientEvent(event: ClientEvent, known: string | null, frame: Frame): string | null {
  const name = known ?? 'A client';
  switch (event.type) {
    case 'ClientAdded':
      return null;
    case 'ClientDetailsChanged':
      return sayDetails(event, name);
    case 'PersonDescribed':
      return `${event.name}${event.role ? `, ${event.role},` : ''} works at ${name}.`;
    case 'PersonLeft':
      return `${event.name} left ${name}.`;
    case 'FactRemembered':
      return `To remember about ${name}: ${event.text}.`;
    case 'FactForgotten':
      return `Holds no longer for ${name}: ${event.text}.`;
    case 'WordPlanned':
      return `You mean to give ${name} a word by ${sayDate(event.next, frame)}.`;
    case 'ClientMerged':
      return `${event.name} is ${nameOf(event.into, frame) ?? 'another client'}: all that was theirs is together.`;
    case 'NameAdopted':
      return `${name} is known as ${event.name} too.`;
  }
}

function sayDetails(
  { name, zone, keepInTouch, settings }: Extract<ClientEvent, { type: 'ClientDetailsChanged' }>,
  known: string,
): string {
  const parts = [
    name === undefined ? null : `${known} is called ${name} now.`,
    zone === undefined ? null : zone ? `${known} lives in ${zone}.` : `The zone of ${known} is not known.`,
    keepInTouch === undefined
      ? null
      : keepInTouch
        ? `${known} hears from you ${keepInTouch.text}.`
        : `${known} hears from you as everybody does.`,
    ...Object.entries(settings ?? {}).map(([key, value]) =>
      value === null ? `${key} is for ${known} as for all.` : `${key} is ${value} for ${known}.`,
    ),
  ];
  return parts.filter(Boolean).join(' ');
}

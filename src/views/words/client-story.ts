import { type Change, type ClientEvent, type GivenWay, isOn } from '../../domain/streams/events.ts';
import { localDay } from '../../domain/time/calendar.ts';
import { dayOfIso } from '../../domain/time/iso-day.ts';
import { sayDay } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import { nameOf, type ViewContext } from '../view-context.ts';
import { sayDuration } from './duration.ts';
import { sayFactDay } from './fact-day.ts';
import { saySpent } from './spent.ts';
import { sayDate } from './time.ts';

/** What changed about clients, a sentence for each fact. Safe to print. */
export function sayClientChanges(changes: readonly Change[], view: ViewContext): string[] {
  const events = changes.filter((change) => isOn('client', change));
  return sayClientEvents(
    events.map(({ stream: { uid }, event }) => ({ uid, event })),
    view,
  );
}

/** What events say about clients, a sentence for each. Safe to print. */
export function sayClientEvents(
  events: readonly { readonly uid: string; readonly event: ClientEvent }[],
  view: ViewContext,
): string[] {
  // The sentence about a merge covers everything that moves with it.
  const merged = events.filter(({ event }) => event.type === 'ClientMerged');
  return (merged.length > 0 ? merged : events)
    .flatMap(({ uid, event }) => sayClientEvent(event, nameOf(uid, view), view) ?? [])
    .map(printable);
}

/** What an event says about a client, as a sentence; null for the first mention, which needs no sentence. */
function sayClientEvent(event: ClientEvent, known: string | null, view: ViewContext): string | null {
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
      return `To remember about ${name}: ${event.text}${event.on ? `, ${sayFactDay(event.on, view)}; said from ${sayDuration(event.on.ahead)} before` : ''}.`;
    case 'FactForgotten':
      return `No longer true of ${name}: ${event.text}.`;
    case 'FactSeen':
      return `Seen of ${name}: ${event.text}, ${sayDay(dayOfIso(event.day), view.calendar, view.now)}.`;
    case 'WordPlanned':
      return `You plan to speak to ${name} by ${sayDate(event.next, view)}.`;
    case 'ClientRetired':
      return `${name} is retired: the next word wakes them.`;
    case 'ClientReturned':
      return `${name} is no longer retired.`;
    case 'ClientMerged':
      return [
        `${event.name} was merged into ${nameOf(event.into, view) ?? 'another client'}.`,
        ...sayGivenWay(event.gaveWay, view, event.into),
      ].join(' ');
    case 'SpentOnClient':
      return `${saySpent(event, ` for ${name}`)}.`;
    case 'ReportMade':
      return `A report for ${name} was made${sayReported(event, view)}.`;
    case 'NameAdopted':
      return `${name} is known as ${event.name} too.`;
  }
}

/** The time that a report was about, as it continues a sentence. */
function sayReported(
  { since, asOf }: Extract<ClientEvent, { type: 'ReportMade' }>,
  { calendar, now }: ViewContext,
): string {
  return [
    ...(since === undefined ? [] : [`, since ${sayDay(localDay(calendar, since), calendar, now)}`]),
    ...(asOf === undefined ? [] : [`, as of ${sayDay(dayOfIso(asOf), calendar, now)}`]),
  ].join('');
}

/** What a merged client did not hand over, because the other has its own. */
function sayGivenWay(gaveWay: GivenWay | undefined, view: ViewContext, into: string): string[] {
  if (!gaveWay) return [];
  const { zone, keepInTouch, settings = {}, people = [] } = gaveWay;
  const lost = [
    ...(zone === undefined ? [] : [`zone ${zone}`]),
    ...(keepInTouch === undefined ? [] : [`in touch ${keepInTouch.text}`]),
    ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
    ...people.map((person) => [person.name, person.role, person.zone].filter(Boolean).join(', ')),
  ];
  const name = nameOf(into, view) ?? 'The other';
  return [`${name} has its own, so this was not taken over: ${lost.join('; ')}.`];
}

function sayDetails(
  { name, zone, keepInTouch, settings }: Extract<ClientEvent, { type: 'ClientDetailsChanged' }>,
  known: string,
): string {
  const parts = [
    name === undefined ? null : `The client is called ${name} now.`,
    zone === undefined ? null : zone ? `${known} lives in ${zone}.` : `The zone of ${known} is not known.`,
    keepInTouch === undefined
      ? null
      : keepInTouch
        ? `${known} hears from you ${keepInTouch.text}.`
        : `${known} hears from you at the usual interval.`,
    ...Object.entries(settings ?? {}).map(([key, value]) =>
      value === null ? `${known} uses the general ${key} again.` : `${key} is ${value} for ${known}.`,
    ),
  ];
  return parts.filter(Boolean).join(' ');
}

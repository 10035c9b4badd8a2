import { defined } from '../base/defined.ts';
import { quoteForShell } from '../base/quote-for-shell.ts';
import { Refusal, refuse } from '../base/refusal.ts';
import { addressesOf, type Client, type Fact, newClient } from '../streams/client.ts';
import { isOpen } from '../streams/commitment.ts';
import type { FactDay, Person } from '../streams/events.ts';
import { factDayToSee, isSameFactDay, nextFactDay } from '../streams/fact-days.ts';
import { findPerson } from '../streams/match-client.ts';
import { isSameName } from '../streams/names.ts';
import type { Cadence } from '../time/cadence.ts';
import { type Day, localDay } from '../time/calendar.ts';
import { dayOfIso } from '../time/iso-day.ts';
import type { Instant } from '../time/moment.ts';
import { sayDay } from '../time/wording.ts';
import { type Decision, type Saying, together } from './decision.ts';
import { mentionClients } from './mention-clients.ts';
import { mergeClient, onClient, refuseMissing } from './merge-client.ts';
import type { Situation } from './situation.ts';

export interface ClientInput extends Saying {
  /** An existing client, or the name of one to record before any word. */
  readonly client: Client | { readonly added: string };
  readonly name?: string | undefined;
  /** IANA name of the zone they live in; null removes it, undefined leaves it. */
  readonly zone?: string | null | undefined;
  /** How often to be in touch even with nothing open; null removes it. */
  readonly keepInTouch?: Cadence | null | undefined;
  /** Settings for this client alone, by key; null removes one. */
  readonly settings?: Readonly<Record<string, string | null>> | undefined;
  readonly people?: readonly Person[] | undefined;
  /** The names of those who no longer work there. */
  readonly gone?: readonly string[] | undefined;
  /** What to know before the next call. */
  readonly remember?: readonly string[] | undefined;
  /** The day that the one remembered fact is about. */
  readonly on?: FactDay | undefined;
  /** Dated facts whose day I know to be near: each by its words, their beginning, or its number from 1. */
  readonly seen?: readonly string[] | undefined;
  /** Remembered facts that are no longer true: the beginning of each, or its number from 1. */
  readonly outdated?: readonly string[] | undefined;
  /** The client that turned out to be the same one. */
  readonly merge?: Client | undefined;
  /** Nothing goes on with them any more. */
  readonly retire?: boolean | undefined;
}

/** Records a client, or corrects a client's details. What is already so is not recorded again. */
export function decideClient(_about: unknown, input: ClientInput, situation: Situation): Decision {
  if ('added' in input.client) return addClient(input.client.added, input, situation);
  const { uid } = input.client;
  const client = situation.clients.find((each) => each.uid === uid);
  return client ? changeClient(client, input, situation) : refuseMissing(input.client);
}

function addClient(name: string, input: ClientInput, situation: Situation): Decision {
  const mentioned = mentionClients([{ name, isNew: true }], input.at, situation);
  if (mentioned instanceof Refusal) return mentioned;
  const [uid = ''] = mentioned.uids;
  const known = situation.clients.find((each) => each.uid === uid);
  return together(mentioned.changes, changeClient(known ?? newClient(uid, name, input.at), input, situation));
}

function changeClient(client: Client, input: ClientInput, situation: Situation): Decision {
  return together(
    changeDetails(client, input, situation),
    changePeople(client, input),
    changeFacts(client, input, situation),
    input.merge ? mergeClient(client, input.merge, input.at, situation) : [],
    retire(client, input, situation),
  );
}

function changeDetails(client: Client, input: ClientInput, situation: Situation): Decision {
  const { name, zone, keepInTouch, settings = {}, at } = input;
  const namesake = name === undefined ? undefined : findNamesake(client, name, situation);
  if (namesake) {
    return refuse(
      'name-taken',
      `There is already a client ${namesake.name}.`,
      `If they are the same: followup client ${quoteForShell(client.name)} --merge ${quoteForShell(namesake.name)}`,
    );
  }
  const changed = Object.entries(settings).filter(([key, value]) => (client.settings[key] ?? null) !== value);
  const details = defined({
    name: name === client.name ? undefined : name,
    zone: zone === client.zone ? undefined : zone,
    keepInTouch: keepInTouch?.rrule === client.keepInTouch?.rrule ? undefined : keepInTouch,
    settings: changed.length > 0 ? Object.fromEntries(changed) : undefined,
  });
  return Object.keys(details).length > 0
    ? onClient(client, { type: 'ClientDetailsChanged', ...details, at })
    : [];
}

function findNamesake(client: Client, name: string, { clients }: Situation): Client | undefined {
  return clients.find((other) => other.uid !== client.uid && isSameName(other.name, name));
}

function changePeople(client: Client, { people = [], gone = [], at }: ClientInput): Decision {
  return together(
    ...people.map((person) => {
      // The first name is enough for somebody already known.
      const known = findPerson(client, person.name);
      const described = known ? { ...person, name: known.name, ...withAddressesOf(known, person) } : person;
      return onClient(client, { type: 'PersonDescribed', ...described, at });
    }),
    ...gone.map((name) => leave(client, name, at)),
  );
}

/** A new address comes first, and the ones that are known stay theirs: mail from there is still from them. */
function withAddressesOf(known: Person, { email, otherEmails = [] }: Person): Partial<Person> {
  if (email === undefined || email === known.email) return {};
  const others = [...new Set([...otherEmails, ...addressesOf(known)])].filter((each) => each !== email);
  return others.length > 0 ? { otherEmails: others } : {};
}

function leave(client: Client, typed: string, at: Instant): Decision {
  const left = findPerson(client, typed);
  return left
    ? onClient(client, { type: 'PersonLeft', name: left.name, at })
    : refuse(
        'no-such-person',
        `Nobody at ${client.name} is known as "${typed}".`,
        `See: followup client ${quoteForShell(client.name)}`,
      );
}

function changeFacts(client: Client, input: ClientInput, situation: Situation): Decision {
  const { remember = [], on, outdated = [], seen = [], at } = input;
  const today = localDay(situation.calendar, situation.now);
  if (on && nextFactDay(on, today) === null) {
    return refuse(
      'date-past',
      `${sayDay(dayOfIso(on.day), situation.calendar, situation.now)} has passed.`,
      'Give a day that lies ahead; or say that it comes again: --on "31 dec every year"',
    );
  }
  const news = remember.filter((fact) => {
    const known = client.facts.find(({ text }) => text === fact);
    return known === undefined || (on !== undefined && !isSameFactDay(on, known.dated));
  });
  return together(
    news.flatMap((text) => onClient(client, defined({ type: 'FactRemembered' as const, text, on, at }))),
    ...outdated.map((typed) => forgetFact(client, typed, at)),
    ...seen.map((typed) => seeFact(client, typed, today, at)),
  );
}

function forgetFact(client: Client, typed: string, at: Instant): Decision {
  const fact = findFact(client, typed);
  return fact instanceof Refusal ? fact : onClient(client, { type: 'FactForgotten', text: fact.text, at });
}

function seeFact(client: Client, typed: string, today: Day, at: Instant): Decision {
  const fact = findFact(client, typed);
  if (fact instanceof Refusal) return fact;
  const { text, dated, seenDay } = fact;
  const day = dated && factDayToSee(dated, today);
  if (day === null) {
    return refuse(
      'no-day-ahead',
      dated ? `The day of "${text}" has passed.` : `"${text}" has no day on which it would be said.`,
      dated
        ? `If it is not true any more: followup client ${quoteForShell(client.name)} --outdated ${quoteForShell(text)}`
        : `Give it one: followup client ${quoteForShell(client.name)} --remember ${quoteForShell(text)} --on DATE`,
    );
  }
  return day === seenDay ? [] : onClient(client, { type: 'FactSeen', text, day, at });
}

/** What is remembered in these words, else the one with this number, else the one that begins so. */
function findFact(client: Client, typed: string): Fact | Refusal {
  const beginning = typed.trim().toLowerCase();
  const numbered = client.facts[Number(typed) - 1];
  const same = client.facts.find(({ text }) => text === typed) ?? numbered;
  const facts = same
    ? [same]
    : client.facts.filter(({ text }) => beginning !== '' && text.toLowerCase().startsWith(beginning));
  const [fact] = facts;
  return fact && facts.length === 1
    ? fact
    : refuse(
        'no-such-fact',
        `${facts.length === 0 ? 'Nothing' : 'More than one thing'} that is remembered about ${client.name} begins with "${typed}".`,
        `See: followup client ${quoteForShell(client.name)}`,
      );
}

/** Nothing must be open with a client who is retired: what is expected of anybody goes on being watched. */
function retire(client: Client, { retire: isRetiring, at }: ClientInput, situation: Situation): Decision {
  if (!isRetiring || client.retiredAt !== null) return [];
  const [standing] = situation.standingsOf(client.uid).filter(({ stoppedAt }) => stoppedAt === null);
  if (standing) {
    const number = situation.occurrencesOf(standing.uid).at(-1)?.number;
    return refuse(
      'client-has-open',
      `${standing.title} still comes again and again with ${client.name}.`,
      `First: followup standing ${number ?? 'ID'} --stop`,
    );
  }
  const open = situation.commitmentsOf(client.uid).filter(isOpen);
  if (open.length === 0) return onClient(client, { type: 'ClientRetired', at });
  const named = open.map(({ number, title }) => `${number} ${title}`).join(', ');
  return refuse(
    'client-has-open',
    `Something is still open with ${client.name}: ${named}.`,
    `First close what will not go on: followup drop ${open.map(({ number }) => number).join(',')} --because WHY`,
  );
}

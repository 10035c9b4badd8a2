import type { Brief } from '../../domain/agenda/brief.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { sayAskAbout } from '../words/client.ts';
import { commitmentJson } from './commitment.ts';
import { contactJson } from './contact.ts';

/** A client as programs see it. */
export function clientJson(brief: Brief, view: ViewContext): object {
  const { client, askAbout } = brief;
  const at = (instant: Instant | null) => (instant === null ? null : toLocalIso(instant, view.calendar));
  return {
    uid: client.uid,
    name: client.name,
    zone: client.zone,
    otherNames: client.otherNames.map(({ name }) => name),
    people: client.people.map(({ name, email = null, role = null, zone = null }) => ({
      name,
      email,
      role,
      zone,
    })),
    facts: client.facts.map(({ text, at: since }) => ({ text, since: at(since) })),
    keepInTouch: client.keepInTouch?.text ?? null,
    settings: client.settings,
    lastWordAt: at(brief.lastWordAt),
    lastHeardAt: at(brief.lastHeardAt),
    keptByMe: brief.keptByMe,
    keptByThem: brief.keptByThem,
    answers: brief.answers.map(({ number, answer, note, at: given }) => ({
      number,
      answer,
      note,
      at: at(given),
    })),
    askAbout: sayAskAbout(askAbout, view),
    open: brief.open.map((commitment) => commitmentJson(commitment, view)),
    contacts: brief.contacts.map((contact) => contactJson(contact, view)),
  };
}

import type { Brief, LastWord } from '../../domain/agenda/brief.ts';
import type { Fact } from '../../domain/streams/client.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { toLocalIso } from '../local-iso.ts';
import type { ViewContext } from '../view-context.ts';
import { rounded } from '../words/amount.ts';
import { sayAskAbout, sayLastWords } from '../words/client.ts';
import { sayDuration } from '../words/duration.ts';
import { typedMoney } from '../words/price.ts';
import { clientSpendingJson } from './client-spending.ts';
import { commitmentJson } from './commitment.ts';
import { contactJson } from './contact.ts';
import { standingJson } from './standing.ts';

/** A client as programs see it. */
export function clientJson(brief: Brief, view: ViewContext): object {
  const { client, askAbout } = brief;
  const at = (instant: Instant | null) => (instant === null ? null : toLocalIso(instant, view.calendar));
  return {
    uid: client.uid,
    name: client.name,
    zone: client.zone,
    otherNames: client.otherNames.map(({ name }) => name),
    people: client.people.map(({ name, email = null, otherEmails = [], role = null, zone = null }) => ({
      name,
      email,
      otherEmails,
      role,
      zone,
    })),
    facts: client.facts.map((fact) => factJson(fact, view)),
    keepInTouch: client.keepInTouch?.text ?? null,
    retiredAt: at(client.retiredAt),
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
    acceptedBySilence: brief.silent.map(({ number }) => number),
    given: {
      count: brief.favours.count,
      hours: rounded(brief.favours.hours, 2),
      money: brief.favours.money.map(typedMoney),
    },
    askAbout: sayAskAbout(askAbout, view),
    standing: brief.standings.map((outlook) => standingJson(outlook, view)),
    ...clientSpendingJson(brief.spending, view),
    open: brief.open.map((commitment) => commitmentJson(commitment, view)),
    lastWords: brief.lastWords.map((word) => ({
      at: at(word.at),
      direction: word.direction,
      about: aboutOf(word, view),
      text: word.contact?.text ?? sayLastWords(word, view),
    })),
    contacts: brief.contacts.map((contact) => contactJson(contact, view)),
  };
}

function factJson({ text, at, dated, seenDay }: Fact, { calendar }: ViewContext): object {
  return {
    text,
    since: toLocalIso(at, calendar),
    on: dated?.day ?? null,
    ahead: dated && sayDuration(dated.ahead),
    yearly: dated?.isYearly ?? false,
    seen: seenDay,
  };
}

/** The number of the commitment that words were about; null if they were about none. */
function aboutOf(word: LastWord, view: ViewContext): number | null {
  if (word.contact === null) return word.commitment.number;
  return word.contact.about === null ? null : view.numberOf(word.contact.about);
}

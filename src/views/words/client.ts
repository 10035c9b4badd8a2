import type { AskAbout, Brief, KeptRate, LastWord } from '../../domain/agenda/brief.ts';
import { counterpart, unansweredPrice } from '../../domain/streams/commitment.ts';
import type { Instant } from '../../domain/time/moment.ts';
import { sayInstant } from '../../domain/time/wording.ts';
import { printable } from '../printable.ts';
import type { ViewContext } from '../view-context.ts';
import { sayPriceAmount } from './price.ts';
import { sayProgress } from './resolution.ts';
import { asBeginning } from './running-text.ts';
import { sayEvent } from './story.ts';
import { sayDistance, sayRelative } from './time.ts';

/** How many dates each side kept. */
export function sayKept({ keptByMe, keptByThem }: Brief): string {
  const rate = ({ kept, of }: KeptRate) => (of === 0 ? 'no dates yet' : `${kept} of ${of} dates`);
  return `you ${rate(keptByMe)} · they ${rate(keptByThem)}`;
}

/** The one thing to ask them about, as a question. Safe to print. */
export function sayAskAbout(about: AskAbout, { now, calendar, names }: ViewContext): string {
  if (about.kind === 'anything') return 'are they waiting for anything not recorded here?';
  const { commitment } = about;
  const { number, due, offer, closedAt } = commitment;
  const title = `${printable(commitment.title)} (${number})`;
  const age = (at: Instant | null | undefined) => sayDistance(at ?? now, now, calendar);
  switch (about.kind) {
    case 'complaint':
      return commitment.state === 'offered'
        ? `${title}: do they approve the resolution?`
        : commitment.state === 'agreed'
          ? `${title}: is it put right for them?`
          : `${title}: what makes it right for them? ${upperFirst(sayProgress(commitment))}`;
    case 'late': {
      const who = printable(commitment.person ?? names.get(counterpart(commitment) ?? '') ?? '');
      return `${title}: where is it? ${who} promised it, ${age(due?.at)} late`;
    }
    case 'unanswered':
      return `${title}: do they take the date that you offered ${age(offer?.madeAt ?? null)} ago?`;
    case 'unapproved': {
      const price = unansweredPrice(commitment);
      return `${title}: do they agree to ${price ? sayPriceAmount(price) : 'its price'}, named ${age(price?.putAt)} ago?`;
    }
    case 'unaccepted':
      return `${title}: is it right? Delivered ${age(closedAt)} ago`;
    case 'unwritten':
      return `${title}: may it be put into writing?`;
    case 'undated':
      return `${title}: by when do they need it?`;
    case 'expected':
      return `${title}: will it come in time?`;
  }
}

/** Words of a contact, or what was said about a commitment. Safe to print. */
export function sayLastWords(word: LastWord, view: ViewContext): string {
  const { contact } = word;
  if (contact)
    return `${contact.direction === 'out' ? 'you' : 'they'}: ${printable(asBeginning(contact.text))}`;
  const { number, title } = word.commitment;
  return `${number} ${printable(title)}: ${sayEvent(word.event, view)}`;
}

/** When the last word was, in full and seen from now. */
export function sayLastWord(at: Instant | null, { calendar, now }: ViewContext): string {
  return at === null ? 'none yet' : `${sayInstant(at, calendar, now)} (${sayRelative(at, now, calendar)})`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

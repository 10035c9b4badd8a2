import { forecastOf } from '../../app/workload.ts';
import { refuse } from '../../domain/base/refusal.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { sayDate } from '../../views/words/time.ts';
import type { Call } from '../run/call.ts';
import { datesAbout } from '../run/date-context.ts';
import { askDateAhead } from '../run/prompts/ask.ts';
import type { Screen } from '../run/screen.ts';
import { agree } from './agree.ts';
import { offer } from './offer.ts';

/**
 * Asks what was said about the date, and records it with the verb for that. "Not yet" records nothing: the
 * request stays on today until it has a date.
 */
export async function askAboutDate(call: Call, request: Commitment): Promise<Screen | null> {
  const { session } = call;
  const prompts = await session.prompts();
  const propose = () => forecastOf(session.open('read')).propose(request).date;
  const shown = propose();
  const answer = await prompts.choose('What about the date?', {
    'not-yet': "nothing yet: it stays on today's list",
    offered: `I offered ${sayDate(shown, session.viewContext())}`,
    other: 'I offered another date',
    agreed: 'they agreed on a date already',
  });
  if (answer === 'not-yet') return null;
  if (answer === 'offered' && propose().at !== shown.at) {
    // Another terminal has recorded something while the question was open.
    throw refuse(
      'offer-changed',
      'Meanwhile the queue has changed, and with it the date. No offer was recorded.',
      `Say which date you offered: followup offer ${request.number} DATE`,
    );
  }
  let words: string[] = [];
  if (answer !== 'offered') {
    const phrase = await askDateAhead(call, 'Which date?', datesAbout(session, request));
    if (phrase === undefined) return null;
    words = [phrase];
  }
  const verb = answer === 'agreed' ? agree : offer;
  // The command itself asks about a year that was not said; a computed date needs no question.
  const asks = words.length > 0;
  return call.part(verb, { args: { id: [String(request.number)], date: words } }, { asks });
}

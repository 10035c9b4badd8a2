import { search as searchFor } from '../../app/search.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { soughtWords } from '../../domain/streams/sought-words.ts';
import { searchHitJson } from '../../views/json/search-hit.ts';
import { plainSearchHit } from '../../views/plain/search-hit.ts';
import { showSearchHits } from '../../views/terminal/search.ts';
import { words } from '../run/arguments/argument.ts';
import { count, flag } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';

const USUAL_LIMIT = 20;

export const search = command({
  name: 'search',
  summary: 'find words in titles, notes, reasons and what was said',
  details:
    'A text matches if it has all the words, in any order, each whole or as the beginning of a word; letter case and accents do not matter. Closed commitments and former titles are found too; what was undone is not.',
  arguments: { words: words('<words...>', 'the words to find') },
  options: {
    client: CLIENT_FILTER,
    open: flag('--open', 'only what is open, and what was said about it'),
    limit: count('-n, --limit', `how many at most (default: ${USUAL_LIMIT})`),
  },
  examples: [
    ['search figures region', 'every text with both words'],
    ['search logo --client "Acme Corp" --open', 'only what is open for one client'],
  ],
  run: ({ session, args, options }) => {
    const sought = soughtWords(args.words);
    if (sought.length === 0) {
      throw new Refusal(
        'no-words',
        `There is no word in "${args.words}" to look for.`,
        'Words have letters or digits in them: followup search report',
        'usage',
      );
    }
    const { limit = USUAL_LIMIT } = options;
    const context = session.open('read');
    const client = findFilter(session, options.client)?.uid ?? null;
    const all = searchFor(context, sought, { client, isOpen: options.open, limit: limit + 1 });
    const hits = all.slice(0, limit);
    const view = session.viewContext();
    return {
      json: () => hits.map((hit) => searchHitJson(hit, view)),
      plain: () => hits.map((hit) => plainSearchHit(hit, view)),
      text: () => (hits.length === 0 ? 'Nothing was found.' : showSearchHits(hits, sought, view)),
      hints: all.length > limit ? [`There is more. To see it, add words, or --limit ${limit * 5}.`] : [],
    };
  },
});

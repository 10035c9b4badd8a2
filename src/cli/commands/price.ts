import { decidePrice } from '../../domain/decisions/price.ts';
import { priceWords, readPrice } from '../run/arguments/amount.ts';
import { date } from '../run/arguments/option.ts';
import { AT, BECAUSE, ID, VIA } from '../run/arguments/shared-options.ts';
import type { Call } from '../run/call.ts';
import { reasonOrAsk } from '../run/prompts/ask.ts';
import { verbOnCommitments } from '../run/write-verb.ts';

export const price = verbOnCommitments({
  name: 'price',
  summary: 'say what extra work costs, or give it',
  details:
    'For work that is not part of what was agreed. The price is put to them, and stays a question until somebody there says yes (approve) or no (counter). Delivered work can be priced too. What is given free is counted.',
  arguments: {
    id: ID,
    price: priceWords('[price...]', 'what it costs: 3h, 1.5d, "EUR 300"; or free'),
  },
  options: {
    by: date('-b, --by', 'when they would have it'),
    because: BECAUSE,
    via: VIA,
    at: AT,
  },
  examples: [
    ['price 6 3h --by friday', 'three hours of work, there on Friday if they say yes'],
    ['price 6 "EUR 300" --via email', 'a sum'],
    ['price 6 free --because "it took ten minutes"', 'a favour: counted, so that you see how many there are'],
  ],
  decide: decidePrice,
  parse: async (call, { saying, dates }) => {
    const price = call.args.price ?? (await askPrice(call));
    const { because } = call.options;
    return {
      ...saying,
      price,
      date: await call.options.by?.read(dates),
      because:
        price === 'free' || because !== undefined
          ? await reasonOrAsk(call, because, 'Why is it free?')
          : undefined,
    };
  },
});

async function askPrice(call: Call) {
  if (!call.isInteractive) return undefined;
  const prompts = await call.session.prompts();
  const read = (words: string) => readPrice(words, call.session);
  return prompts.askUntilRead('What does it cost? (3h, "EUR 300", or free)', read, 'required');
}

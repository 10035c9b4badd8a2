import type { Commitment } from './commitment.ts';
import { answered, withWord } from './commitment-steps.ts';
import { ignoreUnknown } from './events.ts';
import type { PriceEvent } from './price-events.ts';

/** Applies what happens to the price of extra work. Its state stays as it is. Never throws. */
export function evolvePrice(state: Commitment, event: PriceEvent): Commitment {
  const { price } = state;
  switch (event.type) {
    case 'PricePut': {
      const { at, amount, date = null, because = null } = event;
      return withWord(state, at, {
        price: { putAt: at, isFree: false, amount, because, refused: null, date },
        approval: null,
        snooze: null,
      });
    }
    case 'PriceRejected':
      return {
        ...state,
        price: price && { ...price, refused: event.because },
        approval: null,
        answeredAt: answered(state, event.at),
        // They say when they want it, and wait for another price, so it is without a date since then.
        undatedSince: state.state === 'asked' ? event.at : state.undatedSince,
        wantedBy: event.wanted ?? state.wantedBy,
        snooze: null,
      };
    case 'PriceApproved': {
      const { by, at, inWriting } = event;
      return { ...state, approval: { by, at, inWriting }, answeredAt: answered(state, at), snooze: null };
    }
    case 'GivenFree':
      return {
        ...state,
        price: {
          putAt: event.at,
          isFree: true,
          amount: price?.amount ?? null,
          because: event.because,
          refused: null,
          date: null,
        },
        approval: null,
      };
    default:
      return ignoreUnknown(event, state);
  }
}

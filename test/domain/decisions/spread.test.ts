import { describe, expect, it } from 'vitest';
import { decideSpread } from '../../../src/domain/decisions/spread.ts';
import type { Commitment } from '../../../src/domain/streams/commitment.ts';
import type { CommitmentEvent } from '../../../src/domain/streams/events.ts';
import { agenda, JOE } from '../../support/agenda.ts';
import {
  agreed,
  asked,
  awaited,
  commitment,
  finished,
  given,
  onNew,
  promised,
  snoozed,
} from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';

/** Monday the 23rd, in the morning. */
const now = march(23, '09:00');
const far = [asked(), agreed(date(31), { inWriting: true, at: march(4, '10:00') })];
const numbered = (number: number, ...events: CommitmentEvent[]): Commitment => ({
  ...commitment(...events),
  uid: `c${number}`,
  number,
});

/** The result of spreading the agenda of these commitments. */
function spread(commitments: readonly Commitment[], over = 5, clients = [{ client: JOE, lastWordAt: now }]) {
  const attention = agenda(now, commitments, { clients });
  return given().when(decideSpread, { over, at: now }, { now, attention });
}

describe('spread', () => {
  it('plans an update: no date moves, and nobody was told', () => {
    const late = commitment(...far);
    const plans = { type: 'UpdatePlanned', next: date(23), at: now } as const;
    spread([late]).records(plans);
    expect(commitment(...far, plans)).toMatchObject({
      due: date(31),
      nextPromised: date(23),
      lastWordAt: march(4, '10:00'),
    });
  });
  it('plans a word to a client who has heard nothing, after what is worse', () => {
    const worse = numbered(1, promised({ due: date(20), at: march(20, '09:00') }));
    spread([worse], 2, [{ client: JOE, lastWordAt: march(2) }]).records({
      stream: 'client joe',
      event: { type: 'WordPlanned', next: date(24), at: now },
    });
  });
  it('hides everything else that is late until its morning', () => {
    const late = [11, 12, 13].map((day) => numbered(day, awaited({ due: date(day) })));
    const until = (day: number) => ({ ...date(day), at: march(day, '00:00') });
    spread(late, 3).records(
      { stream: onNew('c12'), event: { type: 'Snoozed', until: until(24), at: now } },
      { stream: onNew('c13'), event: { type: 'Snoozed', until: until(25), at: now } },
    );
  });
  it('leaves alone what is not late, snoozed or closed', () => {
    spread([commitment(...far, finished('Delivered'))]).changesNothing();
    spread([commitment(...far, snoozed(date(30), march(20)))]).changesNothing();
    spread([commitment(awaited({ due: date(27) }))]).changesNothing();
  });
  it('cannot have been done in the future', () => {
    given()
      .when(decideSpread, { over: 5, at: march(24) }, { now })
      .isRefused('said-in-future');
  });
});

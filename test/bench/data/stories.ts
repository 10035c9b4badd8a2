import type {
  Change,
  CommitmentEvent,
  DomainEvent,
  Reckoning,
  StreamKind,
} from '../../../src/domain/streams/events.ts';
import { dateOn, fromToday, timeOf, workday } from './days.ts';
import type { Random } from './random.ts';
import { message, news, note, title, why } from './words.ts';

/** One command that was run. */
export interface Told {
  readonly at: number;
  readonly verb: string;
  readonly changes: readonly Change[];
}

/** The plan of a commitment: the days on which it begins and is due, and how it ends. */
export interface Fate {
  readonly kind: 'request' | 'promise' | 'awaiting' | 'reply';
  readonly number: number;
  readonly client: string;
  readonly begins: number;
  readonly due: number;
  /** The day on which it is finished; null while it is open. */
  readonly ends: number | null;
  /** For a request without a date: nobody has offered one yet, or nobody has answered. */
  readonly undated: 'asked' | 'offered' | null;
}

/** A commitment as a sequence of commands, in order of time. */
export function tell(
  fate: Fate,
  newUid: (at: number) => string,
  random: Random,
): { title: string; told: Told[] } {
  const story = new Story(fate, newUid, random);
  story[fate.kind]();
  return { title: story.title, told: story.told };
}

type EventOf<T extends DomainEvent> = T extends unknown ? Omit<T, 'at'> : never;

class Story {
  readonly told: Told[] = [];
  readonly title: string;
  private readonly uid: string;
  private at: number;

  constructor(
    private readonly fate: Fate,
    private readonly newUid: (at: number) => string,
    private readonly random: Random,
  ) {
    this.title = title(random);
    this.at = timeOf(fate.begins, random);
    this.uid = newUid(this.at);
  }

  /** Somebody asks, a date is agreed, they hear how it goes, it is delivered and accepted. */
  request(): void {
    const { random, fate } = this;
    const estimateHours = Math.max(0.5, Math.round(random.skewed(3) * 2) / 2);
    this.begin('add', {
      type: 'RequestRecorded',
      title: this.title,
      client: fate.client,
      scope: random.chance(0.9) ? 'in' : 'out',
      estimateHours,
      ...(random.chance(0.1) && { cadence: { rrule: 'FREQ=WEEKLY', text: 'weekly' } }),
    });
    if (fate.undated === 'asked') return;
    const date = dateOn(fate.due);
    if (random.chance(0.1)) {
      this.say('offer', {
        type: 'DateOffered',
        date: dateOn(fate.due + 4),
        reckoning: this.reckon(estimateHours),
      });
      this.say('counter', { type: 'DateRejected', because: why(random), wanted: date });
    }
    if (fate.undated || random.chance(0.6)) {
      this.say('offer', { type: 'DateOffered', date, reckoning: this.reckon(estimateHours) });
    }
    if (fate.undated) return;
    this.say('agree', { type: 'DateAgreed', date, inWriting: random.chance(0.8) });
    this.work(estimateHours);
    if (random.chance(0.1)) {
      this.say('move', {
        type: 'DateMoved',
        date: dateOn(fate.due + 1),
        because: why(random),
        inWriting: true,
      });
    }
    const tookHours = Math.max(0.5, Math.round(random.skewed(estimateHours) * 2) / 2);
    if (fate.ends === null) return;
    if (random.chance(0.04)) {
      this.finish('drop', { type: 'Dropped', because: why(random) });
    } else {
      this.finish('done', { type: 'Delivered', tookHours });
      this.say('accept', { type: 'Accepted' });
    }
  }

  promise(): void {
    const { random, fate } = this;
    const estimateHours = Math.max(0.5, Math.round(random.skewed(1.5) * 2) / 2);
    this.begin('promise', {
      type: 'PromiseMade',
      title: this.title,
      client: fate.client,
      due: dateOn(fate.due),
      estimateHours,
    });
    if (random.chance(0.3)) this.work(estimateHours);
    if (fate.ends !== null)
      this.finish('done', { type: 'PromiseKept', tookHours: random.skewed(estimateHours) });
  }

  awaiting(): void {
    const { random, fate } = this;
    this.begin('await', {
      type: 'PromiseAwaited',
      title: this.title,
      client: fate.client,
      who: fate.client,
      due: dateOn(fate.due),
    });
    if (random.chance(0.5)) this.say('update', { type: 'UpdateGiven', text: 'How far are you with it?' });
    if (fate.ends !== null) this.finish('done', { type: 'AwaitedReceived' });
  }

  /** They write, and I answer some time later. */
  reply(): void {
    const { random, fate } = this;
    const asked = this.contact('in', { opened: this.uid });
    this.begin(
      'heard',
      {
        type: 'ReplyOwed',
        title: this.title,
        client: fate.client,
        due: dateOn(fate.due),
        contact: asked.stream.uid,
      },
      asked,
    );
    if (fate.ends === null) return;
    const answered = this.contact('out', { about: this.uid });
    this.finish('done', { type: 'ReplyGiven', text: news(random), contact: answered.stream.uid }, answered);
  }

  private work(estimateHours: number): void {
    const { random } = this;
    for (let words = random.whole(0, 2); words > 0; words--) {
      this.say('update', {
        type: 'UpdateGiven',
        text: news(random),
        ...(random.chance(0.3) && { via: 'phone' }),
      });
    }
    if (random.chance(0.4)) this.say('spend', { type: 'EffortSpent', hours: estimateHours / 2 });
    if (random.chance(0.15)) this.say('note', { type: 'NoteAdded', text: note(random) });
    if (random.chance(0.15)) this.record('told', [this.contact('out', { about: this.uid })]);
  }

  private begin(verb: string, event: EventOf<CommitmentEvent>, ...before: Change[]): void {
    this.record(verb, [
      ...before,
      { stream: this.stream, event: { type: 'NumberGiven', number: this.fate.number } },
      this.change('commitment', this.uid, event),
    ]);
  }

  /** Records a fact some time after the previous one, but not after the end. */
  private say(verb: string, event: EventOf<CommitmentEvent>): void {
    const { ends, begins, due } = this.fate;
    const last = ends ?? Math.min(due, workday(0));
    const day = begins + Math.floor((this.told.length * (last - begins)) / 7);
    this.at = Math.max(this.at + 60_000, timeOf(Math.min(workday(fromToday(day)), last), this.random));
    this.record(verb, [this.change('commitment', this.uid, event)]);
  }

  private finish(verb: string, event: EventOf<CommitmentEvent>, ...before: Change[]): void {
    this.at = Math.max(this.at + 60_000, timeOf(this.fate.ends ?? this.fate.due, this.random));
    this.record(verb, [...before, this.change('commitment', this.uid, event)]);
  }

  private contact(direction: 'in' | 'out', about: { about?: string; opened?: string }): Change {
    const uid = this.newUid(this.at);
    const { client } = this.fate;
    return this.change('contact', uid, {
      type: 'ContactRecorded',
      client,
      direction,
      text: message(this.random),
      via: this.random.pick(['email', 'phone', 'chat'] as const),
      ...about,
    });
  }

  private record(verb: string, changes: readonly Change[]): void {
    // All facts of one command have the same time.
    const at = new Date(this.at).toISOString();
    this.told.push({
      at: this.at,
      verb,
      changes: changes.map((change) => atTime(change, at)),
    });
  }

  private get stream() {
    return { kind: 'commitment' as const, uid: this.uid };
  }

  private change(kind: StreamKind, uid: string, event: EventOf<DomainEvent>): Change {
    // The stories below pair each kind of stream with events of that kind.
    return { stream: { kind, uid }, event } as Change;
  }

  private reckon(hours: number): Reckoning {
    return { ahead: [], hoursAhead: 0, hours, confidence: 0.8, chance: 0.86, learntFrom: 50 };
  }
}

function atTime(change: Change, at: string): Change {
  return change.event.type === 'NumberGiven'
    ? change
    : ({ ...change, event: { ...change.event, at } } as Change);
}

import { dryRun } from '../../app/dry-run.ts';
import { recallMessage, type TakeInOptions, type TakenIn, takeInMessage } from '../../app/take-in-message.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { type MailHead, saidAt } from '../../domain/mail/message.ts';
import { compareInstants, type Instant } from '../../domain/time/moment.ts';
import type { RefusedMessage } from '../../views/words/mail.ts';
import type { DatePhrase } from './arguments/date-phrase.ts';
import type { Call } from './call.ts';
import { askAboutMessage } from './prompts/about-message.ts';
import { findMessages, type MailSource, readMessage } from './read-mail.ts';

/** A message that is to be taken in, and when it was said, which puts it in order. */
interface Entry extends MailSource {
  readonly at: Instant;
}

/** The messages of a run: first they are found, then they are taken in one by one, by date. */
export class Intake {
  private readonly entries: Entry[] = [];
  readonly taken: TakenIn[] = [];
  readonly refused: RefusedMessage[] = [];
  /** How many were known, besides those that were taken in again. */
  known = 0;

  constructor(
    private readonly call: Call,
    private readonly options: TakeInOptions,
    private readonly replyBy: DatePhrase | undefined,
  ) {}

  /** Finds the messages, by their headers alone. Those that are known are only counted where nobody wants to see them. */
  async find(paths: readonly string[]): Promise<void> {
    const { session } = this.call;
    const context = session.open('read');
    const wantsAll = session.globals.json || session.globals.plain;
    for await (const { head, ...source } of findMessages(session, paths)) {
      if (head instanceof Refusal) this.refused.push({ place: source.place, refusal: head });
      else if (!wantsAll && isKnown(head)) this.known++;
      else this.entries.push({ ...source, at: saidAt(head, session.now).at });
    }
    this.entries.sort((a, b) => compareInstants(a.at, b.at));

    function isKnown({ id }: MailHead): boolean {
      return id !== null && recallMessage(context, id) === 'recorded';
    }
  }

  /** Takes the messages in. What is not clear is asked in a terminal. */
  async takeIn(): Promise<void> {
    const { session } = this.call;
    for (const entry of this.entries) {
      const read = await this.read(entry);
      if (!read) continue;
      this.record(entry, () =>
        takeInMessage((purpose) => session.open(purpose), read.message, this.options, read.answers),
      );
    }
  }

  /** Takes them in, and takes that back: the later ones are understood as they will be after the earlier ones. */
  async rehearse(): Promise<void> {
    const steps: (() => void)[] = [];
    const context = this.call.session.open('read');
    for (const entry of this.entries) {
      const read = await this.read(entry);
      if (!read) continue;
      steps.push(() =>
        this.record(entry, () => takeInMessage(() => context, read.message, this.options, read.answers)),
      );
    }
    dryRun(context.db, () => {
      for (const step of steps) step();
    });
  }

  private async read(entry: Entry) {
    try {
      const message = await readMessage(entry);
      return { message, answers: await askAboutMessage(this.call, message, this.options, this.replyBy) };
    } catch (error) {
      this.refuse(entry, error);
      return null;
    }
  }

  private record(entry: Entry, take: () => TakenIn): void {
    try {
      this.taken.push(take());
    } catch (error) {
      this.refuse(entry, error);
    }
  }

  /** One message that is refused does not keep the others out; what is wrong with the command or the file does. */
  private refuse({ place }: Entry, error: unknown): void {
    if (!(error instanceof Refusal) || error.kind !== 'refused') throw error;
    this.refused.push({ place, refusal: error });
  }
}

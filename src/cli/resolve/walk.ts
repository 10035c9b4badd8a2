import { selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { printable } from '../../views/printable.ts';
import type { TypedOption } from '../run/arguments/declaration.ts';
import type { Call } from '../run/call.ts';
import type { Prompts } from '../run/prompts/prompts.ts';
import type { Screen } from '../run/screen.ts';

/** A part of a resolution, by the name of its option. */
export type PartOfResolution = Readonly<Record<string, TypedOption>>;

/** Records a part of the resolution of a complaint, by its number. */
export type KeepPart = (number: number, part: PartOfResolution) => Promise<Screen>;

/** A walk through the resolution of one complaint. */
export class Walk {
  constructor(
    readonly call: Call,
    readonly prompts: Prompts,
    private readonly number: number,
    private readonly resolve: KeepPart,
  ) {}

  /** The complaint as it is now. */
  get complaint(): Commitment {
    const [complaint] = selectCommitments(this.call.session.open('read'), [this.number]);
    if (!complaint) throw new Error(`There is no ${this.number}.`);
    return complaint;
  }

  /** Records what was said of a part at once, so that an interruption loses none of it. What is refused is said. */
  async keep(part: PartOfResolution): Promise<void> {
    this.call.session.refreshClock();
    await this.run(() => this.resolve(this.number, part));
  }

  /** Runs a command as a step of the walk; whether it was recorded. */
  async run(step: () => Promise<Screen>): Promise<boolean> {
    try {
      const { hints = [] } = await step();
      this.prompts.say(hints.map((hint) => `  ${printable(hint)}`));
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.prompts.say(
        [error.message, ...(error.hint ? [error.hint] : [])].map((text) => `  ${printable(text)}`),
      );
      return false;
    }
  }
}

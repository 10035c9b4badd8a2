import { type Selection, selectCommitments } from '../../app/select.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import type { Commitment } from '../../domain/streams/commitment.ts';
import { refuseTransition } from '../../domain/streams/transitions.ts';
import { printable } from '../../views/printable.ts';
import { describeCommitment, describeTitle } from '../../views/terminal/commitment.ts';
import { PARTS, type Part, showPart, standsIn } from '../../views/terminal/complaint.ts';
import { showNextSteps } from '../../views/terminal/next-steps.ts';
import { sayProgress } from '../../views/words/resolution.ts';
import { resolve } from '../commands/resolve.ts';
import type { Call } from '../run/call.ts';
import type { Typed } from '../run/command.ts';
import { isInterrupt } from '../run/prompts/interrupt.ts';
import type { Prompts } from '../run/prompts/prompts.ts';
import type { Screen } from '../run/screen.ts';
import { askAboutPart } from './ask-about-part.ts';
import { settle } from './settle.ts';

/** What is asked on each screen, as a heading. */
const HEADINGS: Readonly<Record<Part, string>> = {
  affected: 'Who suffers from it, and what do they need by when?',
  facts: 'What is so, and how do you know?',
  conclusions: 'What do you make of it, and where did the fault lie?',
  remedy: 'What makes them whole now?',
  prevention: 'What do both sides change, so that it does not happen again?',
};

/** A walk through the resolution of one complaint. */
export class Walk {
  constructor(
    readonly call: Call,
    readonly prompts: Prompts,
    private readonly number: number,
  ) {}

  /** The complaint as it is now. */
  get complaint(): Commitment {
    const [complaint] = selectCommitments(this.call.session.open('read'), [this.number]);
    if (!complaint) throw new Error(`There is no ${this.number}.`);
    return complaint;
  }

  /** Records what was said of a part at once, so that an interruption loses none of it. What is refused is said. */
  async keep(options: NonNullable<Typed<'id', keyof Options>['options']>): Promise<void> {
    this.call.session.refreshClock();
    await this.run(() => this.call.part(resolve, { args: { id: [String(this.number)] }, options }));
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

type Options = NonNullable<Parameters<typeof resolve.parse>[0]['options']>;

/**
 * Walks through complaints in a terminal, a screen for each part of the resolution, with what is there of it. It begins where
 * nothing was said yet. Throws a Refusal.
 */
export async function walkResolution(call: Call, selection: Selection): Promise<Screen> {
  const { session } = call;
  const complaints = selectCommitments(session.open('read'), selection);
  for (const complaint of complaints) {
    const no = refuseTransition('resolve', complaint);
    if (no) throw no;
  }
  const prompts = await session.prompts();
  prompts.say(session.mark);
  for (const { number } of complaints) await walkOne(new Walk(call, prompts, number));
  const view = session.viewContext();
  const after = selectCommitments(session.open('read'), selection);
  return {
    isEcho: true,
    json: () => null,
    text: () =>
      after
        .map((complaint) =>
          ['', ...describeCommitment(complaint, view), ...showNextSteps(complaint, view)].join('\n'),
        )
        .join('\n'),
  };
}

async function walkOne(walk: Walk): Promise<void> {
  const { call, prompts } = walk;
  const view = call.session.viewContext();
  const { complaint } = walk;
  prompts.say(['', ...describeTitle(complaint, view), `   ${sayProgress(complaint)}`]);
  try {
    if (!(await mayAdd(walk))) return await settle(walk);
    const first = PARTS.findIndex((part) => !standsIn(complaint, part));
    for (const [index, part] of PARTS.entries()) {
      const lines = showPart(walk.complaint, part, view);
      // Enter passes over what was said before.
      const isPast = first === -1 || index < first;
      prompts.say([
        '',
        view.style.heading(`${index + 1} of ${PARTS.length}  ${HEADINGS[part]}`),
        ...(lines.length > 0 ? lines : [view.style.quiet('   nothing yet')]),
      ]);
      if (!isPast || (await prompts.confirm('Is there more to say?', false))) await askAboutPart(walk, part);
    }
    await settle(walk);
  } catch (error) {
    if (isInterrupt(error))
      prompts.say(['', `What you said is kept. To go on: followup resolve ${complaint.number}`]);
    throw error;
  }
}

/** What they have approved is changed only if that is meant, because they have to approve it again. */
async function mayAdd({ complaint, prompts }: Walk): Promise<boolean> {
  const { approval } = complaint;
  if (complaint.state !== 'agreed' || approval === null) return true;
  return prompts.confirm(
    `${approval.by} has approved it. What you add has to be approved again. Add something?`,
    false,
  );
}

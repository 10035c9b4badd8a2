import { type Selection, selectCommitments } from '../../app/select.ts';
import { refuseTransition } from '../../domain/streams/transitions.ts';
import { describeCommitment, describeTitle } from '../../views/terminal/commitment.ts';
import { PARTS, type Part, showPart, standsIn } from '../../views/terminal/complaint.ts';
import { showNextSteps } from '../../views/terminal/next-steps.ts';
import { sayProgress } from '../../views/words/resolution.ts';
import type { Call } from '../run/call.ts';
import { isInterrupt } from '../run/prompts/interrupt.ts';
import type { Screen } from '../run/screen.ts';
import { askAboutPart } from './ask-about-part.ts';
import { settle } from './settle.ts';
import { type KeepPart, Walk } from './walk.ts';

/** What is asked on each screen, as a heading. */
const HEADINGS: Readonly<Record<Part, string>> = {
  affected: 'Who suffers from it, and what do they need by when?',
  facts: 'What is so, and how do you know?',
  conclusions: 'What do you make of it, and where did the fault lie?',
  remedy: 'What makes them whole now?',
  prevention: 'What do both sides change, so that it does not happen again?',
};

/**
 * Walks through complaints in a terminal, a screen for each part of the resolution, with what is there of it. It begins where
 * nothing was said yet. Throws a Refusal.
 */
export async function walkResolution(call: Call, selection: Selection, keep: KeepPart): Promise<Screen> {
  const { session } = call;
  const complaints = selectCommitments(session.open('read'), selection);
  for (const complaint of complaints) {
    const no = refuseTransition('resolve', complaint);
    if (no) throw no;
  }
  const prompts = await session.prompts();
  prompts.say(session.mark);
  for (const { number } of complaints) await walkOne(new Walk(call, prompts, number, keep));
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

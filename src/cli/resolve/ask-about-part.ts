import { isWithoutGround, partsOf } from '../../domain/streams/complaint.ts';
import { CAUSES, type Cause } from '../../domain/streams/complaint-events.ts';
import type { Part } from '../../views/terminal/complaint.ts';
import { CAUSE_WORDS } from '../../views/words/story-of-complaint.ts';
import { datesAbout } from '../run/date-context.ts';
import { askDateAhead } from '../run/prompts/ask.ts';
import { chooseTopic } from '../run/prompts/topic.ts';
import type { Walk } from './walk.ts';

/** Asks for one part of a resolution, until there is no more to say, and records each answer. */
export async function askAboutPart(walk: Walk, part: Part): Promise<void> {
  switch (part) {
    case 'affected':
      return askWhoIsAffected(walk);
    case 'facts':
      return askFacts(walk);
    case 'conclusions':
      return askConclusions(walk);
    case 'remedy':
      return askMeasures(walk, 'remedy', '"ours: new export by 12 mar"');
    case 'prevention':
      return askMeasures(walk, 'prevention', '"theirs: test file by friday"');
  }
}

async function askWhoIsAffected(walk: Walk): Promise<void> {
  const { call, prompts, complaint } = walk;
  const affected = await prompts.askAnything('Who suffers from it, and how? (Enter: go on)');
  const dates = datesAbout(call.session, complaint);
  const neededBy = await askDateAhead(call, 'By when do they need it put right? (Enter: not said)', dates);
  if (affected || neededBy) await walk.keep({ ...(affected && { affected }), ...(neededBy && { neededBy }) });
}

async function askFacts(walk: Walk): Promise<void> {
  const { prompts } = walk;
  for (;;) {
    const fact = await prompts.askAnything('A fact (Enter: go on)');
    if (!fact) return;
    const link = await prompts.askAnything('The evidence: a path or an address (Enter: none)');
    await walk.keep({ fact: [fact], ...(link && { link: [link] }) });
  }
}

async function askConclusions(walk: Walk): Promise<void> {
  const { call, prompts } = walk;
  for (;;) {
    const conclusion = await prompts.askAnything('What do you make of it? (Enter: go on)');
    if (!conclusion) break;
    await walk.keep({ conclusion: [conclusion] });
  }
  const { complaint, topic } = walk.complaint;
  if (complaint && partsOf(complaint, 'cause').length === 0) {
    const causes = Object.fromEntries(CAUSES.map((cause) => [cause, CAUSE_WORDS[cause]]));
    const cause = await prompts.choose<Cause | 'later'>('Where did the fault lie?', {
      ...(causes as Record<Cause, string>),
      later: 'that is not clear yet',
    });
    if (cause !== 'later') await walk.keep({ cause });
  }
  if (topic === null) {
    const named = await chooseTopic(call, 'What did it come from, in a word or two?');
    if (named) await walk.keep({ topic: named });
  }
}

async function askMeasures(walk: Walk, part: 'remedy' | 'prevention', example: string): Promise<void> {
  const { prompts } = walk;
  const { complaint } = walk.complaint;
  if (part === 'remedy' && complaint && isWithoutGround(complaint)) {
    const goesOn = await prompts.confirm('No fact is recorded yet. Propose a remedy all the same?', false);
    if (!goesOn) return;
  }
  for (;;) {
    const measure = await prompts.askAnything(`Who does what by when: ${example} (Enter: go on)`);
    if (!measure) return;
    await walk.keep({ [part]: [measure] });
  }
}

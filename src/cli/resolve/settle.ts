import { addedSincePut, hasResolution } from '../../domain/streams/complaint.ts';
import { sayProgress } from '../../views/words/resolution.ts';
import { approve } from '../commands/approve.ts';
import { counter } from '../commands/counter.ts';
import { done } from '../commands/done.ts';
import { draft } from '../commands/draft.ts';
import { offer } from '../commands/offer.ts';
import type { Key } from '../run/prompts/prompts.ts';
import type { Walk } from './walk.ts';

/** What is done with a resolution; whether it was. */
type Step = (walk: Walk) => Promise<boolean>;

const LATER: Key<null> = { key: null, label: 'later', value: null };

/** Puts the resolution to them and keeps their answer, as far as that has come. */
export async function settle(walk: Walk): Promise<void> {
  const { prompts, call } = walk;
  for (;;) {
    const keys = keysFor(walk);
    if (keys.length === 0) return;
    const { style } = call.session.viewContext();
    prompts.say(['', style.heading('Their yes'), `   ${sayProgress(walk.complaint)}`]);
    const step = await prompts.askKey<Step | null>([...keys, LATER]);
    if (step === null) return;
    call.session.refreshClock();
    await step(walk);
  }
}

const PUT_TO_THEM: readonly Key<Step>[] = [
  { key: 'w', label: 'write it', value: write },
  { key: 'p', label: 'I have put it to them', value: put },
];

function keysFor({ complaint: { state, complaint } }: Walk): readonly Key<Step>[] {
  if (state === 'owed' && complaint && hasResolution(complaint)) return PUT_TO_THEM;
  if (state === 'offered') {
    return [
      ...(complaint && addedSincePut(complaint).length > 0 ? PUT_TO_THEM : []),
      { key: 'y', label: 'somebody approved it', value: approved },
      { key: 'n', label: 'they refused it', value: refused },
    ];
  }
  return state === 'agreed' ? [{ key: 'd', label: 'it is put right', value: finish }] : [];
}

async function write(walk: Walk): Promise<boolean> {
  const { call, prompts, complaint } = walk;
  const about = { id: [String(complaint.number)], kind: ['resolution'] };
  let isWritten = false;
  await walk.run(async () => {
    const message = await call.part(draft, { args: about }, { asks: true });
    isWritten = message.isEcho === true;
    if (isWritten) return message;
    prompts.say(['', await message.text(), '']);
    return message;
  });
  if (isWritten || !(await prompts.confirm('Has it gone out as it stands here?', false))) return isWritten;
  return walk.run(() => call.part(draft, { args: about, options: { sent: true } }, { asks: true }));
}

function put(walk: Walk): Promise<boolean> {
  return walk.run(() => walk.call.part(offer, { args: { id: [String(walk.complaint.number)] } }));
}

/** The command itself asks who said yes. */
function approved(walk: Walk): Promise<boolean> {
  const args = { id: [String(walk.complaint.number)] };
  return walk.run(() => walk.call.part(approve, { args }, { asks: true }));
}

async function refused(walk: Walk): Promise<boolean> {
  const because = await walk.prompts.askAnything(
    'Why does it not suit them? (none: they gave no reason; Enter: back)',
  );
  if (!because) return false;
  const args = { id: [String(walk.complaint.number)] };
  return walk.run(() => walk.call.part(counter, { args, options: { because } }));
}

function finish(walk: Walk): Promise<boolean> {
  const args = { id: [String(walk.complaint.number)] };
  return walk.run(() => walk.call.part(done, { args }, { asks: true }));
}

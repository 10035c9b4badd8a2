import { writeMailto } from '../../views/drafts/mailto.ts';
import { type Message, showMessage } from '../../views/drafts/message.ts';
import { draftJson } from '../../views/json/draft.ts';
import type { Call } from '../run/call.ts';
import type { Screen } from '../run/screen.ts';
import { openInMailProgram, writeDraftFile } from './draft-file.ts';
import { hintsOnAddress, hintsOnGaps, hintsOnLength, sentCommand } from './hints.ts';

/** The options that say in which form a message is wanted, and whether it is all that a client should hear. */
type HandedOver = Call<
  unknown,
  {
    readonly client: string | undefined;
    readonly eml: string | undefined;
    readonly mailto: boolean;
    readonly with: string | undefined;
  }
>;

/**
 * Gives a message to the person in the form that they want: as text, as a file, as a web address, or open in their mail program.
 * With a program, `afterwards` says what comes then. Throws a Refusal.
 */
export async function handOver(
  call: HandedOver,
  message: Message,
  afterwards: () => Promise<Screen | null>,
): Promise<Screen> {
  const { session, options } = call;
  const view = session.viewContext();
  const json = () => draftJson(message, view);
  const isShown = session.io.stdout.isTerminal;
  // In a pipe it goes to a program, which needs no advice.
  const command = sentCommand(message, view, options.client !== undefined);
  const hints = [...hintsOnGaps(message, view), ...(isShown ? [`When it has gone out: ${command}`] : [])];
  const { eml, mailto } = options;
  if (eml === '-') {
    const { writeEml } = await import('../../views/drafts/eml.ts');
    const written = await writeEml(message);
    return asItIs(call, { json, text: () => written }, written);
  }
  if (eml !== undefined) {
    await writeDraftFile(message, eml);
    const text = () => `The draft is in ${eml}`;
    return { json, text, isEcho: true, hints: [...hints, ...hintsOnAddress(message, view)] };
  }
  if (mailto) {
    const url = writeMailto(message);
    const all = [...hintsOnLength(url), ...hints, ...hintsOnAddress(message, view)];
    return asItIs(call, { json, text: () => url, hints: all }, `${url}\n`);
  }
  const program = options.with ?? programFor(call, message.draft.client);
  if (program !== undefined) {
    await openInMailProgram(message, program, session);
    return (await afterwards()) ?? { json, text: () => 'Nothing was recorded.', hints };
  }
  const shown = { json, text: () => showMessage(message), hints };
  return isShown ? shown : asItIs(call, shown, `${showMessage(message)}\n`);
}

/** The mail program of the settings for a client (by uid), which opens a draft only in a terminal. */
export function programFor({ session, isInteractive }: Call, client: string): string | undefined {
  return isInteractive && session.io.stdout.isTerminal
    ? session.settings.valueFor(client, 'draft.with') || undefined
    : undefined;
}

/** A text that goes to another program: no line of it is broken to fit a terminal. */
function asItIs({ session }: Call, screen: Screen, text: string): Screen {
  return session.globals.json ? screen : { ...screen, raw: () => [text] };
}

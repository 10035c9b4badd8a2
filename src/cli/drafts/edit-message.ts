import { type Message, readMessageText, showMessage } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';

/** Lets the person change a message in their editor. Throws a Refusal. */
export async function editMessage(message: Message, { io }: Session): Promise<Message> {
  const { EditedText } = await import('../../system/editor.ts');
  const file = new EditedText('draft.txt', io.env);
  const { subject, text } = readMessageText(file.edit(`${showMessage(message)}\n`));
  file.discard();
  return { ...message, draft: { ...message.draft, subject: subject ?? message.draft.subject, text } };
}

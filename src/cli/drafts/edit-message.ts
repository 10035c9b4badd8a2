import { type Message, readMessageText, showMessage } from '../../views/drafts/message.ts';
import type { Session } from '../run/session/session.ts';

/** Lets the person change the subject and the words of a message in their editor. Throws a Refusal. */
export async function editMessage(message: Message, { io }: Session): Promise<Message> {
  const { EditedText } = await import('../../system/editor.ts');
  const file = new EditedText('draft.txt', io.env);
  // To whom it goes follows from the record, so it is not there to be changed.
  const words = showMessage({ ...message, to: [], cc: [] });
  const { subject, text } = readMessageText(file.edit(`${words}\n`));
  file.discard();
  return { ...message, draft: { ...message.draft, subject: subject ?? message.draft.subject, text } };
}

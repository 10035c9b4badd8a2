import type { Encode } from './ascii.ts';
import type { ViewContext } from './view-context.ts';

/** Mail is read in windows of any width, and quoted. */
const MAIL_WIDTH = 72;

/** What views need for a mail: a width that suits it, and signs that its reader can show. */
export interface MailView extends ViewContext {
  /** Writes a text in those signs. */
  readonly encode: Encode;
}

/** The same view for a mail. Clients have names there that it can write, as far as such names mean them. */
export function mailView(view: ViewContext, encode: Encode): MailView {
  const canWrite = (text: string) => encode(text) === text;
  return {
    ...view,
    width: Math.min(MAIL_WIDTH, view.width),
    encode,
    canWrite,
    handleOf: (uid) => {
      const handle = view.handleOf(uid);
      return canWrite(handle) ? handle : view.plainHandleOf(uid);
    },
  };
}

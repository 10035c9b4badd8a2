import { withoutAccents } from '../domain/streams/names.ts';
import type { Encode } from './ascii.ts';
import type { ViewContext } from './view-context.ts';

/** Mail is read in windows of any width, and quoted. */
const MAIL_WIDTH = 72;

/** What views need for a mail: a width that suits it, and signs that its reader can show. */
export interface MailView extends ViewContext {
  /** Writes a text in those signs. */
  readonly encode: Encode;
}

/** The same view for a mail. Where it cannot write the name of a client, the name goes without accents, which do not matter. */
export function mailView(view: ViewContext, encode: Encode): MailView {
  const canWrite = (text: string) => encode(text) === text;
  return {
    ...view,
    width: Math.min(MAIL_WIDTH, view.width),
    encode,
    canWrite,
    handleOf: (uid) => {
      const handle = view.handleOf(uid);
      return canWrite(handle) ? handle : withoutAccents(handle);
    },
  };
}

import { join } from 'node:path';
import { findClient } from '../../app/clients.ts';
import type { DraftKind } from '../../domain/streams/draft.ts';
import { templateFolder } from '../../system/draft-templates.ts';
import { FIELDS } from '../../views/drafts/fields.ts';
import { builtInTemplate } from '../../views/drafts/outlines.ts';
import type { Screen } from '../run/screen.ts';
import type { Session } from '../run/session/session.ts';
import { languageOf } from './write-message.ts';

/** Shows the built-in template of a kind, in the language of a client, with all fields that one may use. */
export async function showTemplate(
  session: Session,
  kind: DraftKind,
  clientName: string | undefined,
): Promise<Screen> {
  const client = clientName === undefined ? null : findClient(session.open('read').db, clientName).uid;
  const language = await languageOf(session, client);
  const { code } = language;
  const template = builtInTemplate(kind, language);
  const fields = Object.entries(FIELDS).map(([name, means]) => `${name.padEnd(20)} ${means}`);
  const text = `${template}{{!\nFields:\n\n${fields.join('\n')}\n}}\n`;
  const file = join(templateFolder(session.io.env), `${kind}${code === 'en' ? '' : `.${code}`}.md`);
  return {
    json: () => ({ kind, language: code, template, fields: FIELDS, file }),
    text: () => text,
    raw: () => [text],
    hints: [`Your own goes into ${file}`],
  };
}

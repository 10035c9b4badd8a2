import type { Outcome } from '../../app/execute.ts';
import { Refusal, refuse } from '../../domain/base/refusal.ts';
import { decideLog, type LogInput } from '../../domain/decisions/log.ts';
import { contactJson } from '../../views/json/json.ts';
import { describeCommitment } from '../../views/terminal/commitment.ts';
import { describeContact, plainContact } from '../../views/terminal/contact.ts';
import type { Call } from '../run/call.ts';
import type { Described } from '../run/declaration.ts';
import { AT, NEW_CLIENT, VIA } from '../run/options.ts';
import type { Screen } from '../run/screen.ts';
import { type Start, sayNewClients, starting } from '../run/write-verb.ts';

/** What `told`, `heard` and `log` take. */
export const CONTACT_ARGUMENTS: readonly Described[] = [
  ['[client]', 'who said it, or to whom it was said; left out, a list to choose from'],
  ['[text...]', 'the words; - reads them from standard input'],
];
export const CONTACT_OPTIONS: readonly Described[] = [
  VIA,
  AT,
  ['-a, --about <id>', 'the commitment that it was about'],
  ['--needs-reply', 'it has to be answered'],
  ['-b, --by <date>', 'by when, with --needs-reply'],
  NEW_CLIENT,
];

export const log = starting({
  name: 'log',
  summary: 'record words in or out; told and heard are shorter',
  arguments: CONTACT_ARGUMENTS,
  options: [['--in', 'they said it'], ['--out', 'you said it'], ...CONTACT_OPTIONS],
  examples: [
    ['log Joe "wants the figures by region" --in --via phone', 'the same as heard'],
    ['log Joe "figures are on their way" --out --about 3', 'the same as told'],
  ],
  decide: decideLog,
  parse: (call) => readContact(call, directionOf(call)),
  show: showContact,
});

/** Reads a contact in one direction. */
export async function readContact(call: Call, direction: 'in' | 'out'): Promise<Start<LogInput>> {
  const client = await call.clientOrChoose();
  const needsReply = call.flag('needsReply');
  const replyBy = await call.date('by');
  if (replyBy && !needsReply) {
    throw new Refusal(
      'by-without-reply',
      '--by is when the answer is due: it goes with --needs-reply.',
      null,
      'usage',
    );
  }
  const saying = await call.saying();
  const text = await call.textOrAsk(1, direction === 'in' ? 'What did they say?' : 'What did you say?');
  return {
    input: { ...saying, client, direction, text, needsReply, replyBy },
    about: call.selected('about'),
  };
}

/** Shows a contact after it was recorded, and what it opened or settled. */
export function showContact({ contacts, commitments, changes }: Outcome, { session }: Call): Screen {
  const frame = session.frame();
  return {
    isEcho: true,
    json: () => contacts.map((contact) => contactJson(contact, frame))[0],
    plain: () => contacts.map((contact) => plainContact(contact, frame)),
    text: () =>
      [
        ...contacts.flatMap((contact) => describeContact(contact, frame)),
        ...commitments.flatMap((commitment) => describeCommitment(commitment, frame)),
        ...sayNewClients(changes, frame),
      ].join('\n'),
  };
}

function directionOf(call: Call): 'in' | 'out' {
  const incoming = call.flag('in');
  if (incoming === call.flag('out')) {
    throw refuse(
      'direction-missing',
      'Did they say it, or did you?',
      'Add --in or --out; or use followup heard, followup told.',
    );
  }
  return incoming ? 'in' : 'out';
}

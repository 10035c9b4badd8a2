import type { Message } from './message.ts';

/** Characters that mail programs take of such an address at least. Windows cuts it near 2,000. */
export const MOST_IN_MAILTO = 1_800;

/** The message as a web address that opens a mail program (RFC 6068): percent-encoded, with `%0D%0A` for line ends. */
export function writeMailto({ to, cc, draft }: Message): string {
  const addresses = (people: Message['to']) =>
    people.flatMap(({ email }) => (email ? [encodeAddress(email)] : []));
  const copies = addresses(cc);
  const fields = [
    ...(copies.length > 0 ? [`cc=${copies.join(',')}`] : []),
    `subject=${encode(draft.subject)}`,
    `body=${encode(draft.text.replace(/\r\n?|\n/g, '\r\n'))}`,
  ];
  return `mailto:${addresses(to).join(',')}?${fields.join('&')}`;
}

/** Also what is allowed in an address but means something to a shell. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encodeAddress(address: string): string {
  return encode(address).replace(/%40/g, '@');
}

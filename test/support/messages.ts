/** What a message says besides its sender; the rest is usual. */
interface MessageGiven {
  readonly to?: string;
  readonly subject?: string;
  /** Without angle brackets. */
  readonly id?: string;
  readonly date?: string;
  readonly answers?: string | undefined;
  /** Further lines of the header. */
  readonly header?: readonly string[];
  readonly text?: string;
}

let messages = 0;

/** A plain message to me. Each has an id of its own. */
export function messageFrom(
  from: string,
  {
    to = 'me@home.example',
    subject = 'Hello',
    id = `m${++messages}@test.example`,
    date = 'Mon, 2 Mar 2026 08:15:00 +0100',
    answers,
    header = [],
    text = 'How are you?',
  }: MessageGiven = {},
): string {
  const lines = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${date}`,
    `Message-ID: <${id}>`,
    ...(answers === undefined ? [] : [`In-Reply-To: <${answers}>`]),
    ...header,
    '',
    text,
    '',
  ];
  return lines.join('\r\n');
}

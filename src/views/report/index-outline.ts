import type { AsOf, ClientReport } from '../../domain/report/client-report.ts';
import type { Outline } from './outline.ts';
import { fill, type Line, ours, typed } from './pieces.ts';
import type { ColumnName } from './words.ts';
import { dateOf, dayOf, dayShown, type ReportWriting } from './writing.ts';

/** The report of a client, and the page that shows it. */
export interface ReportPage {
  readonly report: ClientReport;
  readonly file: string;
}

const COLUMNS: readonly ColumnName[] = ['client', 'open', 'late', 'waiting', 'kept', 'next-word'];

/** What a manager sees first: how it stands with each client, with the way to its page. */
export function indexOutline(
  pages: readonly ReportPage[],
  { asOf, since }: Pick<ClientReport, 'since'> & { readonly asOf: AsOf },
  writing: ReportWriting,
): Outline {
  const { language, me } = writing;
  const { report: words } = language;
  return {
    language: language.code,
    client: null,
    title: words.title,
    about: [
      fill(words.asOf, { day: dayShown(asOf, writing) }),
      since === null ? [ours(words.everything)] : fill(words.since, { day: dayOf(since, writing) }),
      ...(me === '' ? [] : [fill(words.preparedBy, { me: typed(me) })]),
    ],
    internal: words.internal,
    back: null,
    highlights: [],
    sections: [
      {
        name: 'clients',
        heading: words.sections.clients,
        columns: COLUMNS.map((column) => words.columns[column]),
        rows: pages.map((page) => rowOf(page, writing)),
        nothing: words.nothing.open,
        isStory: false,
      },
    ],
  };
}

function rowOf({ report, file }: ReportPage, writing: ReportWriting) {
  const { client, open, asks, kept, next } = report;
  const { report: words } = writing.language;
  const late = open.filter(({ isOverdue }) => isOverdue).length;
  const count = (number: number): Line => [ours(String(number))];
  return [
    { lines: [[{ piece: 'link' as const, text: typed(client.name).text, to: file }]] },
    { lines: [count(open.length)] },
    { lines: [count(late)], ...(late > 0 && { mark: 'late' as const }) },
    { lines: [count(asks.length)] },
    {
      lines: [
        kept.of === 0
          ? [ours('–')]
          : fill(words.keptOf, { kept: ours(String(kept.kept)), of: ours(String(kept.of)) }),
      ],
    },
    { lines: [next ? [dateOf(next, writing)] : [ours('–')]] },
  ];
}

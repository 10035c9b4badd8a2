import { readClientReport } from '../../app/client-report.ts';
import { findClient } from '../../app/clients.ts';
import { quoteForShell } from '../../domain/base/quote-for-shell.ts';
import { Refusal } from '../../domain/base/refusal.ts';
import { decideReport } from '../../domain/decisions/report.ts';
import type { ClientReport } from '../../domain/report/client-report.ts';
import type { Client } from '../../domain/streams/client.ts';
import { reportJson } from '../../views/json/report.ts';
import { outlineOf } from '../../views/report/client-outline.ts';
import { writeMarkdown } from '../../views/report/markdown.ts';
import type { Outline } from '../../views/report/outline.ts';
import { isReport, writePage } from '../../views/report/page.ts';
import { TEXT_WIDTH, writeText } from '../../views/report/text.ts';
import { checkTexts } from '../report/check-texts.ts';
import { isSinceLast, readAsOf, readSince } from '../report/period.ts';
import { reportOnAll } from '../report/report-on-all.ts';
import { writingFor } from '../report/writing.ts';
import { optionalWords } from '../run/arguments/argument.ts';
import { date, flag, text } from '../run/arguments/option.ts';
import { type CallOf, command } from '../run/declare-command.ts';
import { refuseUsage } from '../run/refuse-usage.ts';
import type { Screen } from '../run/screen.ts';
import { checkFolderOf, keepOthersFile, replaceFile } from '../run/write-file.ts';
import { recordStart } from '../run/write-verb.ts';

const ARGUMENTS = {
  client: optionalWords('[client...]', 'whose work it is about', 'clients', 'title'),
};

const OPTIONS = {
  since: date(
    '--since',
    'tell what happened from then on; last: since the last report; left out, all of it',
    'when',
  ),
  asOf: date('--as-of', 'how things stood at the end of that day', 'day'),
  html: text('--html', 'write a page to a file, or with --all to a folder; - prints it', 'file', 'title'),
  md: flag('--md', 'print it as Markdown'),
  text: flag('--text', 'print it as text for a mail, in 72 columns'),
  reasons: flag('--reasons', 'show your reasons too: why a date moved, or something was dropped'),
  budget: flag('--budget', 'show how far budgets are used'),
  all: flag('-a, --all', 'pages of all clients for a manager, each marked as internal'),
};

type ReportCall = CallOf<typeof ARGUMENTS, typeof OPTIONS>;

export const report = command({
  name: 'report',
  summary: 'a page for a client: where things stand, and what is next',
  details:
    'It has what was asked, offered, agreed, moved, delivered and accepted, what is next, and what you wait for. Notes, facts about people, your answers in a review, drafts, and promises that they do not know of are never in it. With --html, --md or --text the report is remembered, for --since last; without, and with --json where no file is written, you only look at it.',
  arguments: ARGUMENTS,
  options: OPTIONS,
  examples: [
    ['report joe', 'what Joe would read'],
    ['report joe --since last --html joe.html', 'a page to send, with what happened since the last one'],
    ['report joe --since monday --text', 'the same as text for a mail'],
    ['report joe --as-of "27 feb" --md', 'how things stood at the end of that day'],
    ['report --all --html reports', 'a page of each client for a manager, and one that leads to them'],
  ],
  run: async (call) => {
    const { session, args, options } = call;
    checkOptions(call);
    const context = session.open('read');
    const client = args.client === undefined ? null : findClient(context.db, args.client);
    const dates = session.datesFor(client?.uid ?? null);
    const asOf = await readAsOf(options.asOf, dates);
    const since = await readSince(options.since, asOf, dates, { context, client });
    const wish = { asOf, since, withReasons: options.reasons, withBudget: options.budget };
    if (client === null) return reportOnAll(call, context, wish, options.html ?? '');
    const made = readClientReport(context, client, wish);
    const screen = await handOut(call, client, made);
    const isFirst = isSinceLast(options.since) && since === null;
    const noted = isFirst
      ? [`There was no report for ${client.name} before today, so this one has everything.`]
      : [];
    return { ...screen, hints: [...noted, ...(screen.hints ?? [])] };
  },
});

/** Throws a Refusal for options that do not go together. */
function checkOptions(call: ReportCall): void {
  const { args, options } = call;
  const { html, md, text: asText, all, since } = options;
  const forms = [
    ...(html === undefined ? [] : ['--html']),
    ...(md ? ['--md'] : []),
    ...(asText ? ['--text'] : []),
  ];
  if (forms.length > 1) throw refuseUsage(`${forms.join(' and ')} exclude each other.`, 'Give one of them.');
  if (!all) {
    if (args.client === undefined) throw call.refuseMissing('client');
    return;
  }
  if (args.client !== undefined) {
    throw refuseUsage('Name a client, or give --all, not both.', 'See: followup help report');
  }
  if (html === undefined || html === '-') {
    throw refuseUsage(
      '--all writes pages into a folder.',
      'For example: followup report --all --html reports',
      'no-folder',
    );
  }
  if (isSinceLast(since)) {
    throw refuseUsage(
      'The last report was made for one client, and --all is about all of them.',
      'Name a day with --since.',
      'last-of-all',
    );
  }
}

/** Gives the report out in the form that is wanted, and remembers it. Without a form it is only looked at. */
async function handOut(call: ReportCall, client: Client, made: ClientReport): Promise<Screen> {
  const { session, options } = call;
  const { html, md, text: asText } = options;
  const isGivenOut = html !== undefined || md || asText;
  if (html !== undefined && html !== '-') {
    await keepOthersFile(call, html, isReport);
    checkFolderOf(html);
  }
  await checkTexts(call, session.open('read'), client, made, { asks: isGivenOut });
  const outline = outlineOf(made, await writingFor(session, client, made.asOf));
  const json = () => reportJson(made, session.viewContext());
  if (!isGivenOut) {
    const handle = quoteForShell(session.viewContext().handleOf(client.uid));
    // In a pipe it goes to a program, which needs no advice.
    const advice = session.io.stdout.isTerminal
      ? [`To give it out: followup report ${handle} --html FILE, --md or --text`]
      : [];
    const width = Math.min(TEXT_WIDTH, session.textLayout().width);
    return { json, text: () => writeText(outline, width).trimEnd(), hints: advice };
  }
  if (html !== undefined && html !== '-') {
    replaceFile(html, [writePage(outline)]);
    await remember(call, client, made);
    return { isEcho: true, json, text: () => `The report is in ${html}` };
  }
  const screen = { json, text: () => '' };
  if (session.globals.json) return screen;
  return {
    ...screen,
    raw: () => [write(outline, options)],
    delivered: async (failure) => {
      if (failure === null) await remember(call, client, made);
    },
  };
}

function write(outline: Outline, { html, md }: ReportCall['options']): string {
  if (html !== undefined) return writePage(outline);
  return md ? writeMarkdown(outline) : writeText(outline);
}

/** Remembers that the report was made. Where that fails, it was given out all the same. */
async function remember(call: ReportCall, client: Client, { asOf, since }: ClientReport): Promise<void> {
  const { session } = call;
  const input = { client, since, asOf: asOf.isPast ? asOf.day : null, at: session.now };
  try {
    await recordStart(call, decideReport, { input });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    session.failures.push(`The report was written, but it is not remembered: ${error.message}`);
  }
}

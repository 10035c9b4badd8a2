import { join } from 'node:path';
import { findMentions, type ReportWish, readAllReports, readKnownNames } from '../../app/client-report.ts';
import { clientWithUid } from '../../app/clients.ts';
import type { Context } from '../../app/context.ts';
import { refuse } from '../../domain/base/refusal.ts';
import { sayWhyFailed } from '../../domain/base/why-file-failed.ts';
import type { ClientReport } from '../../domain/report/client-report.ts';
import type { KnownNames } from '../../domain/streams/known-names.ts';
import { makeFolder } from '../../system/make-folder.ts';
import { loadAscii } from '../../views/ascii.ts';
import { reportJson } from '../../views/json/report.ts';
import { outlineOf } from '../../views/report/client-outline.ts';
import { pageName } from '../../views/report/file-name.ts';
import { indexOutline } from '../../views/report/index-outline.ts';
import { isReport, writePage } from '../../views/report/page.ts';
import type { Call } from '../run/call.ts';
import type { Screen } from '../run/screen.ts';
import { keepOthersFile, replaceFile } from '../run/write-file.ts';
import { removeOldPages } from './remove-old-pages.ts';
import { writingFor } from './writing.ts';

const INDEX = 'index.html';

/** Writes the pages of all clients for a manager, and the one that leads to them. They are no reports to anybody. */
export async function reportOnAll(
  call: Call,
  context: Context,
  wish: ReportWish,
  folder: string,
): Promise<Screen> {
  const { session } = call;
  const reports = readAllReports(context, wish);
  const encode = await loadAscii();
  const pages = reports.map((report) => ({ report, file: pageName(report.client, encode) }));
  const writing = await writingFor(session, null, wish.asOf);
  const texts = [
    { file: INDEX, text: writePage(indexOutline(pages, wish, writing)) },
    ...pages.map(({ report, file }) => ({ file, text: writePage(outlineOf(report, writing, INDEX)) })),
  ].map(({ file, text }) => ({ path: join(folder, file), text }));
  for (const { path } of texts) await keepOthersFile(call, path, isReport);
  makeFolderFor(folder);
  // The page that leads to the others comes last, so that it leads nowhere that is not there.
  for (const { path, text } of [...texts].reverse()) replaceFile(path, [text]);
  const removed = removeOldPages(folder, new Set([INDEX, ...pages.map(({ file }) => file)]));
  const view = session.viewContext();
  const known = readKnownNames(context);
  const naming = pages.filter(({ report }) => namesOthers(context, report, known)).length;
  return {
    isEcho: true,
    json: () => pages.map(({ report, file }) => ({ file: join(folder, file), ...reportJson(report, view) })),
    plain: () => pages.map(({ report, file }) => [report.client.name, join(folder, file)]),
    text: () =>
      `${join(folder, INDEX)} leads to the ${pages.length === 1 ? 'page of one client' : `pages of ${pages.length} clients`}.`,
    hints: [
      ...(removed === 0
        ? []
        : [
            `${removed === 1 ? 'A page' : `${removed} pages`} of an earlier report ${removed === 1 ? 'was' : 'were'} removed there.`,
          ]),
      ...(naming === 0
        ? []
        : [
            `These pages are internal. On ${naming === 1 ? 'one of them' : `${naming} of them`} a text names another client, so send none of them on.`,
          ]),
    ],
  };
}

function namesOthers(context: Context, report: ClientReport, known: KnownNames): boolean {
  const client = clientWithUid(context.db, report.client.uid);
  return client !== null && findMentions(client, report, known).mentions.some(({ named }) => named.isSure);
}

function makeFolderFor(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw refuse(
      'report-not-written',
      `The folder ${folder} cannot be made: ${sayWhyFailed(error)}.`,
      'Name another folder. Nothing was written.',
    );
  }
}

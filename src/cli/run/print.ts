import { type Io, OutputFailure } from '../../system/io.ts';
import { printable, printableJson, printableLines } from '../../views/printable.ts';
import { fitLines } from '../../views/terminal/width.ts';
import { remark } from './report-error.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';
import { hasColour } from './session/terminal.ts';

/** Prints a screen in the requested form, and returns its exit code. Throws an OutputFailure. */
export async function print(screen: Screen, session: Session): Promise<number> {
  const { globals, io, failures } = session;
  const { exitCode = 0, hints = [] } = screen;
  const isForPeople = !globals.json && !(globals.plain && screen.plain);
  const isSilent = globals.quiet && screen.isEcho && !globals.json;
  if (screen.raw) {
    await write(pieces(screen.raw()), screen, io);
  } else if (!isSilent) {
    const mark = isForPeople ? session.mark : [];
    const text = await textOf(screen, session);
    const lines = `${[...mark, text].join('\n')}\n`;
    // JSON may not lose a sign: it has escapes already.
    const safe = globals.json ? lines : printableLines(lines, hasColour(globals, io));
    if (text !== '') await write([safe], screen, io);
  }
  const remarks = globals.quiet || globals.json ? [] : hints;
  for (const each of [...remarks, ...failures]) await remark(each, io.stderr);
  return exitCode;
}

/** Text in pieces as it may reach a terminal. */
function* pieces(raw: Iterable<string>): Generator<string> {
  for (const piece of raw) yield printableLines(piece, false);
}

/** Writes a screen out, and lets it know. Throws an OutputFailure. */
async function write(text: Iterable<string>, { delivered }: Screen, { stdout }: Io): Promise<void> {
  try {
    for (const piece of text) await stdout.write(piece);
  } catch (error) {
    if (error instanceof OutputFailure) await delivered?.(error);
    throw error;
  }
  await delivered?.(null);
}

/** The screen in the requested form; as for people if it has no form of fields. */
async function textOf({ json, plain, text }: Screen, session: Session): Promise<string> {
  const { globals } = session;
  if (globals.json) return printableJson(json() ?? null, 2);
  if (!globals.plain || !plain) return fitLines(await text(), session.textLayout().width);
  return plain()
    .map((row) => row.map(printable).join('\t'))
    .join('\n');
}

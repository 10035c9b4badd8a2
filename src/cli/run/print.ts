import { printable, printableJson } from '../../views/printable.ts';
import { fitted } from './report-error.ts';
import type { Screen } from './screen.ts';
import type { Session } from './session/session.ts';

/** Prints a screen in the requested form, and returns its exit code. Throws an OutputFailure. */
export async function print(screen: Screen, { globals, io, mark, failures }: Session): Promise<number> {
  const { exitCode = 0, hints = [] } = screen;
  if (screen.raw) {
    for (const piece of screen.raw()) await io.stdout.write(piece);
    return exitCode;
  }
  const isForPeople = !globals.json && !(globals.plain && screen.plain);
  const text = globals.json
    ? printableJson(screen.json() ?? null, 2)
    : globals.plain && screen.plain
      ? screen
          .plain()
          .map((row) => row.map(printable).join('\t'))
          .join('\n')
      : await screen.text();
  const isSilent = globals.quiet && screen.isEcho && !globals.json;
  if (text !== '' && !isSilent) {
    await io.stdout.write(`${[...(isForPeople ? mark : []), text].join('\n')}\n`);
  }
  const remarks = globals.quiet || globals.json ? [] : hints;
  for (const remark of [...remarks, ...failures]) {
    await io.stderr.write(fitted(remark, io.stderr).join('')).catch(() => {});
  }
  return exitCode;
}

import { spawn } from 'node:child_process';
import { statSync } from 'node:fs';
import { sayWhyFailed } from '../domain/base/why-file-failed.ts';
import type { Environment } from './io.ts';

/** What is shown on the desktop. */
export interface Notification {
  readonly title: string;
  readonly text: string;
}

/** A notifier without a desktop can wait for it for ever. */
const LIMIT_MS = 5_000;

/**
 * Shows a notification: with `program`, a shell command that gets the title and the text as arguments and the text on
 * standard input too, or with what the desktop has. Returns why that failed; null if it was shown.
 */
export async function notify(
  { title, text }: Notification,
  program: string,
  env: Environment,
  platform: NodeJS.Platform = process.platform,
): Promise<string | null> {
  const surroundings = withBus(env);
  if (program !== '') {
    return run(program, ['/bin/sh', '-c', `${program} "$1" "$2"`, 'sh', title, text], text, surroundings);
  }
  if (platform === 'darwin') {
    const script = [
      'on run argv',
      'display notification (item 2 of argv) with title (item 1 of argv)',
      'end run',
    ];
    return run(
      'osascript',
      ['osascript', ...script.flatMap((line) => ['-e', line]), title, text],
      '',
      surroundings,
    );
  }
  // The text may hold markup, so its own signs for that are escaped.
  const plain = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return run('notify-send', ['notify-send', '--app-name=followup', '--', title, plain], '', surroundings);
}

/** The environment with the address of the session bus, which cron does not know. One that is not there would only break it. */
function withBus(env: Environment): Environment {
  if (env.DBUS_SESSION_BUS_ADDRESS) return env;
  const socket = `/run/user/${process.getuid?.()}/bus`;
  const isThere = statSync(socket, { throwIfNoEntry: false })?.isSocket() ?? false;
  return isThere ? { ...env, DBUS_SESSION_BUS_ADDRESS: `unix:path=${socket}` } : env;
}

function run(
  name: string,
  command: readonly string[],
  input: string,
  env: Environment,
): Promise<string | null> {
  const [file = '', ...args] = command;
  return new Promise((resolve) => {
    // In a group of its own, so that whatever it starts can be ended with it.
    const child = spawn(file, args, { env, detached: true, stdio: ['pipe', 'ignore', 'pipe'] });
    const end = (why: string | null) => {
      clearTimeout(limit);
      child.stderr.destroy();
      resolve(why);
    };
    const limit = setTimeout(() => {
      kill(child.pid);
      end(`${name} did not answer within ${LIMIT_MS / 1000} seconds`);
    }, LIMIT_MS);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      said = (said + piece).slice(0, MOST_SAID);
    });
    // It need not read what it is given.
    child.stdin.on('error', () => {}).end(input);
    child.on('error', (error: NodeJS.ErrnoException) => {
      end(error.code === 'ENOENT' ? `there is no ${name}` : `${name}: ${sayWhyFailed(error)}`);
    });
    child.on('exit', (code, signal) => {
      const tell = () => {
        const [why = ''] = said.trim().split('\n');
        end(code === 0 ? null : `${name} ended with ${code ?? signal}${why && `: ${why}`}`);
      };
      // What it left running may hold its output open.
      child.on('close', tell);
      setTimeout(tell, MOST_AFTER_EXIT_MS).unref();
    });
  });
}

/** How long its last words may take to arrive. */
const MOST_AFTER_EXIT_MS = 200;

/** How much of what a notifier complains about is kept. */
const MOST_SAID = 300;

function kill(pid: number | undefined): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has just ended by itself.
  }
}

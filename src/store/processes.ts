import { hostname } from 'node:os';

/** A name of this machine, because others may use the same folder or file. */
export function machine(): string {
  return hostname().replace(/[^A-Za-z0-9.]/g, '_') || 'here';
}

/** Whether a process of this machine is still there. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

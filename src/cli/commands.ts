import { accept } from './accept.ts';
import { add } from './add.ts';
import { agree } from './agree.ts';
import { awaitCommand } from './await.ts';
import { away } from './away.ts';
import { backup } from './backup.ts';
import { calendar } from './calendar.ts';
import { client } from './client.ts';
import type { Command } from './command.ts';
import { completion } from './completion.ts';
import { config } from './config.ts';
import { confirm } from './confirm.ts';
import { counter } from './counter.ts';
import { demo } from './demo.ts';
import { doctor } from './doctor.ts';
import { done } from './done.ts';
import { drop } from './drop.ts';
import { edit } from './edit.ts';
import { exportCommand } from './export.ts';
import { forecast } from './forecast.ts';
import { heard } from './heard.ts';
import { history } from './history.ts';
import { importCommand } from './import.ts';
import { jot } from './jot.ts';
import { list } from './list.ts';
import { log } from './log.ts';
import { move } from './move.ts';
import { note } from './note.ts';
import { offer } from './offer.ts';
import { overdue } from './overdue.ts';
import { promise } from './promise.ts';
import { redo } from './redo.ts';
import { reopen } from './reopen.ts';
import { restore } from './restore.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { show } from './show.ts';
import { snooze } from './snooze.ts';
import { spend } from './spend.ts';
import { spread } from './spread.ts';
import { today } from './today.ts';
import { told } from './told.ts';
import { undo } from './undo.ts';
import { update } from './update.ts';
import { when } from './when.ts';

/**
 * Every command, in the groups and the order of the help. A new command is its file and its name here. Declarations are
 * small; what is large (the date language, prompts, the write path) is loaded by those that need it, when they run.
 */
export const COMMANDS: Readonly<Record<string, readonly Command[]>> = {
  Capture: [add, promise, awaitCommand, told, heard, log, jot],
  Negotiate: [offer, agree, counter, move, confirm],
  Work: [update, spend, done, accept, drop, snooze, reopen, note, edit],
  Look: [today, overdue, list, show, client, search, when, history],
  Review: [review],
  Plan: [forecast, calendar, away, spread],
  House: [undo, redo, exportCommand, importCommand, backup, restore, doctor, config, completion, demo],
};

/** Every command, in the order of the help. */
export function allCommands(): readonly Command[] {
  return Object.values(COMMANDS).flat();
}

/** The command of a name. */
export function findCommand(name: string): Command | undefined {
  return allCommands().find((command) => command.name === name);
}

/** The names of all commands. */
export function commandNames(): string[] {
  return allCommands().map(({ name }) => name);
}

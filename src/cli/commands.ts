import type { Command } from './command.ts';

type Load = () => Promise<Command>;

/**
 * Every command by its name, in the groups and the order of the help. A new command is its file and its line here. A file is
 * loaded when its command is given, or its help: most of the program is not needed by most commands.
 */
const COMMANDS = {
  Capture: {
    add: async () => (await import('./add.ts')).add,
    promise: async () => (await import('./promise.ts')).promise,
    await: async () => (await import('./await.ts')).awaitCommand,
    told: async () => (await import('./told.ts')).told,
    heard: async () => (await import('./heard.ts')).heard,
    log: async () => (await import('./log.ts')).log,
    jot: async () => (await import('./jot.ts')).jot,
  },
  Negotiate: {
    offer: async () => (await import('./offer.ts')).offer,
    agree: async () => (await import('./agree.ts')).agree,
    counter: async () => (await import('./counter.ts')).counter,
    move: async () => (await import('./move.ts')).move,
    confirm: async () => (await import('./confirm.ts')).confirm,
  },
  Work: {
    update: async () => (await import('./update.ts')).update,
    spend: async () => (await import('./spend.ts')).spend,
    done: async () => (await import('./done.ts')).done,
    accept: async () => (await import('./accept.ts')).accept,
    drop: async () => (await import('./drop.ts')).drop,
    snooze: async () => (await import('./snooze.ts')).snooze,
    reopen: async () => (await import('./reopen.ts')).reopen,
    note: async () => (await import('./note.ts')).note,
    edit: async () => (await import('./edit.ts')).edit,
  },
  Look: {
    today: async () => (await import('./today.ts')).today,
    overdue: async () => (await import('./overdue.ts')).overdue,
    list: async () => (await import('./list.ts')).list,
    show: async () => (await import('./show.ts')).show,
    client: async () => (await import('./client.ts')).client,
    search: async () => (await import('./search.ts')).search,
    when: async () => (await import('./when.ts')).when,
    history: async () => (await import('./history.ts')).history,
  },
  Review: {
    review: async () => (await import('./review.ts')).review,
  },
  Plan: {
    forecast: async () => (await import('./forecast.ts')).forecast,
    calendar: async () => (await import('./calendar.ts')).calendar,
    away: async () => (await import('./away.ts')).away,
    spread: async () => (await import('./spread.ts')).spread,
  },
  House: {
    undo: async () => (await import('./undo.ts')).undo,
    redo: async () => (await import('./redo.ts')).redo,
    export: async () => (await import('./export.ts')).exportCommand,
    import: async () => (await import('./import.ts')).importCommand,
    backup: async () => (await import('./backup.ts')).backup,
    restore: async () => (await import('./restore.ts')).restore,
    doctor: async () => (await import('./doctor.ts')).doctor,
    config: async () => (await import('./config.ts')).config,
    completion: async () => (await import('./completion.ts')).completion,
    demo: async () => (await import('./demo.ts')).demo,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Load>>>>;

const LOADS: ReadonlyMap<string, Load> = new Map(
  Object.values(COMMANDS).flatMap((group) => Object.entries(group)),
);

/** The names of all commands, in the order of the help. */
export const COMMAND_NAMES: readonly string[] = [...LOADS.keys()];

/** The command of a name; undefined when there is none. */
export async function findCommand(name: string): Promise<Command | undefined> {
  return LOADS.get(name)?.();
}

/** Every command, by the groups of the help. */
export async function allCommands(): Promise<ReadonlyMap<string, readonly Command[]>> {
  const groups = Object.entries(COMMANDS).map(async ([name, loads]) => {
    const commands = await Promise.all(Object.values<Load>(loads).map((load) => load()));
    return [name, commands] as const;
  });
  return new Map(await Promise.all(groups));
}

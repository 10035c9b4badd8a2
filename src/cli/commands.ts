import type { Command } from './command.ts';

type Load = () => Promise<Command>;

/**
 * Every command by name, in the groups and the order of the help. Each is loaded only when it is run, or when the help
 * lists them all. A new command is its file and a line here.
 */
export const COMMANDS: Readonly<Record<string, Readonly<Record<string, Load>>>> = {
  Capture: {
    add: async () => (await import('./add.ts')).add,
    promise: async () => (await import('./promise.ts')).promise,
    await: async () => (await import('./await.ts')).awaitCommand,
    told: async () => (await import('./told.ts')).told,
    heard: async () => (await import('./heard.ts')).heard,
    log: async () => (await import('./log.ts')).log,
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
    when: async () => (await import('./when.ts')).when,
    history: async () => (await import('./history.ts')).history,
  },
  House: {
    undo: async () => (await import('./undo.ts')).undo,
    redo: async () => (await import('./redo.ts')).redo,
    export: async () => (await import('./export.ts')).exportCommand,
    import: async () => (await import('./import.ts')).importCommand,
    doctor: async () => (await import('./doctor.ts')).doctor,
    config: async () => (await import('./config.ts')).config,
  },
};

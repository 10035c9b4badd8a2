import type { Command, CommandTable } from './run/command.ts';

type Load = () => Promise<Command>;

/**
 * Every command by name, in the groups and the order of the help. A new command needs its file and its line
 * here.
 */
const LOADS = {
  Capture: {
    add: async () => (await import('./commands/add.ts')).add,
    promise: async () => (await import('./commands/promise.ts')).promise,
    await: async () => (await import('./commands/await.ts')).awaitCommand,
    told: async () => (await import('./commands/told.ts')).told,
    heard: async () => (await import('./commands/heard.ts')).heard,
    log: async () => (await import('./commands/log.ts')).log,
    complain: async () => (await import('./commands/complain.ts')).complain,
    jot: async () => (await import('./commands/jot.ts')).jot,
    mail: async () => (await import('./commands/mail.ts')).mail,
  },
  Negotiate: {
    offer: async () => (await import('./commands/offer.ts')).offer,
    agree: async () => (await import('./commands/agree.ts')).agree,
    counter: async () => (await import('./commands/counter.ts')).counter,
    price: async () => (await import('./commands/price.ts')).price,
    approve: async () => (await import('./commands/approve.ts')).approve,
    move: async () => (await import('./commands/move.ts')).move,
    confirm: async () => (await import('./commands/confirm.ts')).confirm,
  },
  Work: {
    update: async () => (await import('./commands/update.ts')).update,
    resolve: async () => (await import('./commands/resolve.ts')).resolve,
    answer: async () => (await import('./commands/answer.ts')).answer,
    spend: async () => (await import('./commands/spend.ts')).spend,
    done: async () => (await import('./commands/done.ts')).done,
    accept: async () => (await import('./commands/accept.ts')).accept,
    drop: async () => (await import('./commands/drop.ts')).drop,
    snooze: async () => (await import('./commands/snooze.ts')).snooze,
    reopen: async () => (await import('./commands/reopen.ts')).reopen,
    note: async () => (await import('./commands/note.ts')).note,
    edit: async () => (await import('./commands/edit.ts')).edit,
    standing: async () => (await import('./commands/standing.ts')).standing,
    project: async () => (await import('./commands/project.ts')).project,
  },
  'In writing': {
    draft: async () => (await import('./commands/draft.ts')).draft,
  },
  Look: {
    today: async () => (await import('./commands/today.ts')).today,
    overdue: async () => (await import('./commands/overdue.ts')).overdue,
    list: async () => (await import('./commands/list.ts')).list,
    show: async () => (await import('./commands/show.ts')).show,
    client: async () => (await import('./commands/client.ts')).client,
    search: async () => (await import('./commands/search.ts')).search,
    when: async () => (await import('./commands/when.ts')).when,
    history: async () => (await import('./commands/history.ts')).history,
  },
  Review: {
    review: async () => (await import('./commands/review.ts')).review,
    stats: async () => (await import('./commands/stats.ts')).stats,
    report: async () => (await import('./commands/report.ts')).report,
  },
  Plan: {
    forecast: async () => (await import('./commands/forecast.ts')).forecast,
    calendar: async () => (await import('./commands/calendar.ts')).calendar,
    away: async () => (await import('./commands/away.ts')).away,
    spread: async () => (await import('./commands/spread.ts')).spread,
  },
  House: {
    undo: async () => (await import('./commands/undo.ts')).undo,
    redo: async () => (await import('./commands/redo.ts')).redo,
    remind: async () => (await import('./commands/remind.ts')).remind,
    cron: async () => (await import('./commands/cron.ts')).cron,
    export: async () => (await import('./commands/export.ts')).exportCommand,
    import: async () => (await import('./commands/import.ts')).importCommand,
    backup: async () => (await import('./commands/backup.ts')).backup,
    restore: async () => (await import('./commands/restore.ts')).restore,
    doctor: async () => (await import('./commands/doctor.ts')).doctor,
    config: async () => (await import('./commands/config.ts')).config,
    completion: async () => (await import('./commands/completion.ts')).completion,
    demo: async () => (await import('./commands/demo.ts')).demo,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Load>>>>;

const BY_NAME: ReadonlyMap<string, Load> = new Map(
  Object.values(LOADS).flatMap((group) => Object.entries(group)),
);

export const COMMANDS: CommandTable = {
  names: [...BY_NAME.keys()],
  find: async (name) => BY_NAME.get(name)?.(),
  groups: async () => {
    const groups = Object.entries(LOADS).map(async ([name, loads]) => {
      const commands = await Promise.all(Object.values<Load>(loads).map((load) => load()));
      return [name, commands] as const;
    });
    return new Map(await Promise.all(groups));
  },
};

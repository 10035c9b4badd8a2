import { readGroups, readStatistics } from '../../app/statistics.ts';
import { GROUPINGS } from '../../domain/statistics/groups.ts';
import { groupJson, statisticsJson } from '../../views/json/statistics.ts';
import { plainGroup, plainStatistics } from '../../views/plain/statistics.ts';
import { showGroups } from '../../views/terminal/figure-groups.ts';
import { showStatistics } from '../../views/terminal/statistics.ts';
import { NOTHING_COUNTED } from '../../views/words/statistics.ts';
import { choice, date, flag } from '../run/arguments/option.ts';
import { CLIENT_FILTER } from '../run/arguments/shared-options.ts';
import { command } from '../run/declare-command.ts';
import { findFilter } from '../run/prompts/mention-client.ts';
import { progressIn } from '../run/session/progress.ts';

export const stats = command({
  name: 'stats',
  summary: 'how reliable you are: dates, replies, updates, offers, and where time goes',
  details:
    'A date that had passed when it was moved is a miss; one that was kept after that is kept as well. It is late until what it was for came, whatever was settled in between. What was dropped, and what they do not know of, does not count. Behind a share stand the bounds between which it truly lies 19 times out of 20 (Wilson); with fewer than five it is too few to tell. A median is what half of them do not exceed, a 90th percentile what nine out of ten do not; what is not over yet counts as lasting at least until now (Kaplan and Meier). In brackets is how many there are. Days are working days, hours working hours. Updates are owed about agreed requests and promises, and measured by the settings of today; silence counts while anything is open.',
  arguments: {},
  options: {
    client: CLIENT_FILTER,
    since: date('--since', 'what came due, ended or was spent since then: march, "3 months", 2026', 'when'),
    by: choice('--by', GROUPINGS, 'a line for each month, client or kind', {
      placeholder: 'month|client|kind',
      noun: 'grouping',
    }),
    all: flag('-a, --all', 'everything: reliability by chance, hours, days lost, what keeps coming back'),
  },
  examples: [
    ['stats', 'how many dates you keep, how soon you answer, how sure you are'],
    ['stats --client acme --since january', 'what you can show Acme'],
    ['stats --by month', 'whether it is getting better'],
  ],
  run: async ({ session, options: { client: name, since: from, by, all } }) => {
    const context = session.open('read');
    const client = findFilter(session, name);
    const since = (await from?.readSince(session.datesFor(client?.uid ?? null))) ?? null;
    const view = session.viewContext();
    const progress = progressIn(session.io, 'Reading the record');
    if (by !== undefined) {
      const groups = readGroups(context, { client, since }, by, progress);
      return {
        json: () => groups.map((group) => groupJson(group, by, view)),
        plain: () => groups.map((group) => plainGroup(group, by, view)),
        text: () => (groups.length === 0 ? NOTHING_COUNTED : showGroups(groups, by, view)),
      };
    }
    const statistics = readStatistics(context, { client, since }, progress);
    const isEmpty = statistics.beganAt === null && statistics.spent.length === 0;
    return {
      json: () => statisticsJson(statistics, view),
      plain: () => plainStatistics(statistics, view),
      text: () => (isEmpty && !all ? NOTHING_COUNTED : showStatistics(statistics, { all }, view)),
    };
  },
});

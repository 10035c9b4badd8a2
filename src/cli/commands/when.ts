import { Refusal } from '../../domain/base/refusal.ts';
import { refuseLength } from '../../domain/base/text.ts';
import { atLocalTime, dayOf } from '../../domain/time/calendar.ts';
import { CADENCE_FORMS, parseCadence } from '../../input/cadences.ts';
import { DATE_FORMS, type DateContext, parseAnyDate } from '../../input/dates.ts';
import { DURATION_FORMS, durationSeconds, parseDuration } from '../../input/durations.ts';
import { EFFORT_FORMS, parseEffort } from '../../input/effort.ts';
import { offersRepair } from '../../input/nearby.ts';
import type { Forms } from '../../input/reader.ts';
import { phraseJson, phraseJsonLine } from '../../views/json/phrase.ts';
import { plainPhrase } from '../../views/plain/phrase.ts';
import { printable } from '../../views/printable.ts';
import { sayPhrase, type Understood } from '../../views/words/phrase.ts';
import { words } from '../run/arguments/argument.ts';
import { choice } from '../run/arguments/option.ts';
import { command } from '../run/declare-command.ts';

const KINDS = ['date', 'duration', 'cadence', 'effort'] as const;
type Kind = (typeof KINDS)[number];

const FORMS: readonly Forms[] = [DATE_FORMS, DURATION_FORMS, CADENCE_FORMS, EFFORT_FORMS];

export const when = command({
  name: 'when',
  summary: 'how a phrase is understood',
  takesFileAsItIs: true,
  details:
    'With - it reads one phrase a line; a line may be REFERENCE<TAB>PHRASE, to read the phrase as if it were then.',
  arguments: {
    phrase: words(
      '<phrase...>',
      'a date, a duration, a cadence or an effort; - reads one a line',
      null,
      'phrase',
    ),
  },
  options: {
    as: choice('--as', KINDS, 'read it as a date, a duration, a cadence or an effort only', {
      placeholder: 'kind',
      noun: 'kind',
    }),
  },
  examples: [
    ['when "next friday 5pm"', 'the moment, in full'],
    ['when friday 5pm London', 'a time elsewhere, by both clocks'],
    ['when every 3 working days', 'and as a calendar rule'],
  ],
  forms: FORMS.map(({ of, readers }) => [
    `What can be typed for ${of}`,
    readers.map(({ name, forms }) => [name, forms]),
  ]),
  run: async ({ session, args: { phrase }, options: { as: kind } }) => {
    const { dates } = session;
    if (phrase === '-') {
      const lines = (await session.io.stdin.read()).split(/\r?\n/);
      if (lines.at(-1) === '') lines.pop();
      const all: Understood[] = [];
      for (const line of lines) all.push(await understandLine(line, kind, dates));
      return {
        json: () => all,
        raw: () =>
          all.map((reading) =>
            session.globals.json
              ? `${phraseJsonLine(reading, dates.calendar)}\n`
              : `${plainPhrase(reading, dates.calendar).map(printable).join('\t')}\n`,
          ),
        text: () => '',
      };
    }
    const understood = await understand(phrase, kind, dates);
    const { value } = understood;
    if (value instanceof Refusal) {
      if (!session.globals.json) throw value;
      return { json: () => phraseJson(understood, dates.calendar), text: () => '', exitCode: 1 };
    }
    return {
      json: () => phraseJson(understood, dates.calendar),
      plain: () => [plainPhrase(understood, dates.calendar)],
      text: () => sayPhrase(value, dates.now, dates.calendar),
    };
  },
});

async function understandLine(line: string, kind: Kind | undefined, dates: DateContext): Promise<Understood> {
  const no = refuseLength(line, 'phrase');
  if (no) return { phrase: line, value: no };
  const [reference, ...rest] = line.split('\t');
  if (rest.length === 0) return understand(line, kind, dates);
  const now = readReference(reference ?? '', dates);
  const phrase = rest.join('\t');
  return now instanceof Refusal ? { phrase, value: now } : understand(phrase, kind, { ...dates, now });
}

async function understand(phrase: string, kind: Kind | undefined, dates: DateContext): Promise<Understood> {
  switch (kind) {
    case 'date':
      return { phrase, value: await parseAnyDate(phrase, dates) };
    case 'duration':
      return understandDuration(phrase);
    case 'cadence':
      return { phrase, value: parseCadence(phrase, dates) };
    case 'effort':
      return { phrase, value: parseEffort(phrase, dates.calendar) };
    case undefined: {
      const date = await understand(phrase, 'date', dates);
      if (!(date.value instanceof Refusal) || date.value.code === 'date-vague') return date;
      const cadence = await understand(phrase, 'cadence', dates);
      if (!(cadence.value instanceof Refusal)) return cadence;
      const duration = await understand(phrase, 'duration', dates);
      if (!(duration.value instanceof Refusal)) return duration;
      // An amount of work is also a duration, so only a range tells that work is meant.
      const effort = await understand(phrase, 'effort', dates);
      if (!(effort.value instanceof Refusal)) return effort;
      const isTelling = ({ value }: Understood) =>
        value instanceof Refusal && (offersRepair(value) || value.code === 'cadence-ambiguous');
      return [date, cadence, duration].find(isTelling) ?? date;
    }
  }
}

function understandDuration(phrase: string): Understood {
  const value = parseDuration(phrase);
  return value instanceof Refusal ? { phrase, value } : { phrase, value, seconds: durationSeconds(value) };
}

function readReference(text: string, { calendar }: DateContext): string | Refusal {
  const parts = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(text.trim());
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] =
    parts?.slice(1).map((part) => Number(part ?? 0)) ?? [];
  return parts
    ? atLocalTime(calendar, dayOf(year, month, day), ((hour * 60 + minute) * 60 + second) * 1000)
    : new Refusal('bad-reference', `"${text}" is not a time.`, 'Write it as 2026-03-05T09:00.', 'usage');
}

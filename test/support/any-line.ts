import fc from 'fast-check';
import { quoteForShell } from '../../src/domain/base/quote-for-shell.ts';

/** A random command line, how long after the one before it it is given, and what it reads from standard input. */
export interface AnyLine {
  readonly line: string;
  readonly hoursLater: number;
  readonly stdin?: string;
}

const NAMES = [
  'Joe',
  'Acme Corp',
  `O'Brien & Sons`,
  'Müller & Söhne',
  `Zoë "Z" Åkerström`,
  'さくら 商店',
  '$mart; Co.',
  '-Fox-',
];
const client = fc.constantFrom(...NAMES).map(quoteForShell);
/** The number of a commitment, most of which exist. */
const id = fc.integer({ min: 1, max: 7 }).map(String);
const date = fc
  .constantFrom(
    'in 2 hours',
    'today 8pm',
    'tomorrow',
    'tomorrow 10am',
    'in 2 working days',
    'friday',
    'in 8 days',
    'in 4 weeks',
  )
  .map(quoteForShell);
const effort = fc
  .constantFrom('30m', '3h', '2d', '2-3d', '3 weeks')
  .map((words) => ` -e ${quoteForShell(words)}`);
const price = fc.constantFrom('3h', 'EUR 300', 'JPY 30000').map(quoteForShell);
const words = fc.constantFrom('hello', `it's "done" & $5`, 'on track').map(quoteForShell);
const channel = fc.constantFrom(' --via email', ' --via phone');
const cadence = fc.constantFrom('2/day', 'daily', 'weekly').map((often) => ` --every ${often}`);

/** Some words, or none. */
const maybe = (some: fc.Arbitrary<string>) => fc.oneof(fc.constant(''), some);

/** The pieces of a line, one after the other. */
function line(
  ...pieces: readonly (string | fc.Arbitrary<string>)[]
): fc.Arbitrary<Omit<AnyLine, 'hoursLater'>> {
  const parts = pieces.map((piece) => (typeof piece === 'string' ? fc.constant(piece) : piece));
  return fc.tuple(...parts).map((said) => ({ line: said.join('') }));
}

const START = [
  line('add ', words, ' --new-client --for ', client, maybe(effort), maybe(date.map((by) => ` --by ${by}`))),
  line(
    'add ',
    words,
    ' --new-client --for ',
    client,
    maybe(effort),
    ' --agreed ',
    date,
    maybe(fc.constant(' -w')),
  ),
  line('add ', words, maybe(effort)),
  line('add ', words, ' --new-client --for ', client, ' --out-of-scope', maybe(effort)),
  line('add ', words, ' --extra-to ', id, maybe(effort)),
  line('promise ', words, ' --new-client --to ', client, ' --by ', date, maybe(effort)),
  line('promise ', words, ' --to me --by ', date, maybe(effort)),
  line(
    'await ',
    words,
    ' --new-client --from ',
    client,
    ' --by ',
    date,
    maybe(id.map((it) => ` --blocks ${it}`)),
  ),
  line('await ', words, ' --new-client --from ', client, ' --for ', client, ' --by ', date),
  line('heard ', client, ' ', words, ' --new-client --needs-reply', maybe(date.map((by) => ` --by ${by}`))),
  line('told ', client, ' ', words, ' --new-client', maybe(fc.constant(' --needs-reply'))),
  client.map((name) => ({ line: `jot ${name} - --new-client`, stdin: 'decided we go with plan B\n' })),
];

const GO_ON = [
  line('offer ', id, ' ', maybe(date), maybe(channel)),
  line('agree ', id, ' ', maybe(date), maybe(channel)),
  line('counter ', id, ' ', maybe(date), ' -r none'),
  line('move ', id, ' ', date, ' -r ill', maybe(channel)),
  line('price ', id, ' ', price, maybe(date.map((by) => ` --by ${by}`))),
  line('price ', id, ' free -r small'),
  line('approve ', id, ' Dana', maybe(channel)),
  line('counter ', id, ' -r "too dear"'),
  line('edit ', id, ' --scope ', fc.constantFrom('in', 'out')),
  line('edit ', id, ' --extra-to ', id),
  line('confirm ', id),
  line('update ', id, ' ', words, maybe(date.map((next) => ` --next ${next}`)), maybe(cadence)),
  line('answer ', id, ' ', words),
  line('heard -a ', id, ' ', words, maybe(fc.constant(' --needs-reply'))),
  line('told -a ', id, ' ', words),
  line('spend ', id, ' 2h'),
  line('done ', id),
  line('done ', id, ' --review-until ', date),
  line('accept ', id),
  line('accept ', id, ' --by-silence'),
  line('drop ', id, ' -r "no budget"'),
  line('snooze ', id, ' ', date),
  line('reopen ', id),
  line('edit ', id, ' --due ', date, ' -r mistyped'),
  line('edit ', id, ' --offered ', date, ' -r mistyped'),
  line('edit ', id, ' --client ', client),
  line('client ', client, ' --retire'),
  line('client ', client, ' --every weekly'),
  line('client ', client, ' --remember ', words, ' --on ', date, maybe(fc.constant(' --ahead "6 weeks"'))),
  line('client ', client, ' --remember ', words, ' --on "5 mar every year"'),
  line('client ', client, ' --set update.every=2/day dates.order=dmy'),
  line('client ', client, ' --rename ', client),
  line('client ', client, ' --merge ', client),
  line('review --answer 1=yes 3=unsure'),
  line('told ', client, ' ', words),
  line('away ', date),
  line('spread --apply'),
  line('undo'),
  line('redo'),
];

/** Command lines as a careless person gives them over some days. Some are refused. */
export const anyLines: fc.Arbitrary<AnyLine[]> = fc
  .tuple(
    fc.array(fc.oneof(...START), { minLength: 1, maxLength: 5 }),
    fc.array(fc.oneof(...START, ...GO_ON, ...GO_ON), { maxLength: 8 }),
    fc.infiniteStream(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 60 }))),
  )
  .map(([begun, then, hours]) =>
    [...begun, ...then].map((each) => ({ ...each, hoursLater: hours.next().value ?? 0 })),
  );

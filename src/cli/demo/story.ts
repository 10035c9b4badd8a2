/** A command line of the demo: how many working days ago, at what local time, and the words after `followup`. */
export type Deed = readonly [workingDaysAgo: number, time: string, ...words: string[]];

/** A day in working days from now, inside the words of a deed: `{+2}`, or with a time `{-1 16:00}`. */
export const DAY_AHEAD = /\{([+-]\d+)(?: (\d\d:\d\d))?\}/g;

/**
 * Finished work for followup to learn from: how long it was expected to take, and how long it took. Its date was offered by
 * followup, unless it is said how many working days after it was asked for the date was agreed.
 */
// biome-ignore format: a line for each piece of work
const FINISHED: readonly {
  readonly begun: number;
  readonly lasted: number;
  readonly client: string;
  readonly title: string;
  readonly estimate: string;
  readonly took: string;
  readonly agreedAfter?: number;
  readonly topic?: string;
  readonly wouldRemove?: string;
}[] = [
  { begun: 62, lasted: 2, client: 'Acme Corp', title: 'Landing page copy', estimate: '6h', took: '7h' },
  { begun: 59, lasted: 1, client: 'Globex', title: 'Monthly sales figures', estimate: '4h', took: '4h', topic: 'sales figures' },
  { begun: 56, lasted: 4, client: 'Initech', title: 'Printer inventory', estimate: '8h', took: '11h', agreedAfter: 4 },
  { begun: 53, lasted: 5, client: 'Northwind Traders', title: 'Order form', estimate: '10h', took: '9h' },
  { begun: 49, lasted: 2, client: 'Hooli', title: 'Workshop outline', estimate: '5h', took: '5h' },
  { begun: 46, lasted: 6, client: 'Acme Corp', title: 'Newsletter template', estimate: '8h', took: '12h' },
  { begun: 42, lasted: 4, client: 'Stark Joinery', title: 'Website move', estimate: '6h', took: '6h', agreedAfter: 4 },
  { begun: 39, lasted: 5, client: 'Globex', title: 'Sales figures by region', estimate: '12h', took: '15h', topic: 'sales figures', wouldRemove: 'a report that they can run themselves' },
  { begun: 35, lasted: 4, client: 'Café Lumière', title: 'Menu redesign', estimate: '7h', took: '7h' },
  { begun: 32, lasted: 4, client: 'Initech', title: 'Holiday planner', estimate: '4h', took: '6h', agreedAfter: 3 },
  { begun: 29, lasted: 5, client: 'Acme Corp', title: 'Product photos', estimate: '9h', took: '9h' },
  { begun: 26, lasted: 4, client: 'Northwind Traders', title: 'Supplier list', estimate: '3h', took: '4h', agreedAfter: 4 },
];

/** What clients wrote, and how soon it was answered. */
const ANSWERED: readonly (readonly [
  day: number,
  asked: string,
  client: string,
  question: string,
  answeredOn: number,
  answered: string,
])[] = [
  [55, '09:20', 'Globex', 'can we have the figures by region, too?', 55, '11:05'],
  [48, '14:10', 'Hooli', 'how many people may come to the workshop?', 47, '10:30'],
  [41, '10:00', 'Stark Joinery', 'will the website be away while it moves?', 41, '10:40'],
  [37, '16:20', 'Café Lumière', 'can the menu be folded twice?', 34, '09:30'],
  [28, '11:30', 'Acme Corp', 'whose rights are the photos?', 28, '15:00'],
];

/**
 * A fortnight of a consultant with eight clients and every kind of attention, and the months before it, in
 * order of time. Dates are relative to the present, so the story fits any day.
 */
// biome-ignore format: a line for each deed reads as the story that it is
export const STORY: readonly Deed[] = [
  ...FINISHED.flatMap(deedsOf),
  [60, '11:00', 'client', 'acme', '--person', 'Dana Reyes <dana@acme.example>, CFO, America/Chicago'],
  [60, '11:05', 'client', 'acme', '--remember', 'the board meets on Fridays: nothing may change after Thursday noon'],
  [58, '11:00', 'client', 'globex', '--person', 'Hank Scorpio <hank@globex.example>, operations'],
  [44, '09:40', 'client', 'stark', '--every', '6 weeks'],
  [24, '10:00', 'add', 'Label printer', '--for', '山田商店', '--estimate', '3h', '--agreed', '{-20}', '-w'],
  [20, '14:00', 'done', '.', '--took', '3h', '--via', 'email'],
  [20, '14:20', 'client', '山田商店', '--zone', 'Asia/Tokyo', '--remember', 'answers by letter only'],
  [19, '16:00', 'accept', '.'],
  [18, '10:00', 'add', 'Checkout redesign', '--for', 'Acme', '--estimate', '30h', '--agreed', '{+12}', '-w', '--project', 'Checkout'],
  [18, '10:10', 'project', 'Checkout', '--budget', '30h', '--because', 'as in the offer', '--by', 'Dana Reyes'],
  [16, '09:30', 'await', 'product texts for the checkout', '--from', 'acme', '--by', '{-9}', '--blocks', '.'],
  [15, '11:00', 'add', 'Payroll export', '--for', 'Initech', '--estimate', '8h', '--because', 'payday', '--by', '{-6}'],
  [15, '11:20', 'offer', '.', '{-4}', '--via', 'phone'],
  [14, '09:15', 'counter', '.', '{-5}', '--because', 'payday is on that day'],
  [14, '09:30', 'agree', '.', '{-5}', '--via', 'email'],
  [12, '16:00', 'spend', '.', '5h'],
  [11, '10:00', 'add', 'Archive of old orders', '--for', 'Northwind', '--estimate', '6h', '--agreed', '{+15}', '-w'],
  [11, '10:10', 'snooze', '.', '{+3}'],
  [10, '09:05', 'review', '--answer', '1=yes', '2=yes', '3=yes', '4=yes'],
  [9, '09:00', 'await', 'logins for the staging server', '--from', 'Globex', '--by', '{-2}'],
  [9, '09:10', 'review', '--answer', '1=yes:Acme loves the first screens', '2=yes', '3=unsure:payroll is tight', '4=yes'],
  [8, '14:00', 'add', 'Migration dry run', '--for', 'Globex', '--estimate', '22h', '--agreed', '{+3}', '-w'],
  [7, '09:05', 'review', '--answer', '1=yes', '2=unsure', '3=no:payroll will not make it', '4=yes'],
  [7, '11:00', 'told', 'Acme', 'first screens are on the test server, with comments', '--about', '14', '--via', 'email'],
  [6, '10:00', 'move', '16', '{-1}', '--because', 'their time sheets came two days late', '--via', 'email'],
  [6, '15:00', 'add', 'Stock report', '--for', 'Stark', '--estimate', '5h'],
  [5, '09:05', 'review', '--answer', '1=yes', '2=yes', '3=yes', '4=no:payroll took more than it was thought to'],
  [5, '10:30', 'offer', '.', '{+6}', '--via', 'email'],
  [4, '11:45', 'heard', 'Hooli', 'can you hold the workshop in the week after next?', '--needs-reply', '--via', 'email'],
  [4, '13:00', 'spend', '14', '9h'],
  [3, '10:10', 'add', 'Price comparison', '--for', 'Northwind', '--via', 'meeting'],
  [3, '15:00', 'promise', 'call back about the invoice', '--to', 'Café Lumière', '--by', '{-1 16:00}'],
  [3, '16:30', 'spend', '16', '4h'],
  [2, '09:05', 'review', '--answer', '1=unsure:Hooli waits for an answer', '2=yes', '3=no:payroll again', '4=unsure'],
  [2, '10:00', 'add', 'Gift cards', '--for', 'Café Lumière', '--estimate', '4h', '--agreed', '{-1}', '-w'],
  [2, '14:30', 'await', 'the signed contract', '--from', '山田商店', '--by', '{+1}'],
  [2, '15:00', 'add', 'Product texts in English', '--for', 'Acme', '--extra-to', '14', '--estimate', '6h'],
  [2, '15:10', 'price', '.', 'EUR 540', '--by', '{+8}', '--via', 'email'],
  [1, '10:00', 'update', '19', 'half of the tables are over', '--via', 'chat'],
  [1, '11:00', 'done', '24', '--took', '6h', '--via', 'email'],
  [1, '14:00', 'heard', 'Acme', 'the board wants slides about the checkout', '--via', 'phone'],
  [1, '14:05', 'add', 'Board slides', '--for', 'Acme', '--estimate', '3h', '--by', '{+4 12:00}', '--via', 'phone'],
  [1, '14:40', 'add', 'Seating plan', '--for', 'Hooli', '--out-of-scope', '--estimate', '1h'],
  [1, '15:00', 'promise', 'print the handouts', '--to', 'Hooli', '--by', '{+1}'],
  [1, '15:20', 'move', '25', '{+2}', '--because', 'their director is away', '--via', 'phone'],
  [1, '16:00', 'promise', 'send the minutes', '--to', 'Hooli', '--by', '{+0 17:00}'],
  [1, '16:10', 'complain', 'Initech', 'payroll could not be run, and nobody told us', '--about', '16', '--affected', '40 employees', '--next', '{+0 15:00}', '--via', 'phone'],
  [1, '16:20', 'resolve', '31', '--fact', 'the export left the bonus column out', '--cause', 'ours'],
  [1, '16:25', 'promise', 'numbers for the board', '--to', 'Globex', '--every', '5 working days', '--at', '{-19 10:00}'],
  [1, '16:26', 'done', '33', '--at', '{-15 16:00}'],
  [1, '16:30', 'add', 'Delivery notes', '--for', 'Northwind', '--estimate', '3h', '--agreed', '{-3}', '-w', '--asked', '{-8 10:00}'],
  [1, '16:31', 'done', '.', '--took', '3h', '--at', '{-4 11:00}', '--via', 'email'],
  [1, '16:35', 'add', 'Shelf labels', '--for', 'Stark', '--estimate', '2h', '--agreed', '{-2}', '-w', '--asked', '{-7 10:00}'],
  [1, '16:36', 'done', '.', '--took', '2h', '--review-until', '{+1}', '--via', 'email'],
  ...ANSWERED.flatMap(wordsOf),
  [1, '16:40', 'client', 'globex', '--remember', 'their contract ends', '--on', '{+20}', '--ahead', '60 days'],
];

function deedsOf(work: (typeof FINISHED)[number]): Deed[] {
  const { begun, lasted, client, title, estimate, took, agreedAfter, topic, wouldRemove } = work;
  const asked = ['add', title, '--for', client, '--estimate', estimate, ...(topic ? ['--topic', topic] : [])];
  const removal = wouldRemove ? ['--would-remove', wouldRemove] : [];
  const agreed: Deed[] =
    agreedAfter === undefined
      ? [
          [begun, '10:00', ...asked],
          [begun, '10:02', 'offer', '.'],
          [begun, '10:20', 'agree', '.', '--via', 'email'],
        ]
      : [[begun, '10:00', ...asked, '--agreed', `{-${begun - agreedAfter}}`, '-w']];
  return [
    ...agreed,
    [begun - lasted, '15:30', 'done', '.', '--took', took, '--via', 'email', ...removal],
    [begun - lasted, '17:10', 'accept', '.'],
  ];
}

function wordsOf([day, asked, client, question, answeredOn, answered]: (typeof ANSWERED)[number]): Deed[] {
  return [
    [day, asked, 'heard', client, question, '--needs-reply', '--via', 'email'],
    [answeredOn, answered, 'answer', '.', 'yes, as you like it', '--via', 'email'],
  ];
}

/** A command line of the demo: how many working days ago, at what local time, and the words after `followup`. */
export type Deed = readonly [workingDaysAgo: number, time: string, ...words: string[]];

/** A day in working days from now, inside the words of a deed: `{+2}`, or with a time `{-1 16:00}`. */
export const DAY_AHEAD = /\{([+-]\d+)(?: (\d\d:\d\d))?\}/g;

/** Finished work for followup to learn from: how long it was expected to take, and how long it took. */
const FINISHED: readonly (readonly [
  begun: number,
  lasted: number,
  client: string,
  title: string,
  estimate: string,
  took: string,
])[] = [
  [62, 4, 'Acme Corp', 'Landing page copy', '6h', '7h'],
  [59, 5, 'Globex', 'Monthly sales figures', '4h', '4h'],
  [56, 4, 'Initech', 'Printer inventory', '8h', '11h'],
  [53, 5, 'Northwind Traders', 'Order form', '10h', '9h'],
  [49, 4, 'Hooli', 'Workshop outline', '5h', '5h'],
  [46, 6, 'Acme Corp', 'Newsletter template', '8h', '12h'],
  [42, 4, 'Stark Joinery', 'Website move', '6h', '6h'],
  [39, 5, 'Globex', 'Customer survey', '12h', '15h'],
  [35, 4, 'Café Lumière', 'Menu redesign', '7h', '7h'],
  [32, 4, 'Initech', 'Holiday planner', '4h', '6h'],
  [29, 5, 'Acme Corp', 'Product photos', '9h', '9h'],
  [26, 4, 'Northwind Traders', 'Supplier list', '3h', '4h'],
];

/**
 * A fortnight of a consultant with eight clients and every kind of attention, and the months before it, in
 * order of time. Dates are relative to the present, so the story fits any day.
 */
// biome-ignore format: a line for each deed reads as the story that it is
export const STORY: readonly Deed[] = [
  ...FINISHED.flatMap(([begun, lasted, client, title, estimate, took]): Deed[] => [
    [
      begun,
      '10:00',
      'add',
      title,
      '--for',
      client,
      '--estimate',
      estimate,
      '--agreed',
      `{-${begun - lasted}}`,
      '-w',
    ],
    [begun - lasted, '15:30', 'done', '.', '--took', took, '--via', 'email'],
    [begun - lasted, '17:10', 'accept', '.'],
  ]),
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
];

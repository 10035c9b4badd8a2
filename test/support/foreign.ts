/**
 * The tasks of somebody who comes from Taskwarrior, as written by `task export`: one task a line. Now is
 * 2026-03-02T09:30 in Berlin.
 */
const TASKS: readonly object[] = [
  {
    id: 1,
    description: 'Call the auditors',
    due: '20260305T230000Z',
    entry: '20260220T091500Z',
    modified: '20260221T091500Z',
    project: 'Acme Corp.Audit.2026',
    status: 'pending',
    uuid: '00000000-0000-4000-8000-000000000001',
    annotations: [
      { entry: '20260221T100000Z', description: 'they want the figures of 2024 too' },
      { entry: '20260224T154500Z', description: 'https://example.com/audit' },
    ],
    urgency: 12.5,
  },
  {
    id: 2,
    description: 'Fix the login page',
    due: '20260306T160000Z',
    entry: '20260225T091500Z',
    estimate: 'PT3H',
    project: 'Globex',
    status: 'pending',
    tags: ['next', 'home'],
    uuid: '00000000-0000-4000-8000-000000000002',
  },
  {
    id: 3,
    description: 'Send the notes',
    due: '20260304T110000Z',
    entry: '20260226T091500Z',
    client: 'Joe',
    project: 'Workshop.May',
    status: 'pending',
    tags: ['promise'],
    uuid: '00000000-0000-4000-8000-000000000003',
  },
  {
    id: 4,
    description: 'Logins for the test server',
    due: '20260304T230000Z',
    entry: '20260226T091500Z',
    project: 'Globex',
    status: 'pending',
    tags: ['waiting_for'],
    uuid: '00000000-0000-4000-8000-000000000004',
  },
  {
    id: 5,
    description: 'Tidy the desk',
    entry: '20260226T091500Z',
    status: 'pending',
    uuid: '00000000-0000-4000-8000-000000000005',
  },
  {
    id: 6,
    description: 'Renew the certificate',
    entry: '20260226T091500Z',
    due: '20260330T220000Z',
    wait: '20260319T230000Z',
    project: 'Acme Corp',
    status: 'waiting',
    uuid: '00000000-0000-4000-8000-000000000006',
  },
  {
    id: 7,
    description: 'Read the contract',
    entry: '20260226T091500Z',
    wait: '20260227T230000Z',
    project: 'Globex',
    status: 'waiting',
    uuid: '00000000-0000-4000-8000-000000000007',
  },
  {
    id: 8,
    description: 'Weekly figures',
    entry: '20260226T091500Z',
    due: '20260305T230000Z',
    recur: 'weekly',
    mask: '-',
    project: 'Acme Corp',
    status: 'recurring',
    uuid: '00000000-0000-4000-8000-000000000008',
  },
  {
    id: 9,
    description: 'Weekly figures',
    entry: '20260226T091500Z',
    due: '20260305T230000Z',
    imask: 0,
    parent: '00000000-0000-4000-8000-000000000008',
    recur: 'weekly',
    project: 'Acme Corp',
    status: 'pending',
    uuid: '00000000-0000-4000-8000-000000000009',
  },
  {
    id: 10,
    description: 'Promised without a date',
    entry: '20260226T091500Z',
    project: 'Globex',
    status: 'pending',
    tags: ['promise'],
    uuid: '00000000-0000-4000-8000-00000000000a',
  },
  {
    id: 11,
    description: 'Due before it was entered',
    entry: '20260226T091500Z',
    due: '20260220T160000Z',
    project: 'Globex',
    status: 'pending',
    uuid: '00000000-0000-4000-8000-00000000000b',
  },
  {
    id: 0,
    description: 'Send the offer',
    entry: '20260216T091500Z',
    end: '20260218T150000Z',
    project: 'Globex',
    status: 'completed',
    uuid: '00000000-0000-4000-8000-00000000000c',
  },
  {
    id: 0,
    description: 'Promised and kept',
    entry: '20260216T091500Z',
    due: '20260219T160000Z',
    end: '20260218T150000Z',
    project: 'Acme Corp',
    status: 'completed',
    tags: ['promise'],
    uuid: '00000000-0000-4000-8000-00000000000d',
  },
  {
    id: 0,
    description: 'A bad idea',
    entry: '20260216T091500Z',
    end: '20260217T150000Z',
    project: 'Globex',
    status: 'deleted',
    uuid: '00000000-0000-4000-8000-00000000000e',
  },
  { id: 12, description: 'Entered on no day', entry: '20260231T091500Z', status: 'pending' },
];

/** The export of Taskwarrior. */
export const TASKWARRIOR = `[\n${TASKS.map((task) => JSON.stringify(task)).join(',\n')}\n]\n`;

export const TODO_TXT = `(A) 2026-02-20 Call the auditors @acme-corp +audit due:2026-03-06 est:2h
x 2026-02-25 2026-02-18 Send the offer @globex pri:A
Tidy the desk
2026-02-27 @waiting Logins for the server @dana due:2026-03-05

Send the notes kind:promise @joe due:2026-03-09
Send the plan kind:promise @joe
Review the contract @globex t:2026-03-10 due:2026-03-12
Was due in February due:2026-02-20
When it suits them due:soon
2026-03-01 Due before it was entered due:2026-02-20
Tidy the desk
Write to joe@example.com: 1+1 is 2
`;

export const CSV = `Subject;Customer;Due date;Effort;Type;Owner;Notes;Created;Status
Quarterly report;Acme Corp;6.3.2026;3h;Request;;"Two lines
of notes";23.2.2026;open
Send the notes;Joe;5.3.2026;;Promise;;;;
"The figures; all of them";Acme Corp;9/3/2026;;waiting for;Dana;;;
A bug;Globex;;;Bug;;;;in progress
;Globex;;;;;;;
When it suits them;Globex;someday;;;;;;
Nobody knows how long;Globex;;some;;;;;
Send the offer;Globex;;;;;;1.2.2026;done
A bad idea;Globex;;;;;;1.2.2026;Cancelled
`;

/** Old promises from somebody's spreadsheet. Now is 2026-03-05T09:30 in Berlin. */
export const PROMISES = `What,To whom,To,When,Priority,Kind,Created
Send the notes,,Joe,Feb 13,high,,
Price list,,Joe,3/27,,wish,
Report,Dana,Acme Corp,2/27,low,bug,2/20
Contract,,Joe,27/2/2026,,,
Slides,,Acme Corp,friday,,,
`;

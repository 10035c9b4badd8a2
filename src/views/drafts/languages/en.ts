import type { Language } from '../language.ts';

export const ENGLISH: Language = {
  code: 'en',
  locale: async () => (await import('date-fns/locale/en-GB')).enGB,
  day: 'EEEE, d MMMM',
  dayWithYear: 'EEEE, d MMMM yyyy',
  time: { '12h': 'h:mm aaa', '24h': 'HH:mm' },
  noon: 'noon',
  dayAndTime: (day, time) => `${day}, ${time}`,
  window: (from, to) => `${from} to ${to}`,
  timeIn: (time, place) => `${time} in ${place}`,
  channels: {
    email: 'by email',
    phone: 'by phone',
    meeting: 'in our meeting',
    chat: 'by chat',
    letter: 'by letter',
  },
  onDay: (day) => `on ${day}`,
  workingDays: (count) => (count === 1 ? '1 working day' : `${count} working days`),
  percent: (count) => `${count}%`,
  moreThan: (share) => `more than ${share}`,
  lessThan: (share) => `less than ${share}`,
  greeting: (name) => (name === null ? 'Hello,' : `Hello ${name},`),
  regards: 'Kind regards',
  templates: {
    confirm: `Subject: Confirmed: {{titles}}

{{greeting}}

This puts in writing what was agreed.

{{#items}}
{{#due}}
{{title}}: by {{due}}
{{/due}}
{{^due}}
{{title}}
{{/due}}
{{#decided}}
You decided on it {{how}}.
{{/decided}}
{{#agreed}}
As agreed {{how}}.
{{/agreed}}
{{#reasons}}
What depends on it: {{.}}
{{/reasons}}
{{#rightWhen}}
It is right when: {{rightWhen}}
{{/rightWhen}}
{{^rightWhen}}
{{^isAwaited}}
{{^decided}}
How will we both know that it is right? Please tell me what you will check.
{{/decided}}
{{/isAwaited}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#next}}
You will hear from me again by {{next}}.
{{/next}}
If you remember any of this differently, please tell me.

{{closing}}
`,
    offer: `Subject: {{titles}}: a date

{{greeting}}

{{#items}}
{{title}}
{{#asked}}
You asked for it {{how}}.
{{/asked}}
I can deliver it by {{newDate}}.
{{#isLate}}
It was due by {{due}}. That date has passed.
{{/isLate}}
{{^isLate}}
{{#due}}
Until you have answered, the date stands as it is: {{due}}.
{{/due}}
{{/isLate}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Does that suit you? If not, please tell me which date you need, and what depends on it.

{{closing}}
`,
    update: `Subject: {{titles}}: where it stands

{{greeting}}

{{#say}}
{{say}}
{{/say}}
{{^say}}
There is nothing new today, and nothing is forgotten.
{{/say}}

{{#items}}
{{title}}
{{#asked}}
You asked for it {{how}}.
{{/asked}}
{{#wrote}}
This reached me {{how}}.
You have not had an answer yet.
{{/wrote}}
{{#agreed}}
As agreed {{how}}, it is due by {{date}}.
{{/agreed}}
{{#promised}}
As I said {{how}}, you have it by {{date}}.
{{/promised}}
{{#isLate}}
That date has passed, and it is not finished.
{{/isLate}}

{{/items}}
{{#next}}
You will hear from me again by {{next}}.
{{/next}}

{{closing}}
`,
    late: `Subject: {{titles}}: the date, and what we can do

{{greeting}}

{{#items}}
{{title}}
{{#agreed}}
As agreed {{how}}, it is due by {{date}}.
{{/agreed}}
{{#promised}}
As I said {{how}}, you were to have it by {{date}}.
{{/promised}}
{{#isLate}}
That date has passed, and it is not finished.
{{/isLate}}
{{^isLate}}
I may not be able to keep that date.
{{/isLate}}
{{#reasons}}
What depends on it, as you told me: {{.}}
{{/reasons}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
What we can do:

{{#choices}}
{{number}}. {{text}}
{{/choices}}

{{#items}}
New date for {{title}}: {{newDate}}
{{#chance}}
I am {{chance}} sure of it.
{{/chance}}
{{/items}}

Which of these suits you best?
{{#next}}
You will hear from me again by {{next}}.
{{/next}}

{{closing}}
`,
    chase: `Subject: {{titles}}

{{greeting}}

{{#items}}
{{title}}
{{#isAwaited}}
{{#agreed}}
We agreed {{how}} that it comes by {{date}}.
{{/agreed}}
{{/isAwaited}}
{{#theirPromise}}
You said {{how}} that it comes by {{date}}.
{{/theirPromise}}
{{#question}}
I asked you for it {{how}}, by {{date}}.
{{/question}}
{{#pending}}
I offered {{date}} for it {{how}}. Does that suit you? If not, which date do you need, and what depends on it?
{{/pending}}
{{#delivered}}
I delivered it {{how}}. Is it right?
{{/delivered}}
{{#isAwaited}}
{{#isLate}}
It has not reached me yet.
{{/isLate}}
{{/isAwaited}}
{{#blocked}}
{{name}} cannot go on without it.
{{#due}}
Its date is {{due}}.
{{/due}}
{{#days}}
So far this moves the date by {{days}}.
{{/days}}
{{/blocked}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#isAwaited}}
When can I expect it?
{{/isAwaited}}
{{^isAwaited}}
Could you let me know?
{{/isAwaited}}

{{closing}}
`,
    delivered: `Subject: {{titles}}: delivered

{{greeting}}

{{#items}}
{{title}} is delivered.
{{#agreed}}
It was due by {{date}}, as agreed {{how}}.
{{/agreed}}
{{#rightWhen}}
It is right when: {{rightWhen}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Is it right? Please tell me either way.

{{closing}}
`,
    thanks: `Subject: Thank you: {{titles}}

{{greeting}}

{{#items}}
{{#received}}
Thank you for this, which came {{how}}: {{title}}
{{/received}}
{{#accepted}}
Thank you for telling me {{how}} that this is right: {{title}}
{{/accepted}}
{{^isReceivedOrAccepted}}
Thank you: {{title}}
{{/isReceivedOrAccepted}}
{{/items}}
{{^items}}
{{^say}}
{{say}}
{{/say}}
{{/items}}

{{#say}}
{{say}}

{{/say}}
{{closing}}
`,
  },
};

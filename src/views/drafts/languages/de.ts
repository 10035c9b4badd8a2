import type { Language } from '../language.ts';

export const GERMAN: Language = {
  code: 'de',
  locale: async () => (await import('date-fns/locale/de')).de,
  day: 'EEEE, d. MMMM',
  dayWithYear: 'EEEE, d. MMMM yyyy',
  time: { '12h': "HH:mm 'Uhr'", '24h': "HH:mm 'Uhr'" },
  dayAndTime: (day, time) => `${day}, ${time}`,
  window: (from, to) => `${from} bis ${to}`,
  timeIn: (time, place) => `${time} in ${place}`,
  channels: {
    email: 'per E-Mail',
    phone: 'telefonisch',
    meeting: 'in unserem Gespräch',
    chat: 'im Chat',
    letter: 'per Brief',
  },
  onDay: (day) => `am ${day}`,
  workingDays: (count) => (count === 1 ? '1 Arbeitstag' : `${count} Arbeitstage`),
  percent: (count) => `${count} %`,
  moreThan: (share) => `mehr als ${share}`,
  lessThan: (share) => `weniger als ${share}`,
  greeting: (name) => (name === null ? 'Guten Tag,' : `Guten Tag ${name},`),
  regards: 'Mit freundlichen Grüßen',
  templates: {
    confirm: `Subject: Bestätigung: {{titles}}

{{greeting}}

Sie erhalten hiermit schriftlich, was vereinbart ist.

{{#items}}
{{#due}}
{{title}}: bis {{due}}
{{/due}}
{{^due}}
{{title}}
{{/due}}
{{#decided}}
Sie haben sich {{how}} dafür entschieden.
{{/decided}}
{{#agreed}}
Wie {{how}} vereinbart.
{{/agreed}}
{{#reasons}}
Was davon abhängt: {{.}}
{{/reasons}}
{{#rightWhen}}
Richtig ist es, wenn: {{rightWhen}}
{{/rightWhen}}
{{^rightWhen}}
{{^isAwaited}}
{{^decided}}
Woran erkennen wir beide, dass es richtig ist? Bitte sagen Sie mir, was Sie prüfen werden.
{{/decided}}
{{/isAwaited}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#next}}
Sie hören wieder von mir bis {{next}}.
{{/next}}
Falls Sie etwas davon anders in Erinnerung haben, sagen Sie es mir bitte.

{{closing}}
`,
    offer: `Subject: {{titles}}: ein Termin

{{greeting}}

{{#items}}
{{title}}
{{#asked}}
Sie haben mich {{how}} darum gebeten.
{{/asked}}
Ich kann es bis {{newDate}} liefern.
{{#isLate}}
Fällig war es bis {{due}}. Dieser Termin ist vorbei.
{{/isLate}}
{{^isLate}}
{{#due}}
Bis Sie geantwortet haben, gilt der bisherige Termin: {{due}}.
{{/due}}
{{/isLate}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Passt Ihnen das? Wenn nicht, sagen Sie mir bitte, welchen Termin Sie brauchen und was davon abhängt.

{{closing}}
`,
    update: `Subject: {{titles}}: der Stand

{{greeting}}

{{#say}}
{{say}}
{{/say}}
{{^say}}
Neues gibt es heute nicht, und nichts ist vergessen.
{{/say}}

{{#items}}
{{title}}
{{#asked}}
Sie haben mich {{how}} darum gebeten.
{{/asked}}
{{#wrote}}
Das hat mich {{how}} erreicht.
Sie haben noch keine Antwort.
{{/wrote}}
{{#agreed}}
Wie {{how}} vereinbart, ist es fällig bis {{date}}.
{{/agreed}}
{{#promised}}
Wie {{how}} gesagt, haben Sie es bis {{date}}.
{{/promised}}
{{#isLate}}
Dieser Termin ist vorbei, und es ist nicht fertig.
{{/isLate}}

{{/items}}
{{#next}}
Sie hören wieder von mir bis {{next}}.
{{/next}}

{{closing}}
`,
    late: `Subject: {{titles}}: der Termin, und was wir tun können

{{greeting}}

{{#items}}
{{title}}
{{#agreed}}
Wie {{how}} vereinbart, ist es fällig bis {{date}}.
{{/agreed}}
{{#promised}}
Wie {{how}} gesagt, sollten Sie es bis {{date}} haben.
{{/promised}}
{{#isLate}}
Dieser Termin ist vorbei, und es ist nicht fertig.
{{/isLate}}
{{^isLate}}
Es kann sein, dass ich diesen Termin nicht halten kann.
{{/isLate}}
{{#reasons}}
Was davon abhängt, wie Sie mir sagten: {{.}}
{{/reasons}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Was wir tun können:

{{#choices}}
{{number}}. {{text}}
{{/choices}}

{{#items}}
Neuer Termin für {{title}}: {{newDate}}
{{#chance}}
Ich bin mir zu {{chance}} sicher.
{{/chance}}
{{/items}}

Was passt Ihnen am besten?
{{#next}}
Sie hören wieder von mir bis {{next}}.
{{/next}}

{{closing}}
`,
    chase: `Subject: {{titles}}

{{greeting}}

{{#items}}
{{title}}
{{#isAwaited}}
{{#agreed}}
Wir haben {{how}} vereinbart, dass es bis {{date}} kommt.
{{/agreed}}
{{/isAwaited}}
{{#theirPromise}}
Sie sagten {{how}}, dass es bis {{date}} kommt.
{{/theirPromise}}
{{#question}}
Ich habe Sie {{how}} darum gebeten, bis {{date}}.
{{/question}}
{{#pending}}
Mein Angebot dafür ({{how}}): {{date}}. Passt Ihnen das? Wenn nicht, welchen Termin brauchen Sie, und was hängt davon ab?
{{/pending}}
{{#delivered}}
Ich habe es {{how}} geliefert. Ist es richtig?
{{/delivered}}
{{#isAwaited}}
{{#isLate}}
Es ist noch nicht bei mir angekommen.
{{/isLate}}
{{/isAwaited}}
{{#blocked}}
Ohne das geht es hier nicht weiter: {{name}}
{{#due}}
Der Termin dafür ist {{due}}.
{{/due}}
{{#days}}
Bisher verschiebt das den Termin um {{days}}.
{{/days}}
{{/blocked}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#isAwaited}}
Wann kann ich damit rechnen?
{{/isAwaited}}
{{^isAwaited}}
Könnten Sie mir bitte Bescheid geben?
{{/isAwaited}}

{{closing}}
`,
    delivered: `Subject: {{titles}}: geliefert

{{greeting}}

{{#items}}
{{title}} ist geliefert.
{{#agreed}}
Fällig war es bis {{date}}, wie {{how}} vereinbart.
{{/agreed}}
{{#rightWhen}}
Richtig ist es, wenn: {{rightWhen}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Ist es richtig? Bitte sagen Sie es mir in jedem Fall.

{{closing}}
`,
    thanks: `Subject: Danke: {{titles}}

{{greeting}}

{{#items}}
{{#received}}
Ihnen vielen Dank hierfür, es ist {{how}} angekommen: {{title}}
{{/received}}
{{#accepted}}
Ihnen vielen Dank, dass Sie mir {{how}} gesagt haben, dass dies richtig ist: {{title}}
{{/accepted}}
{{^isReceivedOrAccepted}}
Ihnen vielen Dank: {{title}}
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

import type { Language } from '../language.ts';

export const FRENCH: Language = {
  code: 'fr',
  locale: async () => (await import('date-fns/locale/fr')).fr,
  day: 'EEEE d MMMM',
  dayWithYear: 'EEEE d MMMM yyyy',
  time: { '12h': "HH'h'mm", '24h': "HH'h'mm" },
  dayAndTime: (day, time) => `${day} à ${time}`,
  window: (from, to) => `${from}-${to}`,
  timeIn: (time, place) => `${time}, heure de ${place}`,
  channels: {
    email: 'par e-mail',
    phone: 'par téléphone',
    meeting: 'lors de notre réunion',
    chat: 'par messagerie',
    letter: 'par courrier',
  },
  onDay: (day) => `le ${day}`,
  workingDays: (count) => (count === 1 ? '1 jour ouvré' : `${count} jours ouvrés`),
  percent: (count) => `${count} %`,
  moreThan: (share) => `plus de ${share}`,
  lessThan: (share) => `moins de ${share}`,
  greeting: (name) => (name === null ? 'Bonjour,' : `Bonjour ${name},`),
  regards: 'Bien cordialement',
  templates: {
    confirm: `Subject: Confirmation : {{titles}}

{{greeting}}

Voici par écrit ce qui est convenu.

{{#items}}
{{#due}}
{{title}} : pour le {{due}}
{{/due}}
{{^due}}
{{title}}
{{/due}}
{{#decided}}
Vous l'avez décidé {{how}}.
{{/decided}}
{{#agreed}}
Comme convenu {{how}}.
{{/agreed}}
{{#reasons}}
Ce qui en dépend : {{.}}
{{/reasons}}
{{#rightWhen}}
Ce sera conforme quand : {{rightWhen}}
{{/rightWhen}}
{{^rightWhen}}
{{^isAwaited}}
{{^decided}}
À quoi verrons-nous tous deux que c'est conforme ? Merci de me dire ce que vous vérifierez.
{{/decided}}
{{/isAwaited}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#next}}
Vous aurez de mes nouvelles au plus tard le {{next}}.
{{/next}}
Si vous en avez un autre souvenir, merci de me le dire.

{{closing}}
`,
    offer: `Subject: {{titles}} : une date

{{greeting}}

{{#items}}
{{title}}
{{#asked}}
Vous me l'avez demandé {{how}}.
{{/asked}}
Je peux le livrer pour le {{newDate}}.
{{#isLate}}
C'était attendu pour le {{due}}. Cette date est passée.
{{/isLate}}
{{^isLate}}
{{#due}}
Jusqu'à votre réponse, la date actuelle reste valable : {{due}}.
{{/due}}
{{/isLate}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Est-ce que cela vous convient ? Sinon, dites-moi de quelle date vous avez besoin et ce qui en dépend.

{{closing}}
`,
    update: `Subject: {{titles}} : où nous en sommes

{{greeting}}

{{#say}}
{{say}}
{{/say}}
{{^say}}
Il n'y a rien de nouveau aujourd'hui, et rien n'est oublié.
{{/say}}

{{#items}}
{{title}}
{{#asked}}
Vous me l'avez demandé {{how}}.
{{/asked}}
{{#wrote}}
Cela m'est parvenu {{how}}.
Vous n'avez pas encore eu de réponse.
{{/wrote}}
{{#agreed}}
Comme convenu {{how}}, c'est attendu pour le {{date}}.
{{/agreed}}
{{#promised}}
Comme je vous l'ai dit {{how}}, vous l'aurez pour le {{date}}.
{{/promised}}
{{#isLate}}
Cette date est passée, et ce n'est pas terminé.
{{/isLate}}

{{/items}}
{{#next}}
Vous aurez de mes nouvelles au plus tard le {{next}}.
{{/next}}

{{closing}}
`,
    late: `Subject: {{titles}} : la date, et ce que nous pouvons faire

{{greeting}}

{{#items}}
{{title}}
{{#agreed}}
Comme convenu {{how}}, c'est attendu pour le {{date}}.
{{/agreed}}
{{#promised}}
Comme je vous l'ai dit {{how}}, vous deviez l'avoir pour le {{date}}.
{{/promised}}
{{#isLate}}
Cette date est passée, et ce n'est pas terminé.
{{/isLate}}
{{^isLate}}
Je risque de ne pas pouvoir tenir cette date.
{{/isLate}}
{{#reasons}}
Ce qui en dépend, comme vous me l'avez dit : {{.}}
{{/reasons}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Ce que nous pouvons faire :

{{#choices}}
{{number}}. {{text}}
{{/choices}}

{{#items}}
Nouvelle date pour {{title}} : {{newDate}}
{{#chance}}
Probabilité de la tenir : {{chance}}.
{{/chance}}
{{/items}}

Qu'est-ce qui vous convient le mieux ?
{{#next}}
Vous aurez de mes nouvelles au plus tard le {{next}}.
{{/next}}

{{closing}}
`,
    chase: `Subject: {{titles}}

{{greeting}}

{{#items}}
{{title}}
{{#isAwaited}}
{{#agreed}}
Nous avons convenu {{how}} que cela arriverait pour le {{date}}.
{{/agreed}}
{{/isAwaited}}
{{#theirPromise}}
Vous avez dit {{how}} que cela arriverait pour le {{date}}.
{{/theirPromise}}
{{#question}}
Je vous l'ai demandé {{how}}, pour le {{date}}.
{{/question}}
{{#pending}}
Ma proposition ({{how}}) : {{date}}. Est-ce que cela vous convient ? Sinon, de quelle date avez-vous besoin, et qu'est-ce qui en dépend ?
{{/pending}}
{{#delivered}}
Je l'ai livré {{how}}. Est-ce que c'est conforme ?
{{/delivered}}
{{#isAwaited}}
{{#isLate}}
Je ne l'ai pas encore reçu.
{{/isLate}}
{{/isAwaited}}
{{#blocked}}
Ceci ne peut pas avancer sans cela : {{name}}
{{#due}}
C'est attendu pour le {{due}}.
{{/due}}
{{#days}}
Pour l'instant, cela décale la date de {{days}}.
{{/days}}
{{/blocked}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#isAwaited}}
Quand puis-je y compter ?
{{/isAwaited}}
{{^isAwaited}}
Pourriez-vous me le dire ?
{{/isAwaited}}

{{closing}}
`,
    delivered: `Subject: {{titles}} : livré

{{greeting}}

{{#items}}
{{title}} : c'est livré.
{{#agreed}}
C'était attendu pour le {{date}}, comme convenu {{how}}.
{{/agreed}}
{{#rightWhen}}
Ce sera conforme quand : {{rightWhen}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Est-ce que c'est conforme ? Merci de me le dire dans tous les cas.

{{closing}}
`,
    thanks: `Subject: Merci : {{titles}}

{{greeting}}

{{#items}}
{{#received}}
Merci pour ceci, bien arrivé {{how}} : {{title}}
{{/received}}
{{#accepted}}
Merci de m'avoir dit {{how}} que c'est conforme : {{title}}
{{/accepted}}
{{^isReceivedOrAccepted}}
Merci : {{title}}
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

import type { Language } from '../language.ts';

export const SPANISH: Language = {
  code: 'es',
  locale: async () => (await import('date-fns/locale/es')).es,
  day: "EEEE d 'de' MMMM",
  dayWithYear: "EEEE d 'de' MMMM 'de' yyyy",
  time: { '12h': 'HH:mm', '24h': 'HH:mm' },
  dayAndTime: (day, time) => `${day} a las ${time}`,
  window: (from, to) => `${from}-${to}`,
  timeIn: (time, place) => `${time} en ${place}`,
  channels: {
    email: 'por correo electrónico',
    phone: 'por teléfono',
    meeting: 'en nuestra reunión',
    chat: 'por chat',
    letter: 'por carta',
  },
  onDay: (day) => `el ${day}`,
  workingDays: (count) => (count === 1 ? '1 día hábil' : `${count} días hábiles`),
  percent: (count) => `${count} %`,
  moreThan: (share) => `más del ${share}`,
  lessThan: (share) => `menos del ${share}`,
  greeting: (name) => (name === null ? 'Buenos días:' : `Buenos días, ${name}:`),
  regards: 'Un cordial saludo',
  templates: {
    confirm: `Subject: Confirmación: {{titles}}

{{greeting}}

Dejo por escrito lo acordado.

{{#items}}
{{#due}}
{{title}}: para el {{due}}
{{/due}}
{{^due}}
{{title}}
{{/due}}
{{#decided}}
Usted lo decidió {{how}}.
{{/decided}}
{{#agreed}}
Como acordamos {{how}}.
{{/agreed}}
{{#reasons}}
Lo que depende de ello: {{.}}
{{/reasons}}
{{#rightWhen}}
Estará bien cuando: {{rightWhen}}
{{/rightWhen}}
{{^rightWhen}}
{{^isAwaited}}
{{^decided}}
¿Cómo sabremos ambos que está bien? Por favor, dígame qué comprobará.
{{/decided}}
{{/isAwaited}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#next}}
Volverá a tener noticias mías, a más tardar, el {{next}}.
{{/next}}
Si recuerda algo de otra manera, por favor, dígamelo.

{{closing}}
`,
    offer: `Subject: {{titles}}: una fecha

{{greeting}}

{{#items}}
{{title}}
{{#asked}}
Me lo pidió {{how}}.
{{/asked}}
Puedo entregarlo para el {{newDate}}.
{{#isLate}}
La fecha era el {{due}}. Esa fecha ha pasado.
{{/isLate}}
{{^isLate}}
{{#due}}
Hasta que responda, sigue en pie la fecha actual: {{due}}.
{{/due}}
{{/isLate}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
¿Le viene bien? Si no, dígame por favor qué fecha necesita y qué depende de ella.

{{closing}}
`,
    update: `Subject: {{titles}}: cómo va

{{greeting}}

{{#say}}
{{say}}
{{/say}}
{{^say}}
Hoy no hay novedades, y no he olvidado nada.
{{/say}}

{{#items}}
{{title}}
{{#asked}}
Me lo pidió {{how}}.
{{/asked}}
{{#wrote}}
Esto me llegó {{how}}.
Todavía no ha tenido respuesta.
{{/wrote}}
{{#agreed}}
Como acordamos {{how}}, la fecha es el {{date}}.
{{/agreed}}
{{#promised}}
Como le dije {{how}}, lo tendrá para el {{date}}.
{{/promised}}
{{#isLate}}
Esa fecha ha pasado, y no está terminado.
{{/isLate}}

{{/items}}
{{#next}}
Volverá a tener noticias mías, a más tardar, el {{next}}.
{{/next}}

{{closing}}
`,
    late: `Subject: {{titles}}: la fecha, y qué podemos hacer

{{greeting}}

{{#items}}
{{title}}
{{#agreed}}
Como acordamos {{how}}, la fecha es el {{date}}.
{{/agreed}}
{{#promised}}
Como le dije {{how}}, debía tenerlo para el {{date}}.
{{/promised}}
{{#isLate}}
Esa fecha ha pasado, y no está terminado.
{{/isLate}}
{{^isLate}}
Es posible que no pueda mantener esa fecha.
{{/isLate}}
{{#reasons}}
Lo que depende de ello, como me dijo: {{.}}
{{/reasons}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
Lo que podemos hacer:

{{#choices}}
{{number}}. {{text}}
{{/choices}}

{{#items}}
Nueva fecha para {{title}}: {{newDate}}
{{#chance}}
Probabilidad de cumplirla: {{chance}}.
{{/chance}}
{{/items}}

¿Qué le conviene más?
{{#next}}
Volverá a tener noticias mías, a más tardar, el {{next}}.
{{/next}}

{{closing}}
`,
    chase: `Subject: {{titles}}

{{greeting}}

{{#items}}
{{title}}
{{#isAwaited}}
{{#agreed}}
Acordamos {{how}} que llegaría para el {{date}}.
{{/agreed}}
{{/isAwaited}}
{{#theirPromise}}
Me dijo {{how}} que llegaría para el {{date}}.
{{/theirPromise}}
{{#question}}
Se lo pedí {{how}}, para el {{date}}.
{{/question}}
{{#pending}}
Mi propuesta ({{how}}): {{date}}. ¿Le viene bien? Si no, ¿qué fecha necesita y qué depende de ella?
{{/pending}}
{{#delivered}}
Lo entregué {{how}}. ¿Está bien?
{{/delivered}}
{{#isAwaited}}
{{#isLate}}
Todavía no me ha llegado.
{{/isLate}}
{{/isAwaited}}
{{#blocked}}
Esto no puede avanzar sin ello: {{name}}
{{#due}}
Su fecha es el {{due}}.
{{/due}}
{{#days}}
De momento, esto mueve la fecha {{days}}.
{{/days}}
{{/blocked}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
{{#isAwaited}}
¿Cuándo puedo contar con ello?
{{/isAwaited}}
{{^isAwaited}}
¿Podría decírmelo?
{{/isAwaited}}

{{closing}}
`,
    delivered: `Subject: {{titles}}: entregado

{{greeting}}

{{#items}}
{{title}}: está entregado.
{{#agreed}}
La fecha era el {{date}}, como acordamos {{how}}.
{{/agreed}}
{{#rightWhen}}
Estará bien cuando: {{rightWhen}}
{{/rightWhen}}

{{/items}}
{{#say}}
{{say}}

{{/say}}
¿Está todo bien? Por favor, dígamelo en cualquier caso.

{{closing}}
`,
    thanks: `Subject: Gracias: {{titles}}

{{greeting}}

{{#items}}
{{#received}}
Gracias por esto, que llegó {{how}}: {{title}}
{{/received}}
{{#accepted}}
Gracias por decirme {{how}} que esto está bien: {{title}}
{{/accepted}}
{{^isReceivedOrAccepted}}
Gracias: {{title}}
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

// A believable journal of any size, in the format of `followup export`, for measuring.

const DAY = 86_400_000;
const START = Date.UTC(2026, 0, 5, 9);

/** The time over which the requests came in, in days. */
const SPAN = 65;

/** Requests for twenty clients, spread over some weeks: some agreed and open, the others delivered and accepted. */
export function makeJournal({ open, finished }) {
  const count = open + finished;
  const operations = [];
  let counter = 0;
  const uid = (kind, index) => `${kind}${String(index).padStart(25, '0')}`;
  const record = (verb, at, events) => {
    counter++;
    const recordedAt = new Date(at).toISOString();
    operations.push({
      id: uid('O', counter),
      device: uid('D', 1),
      deviceSeq: counter,
      hlc: `${String(at).padStart(15, '0')}-${String(counter).padStart(6, '0')}`,
      recordedAt,
      zone: 'UTC',
      verb,
      undoes: null,
      events: events.map(([kind, stream, type, payload]) => ({
        stream: { kind, uid: stream },
        type,
        version: 1,
        payload: type === 'NumberGiven' ? payload : { ...payload, at: recordedAt },
      })),
    });
  };
  const moment = (at) => ({ at: new Date(at).toISOString(), zone: 'UTC', grain: 'time' });

  for (let client = 0; client < 20; client++) {
    record('add', START, [['client', uid('C', client), 'ClientAdded', { name: `Client number ${client}` }]]);
  }
  for (let index = 0; index < count; index++) {
    const asked = START + Math.floor((index * SPAN * DAY) / count);
    const commitment = uid('R', index);
    const isOpen = Math.floor(((index + 1) * open) / count) > Math.floor((index * open) / count);
    const due = isOpen ? START + (60 + (index % 40)) * DAY : asked + 5 * DAY;
    record('add', asked, [
      ['commitment', commitment, 'NumberGiven', { number: index + 1 }],
      [
        'commitment',
        commitment,
        'RequestRecorded',
        {
          title: `Piece of work number ${index}`,
          client: uid('C', index % 20),
          scope: 'in',
          estimateHours: 1 + (index % 5),
        },
      ],
      ['commitment', commitment, 'DateAgreed', { date: moment(due), inWriting: index % 5 > 0 }],
    ]);
    if (isOpen) continue;
    record('done', asked + 4 * DAY, [
      ['commitment', commitment, 'Delivered', { tookHours: 1 + ((index * 7) % 6) }],
    ]);
    record('accept', asked + 4 * DAY, [['commitment', commitment, 'Accepted', {}]]);
  }
  return JSON.stringify({ format: 'followup-journal', version: 1, operations });
}

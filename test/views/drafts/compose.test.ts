import { describe, expect, it } from 'vitest';
import type { DraftContent, TheirLateness } from '../../../src/domain/drafts/content.ts';
import { DRAFT_KINDS, type DraftKind, linesWithGaps } from '../../../src/domain/streams/draft.ts';
import { composeLetter, wrapMessage } from '../../../src/views/drafts/compose.ts';
import { readTemplate, type Template } from '../../../src/views/drafts/template.ts';
import { contentOf, LANGUAGES, partAbout, templateIn, writingIn } from '../../support/drafts.ts';
import {
  accepted,
  agreed,
  asked,
  awaited,
  commitment,
  finished,
  moved,
  offered,
  promised,
  replyOwed,
} from '../../support/given.ts';
import { date, march } from '../../support/situation.ts';

async function compose(content: DraftContent, code = 'en') {
  const templates = new Map<DraftKind, Template>();
  for (const kind of DRAFT_KINDS) templates.set(kind, readTemplate(await templateIn(code, kind), kind));
  return composeLetter(content, templates, await writingIn(code));
}
const bodyOf = async (...given: Parameters<typeof compose>) => (await compose(...given)).body;

const report = [asked({ title: 'Report', via: 'phone' }), agreed(date(6), { via: 'phone' })];
const slides = [asked({ title: 'Slides' }), agreed(date(9))];

describe('a message about several commitments', () => {
  it('greets once, says goodbye once, and is named after all of them', async () => {
    const { subject, body } = await compose(
      contentOf([partAbout('confirm', report), partAbout('confirm', slides)]),
    );
    expect(subject).toBe('Confirmed: Report, Slides');
    expect(body.match(/Hello/g)).toHaveLength(1);
    expect(body.match(/Kind regards/g)).toHaveLength(1);
    expect(body.match(/This puts in/g)).toHaveLength(1);
    expect(body).toContain('Report: by Friday, 6 March\n');
    expect(body).toContain('Slides: by Monday, 9 March\n');
  });
  it('greets everyone it is to', async () => {
    const to = [{ name: 'Joe Doe' }, { name: 'Zoë Ray' }];
    const body = await bodyOf(contentOf([partAbout('update', report)], { recipients: { to, cc: [] } }));
    expect(body).toMatch(/^Hello Joe Doe, Zoë Ray,\n/);
  });
  it('of several kinds too; what is new and when they hear next stand once', async () => {
    const parts = [
      partAbout('confirm', report),
      partAbout('update', slides),
      partAbout('chase', [awaited()]),
    ];
    const body = await bodyOf(contentOf(parts, { say: 'The tests run.', next: date(10) }));
    for (const once of ['Hello Joe Doe,', 'Kind regards', 'The tests run.', 'by Tuesday, 10 March']) {
      expect(body.split(once), once).toHaveLength(2);
    }
    expect(body.indexOf('The tests run.')).toBeGreaterThan(body.indexOf('Report: by'));
  });
  it('begins no sentence in small letters, wherever it stands', async () => {
    for (const code of LANGUAGES) {
      const received = [awaited(), finished('AwaitedReceived')];
      const parts = [
        partAbout('offer', [asked()]),
        ...[report, [replyOwed()]].map((events) => partAbout('update', events)),
        partAbout('confirm', slides),
        ...[received, received].map((events) => partAbout('thanks', events)),
      ];
      const lines = (await bodyOf(contentOf(parts), code)).split('\n');
      const begins = lines.filter((_, index) => index > 1 && lines[index - 1] === '');
      expect(begins.filter((line) => /^\p{Ll}/u.test(line))).toEqual([]);
    }
  });
});

describe("the person's own words", () => {
  it.each(DRAFT_KINDS)('stand in a message of any kind: %s', async (kind) => {
    for (const code of LANGUAGES) {
      const content = contentOf([partAbout(kind, report)], { say: 'The tests run.\nHalf is done.' });
      expect((await bodyOf(content, code)).split('The tests run.\nHalf is done.\n'), code).toHaveLength(2);
    }
  });
  it('are all that thanks for nothing in particular is made of', async () => {
    const part = { kind: 'thanks' as const, commitment: null, date: null, about: null, chance: null };
    expect(await bodyOf(contentOf([part], { say: 'For the cake!' }))).toBe(
      'Hello Joe Doe,\n\nFor the cake!\n\nKind regards\nAda',
    );
    expect(linesWithGaps(await bodyOf(contentOf([part])))).toEqual(['[...]']);
  });
  it('may have a gap that is still to be filled in', async () => {
    const content = contentOf([partAbout('late', report, { date: date(10) })], {
      say: 'It needs [...] days more.',
      choices: ['[...]', 'all of it later'],
    });
    expect(linesWithGaps(await bodyOf(content))).toEqual(['It needs [...] days more.', '1. [...]']);
  });
});

describe('what a message claims', () => {
  it('is no gap where the record has such words', async () => {
    const events = [
      asked({ title: 'Parse [...]', because: 'see [...]', rightWhen: '[...] parses' }),
      agreed(date(6)),
    ];
    const body = await bodyOf(contentOf([partAbout('confirm', events, { date: date(6) })]));
    expect(linesWithGaps(body)).toEqual([]);
    expect(body).toContain('Parse […]: by');
  });
  it('is not that they are late with what is mine', async () => {
    const late = [asked(), agreed(date(3), { at: march(2, '12:00') }), offered(date(10), { via: 'email' })];
    const body = await bodyOf(contentOf([partAbout('chase', late)]));
    expect(body).toContain('I offered Tuesday, 10 March for it by email on Tuesday, 3 March.');
    expect(body).not.toContain('reached me');
  });
  it('is what they said last about a date of theirs', async () => {
    const events = [awaited({ due: date(3) }), moved(date(4), { at: march(3), via: 'phone' })];
    const body = await bodyOf(contentOf([partAbout('chase', events)]));
    expect(body).toContain('We agreed by phone on Tuesday, 3 March that it comes by Wednesday, 4\nMarch.');
    expect(body).toContain('It has not reached me yet.');
  });
  it('is what waits for it and how long, with the date of that', async () => {
    const part = partAbout('chase', [awaited({ due: date(3), via: 'meeting' })]);
    const blocked = { commitment: partAbout('update', slides).about?.commitment as never, daysLate: 2 };
    const body = await bodyOf(contentOf([{ ...part, about: part.about && { ...part.about, blocked } }]));
    expect(body).toBe(
      [
        'Hello Joe Doe,',
        '',
        'The figures',
        'You said in our meeting on Monday, 2 March that it comes by Tuesday, 3',
        'March.',
        'It has not reached me yet.',
        'Slides cannot go on without it.',
        'Its date is Monday, 9 March.',
        'It is 2 working days late so far.',
        '',
        'When can I expect it?',
        '',
        'Kind regards',
        'Ada',
      ].join('\n'),
    );
  });
  describe('of something of theirs that was late', () => {
    const site = [asked({ title: 'Site' }), agreed(date(6), { inWriting: true })];
    const assets = commitment(awaited({ title: 'Assets', due: date(3) }));
    const lateness = { missed: [date(3)], workingDays: 2, until: null, isPart: false };
    const held = (given: Partial<TheirLateness> = {}): TheirLateness => ({
      commitment: commitment(...site),
      awaiting: assets,
      lateness,
      ifNow: date(9),
      movesTo: date(10),
      from: null,
      ...given,
    });
    const came = { lateness: { ...lateness, until: march(4, '12:00') } };
    async function textOf(kind: 'offer' | 'late', heldUp: readonly TheirLateness[], code = 'en') {
      const part = partAbout(kind, site, { date: date(10) });
      return bodyOf(
        contentOf([{ ...part, about: part.about && { ...part.about, heldUp } }], { choices: ['a', 'b'] }),
        code,
      );
    }

    it.each([
      [
        'en',
        'It waits for: Assets. That was to come by Tuesday, 3 March and has not\ncome: 2 working days.\nIf it comes now, I can deliver by Tuesday, 10 March instead of Friday, 6\nMarch.',
        'It waited for: Assets. That was to come by Tuesday, 3 March and came on\nWednesday, 4 March: 2 working days.\nSo I can deliver it by Tuesday, 10 March instead of Friday, 6 March.',
      ],
      [
        'de',
        'Dafür fehlt noch: Assets. Das sollte bis Dienstag, 3. März kommen und\nist noch nicht da: 2 Arbeitstage.\nWenn es jetzt kommt, kann ich bis Dienstag, 10. März statt bis Freitag,\n6. März liefern.',
        'Dafür fehlte: Assets. Das sollte bis Dienstag, 3. März kommen und kam am\nMittwoch, 4. März: 2 Arbeitstage.\nDamit kann ich es bis Dienstag, 10. März statt bis Freitag, 6. März\nliefern.',
      ],
      [
        'fr',
        "Il manque encore ceci : Assets. C'était attendu pour le mardi 3 mars et\nce n'est pas arrivé : 2 jours ouvrés.\nSi cela arrive maintenant, je peux le livrer pour le mardi 10 mars au\nlieu du vendredi 6 mars.",
        "Il manquait ceci : Assets. C'était attendu pour le mardi 3 mars et c'est\narrivé le mercredi 4 mars : 2 jours ouvrés.\nJe peux donc le livrer pour le mardi 10 mars au lieu du vendredi 6 mars.",
      ],
      [
        'es',
        'Falta todavía: Assets. Debía llegar para el martes 3 de marzo y no ha\nllegado: 2 días hábiles.\nSi llega ahora, puedo entregarlo para el martes 10 de marzo en lugar del\nviernes 6 de marzo.',
        'Faltaba: Assets. Debía llegar para el martes 3 de marzo y llegó el\nmiércoles 4 de marzo: 2 días hábiles.\nCon ello, puedo entregarlo para el martes 10 de marzo en lugar del\nviernes 6 de marzo.',
      ],
    ])(
      'is when it was to come, and both dates, without a word about fault: %s',
      async (code, waits, waited) => {
        for (const kind of ['offer', 'late'] as const) {
          expect(await textOf(kind, [held()], code)).toContain(waits);
          expect(await textOf(kind, [held(came)], code)).toContain(waited);
        }
      },
    );
    it('is not that I may not keep the date', async () => {
      expect(await textOf('late', [])).toContain('I may not be able to keep that date.');
      expect(await textOf('late', [held()])).not.toContain('may not');
      expect(await textOf('offer', [held()])).toContain(
        'Until you have answered, the date stands as it is: Friday, 6',
      );
    });
    it('names somebody else who owes it, and since when days are counted', async () => {
      const text = await textOf('offer', [
        held({ from: 'Studio Nord', lateness: { ...lateness, workingDays: 1, isPart: true } }),
      ]);
      expect(text.replaceAll('\n', ' ')).toContain(
        'It waits for: Assets, from Studio Nord. That was to come by Tuesday, 3 March and has not come: 1 working day since Wednesday, 4 March.',
      );
    });
    it('is not that something came which was given up', async () => {
      const text = await textOf('offer', [held({ ...came, awaiting: { ...assets, state: 'dropped' } })]);
      expect(text).toContain('has not\ncome');
      expect(text).toContain('So I can deliver it by Tuesday, 10 March');
    });
    it('is the new date alone where none was agreed', async () => {
      const part = partAbout('offer', [asked({ title: 'Site' })], { date: date(10) });
      const body = await bodyOf(
        contentOf([{ ...part, about: part.about && { ...part.about, heldUp: [held()] } }]),
      );
      expect(body).toContain('I can deliver it by Tuesday, 10 March.');
      expect(body).not.toContain('instead');
    });
  });
  it('is no date for a decision of theirs', async () => {
    const body = await bodyOf(
      contentOf([partAbout('confirm', [replyOwed({ decided: true, title: 'Plan B', via: 'phone' })])]),
    );
    expect(body).toContain('\n\nPlan B\nYou decided on it by phone on Monday, 2 March.\n\n');
    expect(body).not.toContain('9 March');
  });
  it('is not that a date stands which has passed', async () => {
    const passed = [asked(), agreed(date(3), { at: march(2, '12:00') })];
    const body = await bodyOf(contentOf([partAbout('offer', passed, { date: date(10) })]));
    expect(body).toContain('It was due by Tuesday, 3 March. That date has passed.');
    expect(body).not.toContain('stands');
  });
  it('is not how they reached me, where that was by phone', async () => {
    const body = await bodyOf(contentOf([partAbout('update', [replyOwed({ via: 'phone' })])]), 'de');
    expect(body).toContain('Das hat mich telefonisch am Montag, 2. März erreicht.');
  });
  it('is no yes that they took back', async () => {
    const open = [asked(), finished('Delivered'), accepted(), { type: 'Reopened' as const, at: march(5) }];
    expect(await bodyOf(contentOf([partAbout('thanks', open)]))).toContain('Thank you: Report');
  });
  it('is no promise that nobody was told', async () => {
    expect(await bodyOf(contentOf([partAbout('update', [promised({ unsaid: true })])]))).not.toContain(
      'As I said',
    );
  });
});

describe('lines', () => {
  const widest = (text: string) =>
    Math.max(
      ...wrapMessage(text)
        .split('\n')
        .map((line) => line.length),
    );

  it('have 72 columns', () => {
    expect(widest('word '.repeat(200))).toBeLessThanOrEqual(72);
    expect(wrapMessage('short\n\nlines stay')).toBe('short\n\nlines stay');
  });
  it('of a list are indented under its number', () => {
    expect(wrapMessage(`1. ${'choice '.repeat(14).trim()}`).split('\n')).toEqual([
      `1. ${'choice '.repeat(10).trim()}`,
      `   ${'choice '.repeat(4).trim()}`,
    ]);
  });
  it('do not break a long address', () => {
    const url = `https://example.com/${'a'.repeat(100)}`;
    expect(wrapMessage(`See ${url} for more`).split('\n')).toEqual(['See', url, 'for more']);
  });
  it('count the columns of wide characters', () => {
    const wrapped = wrapMessage('見積書の確認 '.repeat(20).trim()).split('\n');
    expect(Math.max(...wrapped.map((line) => line.length))).toBeLessThanOrEqual(36);
  });
  it('of ten thousand characters take no time', () => {
    const began = performance.now();
    wrapMessage(`${'x'.repeat(10_000)} ${'y '.repeat(10_000)}`);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { newUser, type User } from '../support/cli.ts';
import { messageFrom } from '../support/messages.ts';
import { DOWN, ENTER, INTERRUPT, inTerminal } from '../support/pty.ts';

const DANA = 'Dana Reyes <dana@acme.example>';

async function withMessage(message: string): Promise<{ readonly user: User; readonly file: string }> {
  const user = await newUser();
  const file = join(user.home, 'message.eml');
  writeFileSync(file, message);
  return { user, file };
}

describe.concurrent('a message through a pipe, in a terminal', () => {
  it('is asked about at the terminal, and whose address it is can be remembered', async ({ expect }) => {
    const { user, file } = await withMessage(messageFrom(DANA, { subject: 'Figures' }));
    await user.given('add Audit -c Globex', 'add Report -c "Acme Corp"');
    const terminal = inTerminal(user, 'mail - --needs-reply', {}, file);
    await terminal.shows('Which client is Dana Reyes (dana@acme.example) with?');
    terminal.type(ENTER);
    await terminal.shows('Remember dana@acme.example as Dana Reyes at Acme Corp?');
    terminal.type(ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 3')).toMatchObject({ kind: 'reply', client: 'Acme Corp', title: 'Figures' });
    expect(await user.json('client acme')).toMatchObject({
      people: [{ name: 'Dana Reyes', email: 'dana@acme.example' }],
    });
  });

  it('can be from a new client, or be left out', async ({ expect }) => {
    const { user, file } = await withMessage(messageFrom('zoe@lumen.example'));
    const left = inTerminal(user, 'mail -', {}, file);
    await left.shows('Which client is zoe@lumen.example with?');
    left.type(DOWN + ENTER);
    expect(await left.end()).toMatchObject({ exitCode: 1 });
    const added = inTerminal(user, 'mail', {}, file);
    await added.shows('Which client is');
    added.type(ENTER);
    await added.shows('What is the client called?');
    added.type(`Lumen${ENTER}`);
    await added.shows('Remember zoe@lumen.example as zoe at Lumen?');
    added.type(`n${ENTER}`);
    expect(await added.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('client Lumen')).toMatchObject({ people: [], contacts: [{ direction: 'in' }] });
  });

  it('leaves everything as it was after Ctrl-C, and asks nothing where nothing is to be asked', async ({
    expect,
  }) => {
    const { user, file } = await withMessage(messageFrom(DANA));
    const interrupted = inTerminal(user, 'mail -', {}, file);
    await interrupted.shows('Which client');
    interrupted.type(INTERRUPT);
    expect(await interrupted.end()).toMatchObject({ exitCode: 130 });
    for (const never of ['--no-input', '--quiet', '--json']) {
      const { exitCode, screen } = await inTerminal(user, `mail - ${never}`, {}, file).end();
      expect({ exitCode, asks: screen.includes('Which client') }).toEqual({ exitCode: 1, asks: false });
    }
  });

  it('that may be about several commitments is about the chosen one, or about none of them', async ({
    expect,
  }) => {
    const { user, file } = await withMessage('');
    await user.given(`client Acme --new --person "${DANA}"`, 'add Audit -c Acme', 'add Report -c Acme');
    const uids = (await user.json<{ uid: string }[]>('list')).map(({ uid }) => uid);
    const references = uids.map((uid) => `<D1.update.${uid}.0@followup.invalid>`).join(' ');
    writeFileSync(file, messageFrom(DANA, { header: [`References: ${references}`] }));
    const terminal = inTerminal(user, 'mail -', {}, file);
    await terminal.shows('none of them in particular');
    terminal.type(DOWN + DOWN + ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('client Acme')).toMatchObject({ contacts: [{ about: null }] });
  });

  it('is the word of a verb: the list to choose from is in the terminal too', async ({ expect }) => {
    const { user, file } = await withMessage(messageFrom(DANA, { subject: 'Re: Report' }));
    await user.given(
      `client Acme --new --person "${DANA}"`,
      'add Report -c Acme',
      'offer 1 friday --at 8:00',
    );
    const terminal = inTerminal(user, 'agree --mail -', {}, file);
    await terminal.shows('Which one?');
    terminal.type(ENTER);
    expect(await terminal.end()).toMatchObject({ exitCode: 0 });
    expect(await user.json('show 1')).toMatchObject({ state: 'agreed', inWriting: true });
  });
});

import { readFileSync } from 'node:fs';
import { refuse } from '../domain/refusal.ts';
import { readStandardInput } from './call.ts';
import type { Command } from './command.ts';

export const importCommand: Command = {
  name: 'import',
  summary: 'fill an empty file with an exported journal',
  arguments: [['<file>', 'the export; - reads it from standard input']],
  options: [],
  examples: [
    ['import followup.json', 'on a new machine'],
    ['--db try.db import followup.json', 'into a file of its own, to look at it'],
  ],
  run: async (call) => {
    const { session } = call;
    const [file = ''] = call.words(0);
    const text = file === '-' ? await readStandardInput() : readText(file);
    const { importJournal } = await import('../app/journal-file.ts');
    const operations = importJournal(session.open('write').db, text);
    return {
      isEcho: true,
      json: () => ({ operations }),
      plain: () => [[String(operations)]],
      text: () =>
        `Imported ${operations} ${operations === 1 ? 'operation' : 'operations'}. See: followup list`,
    };
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'there is no such file' : (code ?? 'it cannot be opened');
    throw refuse(
      'file-unreadable',
      `${file} cannot be read: ${why}.`,
      'Check the path; nothing was imported.',
    );
  }
}

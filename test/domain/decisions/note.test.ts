import { describe, it } from 'vitest';
import { decideNote } from '../../../src/domain/decisions/note.ts';
import { asked, given } from '../../support/given.ts';
import { NOW } from '../../support/situation.ts';

describe('note', () => {
  it('needs the words', () => {
    given(asked()).when(decideNote, { text: '' }).isRefused('text-missing', 'followup note 1 TEXT');
  });
});

describe('evidence', () => {
  it('is a note with a link, or a link alone', () => {
    given(asked())
      .when(decideNote, { text: '', link: 'approval.pdf' })
      .records({ type: 'NoteAdded', text: '', link: 'approval.pdf', at: NOW });
    given(asked()).when(decideNote, { text: '' }).isRefused('text-missing');
  });
});

import { describeOperations } from '../../app/history.ts';
import { operationJson } from '../../views/json/operation.ts';
import { plainOperation } from '../../views/plain/operation.ts';
import { showReverted } from '../../views/terminal/operations.ts';
import { count } from '../run/arguments/argument.ts';
import { command } from '../run/declare-command.ts';

export const undo = command({
  name: 'undo',
  summary: 'take back the last thing you did, or the last few',
  details: 'Nothing is lost: the history keeps it, and redo brings it back. A number is never given twice.',
  arguments: { count: count('[count]', 'how many operations (default: 1)') },
  options: {},
  examples: [
    ['undo', 'the last one'],
    ['undo 3', 'the last three'],
  ],
  run: async ({ session, args }) => {
    const { undo: undoOperations } = await import('../../app/undo.ts');
    const context = session.open('write');
    // Made before the undo, which may remove a client whose name is still needed.
    const view = session.viewContext();
    const operations = describeOperations(context.db, undoOperations(context, args.count ?? 1));
    return {
      isEcho: true,
      json: () => operations.map((operation) => operationJson(operation, view)),
      plain: () => operations.map((operation) => plainOperation(operation, view)),
      text: () => `${showReverted('Undone', operations, view)}\nTo bring it back: followup redo`,
    };
  },
});

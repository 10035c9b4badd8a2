import { describeOperations } from '../../app/history.ts';
import { operationJson } from '../../views/json/operation.ts';
import { plainOperation } from '../../views/plain/operation.ts';
import { showReverted } from '../../views/terminal/operations.ts';
import { command } from '../run/declare-command.ts';

export const redo = command({
  name: 'redo',
  summary: 'bring back what was undone last',
  arguments: {},
  options: {},
  examples: [['redo', 'as if undo had not been run']],
  run: async ({ session }) => {
    const { redo: redoOperation } = await import('../../app/undo.ts');
    const context = session.open('write');
    const operations = describeOperations(context.db, [redoOperation(context)]);
    const view = session.viewContext();
    return {
      isEcho: true,
      json: () => operations.map((operation) => operationJson(operation, view)),
      plain: () => operations.map((operation) => plainOperation(operation, view)),
      text: () => showReverted('Done again', operations, view),
    };
  },
});

import { describeOperations } from '../../app/history.ts';
import { operationJson, plainOperation, sayReverted } from '../../views/terminal/history.ts';
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
    const frame = session.frame();
    return {
      isEcho: true,
      json: () => operations.map((operation) => operationJson(operation, frame)),
      plain: () => operations.map((operation) => plainOperation(operation, frame)),
      text: () => sayReverted('Done again', operations, frame),
    };
  },
});

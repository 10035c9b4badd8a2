import { describeOperations } from '../../app/history.ts';
import { operationJson } from '../../views/json/operation.ts';
import { plainOperation } from '../../views/plain/operation.ts';
import { showReverted } from '../../views/terminal/operations.ts';
import { word } from '../run/arguments/argument.ts';
import { command } from '../run/declare-command.ts';

export const redo = command({
  name: 'redo',
  summary: 'bring back what was undone last',
  details:
    'Without ID it is the last undo that is taken back. With it, whatever operation was undone comes back, also one that another machine undid while you went on with it; history and import name it.',
  arguments: {
    id: word('[id]', 'the operation, or the beginning of its id (default: what was undone last)'),
  },
  options: {},
  examples: [['redo', 'as if undo had not been run']],
  run: async ({ session, args }) => {
    const { redo: redoOperation } = await import('../../app/undo.ts');
    const context = session.open('write');
    const operations = describeOperations(context.db, [redoOperation(context, args.id)]);
    const view = session.viewContext();
    return {
      isEcho: true,
      json: () => operations.map((operation) => operationJson(operation, view)),
      plain: () => operations.map((operation) => plainOperation(operation, view)),
      text: () => showReverted('Done again', operations, view),
    };
  },
});

import { describeOperations } from '../app/history.ts';
import { redo as redoOperation } from '../app/undo.ts';
import { operationJson, plainOperation, sayReverted } from '../views/history.ts';
import type { Command } from './command.ts';

export const redo: Command = {
  name: 'redo',
  summary: 'bring back what was undone last',
  arguments: [],
  options: [],
  examples: [['redo', 'as if undo had not been said']],
  run: ({ session }) => {
    const context = session.open('write');
    const operations = describeOperations(context.db, [redoOperation(context)]);
    const frame = session.frame();
    return {
      json: () => operations.map((operation) => operationJson(operation, frame)),
      plain: () => operations.map((operation) => plainOperation(operation, frame)),
      text: () => sayReverted('Done again', operations, frame),
    };
  },
};

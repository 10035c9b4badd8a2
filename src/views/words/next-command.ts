import { type Commitment, isUnwritten } from '../../domain/streams/commitment.ts';

/** The command that most likely comes next; null if there is none. */
export function sayNextCommand(commitment: Commitment): string | null {
  const { number, state, kind } = commitment;
  switch (state) {
    case 'asked':
      return `followup offer ${number}`;
    case 'offered':
      return `followup agree ${number}, or followup counter ${number} DATE --because WHY`;
    case 'agreed':
      if (commitment.offer) return `followup agree ${number}`;
      return isUnwritten(commitment) ? `followup confirm ${number}` : `followup done ${number}`;
    case 'owed':
      return kind === 'reply' ? `followup answer ${number} TEXT` : `followup done ${number}`;
    case 'waiting':
      return `followup done ${number}`;
    case 'done':
      return kind === 'request' ? `followup accept ${number}` : null;
    case 'accepted':
    case 'dropped':
      return null;
  }
}

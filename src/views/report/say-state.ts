import type { ReportItem } from '../../domain/report/client-report.ts';
import type { Mark } from './outline.ts';
import type { ReportState } from './words.ts';

/** How something stands, as the client is told. */
export function stateOf({
  kind,
  state,
  isOverdue,
  offered,
  isTalk,
}: Pick<ReportItem, 'kind' | 'state' | 'isOverdue' | 'offered' | 'isTalk'>): ReportState {
  switch (state) {
    case 'asked':
      return offered === null ? 'asked' : 'offered';
    case 'offered':
      return kind === 'complaint' ? 'complaint-offered' : 'offered';
    case 'agreed':
      return kind === 'complaint' ? 'complaint-agreed' : isOverdue ? 'late' : 'agreed';
    case 'owed':
      return kind === 'complaint' ? 'complaint' : 'answer-owed';
    case 'waiting':
      return isOverdue ? 'late' : 'agreed';
    case 'done':
      return isTalk ? 'spoken' : FINISHED[kind];
    case 'accepted':
    case 'dropped':
    case 'missed':
      return state;
  }
}

const FINISHED: Readonly<Record<ReportItem['kind'], ReportState>> = {
  request: 'delivered',
  promise: 'kept',
  awaiting: 'received',
  reply: 'answered',
  complaint: 'settled',
};

/** How a state is set off. */
export function markOf(state: ReportState): Mark {
  if (state === 'late' || state === 'missed') return 'late';
  return SETTLED.has(state) ? 'settled' : 'going';
}

const SETTLED: ReadonlySet<ReportState> = new Set([
  'delivered',
  'kept',
  'received',
  'answered',
  'settled',
  'spoken',
  'accepted',
  'dropped',
]);

import type { CsvTable } from '../../views/csv/tables.ts';
import type { Screen } from '../run/screen.ts';
import type { ExportCall } from './export.ts';

export async function exportTable(_call: ExportCall, _what: CsvTable): Promise<Screen> {
  throw new Error('later');
}

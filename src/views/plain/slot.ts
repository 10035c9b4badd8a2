import type { Slot } from '../../domain/agenda/spread.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A slot of a spread as fields. */
export function plainSlot({ line, kind, moment }: Slot, view: ViewContext): string[] {
  return [
    line.commitment ? String(line.commitment.number) : '',
    nameOf(line.counterpart, view) ?? '',
    line.commitment?.title ?? '',
    kind,
    toLocalIso(moment.at, view.calendar),
  ];
}

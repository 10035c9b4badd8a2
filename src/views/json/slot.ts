import type { Slot } from '../../domain/agenda/spread.ts';
import { toLocalIso } from '../local-iso.ts';
import { nameOf, type ViewContext } from '../view-context.ts';

/** A slot of a spread as programs see it. */
export function slotJson({ line, kind, moment }: Slot, view: ViewContext): object {
  return {
    id: line.commitment?.number ?? null,
    client: nameOf(line.counterpart, view),
    title: line.commitment?.title ?? null,
    reason: line.reason,
    what: kind,
    at: toLocalIso(moment.at, view.calendar),
  };
}
